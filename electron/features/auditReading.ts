// Reads of a long audit log: a search for words, a filter or a count goes through all of it, which takes seconds of a million
// entries, so it runs in the worker and the console stays free.
import type { AuditEntry, AuditSearch } from '../../shared/contract/settings.ts';
import { auditHead } from '../db/audit.ts';
import { connect, type ReadDb } from '../db/connection.ts';
import type { Store } from '../db/store.ts';
import { finish, type RunTask } from '../tasks/run.ts';
import type { Task } from '../tasks/task.ts';
import { auditChoices, listAudit } from './auditLog.ts';

/** Entries that are read within some tens of milliseconds; starting a worker takes longer. */
const SHORT = 20_000;

type Asked = AuditSearch & { readonly before: number | null; readonly limit: number };

export interface AuditPage {
  readonly entries: AuditEntry[];
  readonly total: number;
  readonly names: Record<string, string>;
}

export interface ListInput {
  readonly database: string;
  readonly userId: string;
  readonly asked: Asked;
}

function reading<Output>(database: string, read: (db: ReadDb) => Output): Promise<Output> {
  const db = connect(database, { readonly: true });
  try {
    return Promise.resolve(read(db));
  } finally {
    db.close();
  }
}

export const listInWorker: Task<ListInput, AuditPage> = ({ database, userId, asked }) =>
  reading(database, (db) => listAudit(db, userId, asked));

export const choicesInWorker: Task<{ readonly database: string }, ReturnType<typeof auditChoices>> = ({ database }) =>
  reading(database, auditChoices);

const isLong = (store: Store): boolean => auditHead(store.read).seq > SHORT;

/** A page of the log, as `listAudit`. */
export const auditPage = (
  store: Store,
  run: RunTask,
  userId: string,
  asked: Asked,
  signal?: AbortSignal,
): AuditPage | Promise<AuditPage> =>
  isLong(store)
    ? finish(run('audit.list', { database: store.file, userId, asked }, signal))
    : listAudit(store.read, userId, asked);

/** As `auditChoices`. */
export const choicesOf = (
  store: Store,
  run: RunTask,
  signal?: AbortSignal,
): ReturnType<typeof auditChoices> | Promise<ReturnType<typeof auditChoices>> =>
  isLong(store) ? finish(run('audit.choices', { database: store.file }, signal)) : auditChoices(store.read);
