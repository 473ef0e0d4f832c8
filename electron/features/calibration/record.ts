// The list of calibrations and one of them with its comparison. While it is open nobody gets anything of another's
// session but whether it was begun and submitted; a third-party assessor sees those in which they take part.
import type { Actor } from '../../../shared/contract/account.ts';
import type {
  CalibrationRecord,
  CalibrationRow,
  CalibrationSessionState,
} from '../../../shared/contract/calibration.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, sql, type Sql } from '../../db/sql.ts';
import { historyOf } from '../auditLog.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import type { CalibrationTableRow } from './calibrations.ts';
import { comparedOf, type ComparedCalibration } from './compared.ts';

interface ListRow extends CalibrationTableRow {
  readonly employee_number: string;
  readonly agent_name: string;
  readonly branch_name: string;
  readonly creator: string;
}

interface SessionRow {
  readonly user_id: string;
  readonly name: string;
  readonly observation_id: string | null;
  readonly state: CalibrationSessionState | null;
  readonly submitted_at: string | null;
  readonly score: number | null;
  readonly red_lines: number;
}

const rowsWhere = (db: ReadDb, actor: Actor, wanted: readonly Sql[]): ListRow[] => {
  const own = seesOnlyOwnObservations(actor.roles)
    ? [sql`EXISTS (SELECT 1 FROM calibration_assessor x WHERE x.calibration_id = c.id AND x.user_id = ${actor.userId})`]
    : [];
  return db.all<ListRow>(sql`SELECT c.*, a.number AS employee_number, a.name AS agent_name, b.name AS branch_name,
      u.name AS creator
    FROM calibration c JOIN agent a ON a.id = c.agent_id JOIN branch b ON b.id = c.branch_id
      JOIN user u ON u.id = c.created_by
    WHERE ${every([...own, ...wanted])} ORDER BY c.service_at DESC, c.id DESC`);
};

// Of several sessions of one assessor the one that was not withdrawn, else the newest.
const sessionsOf = (db: ReadDb, id: string): SessionRow[] =>
  db.all<SessionRow>(sql`SELECT x.user_id, u.name, o.id AS observation_id, o.state, r.submitted_at, r.score,
      (SELECT count(*) FROM red_line l WHERE l.observation_id = o.id AND l.state <> 'retracted') AS red_lines
    FROM calibration_assessor x JOIN user u ON u.id = x.user_id
      LEFT JOIN observation o ON o.id = (SELECT y.id FROM observation y
        WHERE y.calibration_id = x.calibration_id AND y.assessor_id = x.user_id
        ORDER BY y.state = 'withdrawn', y.id DESC LIMIT 1)
      LEFT JOIN observation_revision r ON r.id = o.submitted_revision_id
    WHERE x.calibration_id = ${id} ORDER BY u.name, u.id`);

/** A withdrawn session of an open calibration may be begun anew. */
const stateOf = (row: SessionRow, open: boolean): CalibrationSessionState =>
  row.state === null || (open && row.state === 'withdrawn') ? 'waiting' : row.state;

function asRow(
  db: ReadDb,
  actor: Actor,
  row: ListRow,
  sessions: readonly SessionRow[],
  compared: ComparedCalibration | null,
): CalibrationRow {
  const open = row.state === 'open';
  const assessors = sessions.map((one) => ({ id: one.user_id, name: one.name, state: stateOf(one, open) }));
  const figures = compared?.scales.find(({ scale }) => scale === 'passFail');
  return {
    id: row.id,
    state: row.state,
    agentId: row.agent_id,
    employeeNumber: row.employee_number,
    agentName: row.agent_name,
    branchId: row.branch_id,
    branchName: row.branch_name,
    team: row.team,
    serviceAt: row.service_at,
    day: row.day,
    kind: row.kind,
    place: row.place,
    standardNumber: pinnedStandard(db, row.standard_version_id).number,
    assessors,
    own: assessors.find(({ id }) => id === actor.userId)?.state ?? null,
    ac1: figures?.ac1 ?? null,
    percent: figures?.percent ?? null,
    createdAt: row.created_at,
  };
}

const comparisonOf = (db: ReadDb, row: CalibrationTableRow): ComparedCalibration | null =>
  row.state === 'open' ? null : comparedOf(db, row.id, row.standard_version_id);

/** Calibrations that the actor may see, newest service first. */
export const listCalibrations = (db: ReadDb, actor: Actor): CalibrationRow[] =>
  rowsWhere(db, actor, []).map((row) => asRow(db, actor, row, sessionsOf(db, row.id), comparisonOf(db, row)));

/** @throws AppError NOT_FOUND calibrationMissing */
export function readCalibration(db: ReadDb, actor: Actor, id: string): CalibrationRecord {
  const row = rowsWhere(db, actor, [sql`c.id = ${id}`])[0];
  if (!row) throw new AppError('NOT_FOUND', 'calibrationMissing');
  const sessions = sessionsOf(db, id);
  const compared = comparisonOf(db, row);
  const { kind, occasion, setting, place } = row;
  const open = row.state === 'open';
  return {
    ...asRow(db, actor, row, sessions, compared),
    context: { kind, occasion, setting, place, client: maskClient(row.client) },
    standardTitle: pinnedStandard(db, row.standard_version_id).title,
    createdBy: row.creator,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    sessions: sessions.map((one) => {
      const seen = !open || one.user_id === actor.userId;
      return {
        id: one.user_id,
        name: one.name,
        state: stateOf(one, open),
        observationId: seen ? one.observation_id : null,
        submittedAt: one.submitted_at,
        score: seen ? one.score : null,
        redLines: seen ? one.red_lines : 0,
      };
    }),
    comparison: compared && {
      compared: compared.sessions.map(({ assessorId, assessorName }) => ({ id: assessorId, name: assessorName })),
      scales: [...compared.scales],
      lines: compared.lines.map(({ criterion, verdict, spread, answers }) => ({
        criterion,
        verdict,
        spread,
        answers: answers.map(
          (answer) =>
            answer && {
              value: answer.value,
              notApplicable: answer.notApplicable,
              words: answer.words,
              note: answer.note,
            },
        ),
      })),
    },
    history: historyOf(db, 'calibration', id),
  };
}
