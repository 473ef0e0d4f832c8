// Deletes evidence files that no row names: those of photos removed before submission, or written just before a crash.
import { join } from 'node:path';
import { openBlobs } from '../../db/blobs.ts';
import { connect } from '../../db/connection.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { namedFiles } from './evidence.ts';

/** How long a file without a row is kept: longer than any transaction that may be about to name it. */
const GRACE = 24 * 60 * 60 * 1000;

export interface SweepInput {
  /** The console's data folder. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Runs in the worker on a reading connection; returns how many files went. */
export const sweepEvidence: Task<SweepInput, { swept: number }> = ({ folder, now }) => {
  const db = connect(join(folder, DATABASE), { readonly: true });
  try {
    return Promise.resolve({ swept: openBlobs(join(folder, EVIDENCE)).sweep(namedFiles(db), now - GRACE) });
  } finally {
    db.close();
  }
};
