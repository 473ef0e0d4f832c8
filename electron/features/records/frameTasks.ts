// The import of a frame in the worker: the sheets of a file, the preview in pages, the one transaction that registers the rows.
import {
  FRAME_PAGE,
  MOST_ROWS,
  type FrameChoice,
  type FrameCounts,
  type FrameFileRow,
} from '../../../shared/contract/records.ts';
import type { Actor } from '../../../shared/contract/account.ts';
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { FRAME_HEADERS, frameReader } from '../../../shared/domain/records/frameFile.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 as digestOfText } from '../../db/digest.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { openWorkbook } from '../../excel/read/workbook.ts';
import { readSheetFile, sheetHeads, sheetPieces } from '../../excel/sheet/read.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { readSettings } from '../settings.ts';
import type { PreviewOutput } from '../sheetImport/importDesk.ts';
import { importOnce, type ImportRun } from '../sheetImport/importOnce.ts';
import { registerRows } from './register.ts';
import { frameOf, sampleIn } from './rows.ts';

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const openFrame: Task<{ readonly path: string }, SheetHead[]> = ({ path }, context) =>
  sheetHeads(path, (head) => FRAME_HEADERS.findHeaderRow(head), context);

export interface FrameInput {
  readonly database: string;
  readonly path: string;
  readonly actor: Actor;
  readonly choice: FrameChoice;
  /** Epoch milliseconds of the preview. */
  readonly readAt: number;
}

interface ReadFrame {
  readonly rows: readonly FrameFileRow[];
  readonly counts: FrameCounts;
  readonly sha256: string;
}

/** @throws AppError NOT_FOUND sampleMissing; FORBIDDEN notYourInspection; CONFLICT sampleLocked; FILE; CANCELLED */
async function readFrame(db: ReadDb, input: FrameInput, { signal, onProgress }: TaskContext): Promise<ReadFrame> {
  const { path, actor, choice, readAt } = input;
  const sample = sampleIn(db, actor, choice.id, ['registering']);
  const take = frameReader({
    ...{ mapping: choice.mapping, from: sample.from_day, to: sample.to_day, frame: frameOf(db, sample.id) },
    today: dayOf(readAt, readSettings(db).timeZone),
  });
  const { bytes, sha256 } = await readSheetFile(path);
  const book = await openWorkbook(bytes, { signal });
  const rows: FrameFileRow[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0, ignored: 0 };
  const tell = (share: number): void => onProgress({ stage: 'reading', done: Math.round(share * 100), total: 100 });
  for await (const piece of sheetPieces(book, choice.sheet, signal, tell))
    for (const row of piece) {
      if (row.number <= choice.headerRow) continue;
      const found = take(row);
      if (found === 'ignored') counts.ignored += 1;
      else if (found !== 'blank') {
        counts[found.fate] += 1;
        rows.push(found);
      }
    }
  const room = MOST_ROWS - frameOf(db, sample.id).length;
  if (counts.new > room) throw new AppError('INVALID', 'frameFull', { most: MOST_ROWS });
  return { rows, counts, sha256 };
}

const digestOf = ({ rows, sha256 }: ReadFrame): string => {
  const fresh = rows.filter(({ fate }) => fate === 'new').map(({ values }) => values);
  return digestOfText(JSON.stringify([sha256, fresh]));
};

/** @throws AppError as readFrame */
export const previewFrame: Task<FrameInput, PreviewOutput<FrameCounts>> = async (input, context) => {
  const db = connect(input.database, { readonly: true });
  try {
    const read = await readFrame(db, input, context);
    const { rows, counts, sha256 } = read;
    const pages: string[] = [];
    for (let at = 0; at < rows.length; at += FRAME_PAGE) pages.push(JSON.stringify(rows.slice(at, at + FRAME_PAGE)));
    return { counts, rows: rows.length, pages, sha256, digest: digestOf(read) };
  } finally {
    db.close();
  }
};

/** Registers the new rows: all, or nothing. @throws AppError CONFLICT importFileChanged, importStoreChanged; as readFrame */
export const applyFrame: Task<FrameInput & ImportRun, FrameCounts> = (input, context) =>
  importOnce(input, context, {
    read: (db) => readFrame(db, input, context),
    plan: (_, read) => ({ ...read, digest: digestOf(read) }),
    write: (tx, { rows, counts }) => {
      // What was read lay outside the transaction: whether the frame is still open is asked again.
      const { id } = sampleIn(tx, input.actor, input.choice.id, ['registering']);
      const added = rows.flatMap(({ fate, values }) => (fate === 'new' ? [values] : []));
      if (added.length > 0) registerRows(tx, id, added, { from: 'file', sha256: input.sha256 });
      return Promise.resolve(counts);
    },
  });
