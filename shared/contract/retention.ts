// 个人信息保存期限: how long each table keeps personal data, what is over it, and the purge of that by a person, logged
// (个人信息保护法: the shortest time that the purpose needs). Statistics and the audit chain stay whole.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { Day, Id, Instant, Progress } from './vocabulary.ts';

export const RETENTION_TABLES = [
  'complaint',
  'finding',
  'rectification',
  'observation',
  'record',
  'patrol',
  'survey',
  'request',
  'visit',
  'feedback',
  'training',
  'appeal',
  'agent',
] as const;
/**
 * 投诉 (after archiving); 登记的问题, 整改 (after the rectification ended); 现场观察, 档案抽查, 走动巡查, 调查, 客户请求, 回访, 客户反馈,
 * 培训 (after their day); 申诉 (after its end); 已离职的代理人 (after the last change of their data).
 */
export const RetentionTable = z.enum(RETENTION_TABLES);
export type RetentionTable = z.infer<typeof RetentionTable>;

export const RetentionRule = z.object({
  table: RetentionTable,
  /** Whole months after the last day of use; 36 until it is set. */
  months: z.int().min(1).max(600),
  /** Why this long, by whoever set it; empty: the default. */
  reason: z.string(),
  /** Rows whose time is over now. */
  due: z.int(),
  /** Rows with personal data that are still within it. */
  kept: z.int(),
  /** Rows whose time is over and that an open case, appeal or rectification still needs. */
  held: z.int(),
  /** Last day of use of the oldest row that still holds personal data. */
  oldest: Day.nullable(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** A row whose time is over, without its personal data. */
export const DueRow = z.object({
  id: Id,
  /** Number of a complaint or of an agent who left; of the rest the agent's number and the day, of a patrol the day. */
  label: z.string(),
  /** The last day of use. */
  usedOn: Day,
  /** How many names, contacts, texts and files would go. */
  names: z.int(),
  texts: z.int(),
  files: z.int(),
});
export type DueRow = z.infer<typeof DueRow>;

export const PurgeRun = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  table: RetentionTable,
  /** In force at the run. */
  months: z.int(),
  /** Used last before this day. */
  before: Day,
  rows: z.int(),
  names: z.int(),
  texts: z.int(),
  files: z.int(),
  /** When the bytes were gone from the disk; null: the run stopped before, and the erasing is to be done again. */
  erasedAt: Instant.nullable(),
});
export type PurgeRun = z.infer<typeof PurgeRun>;

/** Rows of the list of one table at most; a run takes them all. */
export const DUE_ROWS = 5_000;

/** A copy of the data from before the last purge: it still holds what was removed. */
export const OldCopy = z.object({
  path: z.string(),
  kind: z.enum(['manual', 'daily', 'beforeMigration', 'beforeRestore']),
  at: Instant,
});
export type OldCopy = z.infer<typeof OldCopy>;

export const CopiesRemoved = z.object({
  removed: z.int(),
  /** Paths that could not be deleted: in use, or read-only. */
  left: z.array(z.string()),
  /** The backup that was made first, null where a newer one than the purge was there. */
  fresh: z.string().nullable(),
});
export type CopiesRemoved = z.infer<typeof CopiesRemoved>;

export const retention = {
  rules: route('complaints.purge').output(z.array(RetentionRule)),
  setRule: route('complaints.purge')
    .input(RetentionRule.pick({ table: true, months: true }).extend({ reason: z.string().trim().min(1).max(200) }))
    .output(z.array(RetentionRule)),
  /** What a run would remove, the longest overdue first. `digest` names exactly this list. */
  due: route('complaints.purge')
    .input(z.object({ table: RetentionTable }))
    .output(z.object({ rows: z.array(DueRow), total: z.int(), before: Day, digest: z.string() })),
  /**
   * Removes what was listed, for good, and its bytes from the disk. A list that is no longer the same is refused (CONFLICT
   * retentionListChanged). FILE retentionNotErased: removed, but the bytes are still to be erased.
   */
  run: route('complaints.purge')
    .input(z.object({ table: RetentionTable, digest: z.string(), confirmed: z.literal(true) }))
    .output(eventIterator(Progress, PurgeRun)),
  /** Erases from the disk what earlier runs removed. */
  erase: route('complaints.purge').output(eventIterator(Progress, z.object({ erased: z.literal(true) }))),
  /** Newest first. */
  runs: route('complaints.purge').output(z.array(PurgeRun)),
  /** Copies on this computer and in the backup folder from before the last purge, oldest first. */
  copies: route('complaints.purge').output(z.array(OldCopy)),
  /** Deletes old copies that were listed; makes a backup first unless one is newer than the last purge. */
  removeCopies: route('complaints.purge')
    .input(z.object({ paths: z.array(z.string()).min(1), confirmed: z.literal(true) }))
    .output(eventIterator(Progress, CopiesRemoved)),
};
