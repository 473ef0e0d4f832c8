// Owns the table `complaint_person`: who complains, plain for the handler and masked for everybody else, found again by a salted
// digest of the contact. Also who is complained of among the people of the console.
import { createHmac } from 'node:crypto';
import type { Actor } from '../../../shared/contract/account.ts';
import type { Complainant } from '../../../shared/contract/complaintRecord.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { contactKey } from '../../../shared/domain/complaint/duplicates.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { caseById, type StoredCase } from './known.ts';
import { actorRecusal } from './matter.ts';

export interface GivenPerson {
  readonly name: string;
  readonly contact: string;
}

/** Shorter ones (an extension, a house number) would join strangers. */
const SHORTEST_KEY = 5;

/** Digest of a contact by this installation's salt; null for none. */
export function contactDigest(db: ReadDb, contact: string): string | null {
  const key = contactKey(contact);
  if (key.length < SHORTEST_KEY) return null;
  const salt = db.get<{ value: string }>(sql`SELECT value FROM audit_salt`)?.value ?? '';
  return createHmac('sha256', salt).update(`contact ${key}`).digest('hex');
}

/** Puts these people in the place of those before. */
export function writePeople(tx: Change, complaintId: string, people: readonly GivenPerson[]): void {
  tx.run(sql`DELETE FROM complaint_person WHERE complaint_id = ${complaintId}`);
  for (const [position, { name, contact }] of people.entries())
    tx.run(sql`INSERT INTO complaint_person (id, complaint_id, position, name, contact, contact_key)
      VALUES (${tx.newId()}, ${complaintId}, ${position}, ${name}, ${contact}, ${contactDigest(tx, contact)})`);
}

/** @throws AppError NOT_FOUND userMissing */
export function writeSubjects(tx: Change, complaintId: string, userIds: readonly string[]): void {
  tx.run(sql`DELETE FROM complaint_subject WHERE complaint_id = ${complaintId}`);
  for (const userId of new Set(userIds)) {
    if (!tx.get(sql`SELECT 1 FROM user WHERE id = ${userId}`)) throw new AppError('NOT_FOUND', 'userMissing');
    tx.run(sql`INSERT INTO complaint_subject (complaint_id, user_id) VALUES (${complaintId}, ${userId})`);
  }
}

/** The cases other than these that one of the contacts complained in, received from `from` to `to` (instants, the last excluded). */
export function casesOfContacts(
  db: ReadDb,
  digests: readonly string[],
  { from, to, except }: { readonly from: string; readonly to: string; readonly except: readonly string[] },
): string[] {
  return db
    .all<{ id: string }>(
      sql`SELECT DISTINCT c.id FROM complaint_person p JOIN complaint c ON c.id = p.complaint_id
        WHERE p.contact_key IN (${listOf(digests)}) AND c.received_at >= ${from} AND c.received_at < ${to}
          AND c.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`,
    )
    .map(({ id }) => id);
}

/** Plain, of the case and of those joined to it. */
export const plainPeople = (db: ReadDb, caseId: string): Complainant[] =>
  db.all<Complainant>(sql`SELECT p.id, p.complaint_id AS complaintId, p.name, p.contact
    FROM complaint_person p JOIN complaint c ON c.id = p.complaint_id
    WHERE c.id = ${caseId} OR (c.joined_to_id = ${caseId} AND c.state <> 'archived')
    ORDER BY c.joined_to_id IS NOT NULL, c.received_at, c.rowid, p.position`);

export const maskedPeople = (db: ReadDb, caseId: string): Complainant[] =>
  plainPeople(db, caseId).map((one) => ({ ...one, name: maskClient(one.name), contact: maskClient(one.contact) }));

/** Plain names and contacts are for the handler and those who decide; before a handler is named, for who registered. */
export function mayReveal(db: ReadDb, actor: Actor, found: StoredCase): boolean {
  if (!may(actor.roles, 'complaints.write') || found.purged_at !== null) return false;
  const head = found.joined_to_id === null ? found : caseById(db, found.joined_to_id);
  if (actorRecusal(db, actor, head.id) !== null) return false;
  if (may(actor.roles, 'complaints.decide') || head.handler_id === actor.userId) return true;
  const registered = db.get(sql`SELECT 1 FROM complaint WHERE id = ${found.id} AND registered_by = ${actor.userId}`);
  return head.state === 'received' && registered !== undefined;
}

/** Logs a look at plain data. @throws AppError NOT_FOUND complaintMissing; FORBIDDEN complaintContactHidden */
export function noteLook(
  store: Store,
  actor: Actor,
  id: string,
  look: { readonly action: string; readonly facts?: Readonly<Record<string, number>>; readonly reason?: string },
): StoredCase {
  const found = caseById(store.read, id);
  if (!mayReveal(store.read, actor, found)) throw new AppError('FORBIDDEN', 'complaintContactHidden');
  store.change(actor.userId, (tx) =>
    tx.note({
      action: look.action,
      entity: 'complaint',
      entityId: id,
      ...(look.facts ? { facts: look.facts } : {}),
      ...(look.reason === undefined ? {} : { fields: { reason: look.reason } }),
    }),
  );
  return found;
}

/** Names and contacts plain; each look is logged with its reason. @throws AppError as `noteLook` */
export function revealPeople(
  store: Store,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Complainant[] {
  noteLook(store, actor, id, { action: 'complaint.contactShown', reason });
  return plainPeople(store.read, id);
}
