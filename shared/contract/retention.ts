// 个人信息保存期限: how long each table keeps personal data, what is over it, and the purge of that by a person, logged
// (个人信息保护法: the shortest time that the purpose needs). Statistics and the audit chain stay whole.
import { z } from 'zod';
import { route } from './route.ts';
import { Day, Id, Instant } from './vocabulary.ts';

export const RETENTION_TABLES = [
  'complaint',
  'finding',
  'feedback',
  'survey',
  'request',
  'visit',
  'observation',
] as const;
/** 投诉 (after archiving); 登记的问题 (after their rectification); 客户反馈, 调查意见, 客户请求, 回访, 观察的客户 (after their day). */
export const RetentionTable = z.enum(RETENTION_TABLES);
export type RetentionTable = z.infer<typeof RetentionTable>;

export const RetentionRule = z.object({
  table: RetentionTable,
  /** Whole months after the last day of use; 36 until it is set. */
  months: z.int().min(1).max(600),
  /** Rows whose time is over now. */
  due: z.int(),
  /** Rows with personal data that are still within it. */
  kept: z.int(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** A row whose time is over, without its personal data. */
export const DueRow = z.object({
  id: Id,
  /** Number of a complaint, day of the rest. */
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
});
export type PurgeRun = z.infer<typeof PurgeRun>;

/** Rows of the list of one table at most; a run takes them all. */
export const DUE_ROWS = 5_000;

export const retention = {
  rules: route('complaints.purge').output(z.array(RetentionRule)),
  setRule: route('complaints.purge')
    .input(RetentionRule.pick({ table: true, months: true }))
    .output(z.array(RetentionRule)),
  /** What a run would remove, the longest overdue first. `digest` names exactly this list. */
  due: route('complaints.purge')
    .input(z.object({ table: RetentionTable }))
    .output(z.object({ rows: z.array(DueRow), total: z.int(), before: Day, digest: z.string() })),
  /** Removes what was listed, for good. A list that is no longer the same is refused (CONFLICT retentionListChanged). */
  run: route('complaints.purge')
    .input(z.object({ table: RetentionTable, digest: z.string(), confirmed: z.literal(true) }))
    .output(PurgeRun),
  /** Newest first. */
  runs: route('complaints.purge').output(z.array(PurgeRun)),
};
