// An empty file of announced days in the person's language, with the headers and words that the import reads back.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { calendar as english } from '../../../shared/i18n/en/calendar.ts';
import { calendar as chinese } from '../../../shared/i18n/zh-CN/calendar.ts';
import type { Store } from '../../db/store.ts';
import { finish, type RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';

const texts = (language: Language) => (language === 'en' ? english : chinese);

export const templateTitle = (language: Language): string => texts(language).templateTitle;

/** Writes the template to a path and logs it. @throws AppError FILE */
export async function makeTemplate(
  store: Store,
  run: RunTask,
  actor: Actor,
  language: Language,
  path: string,
): Promise<void> {
  const { field, kind, templateTitle: title, templateNote: note } = texts(language);
  await finish(
    run('sheet.template', {
      ...{ path, title, note },
      columns: [
        { header: field.day, width: 16, format: 'day' },
        { header: field.kind, width: 12, format: 'text', choices: [kind.free, kind.worked] },
        { header: field.name, width: 24, format: 'text' },
      ],
    }),
  );
  recordExport(store, actor, {
    ...{
      kind: 'calendarTemplate',
      title,
      path,
      rows: 0,
      masked: true,
      reason: null,
      digest: null,
      facts: { language },
    },
  });
}
