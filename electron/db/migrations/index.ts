// Every migration, in order. Numbers rise by ten and are never reused; a published one is never edited.
import type { Connection } from '../connection.ts';
import { migration0010 } from './0010-foundation.ts';
import { migration0020 } from './0020-standard.ts';
import { migration0030 } from './0030-people.ts';
import { migration0040 } from './0040-observation.ts';
import { migration0050 } from './0050-score.ts';
import { migration0060 } from './0060-running.ts';

export interface Migration {
  readonly number: number;
  readonly up: (db: Connection) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
];
