// Owns the tables `patrol`, `patrol_agent` and `patrol_cell` (8.2): one key a cell, each a durable transaction; submitted
// and locked with its digest; withdrawn with a reason. A cell left empty was not looked at.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FindingSaved, InspectionRedLine, Verdict, VerdictSaved } from '../../../shared/contract/inspection.ts';
import type { FindingFields } from '../../../shared/contract/observationRecord.ts';
import { MOST_AGENTS, type PatrolRecord } from '../../../shared/contract/patrol.ts';
import { withdrawalRefusal } from '../../../shared/domain/inspection/rights.ts';
import { mayBeSpared, storedVerdict } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { dropLeftovers, findingNote, putFinding } from '../inspection/findings.ts';
import { applyVerdict, decideRedLine, keepStatement, makeReady } from '../inspection/redLines.ts';
import { checkOf, checksInForce } from '../inspection/standardOf.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { cellOf, type OfCell } from './cells.ts';
import { contentOf, patrolRecord } from './patrolRecord.ts';
import { agentsOfPatrol, openPatrol, patrolFor, touch } from './rows.ts';

const note = (
  tx: Change,
  action: string,
  id: string,
  facts: Readonly<Record<string, string | number | null>>,
  fields: Readonly<Record<string, unknown>> = {},
) => tx.note({ action: `patrol.${action}`, entity: 'patrol', entityId: id, facts, fields });

/** @throws AppError NOT_FOUND agentUnknown */
function insertAgent(tx: Change, id: string, agentId: string, day: string, number: number): void {
  const place = agentAt(tx, agentId, day);
  if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
  tx.run(sql`INSERT INTO patrol_agent (patrol_id, agent_id, number, branch_id, team)
    VALUES (${id}, ${agentId}, ${number}, ${place.branchId}, ${place.team})`);
}

/**
 * Starts a patrol under the standard in force.
 * @throws AppError NOT_FOUND agentUnknown or criterionUnknown, INVALID patrolInFuture
 */
export function startPatrol(
  store: Store,
  actor: Actor,
  input: {
    readonly place: string;
    readonly at: string | null;
    readonly agentIds: readonly string[];
    readonly criteria: readonly string[];
  },
): PatrolRecord {
  const { timeZone } = readSettings(store.read);
  const at = input.at === null ? store.clock() : Date.parse(input.at);
  if (at > store.clock()) throw new AppError('INVALID', 'patrolInFuture');
  const day = dayOf(at, timeZone);
  const id = store.change(actor.userId, (tx) => {
    const checks = checksInForce(tx, 'patrol');
    const wanted = new Set(input.criteria.map((code) => checkOf(checks, code).code));
    const criteria = checks.criteria.filter(({ code }) => wanted.has(code)).map(({ code }) => code);
    const made = tx.newId();
    tx.run(sql`INSERT INTO patrol (id, place, at, day, patroller_id, standard_version_id, criteria, state, started_at,
        saved_at)
      VALUES (${made}, ${input.place}, ${new Date(at).toISOString()}, ${day}, ${actor.userId}, ${checks.versionId},
        ${JSON.stringify(criteria)}, 'inProgress', ${tx.at}, ${tx.at})`);
    const agents = [...new Set(input.agentIds)];
    agents.forEach((agentId, index) => insertAgent(tx, made, agentId, day, index + 1));
    note(
      tx,
      'started',
      made,
      { agents: agents.length, criteria: criteria.length, standard: checks.versionId },
      { place: input.place },
    );
    return made;
  });
  return patrolRecord(store.read, actor, id);
}

/** One who came along. @throws AppError CONFLICT agentOnPatrol or patrolFull, NOT_FOUND agentUnknown */
export function addPatrolAgent(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly agentId: string },
): PatrolRecord {
  store.change(actor.userId, (tx) => {
    const row = openPatrol(tx, actor, input.id);
    const agents = agentsOfPatrol(tx, row.id);
    if (agents.some(({ id }) => id === input.agentId)) throw new AppError('CONFLICT', 'agentOnPatrol');
    if (agents.length >= MOST_AGENTS) throw new AppError('CONFLICT', 'patrolFull', { most: MOST_AGENTS });
    insertAgent(tx, row.id, input.agentId, row.day, agents.length + 1);
    touch(tx, row.id);
    note(tx, 'agentAdded', row.id, { agent: input.agentId });
  });
  return patrolRecord(store.read, actor, input.id);
}

/**
 * Keeps or takes back the verdict of a cell.
 * @throws AppError NOT_FOUND, INVALID notApplicableRefused, CONFLICT redLineNeedsConfirmation or inspectionLocked
 */
