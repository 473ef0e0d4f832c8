// One page of 整改跟踪台账, filtered and searched over all of it. Filters by what findings say look at every finding, so it runs in
// the worker and gives main no more than the page.
import type { RectificationFilter, RectificationRow } from '../../../shared/contract/rectification.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { among, every, listOf, sql, type Sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { EVERY_FINDING } from '../findings/sources.ts';
import { rectificationsWhere, RUNNING_FIRST } from './rows.ts';

export interface RectificationsPageInput extends RectificationFilter {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface RectificationsPage {
  rows: RectificationRow[];
  total: number;
  agents: { id: string; name: string; number: string }[];
  teams: string[];
}

const withFinding = (condition: Sql): Sql =>
  sql`z.id IN (SELECT x.rectification_id FROM rectification_finding x JOIN (${EVERY_FINDING}) l ON l.id = x.finding_id
    WHERE ${condition})`;

const TEXT = sql`lower(z.title || char(10) || a.name || char(10) || a.number || char(10) || z.team || char(10)
  || z.owner_name || char(10) || coalesce(owner.name, ''))`;

const FROM = sql`rectification z JOIN agent a ON a.id = z.agent_id LEFT JOIN user owner ON owner.id = z.owner_user_id`;

const holding = (text: string): Sql[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`instr(${TEXT}, ${word}) > 0`);

const conditionsOf = ({ states, agentIds, teams, classes, sources, text }: RectificationFilter): Sql[] => [
  ...(states.length === 0 ? [] : [sql`z.state IN (${listOf(states)})`]),
  ...(agentIds.length === 0 ? [] : [sql`z.agent_id IN (${listOf(agentIds)})`]),
  ...(teams.length === 0 ? [] : [sql`z.team IN (${listOf(teams)})`]),
  ...(classes.length === 0 ? [] : [withFinding(sql`l.class IN (${listOf(classes)})`)]),
  ...(sources.length === 0 ? [] : [withFinding(sql`l.source IN (${listOf(sources)})`)]),
  ...holding(text),
];

export function rectificationsPage(db: ReadDb, filter: RectificationFilter, now: number): RectificationsPage {
  const keys = db.all<{ id: string; total: number }>(sql`SELECT z.id, count(*) OVER () AS total FROM ${FROM}
    WHERE ${every(conditionsOf(filter))} ORDER BY ${RUNNING_FIRST} LIMIT ${filter.limit} OFFSET ${filter.offset}`);
  return {
    rows: rectificationsWhere(db, sql`z.id IN ${among(keys.map(({ id }) => id))}`, now),
    total: keys[0]?.total ?? 0,
    agents: db.all(sql`SELECT a.id, a.name, a.number FROM agent a
      WHERE a.id IN (SELECT agent_id FROM rectification) ORDER BY a.name, a.number`),
    teams: db
      .all<{ team: string }>(sql`SELECT DISTINCT team FROM rectification WHERE team <> '' ORDER BY team`)
      .map(({ team }) => team),
  };
}

/** @throws AppError when the signal fires */
export const readRectificationsPage: Task<RectificationsPageInput, RectificationsPage> = (input) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(rectificationsPage(db, input, input.now));
  } finally {
    db.close();
  }
};

const FOUND = 8;

/** For Ctrl+K: small rows of the first few that hold every word. */
export const findRectifications = (
  db: ReadDb,
  { text }: { readonly text: string },
): Pick<RectificationRow, 'id' | 'title' | 'agentName' | 'deadline'>[] =>
  db.all(sql`SELECT z.id, z.title, a.name AS agentName, z.deadline FROM ${FROM}
    WHERE ${every(holding(text))} ORDER BY ${RUNNING_FIRST} LIMIT ${FOUND}`);
