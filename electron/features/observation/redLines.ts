// Owns the table `red_line` (1.2.1, 2.4.1, 2.5.1): recorded by the assessor's tap, with the agent's statement, confirmed
// or rejected by a holder of redLine.decide who is not the assessor. Only then does it veto.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PendingRedLine } from '../../../shared/contract/observation.ts';
import type { RedLine, RedLineState } from '../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { mayDecide, redLineEffect } from '../../../shared/domain/observation/redLine.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { notBlind } from '../calibration/blind.ts';
import { observationFor, type OpenSession } from './rows.ts';
import { pinnedStandard } from './standardOf.ts';

interface RedLineRow {
  readonly id: string;
  readonly observation_id: string;
  readonly revision_id: string;
  readonly criterion: string;
  readonly clause: string;
  readonly state: RedLineState;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly recorder: string;
  readonly statement: string | null;
  readonly statement_at: string | null;
  readonly decided_at: string | null;
  readonly decider: string | null;
  readonly decision_reason: string | null;
}

const asRedLine = (row: RedLineRow): RedLine => ({
  id: row.id,
  observationId: row.observation_id,
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

const select = (where: Sql): Sql => sql`SELECT l.*, recorder.name AS recorder, decider.name AS decider FROM red_line l
  JOIN user recorder ON recorder.id = l.recorded_by LEFT JOIN user decider ON decider.id = l.decided_by
  WHERE ${where} ORDER BY l.recorded_at, l.rowid`;

export const redLinesOf = (db: ReadDb, observationId: string): RedLine[] =>
  db.all<RedLineRow>(select(sql`l.observation_id = ${observationId}`)).map(asRedLine);

function rowOf(db: ReadDb, observationId: string, id: string): RedLineRow {
  const row = db.get<RedLineRow>(select(sql`l.id = ${id} AND l.observation_id = ${observationId}`));
  if (!row) throw new AppError('NOT_FOUND', 'redLineMissing');
  return row;
}

function retract(
  tx: Change,
  row: { readonly id: string; readonly observation_id: string; readonly criterion: string },
): void {
  tx.run(sql`UPDATE red_line SET state = 'retracted' WHERE id = ${row.id}`);
  tx.note({
    action: 'redLine.retracted',
    entity: 'redLine',
    entityId: row.id,
    facts: { observation: row.observation_id, criterion: row.criterion },
  });
}

/**
 * What an answer on a red-line criterion does to its red line.
 * @returns the one that stands afterwards, or null
 * @throws AppError CONFLICT redLineNeedsConfirmation (criterion, clause) or redLineConfirmed
 */
export function applyAnswer(
  tx: Change,
  session: OpenSession,
  change: {
    readonly criterion: Criterion;
    readonly failing: boolean;
    readonly confirmedByAssessor: boolean;
    readonly actorId: string;
  },
): RedLine | null {
  const { criterion } = change;
  const standing = tx.get<{
    id: string;
    observation_id: string;
    criterion: string;
    state: RedLineState;
    revision_id: string;
  }>(
    sql`SELECT id, observation_id, criterion, state, revision_id FROM red_line
      WHERE observation_id = ${session.id} AND criterion = ${criterion.code} AND state <> 'retracted'`,
  );
  const effect = redLineEffect({
    failing: change.failing,
    confirmedByAssessor: change.confirmedByAssessor,
    standing: (standing?.state as Exclude<RedLineState, 'retracted'> | undefined) ?? null,
    ownRevision: standing?.revision_id === session.revision_id,
  });
  switch (effect) {
    case 'none':
      return standing ? asRedLine(rowOf(tx, session.id, standing.id)) : null;
    case 'askToConfirm':
      throw new AppError('CONFLICT', 'redLineNeedsConfirmation', {
        criterion: criterion.code,
        clause: criterion.clause,
      });
    case 'refuse':
      throw new AppError('CONFLICT', 'redLineConfirmed', { criterion: criterion.code });
    case 'retract':
      if (standing) retract(tx, standing);
      return null;
    case 'record': {
      const id = tx.newId();
      tx.run(sql`INSERT INTO red_line (id, observation_id, revision_id, criterion, clause, state, recorded_at, recorded_by)
        VALUES (${id}, ${session.id}, ${session.revision_id}, ${criterion.code}, ${criterion.clause}, 'pending', ${tx.at}, ${change.actorId})`);
      tx.note({
        action: 'redLine.recorded',
        entity: 'redLine',
        entityId: id,
        facts: { observation: session.id, criterion: criterion.code, clause: criterion.clause },
      });
      return asRedLine(rowOf(tx, session.id, id));
    }
  }
}

/** Retracts the pending red lines for which `gone` is true; at submission and when an amendment is given up. */
export function retractPending(
  tx: Change,
  observationId: string,
  gone: (line: { readonly criterion: string; readonly revision_id: string }) => boolean,
): void {
  const pending = tx.all<{ id: string; observation_id: string; criterion: string; revision_id: string }>(
    sql`SELECT id, observation_id, criterion, revision_id FROM red_line
      WHERE observation_id = ${observationId} AND state = 'pending'`,
  );
  for (const line of pending.filter(gone)) retract(tx, line);
}

interface OfRedLine {
  readonly id: string;
  readonly redLineId: string;
}

/** @throws AppError CONFLICT redLineDecided when it is no longer pending */
function pendingLine(tx: Change, { id, redLineId }: OfRedLine): RedLineRow {
  const line = rowOf(tx, id, redLineId);
  if (line.state !== 'pending') throw new AppError('CONFLICT', 'redLineDecided');
  return line;
}

/**
 * Keeps the agent's own words on a pending red line; by its assessor or by one who may decide.
 * @throws AppError NOT_FOUND, FORBIDDEN notYourObservation, CONFLICT redLineDecided
 */
export const keepStatement = (store: Store, actor: Actor, input: OfRedLine & { readonly statement: string }): RedLine =>
  store.change(actor.userId, (tx) => {
    const session = observationFor(tx, actor, input.id);
    if (session.assessor_id !== actor.userId && !may(actor.roles, 'redLine.decide'))
      throw new AppError('FORBIDDEN', 'notYourObservation');
    const line = pendingLine(tx, input);
    tx.run(sql`UPDATE red_line SET statement = ${input.statement}, statement_at = ${tx.at} WHERE id = ${line.id}`);
    tx.note({
      action: 'redLine.statementKept',
      entity: 'redLine',
      entityId: line.id,
      facts: { observation: input.id, criterion: line.criterion },
      fields: { statement: input.statement },
    });
    return asRedLine(rowOf(tx, input.id, line.id));
  });

/**
 * Confirms or rejects a red line of a submitted or withdrawn session. Confirming needs the agent's statement.
 * @throws AppError FORBIDDEN redLineOwn, CONFLICT redLineTooEarly, redLineDecided or redLineStatementMissing
 */
export const decide = (
  store: Store,
  actor: Actor,
  input: OfRedLine & { readonly confirmed: boolean; readonly reason: string },
): RedLine =>
  store.change(actor.userId, (tx) => {
    const session = observationFor(tx, actor, input.id);
    const line = pendingLine(tx, input);
    if (!mayDecide(actor.userId, { assessorId: session.assessor_id, recordedById: line.recorded_by }))
      throw new AppError('FORBIDDEN', 'redLineOwn');
    const open = tx.get(sql`SELECT 1 FROM observation_revision WHERE id = ${line.revision_id} AND state = 'open'`);
    if (!allows(session.state, 'decideRedLine', false) || open) throw new AppError('CONFLICT', 'redLineTooEarly');
    if (input.confirmed && line.statement === null) throw new AppError('CONFLICT', 'redLineStatementMissing');
    const state = input.confirmed ? 'confirmed' : 'rejected';
    tx.run(sql`UPDATE red_line SET state = ${state}, decided_at = ${tx.at}, decided_by = ${actor.userId},
      decision_reason = ${input.reason} WHERE id = ${line.id}`);
    tx.note({
      action: `redLine.${state}`,
      entity: 'redLine',
      entityId: line.id,
      facts: { observation: input.id, criterion: line.criterion, clause: line.clause },
      fields: { reason: input.reason },
    });
    return asRedLine(rowOf(tx, input.id, line.id));
  });

/** Red lines of submitted and withdrawn sessions that wait for a decision, the oldest first. */
export function pendingRedLines(db: ReadDb, actor: Actor): PendingRedLine[] {
  const own = seesOnlyOwnObservations(actor.roles) ? [sql`o.assessor_id = ${actor.userId}`] : [];
  const rows = db.all<
    RedLineRow & {
      agent_name: string;
      employee_number: string;
      branch_name: string;
      assessor_id: string;
      day: string;
      standard_version_id: string;
    }
  >(sql`SELECT l.*, recorder.name AS recorder, NULL AS decider, a.name AS agent_name, a.number AS employee_number,
      b.name AS branch_name, o.assessor_id, o.day, o.standard_version_id
    FROM red_line l JOIN observation o ON o.id = l.observation_id
      JOIN observation_revision r ON r.id = l.revision_id
      JOIN agent a ON a.id = o.agent_id JOIN branch b ON b.id = o.branch_id JOIN user recorder ON recorder.id = l.recorded_by
    WHERE l.state = 'pending' AND r.state <> 'open' AND o.state IN ('submitted', 'withdrawn')
      AND ${notBlind(actor.userId)} AND ${every(own)}
    ORDER BY l.recorded_at, l.rowid`);
  return rows.map((row) => ({
    ...asRedLine(row),
    agentName: row.agent_name,
    employeeNumber: row.employee_number,
    branchName: row.branch_name,
    assessorId: row.assessor_id,
    serviceDay: row.day,
    clauseTitle: pinnedStandard(db, row.standard_version_id).clauses.find(({ id }) => id === row.clause)?.title ?? {
      zh: row.clause,
      en: row.clause,
    },
    decidable:
      may(actor.roles, 'redLine.decide') &&
      mayDecide(actor.userId, { assessorId: row.assessor_id, recordedById: row.recorded_by }),
  }));
}
