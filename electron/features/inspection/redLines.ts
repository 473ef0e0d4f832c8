// Owns the table `inspection_red_line` (1.2.1, 2.4.1, 2.5.1): recorded by a failing verdict in a record review or a patrol,
// with the agent's statement, confirmed or rejected by a holder of redLine.decide who did not make the inspection. Only a
// confirmed one vetoes (scoring model, section 5), also one of a withdrawn inspection.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Inspection, InspectionRedLine, Verdict } from '../../../shared/contract/inspection.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { mayDecide } from '../../../shared/domain/inspection/rights.ts';
import { redLineEffect } from '../../../shared/domain/inspection/verdict.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import type { Place } from './findings.ts';

export interface RedLineRow {
  readonly id: string;
  readonly source: Inspection;
  readonly source_id: string;
  readonly agent_id: string;
  readonly agent_name: string;
  readonly criterion: string;
  readonly clause: string;
  readonly standard_version_id: string;
  readonly inspector_id: string;
  readonly state: InspectionRedLine['state'];
  readonly at: string;
  readonly ready: number;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly recorder: string;
  readonly statement: string | null;
  readonly statement_at: string | null;
  readonly decided_at: string | null;
  readonly decider: string | null;
  readonly decision_reason: string | null;
}

export const asRedLine = (row: RedLineRow): InspectionRedLine => ({
  id: row.id,
  agentId: row.agent_id,
  agentName: row.agent_name,
  criterion: row.criterion,
  clause: row.clause,
  state: row.state,
  recordedAt: row.recorded_at,
  recordedBy: row.recorder,
  statement: row.statement,
  statementAt: row.statement_at,
  decidedAt: row.decided_at,
  decidedBy: row.decider,
  decisionReason: row.decision_reason,
});

const select = (where: Sql): Sql => sql`SELECT l.*, a.name AS agent_name, recorder.name AS recorder,
    decider.name AS decider
  FROM inspection_red_line l JOIN agent a ON a.id = l.agent_id JOIN user recorder ON recorder.id = l.recorded_by
    LEFT JOIN user decider ON decider.id = l.decided_by
  WHERE ${where} ORDER BY l.recorded_at, l.rowid`;

/** Red lines of a review or patrol, retracted ones too. */
export const redLinesOf = (db: ReadDb, source: Inspection, sourceId: string): InspectionRedLine[] =>
  db.all<RedLineRow>(select(sql`l.source = ${source} AND l.source_id = ${sourceId}`)).map(asRedLine);

function rowOf(db: ReadDb, source: Inspection, sourceId: string, id: string): RedLineRow {
  const row = db.get<RedLineRow>(select(sql`l.id = ${id} AND l.source = ${source} AND l.source_id = ${sourceId}`));
  if (!row) throw new AppError('NOT_FOUND', 'redLineMissing');
  return row;
}

/**
 * What a verdict on a red-line check does to its red line.
 * @returns the one that stands afterwards, or null
 * @throws AppError CONFLICT redLineNeedsConfirmation (criterion, clause)
 */
export function applyVerdict(
  tx: Change,
  at: Place,
  given: {
    readonly criterion: Criterion;
    readonly verdict: Verdict | null;
    readonly confirmed: boolean;
    readonly inspectorId: string;
    readonly standardVersionId: string;
  },
): InspectionRedLine | null {
  const { criterion } = given;
  const standing = tx.get<{ id: string }>(sql`SELECT id FROM inspection_red_line WHERE source = ${at.source}
    AND source_id = ${at.sourceId} AND agent_id = ${at.agentId} AND criterion = ${at.criterion} AND state = 'pending'`);
  const effect = redLineEffect({
    failing: criterion.redLine && given.verdict === 'failed',
    confirmed: given.confirmed,
    standing: standing !== undefined,
  });
  switch (effect) {
    case 'none':
      return standing ? asRedLine(rowOf(tx, at.source, at.sourceId, standing.id)) : null;
    case 'askToConfirm':
      throw new AppError('CONFLICT', 'redLineNeedsConfirmation', {
        criterion: criterion.code,
        clause: criterion.clause,
      });
    case 'retract':
      tx.run(sql`UPDATE inspection_red_line SET state = 'retracted' WHERE id = ${standing!.id}`);
      noteLine(tx, 'retracted', standing!.id, at, criterion.clause);
      return null;
    case 'record': {
      const id = tx.newId();
      tx.run(sql`INSERT INTO inspection_red_line (id, source, source_id, agent_id, criterion, clause, standard_version_id,
          inspector_id, state, at, recorded_at, recorded_by)
        VALUES (${id}, ${at.source}, ${at.sourceId}, ${at.agentId}, ${criterion.code}, ${criterion.clause},
          ${given.standardVersionId}, ${given.inspectorId}, 'pending', ${tx.at}, ${tx.at}, ${given.inspectorId})`);
      noteLine(tx, 'recorded', id, at, criterion.clause);
      return asRedLine(rowOf(tx, at.source, at.sourceId, id));
    }
  }
}

