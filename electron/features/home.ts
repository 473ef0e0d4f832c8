// 工作台: what waits for this person, read from the owners of each table; and the finder behind Ctrl+K.
import type { Actor } from '../../shared/contract/account.ts';
import type { Hit, Home } from '../../shared/contract/home.ts';
import type { ObservationRow } from '../../shared/contract/observation.ts';
import type { Language } from '../../shared/contract/vocabulary.ts';
import { may, seesOnlyOwnObservations } from '../../shared/domain/permissions.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import { lastBackupAt } from './backup/backups.ts';
import { listObservations } from './observation/list.ts';
import { pendingRedLines } from './observation/redLines.ts';
import { searchAgents } from './people/agentLists.ts';
import { readContent, readInitials } from './standard/lines.ts';
import { currentVersion } from './standard/versions.ts';
import { readSettings } from './settings.ts';

/** Supervision coverage of a period (8.1). */
export const COVERAGE_GOAL = 0.92;
const LISTED = 20;
const HITS = 8;

const draftOf = (row: ObservationRow, actor: Actor): Home['drafts'][number] => ({
  id: row.id,
  agentName: row.agentName,
  employeeNumber: row.employeeNumber,
  place: row.place,
  day: row.serviceDay ?? row.plannedOn,
  answered: row.answered,
  criteria: row.criteria,
  own: row.assessorId === actor.userId,
  assessorName: row.assessorName,
});

const NO_FILTER = {
  from: null,
  to: null,
  branchId: null,
  agentId: null,
  assessorId: null,
  kinds: [],
  lateEntry: null,
  text: '',
  limit: 200,
};

/** What the home screen shows to a person. */
export function readHome(store: Store, actor: Actor): Home {
  const db = store.read;
  const { timeZone, backupFolder } = readSettings(db);
  const today = dayOf(store.clock(), timeZone);
  const period = periodOf('month', today);
  const own = seesOnlyOwnObservations(actor.roles);
  const list = (states: ObservationRow['state'][], to: string | null): ObservationRow[] =>
    listObservations(db, actor, { ...NO_FILTER, states, to }).rows;
  const open = list(['inProgress'], null);
  const amending = list(['submitted'], null).filter((row) => row.amending);
  const counts = db.get<{ sessions: number; observed: number }>(
    sql`SELECT count(*) AS sessions, count(DISTINCT agent_id) AS observed FROM observation
      WHERE state = 'submitted' AND day >= ${period.start} AND day < ${period.end}
        AND (${own ? 0 : 1} OR assessor_id = ${actor.userId})`,
  ) ?? { sessions: 0, observed: 0 };
  const unobserved = own
    ? []
    : db.all<Home['unobserved'][number]>(
        sql`SELECT a.id, a.name, a.number AS employeeNumber, p.team FROM agent a
        JOIN agent_assignment p ON p.agent_id = a.id AND p.until_day IS NULL
      WHERE a.status = 'active' AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.agent_id = a.id
        AND o.state = 'submitted' AND o.day >= ${period.start} AND o.day < ${period.end})
      ORDER BY a.number LIMIT ${LISTED}`,
      );
  const agents = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM agent WHERE status = 'active'`)?.n ?? 0;
  return {
    today,
    planned: list(['planned'], today).map((row) => draftOf(row, actor)),
    drafts: [...open, ...amending].map((row) => draftOf(row, actor)),
    redLines: pendingRedLines(db, actor),
    period: { kind: 'month', ...period, ...counts, agents, goal: COVERAGE_GOAL },
    unobserved,
    backup: { folder: backupFolder, lastAt: lastBackupAt(store) },
  };
}

function standardHits(db: ReadDb, text: string, language: Language): Hit[] {
  const wanted = text.toLowerCase();
  const side = language === 'en' ? 'en' : 'zh';
  const versionId = currentVersion(db).id;
  const content = readContent(db, versionId);
  const initials = readInitials(db, versionId);
  const matches = (id: string, ...texts: string[]): boolean =>
    id.startsWith(wanted) ||
    (initials[id] ?? '').includes(wanted) ||
    texts.some((one) => one.toLowerCase().includes(wanted));
  const clauses = content.clauses
    .filter(({ id, title }) => matches(id, title.zh, title.en))
    .map(({ id, title, text: body }): Hit => ({
      kind: 'clause',
      id,
      title: `${id} ${title[side]}`,
      detail: body[side],
    }));
  const criteria = content.criteria
    .filter(({ code, text: body }) => matches(code, body.zh, body.en))
    .map(({ code, text: body, meets }): Hit => ({
      kind: 'criterion',
      id: code,
      title: `${code} ${body[side]}`,
      detail: meets[side],
    }));
  return [...clauses.slice(0, HITS), ...criteria.slice(0, HITS)];
}

/** Agents, observations, clauses and criteria that a text may mean; only what the person may open. */
export function find(store: Store, actor: Actor, text: string): Hit[] {
  const db = store.read;
  const hits: Hit[] = [];
  if (may(actor.roles, 'agents.read'))
    for (const agent of searchAgents(db, { text, limit: HITS }))
      hits.push({ kind: 'agent', id: agent.id, title: `${agent.name} ${agent.number}`, detail: agent.branchName });
  if (may(actor.roles, 'observation.read'))
    for (const row of listObservations(db, actor, { ...NO_FILTER, states: [], text, limit: HITS }).rows)
      hits.push({
        kind: 'observation',
        id: row.id,
        title: `${row.agentName} ${row.serviceDay ?? row.plannedOn ?? ''}`,
        detail: row.place,
      });
  if (may(actor.roles, 'standard.read')) hits.push(...standardHits(db, text, readSettings(db).language));
  return hits;
}
