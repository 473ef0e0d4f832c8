// The steps of the import of trainings in the worker: the sheets of a file, the preview in pages, the one transaction that
// writes it. The preview shows the plan; the import makes it again and goes on only when both are the same.
import { createHash } from 'node:crypto';
import { IMPORT_PAGE, type ImportCounts } from '../../../shared/contract/responses.ts';
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import type { ImportedTraining, TrainingChoice } from '../../../shared/contract/trainingImport.ts';
import type { RecordFields } from '../../../shared/contract/trainingRows.ts';
import { TrainingField } from '../../../shared/contract/trainingWords.ts';
import { planRows, type HeldRow } from '../../../shared/domain/sheet/keptPlan.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { refuseFullDays } from '../../../shared/domain/training/dayHours.ts';
import { TRAINING_HEADERS } from '../../../shared/domain/training/importHeaders.ts';
import {
  trainingReader,
  trainingRules,
  wholeMapping,
  type KnownCourse,
  type PlannedTraining,
  type ReadTraining,
  type TrainingAgent,
} from '../../../shared/domain/training/importRows.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { openWorkbook } from '../../excel/read/workbook.ts';
import { readSheetFile, sheetHeads, sheetPieces } from '../../excel/sheet/read.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { addRow, amendRow } from '../responses/kept.ts';
import { readSettings } from '../settings.ts';
import type { PreviewOutput } from '../sheetImport/importDesk.ts';
import { eachRow, importOnce, type ImportRun } from '../sheetImport/importOnce.ts';
import { learnTrainingHeaders } from './importHeaders.ts';
import { trainingTable } from './rows.ts';
import { resettlePlan, settlePlan } from './settling.ts';

const TWICE = { field: 'agent', inFile: 'duplicateInFile', withdrawn: 'withdrawnBefore' } as const;

export interface OpenTraining {
  readonly path: string;
  readonly learned: LearnedHeaders<TrainingField>;
}

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const openTraining: Task<OpenTraining, SheetHead[]> = ({ path, learned }, context) =>
  sheetHeads(path, (head) => TRAINING_HEADERS.findHeaderRow(head, learned), context);

interface ReadFile {
  readonly rows: readonly ReadTraining[];
  readonly ignored: number;
  readonly sha256: string;
}

async function readFile(
  db: ReadDb,
  path: string,
  choice: TrainingChoice,
  now: number,
  { signal, onProgress }: TaskContext,
): Promise<ReadFile> {
  const agents = new Map(
    db.all<TrainingAgent>(sql`SELECT id, number, name FROM agent`).map((agent) => [agent.number.toUpperCase(), agent]),
  );
  const today = dayOf(now, readSettings(db).timeZone);
  const take = trainingReader({ mapping: wholeMapping(choice.mapping), agents, today });
  const { bytes, sha256 } = await readSheetFile(path);
  const book = await openWorkbook(bytes, { signal });
  const rows: ReadTraining[] = [];
  let ignored = 0;
  const tell = (share: number): void => onProgress({ stage: 'reading', done: Math.round(share * 100), total: 100 });
  for await (const piece of sheetPieces(book, choice.sheet, signal, tell))
    for (const row of piece) {
      if (row.number <= choice.headerRow) continue;
      const found = take(row);
      if (found === 'ignored') ignored += 1;
      else if (found !== 'blank') rows.push(found);
    }
  return { rows, ignored, sha256 };
}

const coursesNow = (db: ReadDb): ReadonlyMap<string, KnownCourse> =>
  new Map(
    db
      .all<KnownCourse>(
        sql`SELECT c.id, c.version, v.title, v.content, v.form, v.trainer FROM training_course c
          JOIN training_course_version v ON v.course_id = c.id AND v.number = c.version WHERE c.state = 'active'`,
      )
      .map((course) => [course.title, course]),
  );

type Held = RecordFields & { readonly id: string; readonly state: 'standing' | 'withdrawn' };

const heldOf = (db: ReadDb, agentIds: readonly string[]): HeldRow<RecordFields>[] =>
  db
    .all<Held>(
      sql`SELECT id, state, agent_id AS agentId, day, hours, course_id AS courseId, course_version AS courseVersion, title,
          content, form, trainer, theory, practical, conduct, satisfaction, note FROM training_record
        WHERE agent_id IN (SELECT value FROM json_each(${JSON.stringify(agentIds)})) ORDER BY id`,
    )
    .map(({ id, state, ...fields }) => ({ id, state, fields }));

interface Plan {
  readonly rows: readonly PlannedTraining[];
  /** Hours of days without room for a row, by the row of the file. */
  readonly full: ReadonlyMap<number, number>;
  readonly counts: ImportCounts;
  /** SHA-256 over all that would be written. */
  readonly digest: string;
}

