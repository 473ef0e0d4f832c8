// An empty workbook of requests, visits or figures in the person's language, with the headers that the import reads back.
import type { Actor } from '../../../shared/contract/account.ts';
import {
  CLIENT_CHANNELS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type ImportField,
  type ResponseKind,
} from '../../../shared/contract/responses.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { IMPORT_FIELDS } from '../../../shared/domain/responses/importHeaders.ts';
import { responses as english } from '../../../shared/i18n/en/responses.ts';
import { responses as chinese } from '../../../shared/i18n/zh-CN/responses.ts';
import type { Store } from '../../db/store.ts';
import type { TemplateColumn } from '../../excel/sheet/template.ts';
import { finish, type RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';

const texts = (language: Language) => (language === 'en' ? english : chinese);

export const templateTitle = (language: Language, kind: ResponseKind): string =>
  texts(language).import.templateTitle[kind];

const FORMATS: Readonly<Partial<Record<ImportField, TemplateColumn['format']>>> = {
  ...{ askedAt: 'instant', repliedAt: 'instant', solvedAt: 'instant', dueOn: 'day', madeOn: 'day' },
  ...{ services: 'count', policies: 'count', clients: 'count', retained: 'count', repurchased: 'count' },
  ...{ churned: 'count', cost: 'money', benefit: 'money' },
};
const WIDE: readonly ImportField[] = ['content', 'note'];

/** Writes the template to a path and logs it. @throws AppError FILE */
export async function makeTemplate(
  store: Store,
  run: RunTask,
  actor: Actor,
  language: Language,
  kind: ResponseKind,
  path: string,
): Promise<void> {
  const { field, requestKind, channel, outcome, import: words } = texts(language);
  const title = words.templateTitle[kind];
  const choices: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
    kind: REQUEST_KINDS.map((word) => requestKind[word]),
    channel: CLIENT_CHANNELS.map((word) => channel[word]),
    outcome: REQUEST_OUTCOMES.map((word) => outcome[word]),
  };
  const columns = IMPORT_FIELDS[kind].map((one) => ({
    header: field[one],
    width: WIDE.includes(one) ? 36 : 18,
    format: FORMATS[one] ?? 'text',
    ...(choices[one] ? { choices: choices[one] } : {}),
  }));
  await finish(run('sheet.template', { path, title, note: words.templateNote[kind], columns }));
  const facts = { language, of: kind };
  recordExport(store, actor, {
    ...{ kind: 'responseTemplate', title, path, rows: 0, masked: true, reason: null, digest: null, facts },
  });
}
