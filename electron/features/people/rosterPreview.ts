// The preview of an import, made in the worker: counts, and all rows in pages by columns, each already as text, so that main
// keeps and hands them out without walking them.
import { ROSTER_PAGE, type RosterChoice, type RosterCounts, type RosterRows } from '../../../shared/contract/roster.ts';
import type { RowFate } from '../../../shared/contract/sheet.ts';
import { shownChanges } from '../../../shared/domain/people/rosterPlan.ts';
import { numberKey } from '../../../shared/domain/people/rosterRows.ts';
import { connect } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import type { PreviewOutput } from '../sheetImport/importDesk.ts';
import { knownBranches, planRoster, readRoster, type ReadRoster, type RosterPlan } from './rosterPlan.ts';

export interface PreviewInput {
  readonly database: string;
  readonly path: string;
  readonly choice: RosterChoice;
}

interface ShownRow {
  readonly row: number;
  readonly fate: RowFate;
  readonly number: string;
  readonly name: string;
  readonly branch: string;
  readonly team: string;
  readonly changes: RosterRows['changes'][number];
  readonly rejections: RosterRows['rejections'][number];
}

const byColumns = (rows: readonly ShownRow[]): RosterRows => ({
  row: rows.map((row) => row.row),
  fate: rows.map((row) => row.fate),
  number: rows.map((row) => row.number),
  name: rows.map((row) => row.name),
  branch: rows.map((row) => row.branch),
  team: rows.map((row) => row.team),
  changes: rows.map((row) => row.changes),
  rejections: rows.map((row) => row.rejections),
});

function shownRows(read: ReadRoster, plan: RosterPlan, branchCode: (id: string) => string): ShownRow[] {
  const planned = plan.rows.map((row): ShownRow => {
    const { agent } = row;
    const before = row.fate === 'changed' ? plan.held.get(numberKey(agent.number)) : undefined;
    return {
      row: row.row,
      fate: row.fate,
      number: agent.number,
      name: agent.name,
      branch: branchCode(agent.branchId),
      team: agent.team,
      changes: before && row.fate === 'changed' ? shownChanges(row.fields, before, agent, branchCode) : [],
      rejections: [],
    };
  });
  const rejected = read.rejected.map(({ row, number, name, rejections }): ShownRow => ({
    ...{ row, fate: 'rejected', number, name, branch: '', team: '', changes: [] },
    rejections: [...rejections],
  }));
  return [...planned, ...rejected].sort((a, b) => a.row - b.row);
}

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const previewRoster: Task<PreviewInput, PreviewOutput<RosterCounts>> = async (
  { database, path, choice },
  context,
) => {
  const db = connect(database, { readonly: true });
  try {
    const branches = knownBranches(db);
    const codes = new Map(branches.map((branch) => [branch.id, branch.code]));
    const read = await readRoster(path, choice, branches, context);
    context.onProgress({ stage: 'comparing', done: 0, total: 1 });
    const plan = planRoster(db, read, choice);
    const shown = shownRows(read, plan, (id) => codes.get(id) ?? '');
    const pages: string[] = [];
    for (let at = 0; at < shown.length; at += ROSTER_PAGE)
      pages.push(JSON.stringify(byColumns(shown.slice(at, at + ROSTER_PAGE))));
    return { counts: plan.counts, rows: shown.length, pages, sha256: read.sha256, digest: plan.digest };
  } finally {
    db.close();
  }
};
