// The steps of an import in the worker: the sheets of a file, the preview in pages, the one transaction that writes it.
import {
  IMPORT_PAGE,
  ImportField,
  type ImportChoice,
  type ImportCounts,
  type ImportedRow,
  type ResponseKind,
} from '../../../shared/contract/responses.ts';
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import { IMPORT_HEADERS } from '../../../shared/domain/responses/importHeaders.ts';
import type { PlannedRow } from '../../../shared/domain/responses/importPlan.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import type { Change } from '../../db/change.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { sheetHeads } from '../../excel/sheet/read.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import type { PreviewOutput } from '../sheetImport/importDesk.ts';
import { eachRow, importOnce, type ImportRun } from '../sheetImport/importOnce.ts';
import { learnHeaders } from './importHeaders.ts';
import { withKind } from './importKinds.ts';
import { planImport, readImport, type ImportKind, type ImportPlan, type ReadImport } from './importPlan.ts';
import { addRow, amendRow, type Content } from './kept.ts';

export interface OpenInput {
  readonly path: string;
  readonly kind: ResponseKind;
  readonly learned: LearnedHeaders<ImportField>;
}

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const openImport: Task<OpenInput, SheetHead[]> = ({ path, kind, learned }, context) =>
  sheetHeads(path, (head) => IMPORT_HEADERS[kind].findHeaderRow(head, learned), context);

/** The contract's field under the name that the import gives it. */
const shownField = (field: string): ImportField => (field === 'agentId' ? 'agent' : ImportField.parse(field));

function shownRow<Fields extends Content>(planned: PlannedRow<Fields>, numberOf: (id: string) => string): ImportedRow {
  const { source } = planned;
  const { values } = source;
  const text = (field: string, value: string | number | null | undefined): string =>
    field === 'agentId' ? numberOf(String(value)) : String(value ?? '');
  return {
    row: source.row,
    fate: planned.fate,
    employeeNumber: values.agent?.number ?? '',
    agentName: values.agent?.name ?? values.agentName ?? '',
    when: values.askedAt ?? values.dueOn ?? values.month ?? '',
    client: values.client ?? '',
    corrects: planned.fate === 'changed' && planned.corrects,
    changes:
      planned.fate === 'changed'
        ? planned.changed.map((field) => ({
            field: shownField(field),
            before: text(field, planned.held.fields[field]),
            after: text(field, planned.fields[field]),
          }))
        : [],
    rejections: planned.fate === 'rejected' ? [...planned.rejections] : [],
  };
}

export interface PreviewInput {
  readonly database: string;
  readonly path: string;
  readonly choice: ImportChoice;
  /** Epoch milliseconds; nothing recorded lies after it. */
  readonly readAt: number;
}

function shownPlan<Fields extends Content>(
  db: ReadDb,
  read: ReadImport,
  kind: ImportKind<Fields>,
): PreviewOutput<ImportCounts> {
  const plan = planImport(db, read, kind);
  const numbers = new Map(
    read.rows.flatMap(({ values }) => (values.agent ? [[values.agent.id, values.agent.number]] : [])),
  );
  const shown = plan.rows.map((row) => shownRow(row, (id) => numbers.get(id) ?? ''));
  const pages: string[] = [];
  for (let at = 0; at < shown.length; at += IMPORT_PAGE) pages.push(JSON.stringify(shown.slice(at, at + IMPORT_PAGE)));
  return { counts: plan.counts, rows: shown.length, pages, sha256: read.sha256, digest: plan.digest };
}

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const previewImport: Task<PreviewInput, PreviewOutput<ImportCounts>> = async (input, context) => {
  const { database, path, choice, readAt } = input;
  const db = connect(database, { readonly: true });
  try {
    const read = await readImport(db, path, choice, readAt, context);
    context.onProgress({ stage: 'comparing', done: 0, total: 1 });
    return withKind(db, choice.kind, readAt, (kind) => shownPlan(db, read, kind));
  } finally {
    db.close();
  }
};

export interface ApplyInput extends ImportRun, Omit<PreviewInput, 'database'> {
  /** Headers that the person mapped by hand. */
  readonly learned: LearnedHeaders<ImportField>;
  /** Kept with every row that the import corrects. */
  readonly reason: string;
}

async function write<Fields extends Content>(
  tx: Change,
  { table }: ImportKind<Fields>,
  plan: ImportPlan<Fields>,
  { actorId, reason }: ApplyInput,
  context: TaskContext,
): Promise<void> {
  const by = { actorId, via: 'import' } as const;
  const due = plan.rows.filter((row) => row.fate === 'new' || row.fate === 'changed');
  await eachRow(due, context, (row) => {
    if (row.fate === 'new') addRow(tx, table, row.fields, by);
    else if (row.fate === 'changed') amendRow(tx, table, row.held.id, row.held.fields, row.fields, reason, by);
  });
}

/**
 * Applies the previewed file. One that changes nothing writes nothing, not even an audit entry.
 * @throws AppError CONFLICT importFileChanged, importStoreChanged; FILE as openWorkbook; CANCELLED
 */
export const applyImport: Task<ApplyInput, ImportCounts> = (input, context) => {
  const { path, choice, readAt } = input;
  const ofKind = <Fields extends Content>(kind: ImportKind<Fields>): Promise<ImportCounts> =>
    importOnce(input, context, {
      read: (db) => readImport(db, path, choice, readAt, context),
      plan: (db, read) => planImport(db, read, kind),
      write: async (tx, plan) => {
        const learned = learnHeaders(tx, choice.kind, input.learned);
        const { counts } = plan;
        if (counts.new + counts.changed > 0 || learned) {
          await write(tx, kind, plan, input, context);
          tx.note({
            action: `${kind.table.entity}.imported`,
            entity: kind.table.entity,
            entityId: tx.newId(),
            facts: { ...counts, sha256: input.sha256 },
          });
        }
        return counts;
      },
    });
  const db = connect(input.database, { readonly: true });
  try {
    return withKind(db, choice.kind, readAt, ofKind);
  } finally {
    db.close();
  }
};
