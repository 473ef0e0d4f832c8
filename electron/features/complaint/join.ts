// Complaints of one matter: later ones are joined to the first and follow its state; each complainant is still told with proof,
// and may still withdraw alone.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { mayAct } from '../../../shared/domain/complaint/states.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { takenFromLead } from './clockFacts.ts';
import { caseById, caseFor, joinedTo, seenCase, touched, type Seen, type StoredCase } from './known.ts';
import { endDeserted } from './leave.ts';
import { actorRecusal, handlingRefusal, matterOf } from './matter.ts';
import type { Done } from './steps.ts';

/** What held for a joined case through the first one stays its own when it leaves that one. */
function keepCourse(tx: Change, actor: Actor, { id, received_at: receivedAt }: StoredCase): void {
  const { leadId, joinedAt } = tx.get<{ leadId: string; joinedAt: string }>(
    sql`SELECT joined_to_id AS leadId, joined_at AS joinedAt FROM complaint WHERE id = ${id}`,
  )!;
  const { terms, pauses } = takenFromLead(tx, { id, leadId, receivedAt, joinedAt });
  for (const { kind, at, recordedAt, reason } of terms)
    tx.run(sql`INSERT INTO complaint_term (id, complaint_id, kind, at, recorded_at, reason, recorded_by)
      VALUES (${tx.newId()}, ${id}, ${kind}, ${kind === 'newFacts' ? at : recordedAt}, ${recordedAt}, ${reason}, ${actor.userId})`);
  for (const { kind, fromDay, untilDay, at, reason } of pauses)
    tx.run(sql`INSERT INTO complaint_pause (id, complaint_id, kind, from_day, until_day, reason, at, recorded_by)
      VALUES (${tx.newId()}, ${id}, ${kind}, ${fromDay}, ${untilDay}, ${reason}, ${at}, ${actor.userId})`);
}

/** A joined case follows the pauses of the first one: its own would have nobody to end it. */
const endPause = (tx: Change, actor: Actor, id: string): number =>
  tx.run(sql`UPDATE complaint_pause SET resumed_by = ${actor.userId},
      until_day = max(date(from_day, '+1 day'), ${dayOf(Date.parse(tx.at), readSettings(tx).timeZone)})
    WHERE complaint_id = ${id} AND until_day IS NULL`);

/** Everybody complained of in the cases and in those joined to them. */
const agentsIn = (tx: Change, ids: readonly string[]): string[] =>
  tx
    .all<{ id: string }>(
      sql`SELECT DISTINCT agent_id AS id FROM complaint
        WHERE agent_id IS NOT NULL AND (id IN (${listOf(ids)}) OR joined_to_id IN (${listOf(ids)}))`,
    )
    .map(({ id }) => id);

/**
 * One matter is one agent's: a complaint counts for the agent of the first case alone.
 * @throws AppError INVALID complaintOtherAgent, complaintJoinedAgent (number)
 */
function oneAgent(tx: Change, found: StoredCase, first: StoredCase): void {
  const agents = agentsIn(tx, [found.id, first.id]);
  if (agents.length > 1) throw new AppError('INVALID', 'complaintOtherAgent');
  const classified = first.state !== 'received' && first.state !== 'accepted';
  if (classified && first.agent_id === null && agents.length > 0)
    throw new AppError('INVALID', 'complaintJoinedAgent', { number: found.number });
}

/**
 * Joins a case, and those joined to it, to the first case of the matter.
 * @throws AppError NOT_FOUND complaintMissing; CONFLICT complaintJoinClosed (number); INVALID complaintJoinItself,
 *   complaintOtherAgent, complaintJoinedAgent (number); FORBIDDEN as `actorRecusal`
 */
export function putTogether(tx: Change, actor: Actor, found: StoredCase, toId: string, reason: string): void {
  const named = caseById(tx, toId);
  const first = named.joined_to_id === null ? named : caseById(tx, named.joined_to_id);
  if (first.id === found.id) throw new AppError('INVALID', 'complaintJoinItself');
  if (!mayAct(first.state, 'takeJoined'))
    throw new AppError('CONFLICT', 'complaintJoinClosed', { number: first.number });
  oneAgent(tx, found, first);
  for (const id of [first.id, found.id]) {
    const recused = actorRecusal(tx, actor, id);
    if (recused !== null) throw new AppError('FORBIDDEN', recused);
  }
  const following = joinedTo(tx, found.id);
  for (const one of following) keepCourse(tx, actor, one);
  for (const { id } of [found, ...following]) {
    endPause(tx, actor, id);
    tx.run(sql`UPDATE complaint SET joined_to_id = ${first.id}, joined_at = ${tx.at} WHERE id = ${id}`);
  }
  endDeserted(tx, actor, found.id);
  const { handler_id: handlerId } = first;
  const barred = handlerId !== null && handlingRefusal(tx, matterOf(tx, first.id), handlerId) !== null;
  if (barred) tx.run(sql`UPDATE complaint SET handler_id = NULL WHERE id = ${first.id}`);
  tx.note({
    action: 'complaint.joined',
    entity: 'complaint',
    entityId: found.id,
    facts: { to: first.id, number: first.number, handlerLeft: barred },
    fields: reason === '' ? {} : { reason },
  });
  tx.note({ action: 'complaint.tookJoined', entity: 'complaint', entityId: first.id, facts: { joined: found.id } });
  touched(tx, first.id);
}

/** @throws AppError as `caseFor` and `putTogether` */
export const joinComplaint = (
  store: Store,
  actor: Actor,
  { toId, reason, ...seen }: Seen & { readonly toId: string; readonly reason: string },
): Done =>
  store.change(actor.userId, (tx) => {
    putTogether(tx, actor, caseFor(tx, actor, seen, 'join'), toId, reason);
    return touched(tx, seen.id);
  });

/** Takes a joined case out again; it goes on where it was. @throws AppError CONFLICT complaintNotJoined, complaintJoinClosed (number) */
export const separateComplaint = (
  store: Store,
  actor: Actor,
  { reason, ...seen }: Seen & { readonly reason: string },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = seenCase(tx, actor, seen);
    if (found.joined_to_id === null) throw new AppError('CONFLICT', 'complaintNotJoined');
    const first = caseById(tx, found.joined_to_id);
    // One who was told in the joined answer has it: alone the case would begin as answered.
    const told = tx.get(sql`SELECT 1 FROM complaint_notice WHERE complaint_id = ${found.id} AND kind = 'answer'`);
    if (found.state === 'archived' || told || !mayAct(first.state, 'takeJoined'))
      throw new AppError('CONFLICT', 'complaintJoinClosed', { number: first.number });
    keepCourse(tx, actor, found);
    tx.run(sql`UPDATE complaint SET joined_to_id = NULL, joined_at = NULL WHERE id = ${found.id}`);
    tx.note({
      action: 'complaint.separated',
      entity: 'complaint',
      entityId: found.id,
      facts: { from: first.id, number: first.number },
      fields: { reason },
    });
    endDeserted(tx, actor, first.id);
    touched(tx, first.id);
    return touched(tx, found.id);
  });