/** Compares what was read with the store as it is now. */
function planFile(db: ReadDb, { rows: read, ignored, sha256 }: ReadFile): Plan {
  const agentIds = [...new Set(read.flatMap(({ values }) => (values.agent ? [values.agent.id] : [])))];
  const held = heldOf(db, agentIds);
  const { rows, full } = refuseFullDays(planRows(read, held, trainingRules(coursesNow(db)), TWICE), held);
  const hash = createHash('sha256').update(JSON.stringify(sha256));
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const row of rows) {
    counts[row.fate] += 1;
    if (row.fate === 'new') hash.update(JSON.stringify(row.fields));
    else if (row.fate === 'changed') hash.update(JSON.stringify([row.held.id, row.fields]));
  }
  return { rows, full, counts: { ...counts, ignored }, digest: hash.digest('hex') };
}

const isShown = (field: string): field is TrainingField => TrainingField.safeParse(field).success;

function shownRow(planned: PlannedTraining, full: ReadonlyMap<number, number>): ImportedTraining {
  const { row, values } = planned.source;
  return {
    ...{ row, fate: planned.fate, day: values.day ?? '', title: values.title ?? '', hours: values.hours ?? null },
    employeeNumber: values.agent?.number ?? '',
    agentName: values.agent?.name ?? values.agentName ?? '',
    corrects: planned.fate === 'changed' && planned.corrects,
    changes:
      planned.fate === 'changed'
        ? planned.changed.filter(isShown).map((field) => ({
            field,
            before: String(planned.held.fields[field as keyof RecordFields] ?? ''),
            after: String(planned.fields[field as keyof RecordFields] ?? ''),
          }))
        : [],
    rejections: planned.fate === 'rejected' ? [...planned.rejections] : [],
    dayHours: full.get(row) ?? null,
  };
}

export interface PreviewTraining {
  readonly database: string;
  readonly path: string;
  readonly choice: TrainingChoice;
  /** Epoch milliseconds; nothing recorded lies after it. */
  readonly readAt: number;
}

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const previewTraining: Task<PreviewTraining, PreviewOutput<ImportCounts>> = async (input, context) => {
  const { database, path, choice, readAt } = input;
  const db = connect(database, { readonly: true });
  try {
    const read = await readFile(db, path, choice, readAt, context);
    context.onProgress({ stage: 'comparing', done: 0, total: 1 });
    const { rows, full, counts, digest } = planFile(db, read);
    const shown = rows.map((row) => shownRow(row, full));
    const pages: string[] = [];
    for (let at = 0; at < shown.length; at += IMPORT_PAGE)
      pages.push(JSON.stringify(shown.slice(at, at + IMPORT_PAGE)));
    return { counts, rows: shown.length, pages, sha256: read.sha256, digest };
  } finally {
    db.close();
  }
};

export interface ApplyTraining extends ImportRun, Omit<PreviewTraining, 'database'> {
  /** Headers that the person mapped by hand. */
  readonly learned: LearnedHeaders<TrainingField>;
  /** Kept with every row that the import corrects. */
  readonly reason: string;
}

/**
 * Applies the previewed file; new trainings do the plans that wait for them. One that changes nothing writes nothing.
 * @throws AppError CONFLICT importFileChanged, importStoreChanged; FILE as openWorkbook; CANCELLED
 */
export const applyTraining: Task<ApplyTraining, ImportCounts> = (input, context) => {
  const { path, choice, readAt, actorId, reason } = input;
  return importOnce(input, context, {
    read: (db) => readFile(db, path, choice, readAt, context),
    plan: planFile,
    write: async (tx, { rows, counts }) => {
      const learned = learnTrainingHeaders(tx, input.learned);
      if (counts.new + counts.changed === 0 && !learned) return counts;
      const by = { actorId, via: 'import' } as const;
      const due = rows.filter((row) => row.fate === 'new' || row.fate === 'changed');
      await eachRow(due, context, (row) => {
        if (row.fate === 'new') settlePlan(tx, addRow(tx, trainingTable, row.fields, by), row.fields, null);
        else if (row.fate === 'changed') {
          const { held, fields } = row;
          const id = amendRow(tx, trainingTable, held.id, held.fields, fields, reason, by);
          if (id !== held.id) resettlePlan(tx, held.id, { id, before: held.fields, fields });
        }
      });
      tx.note({
        action: 'trainingRecord.imported',
        entity: 'trainingRecord',
        entityId: tx.newId(),
        facts: { ...counts, sha256: input.sha256 },
      });
      return counts;
    },
  });
};
