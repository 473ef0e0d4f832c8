// Owns the table `setting`: one JSON value a key, with defaults for what was never set.
import type { Actor } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { Settings } from '../../shared/contract/settings.ts';
import { may } from '../../shared/domain/permissions.ts';
import { isTimeZone } from '../../shared/domain/time.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import type { Change, Store } from '../db/store.ts';

const DEFAULTS: Settings = {
  language: 'zh-CN',
  theme: 'light',
  idleMinutes: 15,
  timeZone: 'Asia/Shanghai',
  showScoreWhileObserving: false,
  backupFolder: null,
};

/** What is left out, or undefined, stays as it is. */
export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

const OWN: ReadonlySet<string> = new Set(['language', 'theme']);

/** All settings of this installation. */
export function readSettings(db: ReadDb): Settings {
  const kept = db.all<{ key: string; value: string }>(sql`SELECT key, value FROM setting`);
  const values = Object.fromEntries(kept.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  return { ...DEFAULTS, ...Settings.partial().parse(values) } as Settings;
}

const write = (tx: Change, key: string, value: unknown): number =>
  tx.run(sql`INSERT INTO setting (key, value) VALUES (${key}, ${JSON.stringify(value)})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);

/** Sets what is given. Language and theme are everyone's, the rest needs settings.manage. @throws AppError FORBIDDEN, INVALID timeZoneUnknown */
export function setSettings(store: Store, actor: Actor, input: SettingsChange): Settings {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  if (entries.some(([key]) => !OWN.has(key)) && !may(actor.roles, 'settings.manage'))
    throw new AppError('FORBIDDEN', 'notPermitted');
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone))
    throw new AppError('INVALID', 'timeZoneUnknown', { name: input.timeZone });
  if (entries.length > 0)
    store.change(actor.userId, (tx) => {
      for (const [key, value] of entries) write(tx, key, value);
      tx.note({
        action: 'settings.changed',
        entity: 'settings',
        entityId: 'settings',
        fields: Object.fromEntries(entries),
      });
    });
  return readSettings(store.read);
}

/** The language chosen at the first run, set inside its transaction. */
export const setFirstLanguage = (tx: Change, language: Settings['language']): number => write(tx, 'language', language);
