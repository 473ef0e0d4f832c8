// Reads the audit chain for the audit screen; entries are written by db/audit.ts alone, inside each change.
import type { AuditEntry, AuditSearch } from '../../shared/contract/settings.ts';
import { endOfDay, startOfDay } from '../../shared/domain/time.ts';
import type { ReadDb } from '../db/connection.ts';
import { every, listOf, sql, type Sql } from '../db/sql.ts';
import { hiddenSessions } from './calibration/blind.ts';
import { readSettings } from './settings.ts';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly details: string;
  readonly hash: string;
}

const asEntry = (row: Row): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  actorId: row.actor_id,
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  details: row.details,
  hash: row.hash,
});

const any = (conditions: readonly Sql[]): Sql => sql`NOT (${every(conditions.map((one) => sql`NOT (${one})`))})`;

/** Ids of people, branches and versions whose names hold a word, and of those people's observations. */
const named = (like: string): Sql => sql`SELECT id FROM agent WHERE name LIKE ${like} ESCAPE '!'
  UNION ALL SELECT id FROM branch WHERE name LIKE ${like} ESCAPE '!'
  UNION ALL SELECT id FROM user WHERE name LIKE ${like} ESCAPE '!'
  UNION ALL SELECT o.id FROM observation o JOIN agent a ON a.id = o.agent_id WHERE a.name LIKE ${like} ESCAPE '!'
  UNION ALL SELECT id FROM standard_version WHERE title LIKE ${like} ESCAPE '!'`;

function wordCondition({ text, actions, entities }: AuditSearch['words'][number]): Sql {
  const like = `%${text.replace(/[!%_]/g, '!$&')}%`;
  return any([
    sql`e.details LIKE ${like} ESCAPE '!'`,
    sql`e.entity_id LIKE ${like} ESCAPE '!'`,
    sql`e.actor_id IN (SELECT id FROM user WHERE name LIKE ${like} ESCAPE '!')`,
    sql`e.entity_id IN (${named(like)})`,
    sql`e.action IN (${listOf(actions)})`,
    sql`e.entity IN (${listOf(entities)})`,
  ]);
}

function conditionOf(db: ReadDb, asked: AuditSearch): Sql {
  const { timeZone } = readSettings(db);
  const iso = (instant: number) => new Date(instant).toISOString();
  const { actors, system, actions, entities, from, to, words } = asked;
  const conditions: Sql[] = words.map(wordCondition);
  if (actors.length > 0 || system)
    conditions.push(any([sql`e.actor_id IN (${listOf(actors)})`, ...(system ? [sql`e.actor_id IS NULL`] : [])]));
  if (actions.length > 0) conditions.push(sql`e.action IN (${listOf(actions)})`);
  if (entities.length > 0) conditions.push(sql`e.entity IN (${listOf(entities)})`);
  if (from !== null) conditions.push(sql`e.at >= ${iso(startOfDay(from, timeZone))}`);
  if (to !== null) conditions.push(sql`e.at < ${iso(endOfDay(to, timeZone))}`);
  return every(conditions);
}

/** Leaves out what was done in sessions that are still hidden from the reader: answers stand in the facts. */
function seenBy(db: ReadDb, userId: string): Sql {
  const hidden = hiddenSessions(db, userId);
  if (hidden.size === 0) return sql`1`;
  const ids = listOf([...hidden]);
  return sql`e.entity_id NOT IN (${ids}) AND NOT (e.entity = 'redLine' AND e.entity_id IN
    (SELECT id FROM red_line WHERE observation_id IN (${ids})))`;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const AT_ONCE = 500;

/** What people call the records that entries name by id: people, branches, versions; of an observation its agent. */
function namesOf(db: ReadDb, entries: readonly AuditEntry[]): Record<string, string> {
  const ids = [...new Set(entries.flatMap(({ entityId, details }) => [entityId, ...(details.match(ID) ?? [])]))];
  const names: Record<string, string> = {};
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = listOf(ids.slice(from, from + AT_ONCE));
    for (const { id, name } of db.all<{ id: string; name: string }>(sql`
      SELECT id, name FROM agent WHERE id IN (${some})
      UNION ALL SELECT id, name FROM branch WHERE id IN (${some})
      UNION ALL SELECT id, name FROM user WHERE id IN (${some})
      UNION ALL SELECT id, title FROM standard_version WHERE id IN (${some})
      UNION ALL SELECT o.id, a.name FROM observation o JOIN agent a ON a.id = o.agent_id WHERE o.id IN (${some})`))
      names[id] = name;
  }
  return names;
}

/** A page of the entries asked for that the reader may see, newest first, from below sequence number `before`. */
export function listAudit(
  db: ReadDb,
  userId: string,
  asked: AuditSearch & { readonly before: number | null; readonly limit: number },
): { entries: AuditEntry[]; total: number; names: Record<string, string> } {
  const condition = every([conditionOf(db, asked), seenBy(db, userId)]);
  const entries = db
    .all<Row>(
      sql`SELECT e.*, user.name AS actor FROM audit_entry e LEFT JOIN user ON user.id = e.actor_id
        WHERE e.seq < ${asked.before ?? Number.MAX_SAFE_INTEGER} AND (${condition}) ORDER BY e.seq DESC LIMIT ${asked.limit}`,
    )
    .map(asEntry);
  const total = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM audit_entry e WHERE ${condition}`)?.n ?? 0;
  return { entries, total, names: namesOf(db, entries) };
}

/** Who acted and what was done to which kinds of records, so far. */
export const auditChoices = (
  db: ReadDb,
): { actors: { id: string; name: string }[]; actions: string[]; entities: string[] } => {
  const pairs = db.all<{ action: string; entity: string }>(sql`SELECT DISTINCT action, entity FROM audit_entry`);
  return {
    actors: db.all(sql`SELECT id, name FROM user ORDER BY name, id`),
    actions: [...new Set(pairs.map(({ action }) => action))].sort(),
    entities: [...new Set(pairs.map(({ entity }) => entity))].sort(),
  };
};

/** The history of one record, newest first. */
export const historyOf = (db: ReadDb, entity: string, entityId: string): AuditEntry[] =>
  db
    .all<Row>(
      sql`SELECT e.*, user.name AS actor FROM audit_entry e LEFT JOIN user ON user.id = e.actor_id
        WHERE e.entity = ${entity} AND e.entity_id = ${entityId} ORDER BY e.seq DESC LIMIT 500`,
    )
    .map(asEntry);
