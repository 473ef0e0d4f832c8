// Registers complaints (6.1) by channel, with people, content, category and agent, corrects the registration until it is
// classified, and finds cases of the same matter.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Candidate, ComplaintFields } from '../../../shared/contract/complaint.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { SUBCLASSES_OF } from '../../../shared/contract/complaintWords.ts';
import { ALIKE, likeness, maySame, SAME_MATTER_DAYS } from '../../../shared/domain/complaint/duplicates.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { putTogether } from './join.ts';
import { caseById, caseFor, startRound, touched, type Seen } from './known.ts';
import { handlingRefusal, matterOf } from './matter.ts';
import { casesOfContacts, contactDigest, writePeople, writeSubjects } from './people.ts';
import { placed } from './placing.ts';
import { rowsOf } from './rows.ts';
import type { Done } from './steps.ts';

const DAY = 86_400_000;
/** Days back in which a complaint of the same contact makes this one a repeated one. */
const REPEAT_DAYS = 365;

/** The next number of the register in the year of registration. */
function registerNumber(tx: Change): string {
  const year = dayOf(Date.parse(tx.at), readSettings(tx).timeZone).slice(0, 4);
  const last = tx.get<{ n: number | null }>(sql`SELECT max(CAST(substr(number, 6) AS INTEGER)) AS n FROM complaint
    WHERE number LIKE ${`${year}-%`}`);
  return `${year}-${String((last?.n ?? 0) + 1).padStart(4, '0')}`;
}

const iso = (instant: number): string => new Date(instant).toISOString();

const digestsOf = (tx: Change, people: ComplaintFields['people']): string[] =>
  people.map(({ contact }) => contactDigest(tx, contact)).filter((digest) => digest !== null);

function isRepeated(tx: Change, fields: ComplaintFields, id: string): boolean {
  const at = Date.parse(fields.receivedAt);
  const range = { from: iso(at - REPEAT_DAYS * DAY), to: iso(at), except: [id] };
  return casesOfContacts(tx, digestsOf(tx, fields.people), range).length > 0;
}

/** @throws AppError INVALID instantInFuture, complaintSubclassUnfit; as `placed` */
function checked(tx: Change, fields: ComplaintFields) {
  const receivedAt = iso(Date.parse(fields.receivedAt));
  if (receivedAt > tx.at) throw new AppError('INVALID', 'instantInFuture');
  if (fields.subclass !== null && !SUBCLASSES_OF[fields.category].includes(fields.subclass))
    throw new AppError('INVALID', 'complaintSubclassUnfit');
  const day = dayOf(Date.parse(receivedAt), readSettings(tx).timeZone);
  return { receivedAt, day, ...placed(tx, fields, day) };
}

const factsOf = ({ channel, category, subclass, agentId, people }: ComplaintFields, receivedAt: string) => ({
  ...{ channel, category, subclass, receivedAt },
  ...{ agent: agentId, complainants: people.length },
});

/** @throws AppError INVALID instantInFuture, complaintSubclassUnfit, complaintBranchMissing; NOT_FOUND agentUnknown, branchUnknown, userMissing; as `putTogether` */
export function registerComplaint(
  store: Store,
  actor: Actor,
  fields: ComplaintFields & { readonly joinToId: string | null },
): Done & { number: string } {
  return store.change(actor.userId, (tx) => {
    const { receivedAt, day, branchId, team } = checked(tx, fields);
    const id = tx.newId();
    const number = registerNumber(tx);
    tx.run(sql`INSERT INTO complaint (id, number, state, channel, received_at, day, registered_at, registered_by, category,
        subclass, agent_id, branch_id, team, content, repeated)
      VALUES (${id}, ${number}, 'received', ${fields.channel}, ${receivedAt}, ${day}, ${tx.at}, ${actor.userId},
        ${fields.category}, ${fields.subclass}, ${fields.agentId}, ${branchId}, ${team}, ${fields.content},
        ${isRepeated(tx, fields, id) ? 1 : 0})`);
    writePeople(tx, id, fields.people);
    writeSubjects(tx, id, fields.subjectIds);
    startRound(tx, id, 1);
    tx.note({
      action: 'complaint.registered',
      entity: 'complaint',
      entityId: id,
      facts: { number, ...factsOf(fields, receivedAt) },
      fields: { content: fields.content, people: fields.people },
    });
    if (fields.joinToId !== null) putTogether(tx, actor, caseById(tx, id), fields.joinToId, '');
    return { ...touched(tx, id), number };
  });
}

