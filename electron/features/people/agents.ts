// Owns the table `agent`: use cases on one agent. Telephone numbers leave it masked, but for an explicit reveal that is
// logged with its reason.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Agent, AgentFields, AgentRecord, RevealReason } from '../../../shared/contract/people.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { maskPhone, normalisePhone } from '../../../shared/domain/people/phone.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { readSettings } from '../settings.ts';
import { assignmentsOf, insertAssignment, moveAgent, type Place } from './assignments.ts';
import { getBranch } from './branches.ts';
import { pinyinOfName } from './pinyin.ts';

export type StoredAgent = AgentFields & { readonly phone: string | null };

const FIELDS = ['number', 'name', 'gender', 'licence', 'engagement', 'phone', 'hiredOn', 'status'] as const;

/** The agent with the place where they are now. @throws AppError NOT_FOUND agentUnknown */
export function getAgent(db: ReadDb, id: string): Agent {
  const row = db.get<Omit<Agent, 'phoneMasked'> & { readonly phone: string | null }>(
    sql`SELECT agent.id, number, agent.name, gender, licence, engagement, phone, hired_on AS hiredOn, status, revision,
        a.branch_id AS branchId, branch.code AS branchCode, branch.name AS branchName, a.team,
        agent.created_at AS createdAt, agent.updated_at AS updatedAt
      FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND a.until_day IS NULL
      JOIN branch ON branch.id = a.branch_id WHERE agent.id = ${id}`,
  );
  if (!row) throw new AppError('NOT_FOUND', 'agentUnknown');
  const { phone, ...agent } = row;
  return { ...agent, phoneMasked: phone === null ? null : maskPhone(phone) };
}

/** @throws AppError NOT_FOUND agentUnknown */
export const agentRecord = (db: ReadDb, id: string): AgentRecord => ({
  ...getAgent(db, id),
  assignments: assignmentsOf(db, id),
  history: historyOf(db, 'agent', id),
});

/** @throws AppError CONFLICT agentNumberTaken */
function checkNumber(db: ReadDb, id: string | null, number: string): void {
  const same = db.get<{ id: string }>(sql`SELECT id FROM agent WHERE number = ${number}`);
  if (same && same.id !== id) throw new AppError('CONFLICT', 'agentNumberTaken', { number });
}

/** @throws AppError INVALID phoneUnreadable */
function storedPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const normal = normalisePhone(phone);
  if (normal === null) throw new AppError('INVALID', 'phoneUnreadable');
  return normal;
}

/** @throws AppError INVALID dayInFuture */
function checkDay(store: Store, day: string): void {
  if (day > dayOf(store.clock(), readSettings(store.read).timeZone))
    throw new AppError('INVALID', 'dayInFuture', { day });
}

/** The agent as the person saw it. @throws AppError NOT_FOUND agentUnknown; CONFLICT changedMeanwhile */
function agentSeen(tx: Change, id: string, revision: number): Agent {
  const agent = getAgent(tx, id);
  if (agent.revision !== revision) throw new AppError('CONFLICT', 'changedMeanwhile');
  return agent;
}

/** Writes a new agent with the first assignment inside the caller's transaction and returns the id; `via` says how it came. */
export function insertAgent(tx: Change, agent: StoredAgent, place: Place, fromDay: string, via: string): string {
  const id = tx.newId();
  const { pinyin, initials } = pinyinOfName(agent.name);
  tx.run(sql`INSERT INTO agent (id, number, name, pinyin, initials, gender, licence, engagement, phone, hired_on, status,
      created_at, updated_at)
    VALUES (${id}, ${agent.number}, ${agent.name}, ${pinyin}, ${initials}, ${agent.gender}, ${agent.licence},
      ${agent.engagement}, ${agent.phone}, ${agent.hiredOn}, ${agent.status}, ${tx.at}, ${tx.at})`);
  insertAssignment(tx, id, place, fromDay);
  tx.note({ action: 'agent.added', entity: 'agent', entityId: id, facts: { via, branchId: place.branchId, fromDay } });
  return id;
}

