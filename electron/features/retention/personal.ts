// What the owner of a table with personal data gives to the purge: which rows are over their time, and how they are blanked. Each
// owner blanks its own rows; what counts stays.
import type { DueRow } from '../../../shared/contract/retention.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { Change } from '../../db/store.ts';

export interface PersonalTable {
  /** Rows that still hold personal data and were used last before the day, the oldest first. */
  readonly due: (db: ReadDb, before: string) => DueRow[];
  /** How many still hold some and were used on the day or later, or are in use. */
  readonly kept: (db: ReadDb, before: string) => number;
  readonly purge: (tx: Change, ids: readonly string[]) => void;
}
