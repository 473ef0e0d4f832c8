// Complaints of one matter: later ones are joined to the first and follow its state; each complainant is still told with proof,
// and may still withdraw alone.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { mayAct } from '../../../shared/domain/complaint/states.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { caseById, caseFor, joinedTo, seenCase, touched, type Seen, type StoredCase } from './known.ts';
import { actorRecusal, handlingRefusal, matterOf } from './matter.ts';
import type { Done } from './steps.ts';

/**
 * Joins a case, and those joined to it, to the first case of the matter.
 * @throws AppError NOT_FOUND complaintMissing; CONFLICT complaintJoinClosed (number); INVALID complaintJoinItself,
 *   complaintOtherAgent; FORBIDDEN as `actorRecusal`
 */
export function putTogether(tx: Change, actor: Actor, found: StoredCase, toId: string, reason: string): void {
  const named = caseById(tx, toId);
  const first = named.joined_to_id === null ? named : caseById(tx, named.joined_to_id);
  if (first.id === found.id) throw new AppError('INVALID', 'complaintJoinItself');
  if (!mayAct(first.state, 'takeJoined'))
    throw new AppError('CONFLICT', 'complaintJoinClosed', { number: first.number });
  if (found.agent_id !== null && first.agent_id !== null && found.agent_id !== first.agent_id)
    throw new AppError('INVALID', 'complaintOtherAgent');
  const recused = actorRecusal(tx, actor, first.id);
  if (recused !== null) throw new AppError('FORBIDDEN', recused);
  tx.run(sql`UPDATE complaint SET joined_to_id = ${first.id}, joined_at = ${tx.at}
    WHERE id = ${found.id} OR joined_to_id = ${found.id}`);
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
    tx.run(sql`UPDATE complaint SET joined_to_id = NULL, joined_at = NULL WHERE id = ${found.id}`);
    tx.note({
      action: 'complaint.separated',
      entity: 'complaint',
      entityId: found.id,
      facts: { from: first.id, number: first.number },
      fields: { reason },
    });
    touched(tx, first.id);
    return touched(tx, found.id);
  });

/** The case, and that joined cases still wait for the answer in it. @throws AppError CONFLICT complaintJoinedRemain */
export function noneJoined(tx: Change, id: string): void {
  const waiting = joinedTo(tx, id);
  if (waiting.length > 0) throw new AppError('CONFLICT', 'complaintJoinedRemain', { count: waiting.length });
}
