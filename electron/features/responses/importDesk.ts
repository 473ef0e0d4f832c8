// The import of requests, visits or figures under way: the general desk with this import's steps.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type {
  ImportChoice,
  ImportCounts,
  ImportedRow,
  ImportField,
  ImportFile,
  ImportPreview,
  ResponseKind,
} from '../../../shared/contract/responses.ts';
import { IMPORT_FIELDS, IMPORT_HEADERS, REQUIRED_FIELDS } from '../../../shared/domain/responses/importHeaders.ts';
import type { Mapping } from '../../../shared/domain/sheet/header.ts';
import { responses as english } from '../../../shared/i18n/en/responses.ts';
import { responses as chinese } from '../../../shared/i18n/zh-CN/responses.ts';
import type { Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { readSettings } from '../settings.ts';
import { ImportDesk, type Steps } from '../sheetImport/importDesk.ts';
import { learnedHeaders } from './importHeaders.ts';

interface Chosen {
  readonly kind: ResponseKind;
  readonly fileId: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: Mapping<ImportField>;
}

const wholeMapping = ({ kind, mapping }: ImportChoice): Mapping<ImportField> =>
  Object.fromEntries(IMPORT_FIELDS[kind].map((field) => [field, mapping[field] ?? null])) as Mapping<ImportField>;

export class ResponseDesk {
  private readonly desk = new ImportDesk<ImportField, Chosen, ImportCounts, ImportedRow[]>();
  /** Epoch milliseconds of the preview: the import reads the file with the same present. */
  private readAt = 0;

  /** Reads the head of a workbook. @throws AppError FILE as openWorkbook; CANCELLED */
  open(store: Store, run: RunTask, kind: ResponseKind, path: string, signal?: AbortSignal): Steps<ImportFile> {
    const learned = learnedHeaders(store.read, kind);
    return this.desk.open(store, path, learned, run('responses.open', { path, kind, learned }, signal));
  }

  /** @throws AppError NOT_FOUND importGone; INVALID importColumnsMissing, importColumnTwice; FILE; CANCELLED */
  preview(store: Store, run: RunTask, given: ImportChoice, signal?: AbortSignal): Steps<ImportPreview> {
    const choice = { ...given, mapping: wholeMapping(given) };
    return this.desk.preview(store, choice, (path) => {
      if (REQUIRED_FIELDS[choice.kind].some((field) => choice.mapping[field] === null))
        throw new AppError('INVALID', 'importColumnsMissing');
      this.readAt = store.clock();
      return run('responses.preview', { database: store.file, path, choice, readAt: this.readAt }, signal);
    });
  }

  /** @throws AppError NOT_FOUND importGone */
  rows(previewId: string, page: number): ImportedRow[] {
    return this.desk.rows(previewId, page);
  }

  /** @throws AppError NOT_FOUND importGone; CONFLICT importFileChanged, importStoreChanged; FILE; CANCELLED */
  apply(store: Store, run: RunTask, actor: Actor, previewId: string, signal?: AbortSignal): Steps<ImportCounts> {
    const { language } = readSettings(store.read);
    const { correctedByImport: reason } = (language === 'en' ? english : chinese).import;
    return this.desk.apply(previewId, ({ path, choice, sha256, digest, headers, learned }) =>
      run(
        'responses.apply',
        {
          ...{ database: store.file, path, choice, sha256, digest, actorId: actor.userId, now: store.clock() },
          ...{ readAt: this.readAt, reason },
          learned: IMPORT_HEADERS[choice.kind].headersToLearn(headers, choice.mapping, learned),
        },
        signal,
      ),
    );
  }
}