/** Writes an agent's data inside the caller's transaction and notes which fields changed; nothing when none did. */
export function writeAgent(tx: Change, id: string, before: StoredAgent, after: StoredAgent, via: string): boolean {
  const changed = FIELDS.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return false;
  const { pinyin, initials } = pinyinOfName(after.name);
  tx.run(sql`UPDATE agent SET number = ${after.number}, name = ${after.name}, pinyin = ${pinyin}, initials = ${initials},
    gender = ${after.gender}, licence = ${after.licence}, engagement = ${after.engagement}, phone = ${after.phone},
    hired_on = ${after.hiredOn}, status = ${after.status}, revision = revision + 1, updated_at = ${tx.at}
    WHERE id = ${id}`);
  tx.note({
    action: 'agent.changed',
    entity: 'agent',
    entityId: id,
    facts: { via, ...(changed.includes('status') ? { status: after.status } : {}) },
    fields: Object.fromEntries(changed.map((field) => [field, after[field]])),
  });
  return true;
}

/** Moves an agent inside the caller's transaction and notes it; nothing when they are there already. @throws as moveAgent */
export function reassign(
  tx: Change,
  id: string,
  place: Place,
  day: string,
  options: { readonly notBeforeOpen: boolean; readonly via: string },
): boolean {
  const fromDay = moveAgent(tx, id, place, day, options);
  if (fromDay === null) return false;
  tx.run(sql`UPDATE agent SET revision = revision + 1, updated_at = ${tx.at} WHERE id = ${id}`);
  tx.note({
    action: 'agent.assigned',
    entity: 'agent',
    entityId: id,
    facts: { via: options.via, branchId: place.branchId, fromDay },
    fields: { team: place.team },
  });
  return true;
}

const phoneOf = (db: ReadDb, id: string): string | null =>
  db.get<{ phone: string | null }>(sql`SELECT phone FROM agent WHERE id = ${id}`)?.phone ?? null;

/** @throws AppError CONFLICT agentNumberTaken; INVALID phoneUnreadable, dayInFuture; NOT_FOUND branchUnknown */
export function addAgent(
  store: Store,
  actor: Actor,
  input: StoredAgent & Place & { readonly fromDay: string },
): AgentRecord {
  checkDay(store, input.fromDay);
  const phone = storedPhone(input.phone);
  const id = store.change(actor.userId, (tx) => {
    checkNumber(tx, null, input.number);
    getBranch(tx, input.branchId);
    return insertAgent(tx, { ...input, phone }, input, input.fromDay, 'form');
  });
  return agentRecord(store.read, id);
}

/** @throws AppError NOT_FOUND agentUnknown; CONFLICT changedMeanwhile, agentNumberTaken; INVALID phoneUnreadable */
export function updateAgent(
  store: Store,
  actor: Actor,
  input: AgentFields & { readonly id: string; readonly revision: number; readonly phone?: string | null | undefined },
): AgentRecord {
  const given = input.phone === undefined ? undefined : storedPhone(input.phone);
  const before = getAgent(store.read, input.id);
  const phone = phoneOf(store.read, input.id);
  const after = { ...input, phone: given === undefined ? phone : given };
  if (before.revision === input.revision && FIELDS.every((f) => after[f] === { ...before, phone }[f]))
    return agentRecord(store.read, input.id);
  store.change(actor.userId, (tx) => {
    agentSeen(tx, input.id, input.revision);
    checkNumber(tx, input.id, input.number);
    writeAgent(tx, input.id, { ...before, phone }, after, 'form');
  });
  return agentRecord(store.read, input.id);
}

/** @throws AppError as reassign; INVALID dayInFuture; CONFLICT changedMeanwhile, assignmentUnchanged; NOT_FOUND branchUnknown */
export function assignAgent(
  store: Store,
  actor: Actor,
  input: Place & { readonly id: string; readonly revision: number; readonly fromDay: string },
): AgentRecord {
  checkDay(store, input.fromDay);
  store.change(actor.userId, (tx) => {
    agentSeen(tx, input.id, input.revision);
    getBranch(tx, input.branchId);
    const moved = reassign(tx, input.id, input, input.fromDay, { notBeforeOpen: false, via: 'form' });
    if (!moved) throw new AppError('CONFLICT', 'assignmentUnchanged');
  });
  return agentRecord(store.read, input.id);
}

/** The whole number; who saw it and why is logged first. @throws AppError NOT_FOUND agentUnknown */
export function revealPhone(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: RevealReason },
): { phone: string | null } {
  getAgent(store.read, input.id);
  store.change(actor.userId, (tx) =>
    tx.note({
      action: 'agent.phoneRevealed',
      entity: 'agent',
      entityId: input.id,
      facts: { reason: input.reason },
    }),
  );
  return { phone: phoneOf(store.read, input.id) };
}