/** Corrects the registration, with the reason, until it is classified. @throws AppError as `registerComplaint` and `caseFor` */
export function amendComplaint(
  store: Store,
  actor: Actor,
  { id, revision, reason, fields }: Seen & { readonly reason: string; readonly fields: ComplaintFields },
): Done {
  return store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'amend');
    const { receivedAt, day, branchId, team } = checked(tx, fields);
    if (found.accepted_at !== null && receivedAt > found.accepted_at)
      throw new AppError('INVALID', 'complaintReceivedLate');
    tx.run(sql`UPDATE complaint SET channel = ${fields.channel}, received_at = ${receivedAt}, day = ${day},
      category = ${fields.category}, subclass = ${fields.subclass}, agent_id = ${fields.agentId}, branch_id = ${branchId},
      team = ${team}, content = ${fields.content}, repeated = ${isRepeated(tx, fields, id) ? 1 : 0} WHERE id = ${id}`);
    writePeople(tx, id, fields.people);
    writeSubjects(tx, id, fields.subjectIds);
    const { handler_id: handlerId } = found;
    // Who is only now known to be complained of gives the case away.
    const barred = handlerId !== null && handlingRefusal(tx, matterOf(tx, id), handlerId) !== null;
    if (barred) tx.run(sql`UPDATE complaint SET handler_id = NULL WHERE id = ${id}`);
    tx.note({
      action: 'complaint.amended',
      entity: 'complaint',
      entityId: id,
      facts: { ...factsOf(fields, receivedAt), handlerLeft: barred },
      fields: { reason, content: fields.content, people: fields.people },
    });
    return touched(tx, id);
  });
}

export interface Wanted {
  readonly contacts: readonly string[];
  readonly agentId: string | null;
  readonly content: string;
  readonly receivedAt: string;
  readonly exceptId: string | null;
}

/** Cases that may be of the same matter, the likeliest first, at most 20. */
export function sameMatter(store: Store, wanted: Wanted): Candidate[] {
  const db = store.read;
  const at = Date.parse(wanted.receivedAt);
  const range = { from: iso(at - SAME_MATTER_DAYS * DAY), to: iso(at + SAME_MATTER_DAYS * DAY) };
  const digests = wanted.contacts.map((contact) => contactDigest(db, contact)).filter((digest) => digest !== null);
  const known = new Set(casesOfContacts(db, digests, { ...range, except: [] }));
  const near = db.all<{ id: string; agentId: string | null; content: string }>(
    sql`SELECT id, agent_id AS agentId, content FROM complaint
      WHERE received_at >= ${range.from} AND received_at < ${range.to} AND purged_at IS NULL
        AND id IS NOT ${wanted.exceptId} AND coalesce(joined_to_id, '') <> coalesce(${wanted.exceptId}, 'none')
        AND id IS NOT (SELECT joined_to_id FROM complaint WHERE id = ${wanted.exceptId})`,
  );
  const found = near
    .map(({ id, agentId, content }) => ({
      id,
      contact: known.has(id),
      agent: wanted.agentId !== null && agentId === wanted.agentId,
      likeness: likeness(wanted.content, content),
    }))
    .filter(maySame)
    .sort((a, b) => Number(b.contact) - Number(a.contact) || b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, 20);
  const rows = new Map(
    rowsOf(
      db,
      found.map(({ id }) => id),
      store.clock(),
    ).map((row) => [row.id, row]),
  );
  return found.map(({ id, contact, agent, likeness: alike }) => ({
    row: rows.get(id)!,
    signs: [
      ...(contact ? (['contact'] as const) : []),
      ...(agent ? (['agent'] as const) : []),
      ...(alike >= ALIKE ? (['content'] as const) : []),
    ],
    likeness: alike,
  }));
}
