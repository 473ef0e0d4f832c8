// Registers complaints (6.1) by channel, with people, content, category and agent, and finds cases of the same matter.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Candidate, ComplaintFields } from '../../../shared/contract/complaint.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { SUBCLASSES_OF } from '../../../shared/contract/complaintWords.ts';
import {
  ALIKE,
  COMPARED,
  COMPARED_SIGNS,
  likenessTo,
  maySame,
  SAME_MATTER_DAYS,
} from '../../../shared/domain/complaint/duplicates.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { putTogether } from './join.ts';
import { caseById, startRound, touched } from './known.ts';
import { casesOf } from './matter.ts';
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

/** Whether one who complains in the case was here in the year before. */
export function isRepeated(tx: Change, id: string, receivedAt: string): boolean {
  const digests = tx
    .all<{ digest: string }>(
      sql`SELECT contact_key AS digest FROM complaint_person WHERE complaint_id = ${id} AND contact_key IS NOT NULL`,
    )
    .map(({ digest }) => digest);
  const at = Date.parse(receivedAt);
  const range = { from: iso(at - REPEAT_DAYS * DAY), to: iso(at), except: [id] };
  return casesOfContacts(tx, digests, range).length > 0;
}

type Place = Omit<ComplaintFields, 'people'>;

/** @throws AppError INVALID instantInFuture, complaintSubclassUnfit; as `placed` */
export function checked(tx: Change, fields: Place) {
  const receivedAt = iso(Date.parse(fields.receivedAt));
  if (receivedAt > tx.at) throw new AppError('INVALID', 'instantInFuture');
  if (fields.subclass !== null && !SUBCLASSES_OF[fields.category].includes(fields.subclass))
    throw new AppError('INVALID', 'complaintSubclassUnfit');
  const day = dayOf(Date.parse(receivedAt), readSettings(tx).timeZone);
  return { receivedAt, day, ...placed(tx, fields, day) };
}

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
        0)`);
    writePeople(tx, id, fields.people);
    tx.run(sql`UPDATE complaint SET repeated = ${isRepeated(tx, id, receivedAt) ? 1 : 0} WHERE id = ${id}`);
    // What was typed is registered now.
    tx.run(sql`DELETE FROM complaint_draft WHERE user_id = ${actor.userId}`);
    writeSubjects(tx, id, fields.subjectIds);
    startRound(tx, id, 1);
    tx.note({
      action: 'complaint.registered',
      entity: 'complaint',
      entityId: id,
      facts: {
        ...{ number, receivedAt, channel: fields.channel, category: fields.category, subclass: fields.subclass },
        ...{ agent: fields.agentId, complainants: fields.people.length },
      },
      fields: { content: fields.content, people: fields.people },
    });
    if (fields.joinToId !== null) putTogether(tx, actor, caseById(tx, id), fields.joinToId, '');
    return { ...touched(tx, id), number };
  });
}

export interface Wanted {
  readonly contacts: readonly string[];
  readonly agentId: string | null;
  readonly content: string;
  readonly receivedAt: string;
  readonly exceptId: string | null;
}

interface Near {
  readonly id: string;
  readonly agentId: string | null;
  readonly content: string;
}

/**
 * Cases of the time that are worth a look: those of the contacts, and the newest of the agent and of all. Fewer than all, since
 * words are compared while somebody types.
 */
function nearby(db: ReadDb, known: readonly string[], range: { from: string; to: string }, wanted: Wanted): Near[] {
  const open = sql`received_at >= ${range.from} AND received_at < ${range.to} AND purged_at IS NULL
    AND id IS NOT ${wanted.exceptId} AND coalesce(joined_to_id, '') <> coalesce(${wanted.exceptId}, 'none')
    AND id IS NOT (SELECT joined_to_id FROM complaint WHERE id = ${wanted.exceptId})`;
  const columns = sql`SELECT id, agent_id AS agentId, substr(content, 1, ${COMPARED_SIGNS}) AS content FROM complaint`;
  const newest = (condition: Sql): Near[] =>
    db.all(sql`${columns} WHERE ${condition} ORDER BY received_at DESC LIMIT ${COMPARED}`);
  const worded = wanted.content.trim() !== '';
  const rows = [
    ...newest(sql`id IN ${among(known)} AND ${open}`),
    ...(worded && wanted.agentId !== null ? newest(sql`agent_id = ${wanted.agentId} AND ${open}`) : []),
    ...(worded ? newest(open) : []),
  ];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const contactsOfMatter = (db: ReadDb, id: string): string[] =>
  db
    .all<{ digest: string }>(
      sql`SELECT DISTINCT contact_key AS digest FROM complaint_person
        WHERE contact_key IS NOT NULL AND complaint_id IN ${casesOf(id)}`,
    )
    .map(({ digest }) => digest);

/** Cases that may be of the same matter, the likeliest first, at most 20. */
export function sameMatter(store: Store, wanted: Wanted): Candidate[] {
  const db = store.read;
  const at = Date.parse(wanted.receivedAt);
  const range = { from: iso(at - SAME_MATTER_DAYS * DAY), to: iso(at + SAME_MATTER_DAYS * DAY) };
  const given = wanted.contacts.map((contact) => contactDigest(db, contact)).filter((digest) => digest !== null);
  // Of a case that is registered the contacts are on record.
  const digests = [...given, ...(wanted.exceptId === null ? [] : contactsOfMatter(db, wanted.exceptId))];
  const known = new Set(casesOfContacts(db, digests, { ...range, except: [] }));
  const alike = likenessTo(wanted.content.slice(0, COMPARED_SIGNS));
  const found = nearby(db, [...known], range, wanted)
    .map(({ id, agentId, content }) => ({
      id,
      contact: known.has(id),
      agent: wanted.agentId !== null && agentId === wanted.agentId,
      likeness: alike(content),
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
  return found.map(({ id, contact, agent, likeness: share }) => ({
    row: rows.get(id)!,
    signs: [
      ...(contact ? (['contact'] as const) : []),
      ...(agent ? (['agent'] as const) : []),
      ...(share >= ALIKE ? (['content'] as const) : []),
    ],
    likeness: share,
  }));
}
