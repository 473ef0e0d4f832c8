// The import under way: the file that was picked and the preview that was made of it. One at a time; a new file or preview
// takes the place of the one before. Paths stay in main, the page knows ids only.
import { v7 } from 'uuid';
import type { Actor } from '../../../shared/contract/account.ts';
import {
  ROSTER_FIELDS,
  type RosterRows,
  type RosterChoice,
  type RosterCounts,
  type RosterFile,
  type RosterPreview,
} from '../../../shared/contract/roster.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { headersToLearn } from '../../../shared/domain/people/rosterHeader.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { readSettings } from '../settings.ts';
import { getBranch } from './branches.ts';
import { learnedHeaders } from './rosterHeaders.ts';
import type { PreviewOutput } from './rosterPreview.ts';

interface Made {
  readonly id: string;
  readonly choice: RosterChoice;
  readonly output: PreviewOutput;
}

type Steps<Result> = AsyncGenerator<Progress, Result, undefined>;

/** @throws AppError INVALID rosterColumnsMissing, rosterColumnTwice */
function checkMapping({ mapping }: RosterChoice): void {
  if (mapping.number === null || mapping.name === null) throw new AppError('INVALID', 'rosterColumnsMissing');
  const used = ROSTER_FIELDS.map((field) => mapping[field]).filter((column) => column !== null);
  if (new Set(used).size < used.length) throw new AppError('INVALID', 'rosterColumnTwice');
}

export class RosterDesk {
  private file: { readonly path: string; readonly shown: RosterFile } | null = null;
  private made: Made | null = null;

  /** Reads the head of a workbook. @throws AppError FILE as openWorkbook; CANCELLED */
  async *open(store: Store, run: RunTask, path: string, signal?: AbortSignal): Steps<RosterFile> {
    const learned = learnedHeaders(store.read);
    const sheets = yield* run('roster.open', { path, learned }, signal);
    const name = path.split(/[\\/]/).at(-1) ?? path;
    const shown = { fileId: v7({ msecs: store.clock() }), name, sheets, learned };
    this.file = { path, shown };
    this.made = null;
    return shown;
  }

  /** @throws AppError NOT_FOUND rosterGone, branchUnknown; INVALID as checkMapping, dayInFuture; FILE; CANCELLED */
  async *preview(store: Store, run: RunTask, choice: RosterChoice, signal?: AbortSignal): Steps<RosterPreview> {
    if (this.file?.shown.fileId !== choice.fileId) throw new AppError('NOT_FOUND', 'rosterGone');
    checkMapping(choice);
    getBranch(store.read, choice.branchId);
    if (choice.fromDay > dayOf(store.clock(), readSettings(store.read).timeZone))
      throw new AppError('INVALID', 'dayInFuture', { day: choice.fromDay });
    const input = { database: store.file, path: this.file.path, choice };
    const output = yield* run('roster.preview', input, signal);
    this.made = { id: v7({ msecs: store.clock() }), choice, output };
    return { previewId: this.made.id, counts: output.counts, rows: output.rows, pages: output.pages.length };
  }

  /** @throws AppError NOT_FOUND rosterGone */
  rows(previewId: string, page: number): RosterRows {
    const text = this.current(previewId).output.pages[page];
    if (text === undefined) throw new AppError('NOT_FOUND', 'rosterGone');
    return JSON.parse(text) as RosterRows;
  }

  /** @throws AppError NOT_FOUND rosterGone; CONFLICT rosterFileChanged, rosterStoreChanged; FILE; CANCELLED */
  async *apply(store: Store, run: RunTask, actor: Actor, previewId: string, signal?: AbortSignal): Steps<RosterCounts> {
    const { choice, output } = this.current(previewId);
    const { file } = this;
    if (!file) throw new AppError('NOT_FOUND', 'rosterGone');
    const headers = file.shown.sheets.find((sheet) => sheet.name === choice.sheet)?.head[choice.headerRow - 1] ?? [];
    const counts = yield* run(
      'roster.apply',
      {
        database: store.file,
        path: file.path,
        choice,
        sha256: output.sha256,
        digest: output.digest,
        actorId: actor.userId,
        now: store.clock(),
        learned: headersToLearn(headers, choice.mapping, file.shown.learned),
      },
      signal,
    );
    this.made = null;
    return counts;
  }

  private current(previewId: string): Made {
    if (this.made?.id !== previewId) throw new AppError('NOT_FOUND', 'rosterGone');
    return this.made;
  }
}
