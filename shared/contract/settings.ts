// Settings of this installation, backups, and the audit log as the screens see them.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Theme } from './account.ts';
import { route } from './route.ts';
import { Day, Id, Instant, Language, Progress, Sha256 } from './vocabulary.ts';

export const Settings = z.object({
  language: Language,
  theme: Theme,
  idleMinutes: z.int().min(1).max(120),
  /** IANA name; all day, month and quarter limits are taken in it. */
  timeZone: z.string(),
  /** Whether the running score is shown during an observation. */
  showScoreWhileObserving: z.boolean(),
  /** Folder of the daily backup; null while none is chosen. */
  backupFolder: z.string().nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const Backup = z.object({
  path: z.string(),
  at: Instant,
  bytes: z.number(),
  evidenceFiles: z.int(),
  /** Evidence files that the records name and that were lost or damaged before the backup. */
  missing: z.int(),
  kind: z.enum(['manual', 'daily', 'beforeMigration']),
});
export type Backup = z.infer<typeof Backup>;

export const AuditEntry = z.object({
  seq: z.int(),
  at: Instant,
  actor: z.string().nullable(),
  actorId: Id.nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  details: z.string(),
  hash: Sha256,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const settings = {
  get: route('settings.read').output(Settings),
  /** Language and theme are everyone's; the rest needs settings.manage and is checked in the use case. */
  set: route('settings.read').input(Settings.partial()).output(Settings),
};

export const backup = {
  list: route('backup.manage').output(z.object({ folder: z.string().nullable(), backups: z.array(Backup) })),
  chooseFolder: route('backup.manage').output(z.object({ folder: z.string().nullable() })),
  run: route('backup.manage').output(eventIterator(Progress, Backup)),
  /** Lets the user pick a backup, verifies and stages it; then puts it in the live data's place and signs everyone out. */
  restore: route('backup.manage').output(eventIterator(Progress, z.object({ restored: z.boolean() }))),
};

/** What is asked of the whole log. Lists that are empty and days that are null ask nothing. */
export const AuditSearch = z.object({
  actors: z.array(Id).default([]),
  /** Whether entries of the console itself are meant too, beside those of `actors`. */
  system: z.boolean().default(false),
  actions: z.array(z.string()).default([]),
  entities: z.array(z.string()).default([]),
  /** Both days inside, in the time zone of the settings. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** Each must be found: in names, ids and facts, or in the words that the screen has for an action or a kind of record. */
  words: z
    .array(z.object({ text: z.string(), actions: z.array(z.string()), entities: z.array(z.string()) }))
    .max(20)
    .default([]),
});
export type AuditSearch = z.infer<typeof AuditSearch>;

export const audit = {
  /** Newest first, from below `before`; `total` counts all that are asked for, `names` has the people and places of the ids. */
  list: route('audit.read')
    .input(AuditSearch.extend({ before: z.int().nullable(), limit: z.int().min(1).max(5000) }))
    .output(z.object({ entries: z.array(AuditEntry), total: z.int(), names: z.record(z.string(), z.string()) })),
  /** What occurs in the log: the choices of its filters. */
  choices: route('audit.read').output(
    z.object({
      actors: z.array(z.object({ id: Id, name: z.string() })),
      actions: z.array(z.string()),
      entities: z.array(z.string()),
    }),
  ),
  verify: route('audit.read').output(z.object({ intact: z.boolean(), entries: z.int(), brokenAt: z.int().nullable() })),
};