export const giveCell = (
  store: Store,
  actor: Actor,
  input: OfCell & { readonly verdict: Verdict | null; readonly redLineConfirmed?: boolean | undefined },
): VerdictSaved =>
  store.change(actor.userId, (tx) => {
    const row = openPatrol(tx, actor, input.id);
    const { criterion, place } = cellOf(tx, row, input);
    const { verdict } = input;
    if (verdict === 'notApplicable' && !mayBeSpared(criterion))
      throw new AppError('INVALID', 'notApplicableRefused', { criterion: criterion.code });
    if (verdict === null)
      tx.run(sql`DELETE FROM patrol_cell WHERE patrol_id = ${row.id} AND agent_id = ${input.agentId}
        AND criterion = ${criterion.code}`);
    else
      tx.run(sql`INSERT INTO patrol_cell (patrol_id, agent_id, criterion, passed, answered_at)
        VALUES (${row.id}, ${input.agentId}, ${criterion.code}, ${storedVerdict(verdict)}, ${tx.at})
        ON CONFLICT (patrol_id, agent_id, criterion) DO UPDATE SET passed = excluded.passed,
          answered_at = excluded.answered_at`);
    touch(tx, row.id);
    const redLine = applyVerdict(tx, place, {
      criterion,
      verdict,
      confirmed: input.redLineConfirmed ?? false,
      inspectorId: row.patroller_id,
      standardVersionId: row.standard_version_id,
    });
    note(tx, 'checked', row.id, { agent: input.agentId, criterion: criterion.code, verdict });
    return { savedAt: tx.at, redLine };
  });

/** Keeps a problem record as far as it is written. @throws AppError NOT_FOUND, CONFLICT inspectionLocked */
export const savePatrolFinding = (
  store: Store,
  actor: Actor,
  input: OfCell & { readonly fields: FindingFields },
): FindingSaved =>
  store.change(actor.userId, (tx) => {
    const row = openPatrol(tx, actor, input.id);
    const { criterion, place } = cellOf(tx, row, input);
    const finding = putFinding(tx, place, input.fields);
    touch(tx, row.id);
    const facts = {
      agent: input.agentId,
      criterion: criterion.code,
      class: input.fields.class,
      missing: missingFields(input.fields).length,
    };
    note(tx, 'findingSaved', row.id, facts, findingNote(input.fields));
    return { savedAt: tx.at, finding };
  });

/** Submits and locks a patrol. @throws AppError INVALID inspectionNotReady with the number of gaps, CONFLICT inspectionLocked */
export function submitPatrol(store: Store, actor: Actor, id: string): PatrolRecord {
  store.change(actor.userId, (tx) => {
    const row = openPatrol(tx, actor, id);
    const { gaps, fails } = contentOf(tx, row);
    if (gaps > 0) throw new AppError('INVALID', 'inspectionNotReady', { count: gaps });
    dropLeftovers(tx, 'patrol', id, fails);
    const { digest, cells, findings } = contentOf(tx, row);
    tx.run(sql`UPDATE patrol SET state = 'submitted', submitted_at = ${tx.at}, saved_at = ${tx.at}, digest = ${digest}
      WHERE id = ${id}`);
    makeReady(tx, 'patrol', id, row.at);
    note(tx, 'submitted', id, { digest, cells: cells.length, findings: findings.length });
  });
  return patrolRecord(store.read, actor, id);
}

/** Withdraws a patrol; red lines found in it stand. @throws AppError FORBIDDEN notYourInspection or inspectionWithdrawalOwn, CONFLICT inspectionLocked */
export function withdrawPatrol(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): PatrolRecord {
  store.change(actor.userId, (tx) => {
    const row = patrolFor(tx, actor, input.id);
    const own = row.patroller_id === actor.userId;
    const refusal = withdrawalRefusal({ state: row.state, own, decides: may(actor.roles, 'redLine.decide') });
    if (refusal) throw new AppError(refusal === 'inspectionLocked' ? 'CONFLICT' : 'FORBIDDEN', refusal);
    tx.run(sql`UPDATE patrol SET state = 'withdrawn', withdrawn_at = ${tx.at}, withdrawn_by = ${actor.userId},
      withdraw_reason = ${input.reason} WHERE id = ${row.id}`);
    makeReady(tx, 'patrol', row.id, row.at);
    note(tx, 'withdrawn', row.id, { before: row.state }, { reason: input.reason });
  });
  return patrolRecord(store.read, actor, input.id);
}

/** The agent's words on a red line of a patrol. @throws AppError as keepStatement; NOT_FOUND patrolMissing */
export function patrolStatement(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly redLineId: string; readonly statement: string },
): InspectionRedLine {
  patrolFor(store.read, actor, input.id);
  return keepStatement(store, actor, { ...input, source: 'patrol' });
}

/** Decides a red line of a patrol. @throws AppError as decideRedLine; NOT_FOUND patrolMissing */
export function decidePatrolRedLine(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly redLineId: string; readonly confirmed: boolean; readonly reason: string },
): InspectionRedLine {
  patrolFor(store.read, actor, input.id);
  return decideRedLine(store, actor, { ...input, source: 'patrol' });
}
