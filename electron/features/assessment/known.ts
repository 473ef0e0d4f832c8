// Owns the table `assessment`: a branch and a period; and reads what is known of its results.
import type { Actor } from '../../../shared/contract/account.ts';
import type { AssessmentRecord, AssessmentRow, ResultHead, ResultState } from '../../../shared/contract/assessment.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PeriodDays, PeriodKind } from '../../../shared/contract/score.ts';
import { assessmentState } from '../../../shared/domain/assessment/states.ts';
import { dayOf, periodOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { getBranch } from '../people/branches.ts';
import { readSettings } from '../settings.ts';

export interface KnownAssessment {
  readonly id: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  /** How many results it has: the number of the newest. */
  readonly results: number;
}

interface HeadRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly number: number;
  readonly state: ResultState;
  readonly reason: string | null;
  readonly as_of: string;
  readonly computer: string;
  readonly time_zone: string;
  readonly model_version: number;
  readonly model_digest: string;
  readonly agents: number;
  readonly reviewed: number;
  readonly finalised_at: string | null;
  readonly finaliser: string | null;
  readonly digest: string | null;
}

const headOf = (row: HeadRow): ResultHead => ({
  id: row.id,
  assessmentId: row.assessment_id,
  number: row.number,
  state: row.state,
  reason: row.reason,
  asOf: row.as_of,
  computedBy: row.computer,
  timeZone: row.time_zone,
  model: { version: row.model_version, digest: row.model_digest },
  agents: row.agents,
  reviewed: row.reviewed,
  finalisedAt: row.finalised_at,
  finalisedBy: row.finaliser,
  digest: row.digest,
});

const heads = (db: ReadDb, where: Sql): ResultHead[] =>
  db
    .all<HeadRow>(
      sql`SELECT r.*, computer.name AS computer, finaliser.name AS finaliser,
          (SELECT count(*) FROM assessment_review v WHERE v.result_id = r.id) AS reviewed
        FROM assessment_result r JOIN assessment a ON a.id = r.assessment_id
          JOIN user computer ON computer.id = r.computed_by LEFT JOIN user finaliser ON finaliser.id = r.finalised_by
        WHERE ${where} ORDER BY r.number DESC`,
    )
    .map(headOf);

/** A result by its id. @throws AppError NOT_FOUND assessmentResultMissing */
export function assessmentResult(db: ReadDb, id: string): ResultHead {
  const [head] = heads(db, sql`r.id = ${id}`);
  if (!head) throw new AppError('NOT_FOUND', 'assessmentResultMissing');
  return head;
}

/** The finalised result with the highest number of a branch's period, null where none was finalised. */
export const latestFinalised = (
  db: ReadDb,
  branchId: string,
  period: Pick<PeriodDays, 'kind' | 'start'>,
): ResultHead | null =>
  heads(
    db,
    sql`a.branch_id = ${branchId} AND a.kind = ${period.kind} AND a.start_day = ${period.start} AND r.state = 'finalised'`,
  )[0] ?? null;

interface AssessmentDbRow {
  readonly id: string;
  readonly branch_id: string;
  readonly kind: PeriodKind;
  readonly start_day: string;
  readonly end_day: string;
  readonly results: number;
}

const known = (row: AssessmentDbRow): KnownAssessment => ({
  id: row.id,
  branchId: row.branch_id,
  period: { kind: row.kind, start: row.start_day, end: row.end_day },
  results: row.results,
});

const select = (where: Sql): Sql => sql`SELECT a.id, a.branch_id, a.kind, a.start_day, a.end_day,
    (SELECT count(*) FROM assessment_result r WHERE r.assessment_id = a.id) AS results
  FROM assessment a WHERE ${where} ORDER BY a.start_day DESC, a.kind, a.id`;

/** @throws AppError NOT_FOUND assessmentMissing */
export function assessmentById(db: ReadDb, id: string): KnownAssessment {
  const row = db.get<AssessmentDbRow>(select(sql`a.id = ${id}`));
  if (!row) throw new AppError('NOT_FOUND', 'assessmentMissing');
  return known(row);
}

function rowOf(db: ReadDb, { id, branchId, period, results }: KnownAssessment): AssessmentRow {
  const [newest] = heads(db, sql`r.assessment_id = ${id} AND r.number = ${results}`);
  return {
    ...{ id, branchId, branchName: getBranch(db, branchId).name, period, results },
    state: assessmentState(newest?.state ?? null),
    agents: newest?.agents ?? 0,
    reviewed: newest?.reviewed ?? 0,
    computedAt: newest?.asOf ?? null,
    finalisedAt: newest?.finalisedAt ?? null,
    finalisedBy: newest?.finalisedBy ?? null,
  };
}

/** All assessments, the newest period first. */
export const listAssessments = (db: ReadDb): AssessmentRow[] =>
  db.all<AssessmentDbRow>(select(sql`1`)).map((row) => rowOf(db, known(row)));

const todayOf = (store: Store): string => dayOf(store.clock(), readSettings(store.read).timeZone);

/** An assessment with its results, newest first, and its history. @throws AppError NOT_FOUND assessmentMissing */
export function assessmentRecord(store: Store, id: string): AssessmentRecord {
  const db = store.read;
  const one = assessmentById(db, id);
  return {
    ...rowOf(db, one),
    ended: one.period.end <= todayOf(store),
    all: heads(db, sql`r.assessment_id = ${id}`),
    history: historyOf(db, 'assessment', id),
  };
}

/**
 * The id of a branch's assessment for the period, made where there is none.
 * @throws AppError NOT_FOUND branchUnknown; INVALID periodStart; CONFLICT assessmentTooEarly
 */
export function openAssessment(
  store: Store,
  actor: Actor,
  input: { readonly branchId: string; readonly kind: PeriodKind; readonly start: string },
): { id: string } {
  const { branchId, kind, start } = input;
  getBranch(store.read, branchId);
  const period = periodOf(kind, start);
  if (period.start !== start) throw new AppError('INVALID', 'periodStart', { day: period.start });
  if (start > todayOf(store)) throw new AppError('CONFLICT', 'assessmentTooEarly', { day: start });
  const found = store.read.get<{ id: string }>(
    sql`SELECT id FROM assessment WHERE branch_id = ${branchId} AND kind = ${kind} AND start_day = ${start}`,
  );
  if (found) return found;
  return store.change(actor.userId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO assessment (id, branch_id, kind, start_day, end_day, created_at, created_by)
      VALUES (${id}, ${branchId}, ${kind}, ${start}, ${period.end}, ${tx.at}, ${actor.userId})`);
    tx.note({ action: 'assessment.opened', entity: 'assessment', entityId: id, facts: { branchId, kind, start } });
    return { id };
  });
}
