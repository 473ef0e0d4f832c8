// An import under way: the file that was picked and the preview that was made of it. One at a time; a new file or preview
// takes the place of the one before. Paths stay in main, the page knows ids only.
import { v7 } from 'uuid';
import { AppError } from '../../../shared/contract/errors.ts';
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import type { LearnedHeaders, Mapping } from '../../../shared/domain/sheet/header.ts';
import type { Store } from '../../db/store.ts';

export type Steps<Result> = AsyncGenerator<Progress, Result, undefined>;

interface ImportFile<Field extends string> {
  readonly fileId: string;
  readonly name: string;
  readonly sheets: SheetHead[];
  readonly learned: Record<string, Field | null>;
}

interface ImportChoice<Field extends string> {
  readonly fileId: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: Mapping<Field>;
}

/** What the worker answers for a preview. */
export interface PreviewOutput<Counts> {
  readonly counts: Counts;
  readonly rows: number;
  /** Each the JSON of one stretch of rows, so that main keeps and hands them out without walking them. */
  readonly pages: readonly string[];
  readonly sha256: string;
  readonly digest: string;
}

interface Made<Choice, Counts> {
  readonly id: string;
  readonly choice: Choice;
  readonly output: PreviewOutput<Counts>;
}

/** What the last step gets. */
export interface Due<Field extends string, Choice> {
  readonly path: string;
  readonly choice: Choice;
  readonly sha256: string;
  readonly digest: string;
  /** The header row as text and what was known of it, for learning. */
  readonly headers: readonly string[];
  readonly learned: LearnedHeaders<Field>;
}

/** @throws AppError INVALID importColumnTwice */
export function checkColumns(mapping: Mapping<string>): void {
  const used = Object.values(mapping).filter((column) => column !== null);
  if (new Set(used).size < used.length) throw new AppError('INVALID', 'importColumnTwice');
}

export class ImportDesk<Field extends string, Choice extends ImportChoice<Field>, Counts, Page> {
  private file: { readonly path: string; readonly shown: ImportFile<Field> } | null = null;
  private made: Made<Choice, Counts> | null = null;

  /** Takes a file over. @throws AppError FILE as openWorkbook; CANCELLED */
  async *open(
    store: Store,
    path: string,
    learned: LearnedHeaders<Field>,
    read: Steps<SheetHead[]>,
  ): Steps<ImportFile<Field>> {
    const sheets = yield* read;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    const shown = { fileId: v7({ msecs: store.clock() }), name, sheets, learned: { ...learned } };
    this.file = { path, shown };
    this.made = null;
    return shown;
  }

  /** @throws AppError NOT_FOUND importGone; INVALID as checkColumns; FILE; CANCELLED */
  async *preview(
    store: Store,
    choice: Choice,
    make: (path: string) => Steps<PreviewOutput<Counts>>,
  ): Steps<{ previewId: string; counts: Counts; rows: number; pages: number }> {
    if (this.file?.shown.fileId !== choice.fileId) throw new AppError('NOT_FOUND', 'importGone');
    checkColumns(choice.mapping);
    const output = yield* make(this.file.path);
    this.made = { id: v7({ msecs: store.clock() }), choice, output };
    return { previewId: this.made.id, counts: output.counts, rows: output.rows, pages: output.pages.length };
  }

  /** @throws AppError NOT_FOUND importGone */
  rows(previewId: string, page: number): Page {
    const text = this.current(previewId).output.pages[page];
    if (text === undefined) throw new AppError('NOT_FOUND', 'importGone');
    return JSON.parse(text) as Page;
  }

  /** @throws AppError NOT_FOUND importGone; whatever the task throws */
  async *apply(previewId: string, write: (due: Due<Field, Choice>) => Steps<Counts>): Steps<Counts> {
    const { choice, output } = this.current(previewId);
    const { file } = this;
    if (!file) throw new AppError('NOT_FOUND', 'importGone');
    const headers = file.shown.sheets.find((sheet) => sheet.name === choice.sheet)?.head[choice.headerRow - 1] ?? [];
    const { sha256, digest } = output;
    const counts = yield* write({ path: file.path, choice, sha256, digest, headers, learned: file.shown.learned });
    this.made = null;
    return counts;
  }

  private current(previewId: string): Made<Choice, Counts> {
    if (this.made?.id !== previewId) throw new AppError('NOT_FOUND', 'importGone');
    return this.made;
  }
}
