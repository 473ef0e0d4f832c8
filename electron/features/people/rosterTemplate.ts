// The empty roster in the person's language, with the headers and words that the import reads back.
import type { Actor } from '../../../shared/contract/account.ts';
import { ROSTER_FIELDS, type RosterField } from '../../../shared/contract/roster.ts';
import { AGENT_STATUSES, ENGAGEMENTS, GENDERS } from '../../../shared/contract/people.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { people as english } from '../../../shared/i18n/en/people.ts';
import { people as chinese } from '../../../shared/i18n/zh-CN/people.ts';
import type { Store } from '../../db/store.ts';
import { finish, type RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';

const WIDTHS: Readonly<Record<RosterField, number>> = {
  ...{ number: 14, name: 14, gender: 8, branch: 16, team: 18, licence: 30, engagement: 12, phone: 16 },
  ...{ hiredOn: 13, status: 10 },
};

const texts = (language: Language) => (language === 'en' ? english : chinese);

export const templateTitle = (language: Language): string => texts(language).roster.templateTitle;

/** Writes the template to a path and logs it. @throws AppError FILE */
export async function makeTemplate(
  store: Store,
  run: RunTask,
  actor: Actor,
  language: Language,
  path: string,
): Promise<void> {
  const { field, gender, engagement, status, roster } = texts(language);
  const title = roster.templateTitle;
  const choices: Readonly<Partial<Record<RosterField, readonly string[]>>> = {
    gender: GENDERS.map((word) => gender[word]),
    engagement: ENGAGEMENTS.map((word) => engagement[word]),
    status: AGENT_STATUSES.map((word) => status[word]),
  };
  await finish(
    run('sheet.template', {
      path,
      title,
      note: roster.templateNote,
      columns: ROSTER_FIELDS.map((one) => ({
        header: field[one],
        width: WIDTHS[one],
        format: one === 'hiredOn' ? 'day' : 'text',
        ...(choices[one] ? { choices: choices[one] } : {}),
      })),
    }),
  );
  const facts = { language };
  recordExport(store, actor, {
    ...{ kind: 'rosterTemplate', title, path, rows: 0, masked: true, reason: null, digest: null, facts },
  });
}
