// What a migration is: its number, and what it does to a database of the number before.
import type { Connection } from '../connection.ts';

export interface Migration {
  readonly number: number;
  readonly up: (db: Connection) => void;
}