const noteLine = (
  tx: Change,
  what: 'recorded' | 'retracted',
  id: string,
  { source, sourceId, criterion }: Place,
  clause: string,
): void =>
  tx.note({
    action: `redLine.${what}`,
    entity: 'redLine',
    entityId: id,
    facts: { source, sourceId, criterion, clause },
  });

/** With the inspection ended, its red lines may be decided; `at` is the instant by which they belong to a period. */
export const makeReady = (tx: Change, source: Inspection, sourceId: string, at: string): number =>
  tx.run(sql`UPDATE inspection_red_line SET ready = 1, at = ${at}
    WHERE source = ${source} AND source_id = ${sourceId} AND state = 'pending' AND ready = 0`);

interface OfRedLine {
  readonly source: Inspection;
  readonly id: string;
  readonly redLineId: string;
}

/** @throws AppError CONFLICT redLineDecided when it is no longer pending */
function pendingLine(tx: Change, { source, id, redLineId }: OfRedLine): RedLineRow {
  const line = rowOf(tx, source, id, redLineId);
  if (line.state !== 'pending') throw new AppError('CONFLICT', 'redLineDecided');
  return line;
}

/**
 * Keeps the agent's own words on a pending red line; by its inspector or by one who may decide. The caller has seen to it
 * that the actor may read the source.
 * @throws AppError NOT_FOUND redLineMissing, FORBIDDEN notYourInspection, CONFLICT redLineDecided
 */
export const keepStatement = (
  store: Store,
  actor: Actor,
  input: OfRedLine & { readonly statement: string },
): InspectionRedLine =>
  store.change(actor.userId, (tx) => {
    const line = pendingLine(tx, input);
    if (line.inspector_id !== actor.userId && !may(actor.roles, 'redLine.decide'))
      throw new AppError('FORBIDDEN', 'notYourInspection');
    tx.run(sql`UPDATE inspection_red_line SET statement = ${input.statement}, statement_at = ${tx.at}
      WHERE id = ${line.id}`);
    tx.note({
      action: 'redLine.statementKept',
      entity: 'redLine',
      entityId: line.id,
      facts: { source: input.source, sourceId: input.id, criterion: line.criterion },
      fields: { statement: input.statement },
    });
    return asRedLine(rowOf(tx, input.source, input.id, line.id));
  });

/**
 * Confirms or rejects a red line of a submitted or withdrawn inspection. Confirming needs the agent's statement.
 * @throws AppError FORBIDDEN redLineOwn, CONFLICT redLineTooEarly, redLineDecided or redLineStatementMissing
 */
export const decideRedLine = (
  store: Store,
  actor: Actor,
  input: OfRedLine & { readonly confirmed: boolean; readonly reason: string },
): InspectionRedLine =>
  store.change(actor.userId, (tx) => {
    const line = pendingLine(tx, input);
    if (!mayDecide(actor.userId, { inspectorId: line.inspector_id, recordedById: line.recorded_by }))
      throw new AppError('FORBIDDEN', 'redLineOwn');
    if (line.ready === 0) throw new AppError('CONFLICT', 'redLineTooEarly');
    if (input.confirmed && line.statement === null) throw new AppError('CONFLICT', 'redLineStatementMissing');
    const state = input.confirmed ? 'confirmed' : 'rejected';
    tx.run(sql`UPDATE inspection_red_line SET state = ${state}, decided_at = ${tx.at}, decided_by = ${actor.userId},
      decision_reason = ${input.reason} WHERE id = ${line.id}`);
    tx.note({
      action: `redLine.${state}`,
      entity: 'redLine',
      entityId: line.id,
      facts: { source: input.source, sourceId: input.id, criterion: line.criterion, clause: line.clause },
      fields: { reason: input.reason },
    });
    return asRedLine(rowOf(tx, input.source, input.id, line.id));
  });
