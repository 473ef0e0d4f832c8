// Walks the whole audit chain in the worker: a million entries take seconds.
import { verifyAudit } from '../db/audit.ts';
import { connect } from '../db/connection.ts';
import type { Task } from '../tasks/task.ts';

export interface VerifyAuditInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
}

export const verifyAuditChain: Task<VerifyAuditInput, ReturnType<typeof verifyAudit>> = ({ file }) => {
  const db = connect(file, { readonly: true });
  try {
    return Promise.resolve(verifyAudit(db));
  } finally {
    db.close();
  }
};
