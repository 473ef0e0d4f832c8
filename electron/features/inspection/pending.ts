// Red lines of record reviews and patrols as others see them: those that wait for a decision, and those that are evidence.
import type { Actor } from '../../../shared/contract/account.ts';
import type { PendingInspectionRedLine } from '../../../shared/contract/inspection.ts';
import { mayDecide } from '../../../shared/domain/inspection/rights.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import { countingInstant, type Evidence, type RedLine, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql } from '../../db/sql.ts';
import { finalisedAt } from '../assessment/finalised.ts';
import { readSettings } from '../settings.ts';
import { asRedLine, type RedLineRow } from './redLines.ts';
import { pinnedChecks } from './standardOf.ts';

/** Those of submitted and withdrawn reviews and patrols that wait, the oldest first; an assessor's own alone. */
export function pendingInspectionRedLines(db: ReadDb, actor: Actor): PendingInspectionRedLine[] {
  const own = seesOnlyOwnObservations(actor.roles) ? [sql`l.inspector_id = ${actor.userId}`] : [];
  const { timeZone } = readSettings(db);
  return db
    .all<RedLineRow & { readonly employee_number: string }>(
      sql`SELECT l.*, a.name AS agent_name, a.number AS employee_number, recorder.name AS recorder, NULL AS decider
        FROM inspection_red_line l JOIN agent a ON a.id = l.agent_id JOIN user recorder ON recorder.id = l.recorded_by
        WHERE l.state = 'pending' AND l.ready = 1 AND ${every(own)} ORDER BY l.recorded_at, l.rowid`,
    )
    .map((row) => ({
      ...asRedLine(row),
      source: row.source,
      sourceId: row.source_id,
      employeeNumber: row.employee_number,
      day: dayOf(Date.parse(row.at), timeZone),
      clauseTitle: pinnedChecks(db, row.source, row.standard_version_id).clauses.find(({ id }) => id === row.clause)
        ?.title ?? { zh: row.clause, en: row.clause },
      decidable:
        may(actor.roles, 'redLine.decide') &&
        mayDecide(actor.userId, { inspectorId: row.inspector_id, recordedById: row.recorded_by }),
    }));
}

/**
 * Pending and confirmed ones of ended inspections that count for agents in the window: where they were found, or where they
 * were decided if that period was finalised before (scoring model, section 5).
 */
export function redLineEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): Map<string, Pick<Evidence, 'redLines'>> {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const rows = db.all<RedLineRow>(
    sql`SELECT * FROM inspection_red_line WHERE agent_id IN ${among(agentIds)} AND ready = 1
        AND state IN ('pending', 'confirmed')
        AND ((at >= ${from} AND at < ${to}) OR (decided_at >= ${from} AND decided_at < ${to}))
      ORDER BY at, id`,
  );
  const lines = Map.groupBy(rows, (row) => row.agent_id);
  return new Map(
    [...lines].map(([agentId, own]) => [agentId, { redLines: own.map((row) => lineOf(db, row, window)) }]),
  );
}

function lineOf(db: ReadDb, row: RedLineRow, window: Window): RedLine {
  const happenedAt = Date.parse(row.at);
  const decidedAt = row.decided_at === null ? null : Date.parse(row.decided_at);
  const day = dayOf(happenedAt, window.timeZone);
  const frozenAt = decidedAt === null ? null : finalisedAt(db, { agentId: row.agent_id, kind: window.kind, day });
  const { id, source, source_id, criterion, clause, state, decided_at } = row;
  return {
    id,
    digest: sha256(canonicalJson({ id, source, source_id, criterion, clause, state, decided_at })),
    at: countingInstant(happenedAt, decidedAt, frozenAt),
    clause,
    confirmed: state === 'confirmed',
  };
}
