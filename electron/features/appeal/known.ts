// Owns the tables `appeal` and `appeal_assessor`: reads.
import type { AppealKind, AppealRow, AppealState } from '../../../shared/contract/appeal.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PeriodKind } from '../../../shared/contract/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { namesOf } from './items.ts';
import { criterionOf, subjectOf } from './subject.ts';

export interface StoredAppeal {
  readonly id: string;
  readonly result_id: string;
  readonly agent_id: string;
  readonly kind: AppealKind;
  readonly evidence_id: string;
  readonly criterion: string;
  readonly standard_version_id: string;
  readonly before: number;
  readonly score_before: number | null;
  readonly team: string;
  readonly reason: string;
  readonly filed_at: string;
  readonly filed_by: string;
  readonly due_day: string;
  readonly state: AppealState;
  readonly taken_at: string | null;
  readonly handler_id: string | null;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  readonly after: number | null;
  readonly score_after: number | null;
}

interface NamedAppeal extends StoredAppeal {
  readonly number: string;
  readonly name: string;
  readonly branch_name: string;
  readonly assessment_id: string;
  readonly result_number: number;
  readonly period_kind: PeriodKind;
  readonly start_day: string;
  readonly end_day: string;
  readonly filer: string;
  readonly handler: string | null;
  readonly ender: string | null;
}

/** @throws AppError NOT_FOUND appealMissing */
export function appealById(db: ReadDb, id: string): StoredAppeal {
  const row = db.get<StoredAppeal>(sql`SELECT * FROM appeal WHERE id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'appealMissing');
  return row;
}

export const assessorIdsOf = (db: ReadDb, id: string): string[] =>
  db
    .all<{ user_id: string }>(sql`SELECT user_id FROM appeal_assessor WHERE appeal_id = ${id}`)
    .map(({ user_id }) => user_id);

function rowOf(db: ReadDb, row: NamedAppeal): AppealRow {
  const { record } = subjectOf(db, row.kind, row.evidence_id);
  const { text } = criterionOf(db, { record, standardVersionId: row.standard_version_id }, row.criterion);
  return {
    ...{ id: row.id, kind: row.kind, evidenceId: row.evidence_id, criterion: row.criterion, record, text },
    state: row.state,
    agentId: row.agent_id,
    employeeNumber: row.number,
    agentName: row.name,
    branchName: row.branch_name,
    team: row.team,
    assessmentId: row.assessment_id,
    resultId: row.result_id,
    resultNumber: row.result_number,
    period: { kind: row.period_kind, start: row.start_day, end: row.end_day },
    reason: row.reason,
    filedAt: row.filed_at,
    filedBy: row.filer,
    dueDay: row.due_day,
    assessors: namesOf(db, assessorIdsOf(db, row.id)),
    ...{ handler: row.handler, takenAt: row.taken_at },
    ...{ endedAt: row.ended_at, endedBy: row.ender, endReason: row.end_reason },
    ...{ before: row.before, after: row.after, scoreBefore: row.score_before, scoreAfter: row.score_after },
  };
}

/** Appeals that meet a condition on `x` (the appeal) and `a` (the assessment), the earliest deadline first. */
export const appealsWhere = (db: ReadDb, where: Sql): AppealRow[] =>
  db
    .all<NamedAppeal>(
      sql`SELECT x.*, agent.number, agent.name, branch.name AS branch_name, a.id AS assessment_id, r.number AS result_number,
          a.kind AS period_kind, a.start_day, a.end_day, filer.name AS filer, handler.name AS handler, ender.name AS ender
        FROM appeal x JOIN agent ON agent.id = x.agent_id JOIN branch ON branch.id = x.branch_id
          JOIN assessment_result r ON r.id = x.result_id JOIN assessment a ON a.id = r.assessment_id
          JOIN user filer ON filer.id = x.filed_by LEFT JOIN user handler ON handler.id = x.handler_id
          LEFT JOIN user ender ON ender.id = x.ended_by
        WHERE ${where} ORDER BY x.ended_at IS NOT NULL, x.due_day, x.filed_at, x.id`,
    )
    .map((row) => rowOf(db, row));

/** All appeals: those that wait first, by their deadline. */
export const listAppeals = (db: ReadDb): AppealRow[] => appealsWhere(db, sql`1`);
