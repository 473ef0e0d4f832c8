// Corrects the registration of a complaint until it is classified: each correction keeps what it changed, people masked, and asks
// again who is recused, who was here before and whether the matter is still about one agent.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ComplaintFields } from '../../../shared/contract/complaint.ts';
import type { Amendment } from '../../../shared/contract/complaintRecord.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { agentOfJoined } from './joined.ts';
import { caseById, caseFor, touched, type Seen } from './known.ts';
import { handlingRefusal, matterOf } from './matter.ts';
import { mayReveal, writePeople, writeSubjects, type GivenPerson } from './people.ts';
import { checked, isRepeated } from './register.ts';
import type { Done } from './steps.ts';

type Change = Amendment['changes'][number];
type Words = Readonly<Record<Change['field'], string>>;

const NAMES_APART = ' / ';

const masked = ({ name, contact }: GivenPerson): string => [maskClient(name), maskClient(contact)].join(' ').trim();

/** The registration as it stands, each part as text; people plain, to tell whether they changed. */
function standing(db: ReadDb, id: string): { readonly words: Words; readonly people: readonly GivenPerson[] } {
  const { channel, received_at: receivedAt, category, subclass, agent_id, branch_id, content } = caseById(db, id);
  const people = db.all<GivenPerson>(
    sql`SELECT name, contact FROM complaint_person WHERE complaint_id = ${id} ORDER BY position`,
  );
  const subjects = db.all<{ name: string }>(sql`SELECT u.name FROM complaint_subject s JOIN user u ON u.id = s.user_id
    WHERE s.complaint_id = ${id} ORDER BY u.name, u.id`);
  const agent = db.get<{ words: string }>(sql`SELECT name || ' ' || number AS words FROM agent WHERE id = ${agent_id}`);
  const branch = db.get<{ name: string }>(sql`SELECT name FROM branch WHERE id = ${branch_id}`);
  return {
    words: {
      ...{ channel, receivedAt, category, subclass: subclass ?? '', content },
      ...{ agent: agent?.words ?? '', branch: branch?.name ?? '' },
      people: people.map(masked).join(NAMES_APART),
      subjects: subjects.map(({ name }) => name).join(NAMES_APART),
    },
    people,
  };
}

const FIELDS = [
  ...(['channel', 'receivedAt', 'people', 'content', 'category', 'subclass', 'agent', 'branch', 'subjects'] as const),
] as const;

/** What differs; people are told apart by what they are, and shown by what may be shown. */
function changesOf(before: ReturnType<typeof standing>, after: ReturnType<typeof standing>): Change[] {
  const other = JSON.stringify(before.people) !== JSON.stringify(after.people);
  return FIELDS.filter((field) => (field === 'people' ? other : before.words[field] !== after.words[field])).map(
    (field) => ({ field, from: before.words[field], to: after.words[field] }),
  );
}

export interface AmendInput {
  readonly reason: string;
  /** `people` null: as they are; so corrects one who may not see them. */
  readonly fields: Omit<ComplaintFields, 'people'> & { readonly people: ComplaintFields['people'] | null };
}

/**
 * @throws AppError INVALID complaintAmendNothing, complaintReceivedLate, as `checked`, `agentOfJoined`; FORBIDDEN
 *   complaintContactHidden; as `caseFor`
 */
export function amendComplaint(store: Store, actor: Actor, { id, revision, reason, fields }: Seen & AmendInput): Done {
  return store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'amend');
    if (fields.people !== null && !mayReveal(tx, actor, found))
      throw new AppError('FORBIDDEN', 'complaintContactHidden');
    const { receivedAt, day, branchId, team } = checked(tx, fields);
    if (found.accepted_at !== null && receivedAt > found.accepted_at)
      throw new AppError('INVALID', 'complaintReceivedLate');
    // A joined case may still be the first to name the agent; two may not be named.
    if (fields.agentId !== null) agentOfJoined(tx, id, fields.agentId);
    const before = standing(tx, id);
    tx.run(sql`UPDATE complaint SET channel = ${fields.channel}, received_at = ${receivedAt}, day = ${day},
      category = ${fields.category}, subclass = ${fields.subclass}, agent_id = ${fields.agentId}, branch_id = ${branchId},
      team = ${team}, content = ${fields.content} WHERE id = ${id}`);
    if (fields.people !== null) writePeople(tx, id, fields.people);
    writeSubjects(tx, id, fields.subjectIds);
    tx.run(sql`UPDATE complaint SET repeated = ${isRepeated(tx, id, receivedAt) ? 1 : 0} WHERE id = ${id}`);
    const changes = changesOf(before, standing(tx, id));
    if (changes.length === 0) throw new AppError('INVALID', 'complaintAmendNothing');
    tx.run(sql`INSERT INTO complaint_amendment (id, complaint_id, at, amended_by, reason, changes)
      VALUES (${tx.newId()}, ${id}, ${tx.at}, ${actor.userId}, ${reason}, ${JSON.stringify(changes)})`);
    const { handler_id: handlerId } = found;
    // Who is only now known to be complained of gives the case away.
    const barred = handlerId !== null && handlingRefusal(tx, matterOf(tx, id), handlerId) !== null;
    if (barred) tx.run(sql`UPDATE complaint SET handler_id = NULL WHERE id = ${id}`);
    tx.note({
      action: 'complaint.amended',
      entity: 'complaint',
      entityId: id,
      facts: {
        ...{ receivedAt, channel: fields.channel, category: fields.category, subclass: fields.subclass },
        ...{ agent: fields.agentId, changed: changes.map(({ field }) => field).join(' '), handlerLeft: barred },
      },
      fields: { reason, content: fields.content, ...(fields.people === null ? {} : { people: fields.people }) },
    });
    return touched(tx, id);
  });
}

/** The corrections of a registration, oldest first. */
export const amendmentsOf = (db: ReadDb, id: string): Amendment[] =>
  db
    .all<Omit<Amendment, 'changes'> & { readonly changes: string }>(
      sql`SELECT a.at, u.name AS "by", a.reason, a.changes FROM complaint_amendment a JOIN user u ON u.id = a.amended_by
        WHERE a.complaint_id = ${id} ORDER BY a.rowid`,
    )
    .map((one) => ({ ...one, changes: JSON.parse(one.changes) as Change[] }));
