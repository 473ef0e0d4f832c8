// The import of a frame under way: the general desk with this import's steps, and the empty workbook to fill in for it.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { SERVICE_KINDS } from '../../../shared/contract/observationRecord.ts';
import {
  FRAME_FIELDS,
  type FrameChoice,
  type FrameCounts,
  type FrameField,
  type FrameFile,
  type FrameFileRow,
  type FramePreview,
} from '../../../shared/contract/records.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { FRAME_REQUIRED } from '../../../shared/domain/records/frameFile.ts';
import { records as english } from '../../../shared/i18n/en/records.ts';
import { words as englishWords } from '../../../shared/i18n/en/words.ts';
import { records as chinese } from '../../../shared/i18n/zh-CN/records.ts';
import { words as chineseWords } from '../../../shared/i18n/zh-CN/words.ts';
import type { Store } from '../../db/store.ts';
import { finish, type RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';
import { ImportDesk, type Steps } from '../sheetImport/importDesk.ts';

const texts = (language: Language) => (language === 'en' ? english : chinese).import;

export const frameTemplateTitle = (language: Language): string => texts(language).templateTitle;

export class FrameDesk {
  private readonly desk = new ImportDesk<FrameField, FrameChoice, FrameCounts, FrameFileRow[]>();
  /** Epoch milliseconds of the preview: the import reads the file with the same present. */
  private readAt = 0;

  /** Reads the head of a workbook. @throws AppError FILE as openWorkbook; CANCELLED */
  open(store: Store, run: RunTask, path: string, signal?: AbortSignal): Steps<FrameFile> {
    return this.desk.open(store, path, {}, run('records.openFrame', { path }, signal));
  }

  /** @throws AppError NOT_FOUND importGone, sampleMissing; INVALID importColumnsMissing, importColumnTwice; FILE; CANCELLED */
  preview(store: Store, run: RunTask, actor: Actor, choice: FrameChoice, signal?: AbortSignal): Steps<FramePreview> {
    return this.desk.preview(store, choice, (path) => {
      if (FRAME_REQUIRED.some((field) => choice.mapping[field] === null))
        throw new AppError('INVALID', 'importColumnsMissing');
      this.readAt = store.clock();
      return run('records.previewFrame', { database: store.file, path, actor, choice, readAt: this.readAt }, signal);
    });
  }

  /** @throws AppError NOT_FOUND importGone */
  rows(previewId: string, page: number): FrameFileRow[] {
    return this.desk.rows(previewId, page);
  }

  /** @throws AppError NOT_FOUND importGone; CONFLICT importFileChanged, importStoreChanged, sampleLocked; FILE; CANCELLED */
  apply(store: Store, run: RunTask, actor: Actor, previewId: string, signal?: AbortSignal): Steps<FrameCounts> {
    return this.desk.apply(previewId, ({ path, choice, sha256, digest }) =>
      run(
        'records.applyFrame',
        {
          ...{ database: store.file, path, actor, choice, sha256, digest, readAt: this.readAt },
          ...{ actorId: actor.userId, now: store.clock() },
        },
        signal,
      ),
    );
  }
}

const WIDTHS: Readonly<Record<FrameField, number>> = { reference: 24, day: 14, kind: 14, client: 24 };

/** Writes the template to a path and logs it. @throws AppError FILE */
export async function makeFrameTemplate(
  store: Store,
  run: RunTask,
  actor: Actor,
  language: Language,
  path: string,
): Promise<void> {
  const { field, templateTitle: title, templateNote: note } = texts(language);
  const { serviceKind } = language === 'en' ? englishWords : chineseWords;
  const columns = FRAME_FIELDS.map((one) => ({
    header: field[one],
    width: WIDTHS[one],
    format: one === 'day' ? ('day' as const) : ('text' as const),
    ...(one === 'kind' ? { choices: SERVICE_KINDS.map((kind) => serviceKind[kind]) } : {}),
  }));
  await finish(run('sheet.template', { path, title, note, columns }));
  recordExport(store, actor, {
    ...{ kind: 'frameTemplate', title, path, rows: 0, masked: true, reason: null, digest: null, facts: { language } },
  });
}
