// The import of trainings under way: the general desk with this import's steps; and its empty workbook.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ImportCounts, ImportPreview } from '../../../shared/contract/responses.ts';
import type { ImportedTraining, TrainingChoice, TrainingImportFile } from '../../../shared/contract/trainingImport.ts';
import {
  TRAINING_COLUMNS,
  TRAINING_CONTENTS,
  TRAINING_FORMS,
  type TrainingField,
} from '../../../shared/contract/trainingWords.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import type { Mapping } from '../../../shared/domain/sheet/header.ts';
import { TRAINING_HEADERS, TRAINING_REQUIRED } from '../../../shared/domain/training/importHeaders.ts';
import { wholeMapping } from '../../../shared/domain/training/importRows.ts';
import { training as english } from '../../../shared/i18n/en/training.ts';
import { training as chinese } from '../../../shared/i18n/zh-CN/training.ts';
import type { Store } from '../../db/store.ts';
import type { TemplateColumn } from '../../excel/sheet/template.ts';
import { finish, type RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';
import { readSettings } from '../settings.ts';
import { ImportDesk, type Steps } from '../sheetImport/importDesk.ts';
import { learnedTrainingHeaders } from './importHeaders.ts';

const texts = (language: Language) => (language === 'en' ? english : chinese);

interface Chosen extends TrainingChoice {
  readonly mapping: Mapping<TrainingField>;
}

export class TrainingDesk {
  private readonly desk = new ImportDesk<TrainingField, Chosen, ImportCounts, ImportedTraining[]>();
  /** Epoch milliseconds of the preview: the import reads the file with the same present. */
  private readAt = 0;

  /** Reads the head of a workbook. @throws AppError FILE as openWorkbook; CANCELLED */
  open(store: Store, run: RunTask, path: string, signal?: AbortSignal): Steps<TrainingImportFile> {
    const learned = learnedTrainingHeaders(store.read);
    return this.desk.open(store, path, learned, run('training.open', { path, learned }, signal));
  }

  /** @throws AppError NOT_FOUND importGone; INVALID importColumnsMissing, importColumnTwice; FILE; CANCELLED */
  preview(store: Store, run: RunTask, given: TrainingChoice, signal?: AbortSignal): Steps<ImportPreview> {
    const choice = { ...given, mapping: wholeMapping(given.mapping) };
    return this.desk.preview(store, choice, (path) => {
      if (TRAINING_REQUIRED.some((field) => choice.mapping[field] === null))
        throw new AppError('INVALID', 'importColumnsMissing');
      this.readAt = store.clock();
      return run('training.preview', { database: store.file, path, choice, readAt: this.readAt }, signal);
    });
  }

  /** @throws AppError NOT_FOUND importGone */
  rows(previewId: string, page: number): ImportedTraining[] {
    return this.desk.rows(previewId, page);
  }

  /** @throws AppError NOT_FOUND importGone; CONFLICT importFileChanged, importStoreChanged; FILE; CANCELLED */
  apply(store: Store, run: RunTask, actor: Actor, previewId: string, signal?: AbortSignal): Steps<ImportCounts> {
    const { correctedByImport: reason } = texts(readSettings(store.read).language).import;
    return this.desk.apply(previewId, ({ path, choice, sha256, digest, headers, learned }) =>
      run(
        'training.apply',
        {
          ...{ database: store.file, path, choice, sha256, digest, actorId: actor.userId, now: store.clock() },
          ...{ readAt: this.readAt, reason },
          learned: TRAINING_HEADERS.headersToLearn(headers, choice.mapping, learned),
        },
        signal,
      ),
    );
  }
}

export const trainingTemplateTitle = (language: Language): string => texts(language).import.templateTitle;

const FORMATS: Readonly<Partial<Record<TrainingField, TemplateColumn['format']>>> = { day: 'day', hours: 'money' };
const WIDE: readonly TrainingField[] = ['title', 'note'];

/** Writes an empty workbook with the headers that the import reads back, and logs it. @throws AppError FILE */
export async function makeTrainingTemplate(
  store: Store,
  run: RunTask,
  actor: Actor,
  language: Language,
  path: string,
): Promise<void> {
  const { field, content, form, import: words } = texts(language);
  const title = words.templateTitle;
  const choices: Readonly<Partial<Record<TrainingField, readonly string[]>>> = {
    content: TRAINING_CONTENTS.map((word) => content[word]),
    form: TRAINING_FORMS.map((word) => form[word]),
  };
  const columns = TRAINING_COLUMNS.map((one) => ({
    header: field[one],
    width: WIDE.includes(one) ? 36 : 18,
    format: FORMATS[one] ?? 'text',
    ...(choices[one] ? { choices: choices[one] } : {}),
  }));
  await finish(run('sheet.template', { path, title, note: words.templateNote, columns }));
  recordExport(store, actor, {
    ...{
      kind: 'trainingTemplate',
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
