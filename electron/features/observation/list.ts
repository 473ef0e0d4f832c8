// The list of observations as grid rows: filters, and for third-party assessors their own only (4.2).
import type { Actor } from '../../../shared/contract/account.ts';
import type { ObservationFilter, ObservationRow as Row } from '../../../shared/contract/observation.ts';
import type { ObservationState, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, listOf, sql, type Sql } from '../../db/sql.ts';
import { notBlind } from '../calibration/blind.ts';
import { branchAndBelow } from '../people/branches.ts';
import { pinnedStandard } from './standardOf.ts';

interface ListRow {
  readonly id: string;
  readonly state: ObservationState;
  readonly amending: number;
  readonly late_entry: number;
  readonly agent_id: string;
  readonly employee_number: string;
  readonly agent_name: string;
  readonly branch_id: string;
  readonly branch_name: string;
  readonly team: string;
  readonly assessor_id: string;
  readonly assessor_name: string;
  readonly planned_on: string | null;
  readonly service_at: string | null;
  readonly day: string;
  readonly kind: ServiceContext['kind'];
  readonly setting: ServiceContext['setting'];
  readonly place: string;
  readonly client: string;
  readonly standard_version_id: string | null;
  readonly answered: number;
  readonly findings: number;
  readonly pending: number;
  readonly confirmed: number;
  readonly revision: number;
  readonly score: number | null;
  readonly started_at: string | null;
  readonly submitted_at: string | null;
  readonly calibration_id: string | null;
}

function conditions(db: ReadDb, actor: Actor, filter: ObservationFilter): Sql {
  const wanted: Sql[] = [notBlind(actor.userId)];
  if (seesOnlyOwnObservations(actor.roles)) wanted.push(sql`o.assessor_id = ${actor.userId}`);
  if (filter.states.length > 0) wanted.push(sql`o.state IN (${listOf(filter.states)})`);
  if (filter.from !== null) wanted.push(sql`o.day >= ${filter.from}`);
  if (filter.to !== null) wanted.push(sql`o.day <= ${filter.to}`);
  if (filter.branchId !== null) wanted.push(sql`o.branch_id IN (${listOf(branchAndBelow(db, filter.branchId))})`);
  if (filter.agentId !== null) wanted.push(sql`o.agent_id = ${filter.agentId}`);
  if (filter.assessorId !== null) wanted.push(sql`o.assessor_id = ${filter.assessorId}`);
  if (filter.lateEntry !== null) wanted.push(sql`o.late_entry = ${filter.lateEntry ? 1 : 0}`);
  if (filter.amending !== null)
    wanted.push(sql`(o.state = 'submitted' AND r.state = 'open') = ${filter.amending ? 1 : 0}`);
  if (filter.kinds.length > 0) wanted.push(sql`r.kind IN (${listOf(filter.kinds)})`);
  const text = filter.text.trim().toLowerCase();
  if (text !== '')
    wanted.push(
      sql`instr(lower(a.name), ${text}) > 0 OR instr(lower(a.number), ${text}) > 0 OR instr(lower(r.place), ${text}) > 0`,
    );
  return every(wanted);
}

// The revision that the row shows: the open one, else the one that counts, else the last.
const FROM = sql`observation o
  JOIN observation_revision r ON r.id = coalesce(
    (SELECT id FROM observation_revision WHERE observation_id = o.id AND state = 'open'),
    o.submitted_revision_id,
    (SELECT id FROM observation_revision WHERE observation_id = o.id ORDER BY number DESC LIMIT 1))
  JOIN agent a ON a.id = o.agent_id
  JOIN branch b ON b.id = o.branch_id
  JOIN user u ON u.id = o.assessor_id
  LEFT JOIN observation_revision s ON s.id = o.submitted_revision_id`;

/** The statement of the list, newest day first; exported for the test of its query plan. */
export const listQuery = (db: ReadDb, actor: Actor, filter: ObservationFilter): Sql => sql`SELECT o.id, o.state,
    o.state = 'submitted' AND r.state = 'open' AS amending, o.late_entry, o.agent_id, a.number AS employee_number,
    a.name AS agent_name, o.branch_id, b.name AS branch_name, o.team, o.assessor_id, u.name AS assessor_name, o.planned_on,
    o.service_at, o.day, r.kind, r.setting, r.place, r.client, o.standard_version_id,
    (SELECT count(*) FROM answer WHERE revision_id = r.id) AS answered,
    (SELECT count(*) FROM finding WHERE revision_id = r.id) AS findings,
    (SELECT count(*) FROM red_line WHERE observation_id = o.id AND state = 'pending') AS pending,
    (SELECT count(*) FROM red_line WHERE observation_id = o.id AND state = 'confirmed') AS confirmed,
    r.number AS revision, s.score, o.started_at, s.submitted_at,
    o.calibration_id
  FROM ${FROM} WHERE ${conditions(db, actor, filter)} ORDER BY o.day DESC, o.id DESC LIMIT ${filter.limit}`;

/** Observations that the actor may see; `total` counts those beyond the limit too. */
export function listObservations(db: ReadDb, actor: Actor, filter: ObservationFilter): { rows: Row[]; total: number } {
  const rows = db.all<ListRow>(listQuery(db, actor, filter)).map((row): Row => {
    const standard = row.standard_version_id === null ? null : pinnedStandard(db, row.standard_version_id);
    return {
      id: row.id,
      state: row.state,
      amending: row.amending === 1,
      lateEntry: row.late_entry === 1,
      agentId: row.agent_id,
      employeeNumber: row.employee_number,
      agentName: row.agent_name,
      branchId: row.branch_id,
      branchName: row.branch_name,
      team: row.team,
      assessorId: row.assessor_id,
      assessorName: row.assessor_name,
      plannedOn: row.planned_on,
      serviceAt: row.service_at,
      serviceDay: row.service_at === null ? null : row.day,
      kind: row.kind,
      setting: row.setting,
      place: row.place,
      client: maskClient(row.client),
      standardNumber: standard?.number ?? null,
      answered: row.answered,
      criteria: standard?.criteria.length ?? 0,
      findings: row.findings,
      redLinesPending: row.pending,
      redLinesConfirmed: row.confirmed,
      revision: row.revision,
      score: row.score,
      startedAt: row.started_at,
      submittedAt: row.submitted_at,
      calibrationId: row.calibration_id,
    };
  });
  const total =
    rows.length < filter.limit
      ? rows.length
      : (db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${FROM} WHERE ${conditions(db, actor, filter)}`)?.n ?? 0);
  return { rows, total };
}
