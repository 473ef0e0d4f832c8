// One page of the ledger of findings, filtered and searched over all of them. Every finding of every source is looked at, so it
// runs in the worker and gives main no more than the page.
import type { FindingFilter, FindingRow } from '../../../shared/contract/findings.ts';
import { METHODS } from '../../../shared/contract/standard.ts';
import { endOfDay, startOfDay } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { among, every, listOf, sql, type Sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { readSettings } from '../settings.ts';
import { pinned, type Pinned } from '../standard/pinned.ts';
import { findingsByIds } from './ledger.ts';
import { EVERY_FINDING } from './sources.ts';

export interface FindingsPageInput extends FindingFilter {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
}

const publishedChecks = (db: ReadDb): Pinned[] =>
  db
    .all<{ id: string }>(sql`SELECT id FROM standard_version WHERE status = 'published'`)
    .flatMap(({ id }) => METHODS.map((method) => pinned(db, method, id)));

/** `findingStatus` and `proposedSeverity` as SQL; the test of this file holds them to each other. */
const STATUS = sql`CASE WHEN s.state IS NULL THEN iif(m.no_need_at IS NULL, 'open', 'noNeed')
  WHEN s.state = 'closed' THEN 'closed' ELSE 'inRectification' END`;

const severityOf = (redLines: readonly string[]): Sql => sql`coalesce(m.severity, l.severity,
  CASE WHEN l.version_id || ' ' || l.criterion IN ${among(redLines)} THEN 'serious'
    WHEN l.value > 0 THEN 'minor' ELSE 'ordinary' END)`;

const TEXT = sql`lower(a.name || char(10) || a.number || char(10) || b.name || char(10) || l.team || char(10) || l.place
  || char(10) || l.service_content || char(10) || l.description || char(10) || l.scope_of_impact || char(10)
  || coalesce(l.criterion, '') || char(10) || coalesce(l.clause, '') || char(10) || u.name)`;

function conditionsOf(db: ReadDb, filter: FindingFilter): Sql[] {
  const { statuses, sources, severities, classes, from, to, text } = filter;
  const { timeZone } = readSettings(db);
  const instant = (at: number) => new Date(at).toISOString();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const checks = severities.length > 0 || words.length > 0 ? publishedChecks(db) : [];
  const redLines = checks.flatMap(({ versionId, criteria }) =>
    criteria.flatMap(({ code, redLine }) => (redLine ? [`${versionId} ${code}`] : [])),
  );
  const saying = (word: string) =>
    checks.flatMap(({ criteria }) =>
      criteria.flatMap(({ code, text: said }) =>
        said.zh.toLowerCase().includes(word) || said.en.toLowerCase().includes(word) ? [code] : [],
      ),
    );
  return [
    sql`l.standing = 1`,
    ...(statuses.length === 0 ? [] : [sql`${STATUS} IN (${listOf(statuses)})`]),
    ...(sources.length === 0 ? [] : [sql`l.source IN (${listOf(sources)})`]),
    ...(severities.length === 0 ? [] : [sql`${severityOf(redLines)} IN (${listOf(severities)})`]),
    ...(classes.length === 0 ? [] : [sql`l.class IN (${listOf(classes)})`]),
    ...(from === null ? [] : [sql`l.at >= ${instant(startOfDay(from, timeZone))}`]),
    ...(to === null ? [] : [sql`l.at < ${instant(endOfDay(to, timeZone))}`]),
    ...words.map((word) => sql`instr(${TEXT}, ${word}) > 0 OR l.criterion IN ${among(saying(word))}`),
  ];
}

/** What stands and fits, those that wait for a rectification first, then the newest; `total` counts all that fit. */
export function findingsPage(db: ReadDb, filter: FindingFilter): { rows: FindingRow[]; total: number } {
  const from = sql`(${EVERY_FINDING}) l JOIN agent a ON a.id = l.agent_id JOIN branch b ON b.id = l.branch_id
    JOIN user u ON u.id = l.by_id LEFT JOIN finding_mark m ON m.finding_id = l.id
    LEFT JOIN stands s ON s.finding_id = l.id WHERE ${every(conditionsOf(db, filter))}`;
  const keys = db.all<{ id: string; total: number }>(sql`WITH stands AS MATERIALIZED (
      SELECT finding_id, state FROM (SELECT x.finding_id, z.state,
          row_number() OVER (PARTITION BY x.finding_id ORDER BY z.planned_at DESC, z.id DESC) AS place
        FROM rectification_finding x JOIN rectification z ON z.id = x.rectification_id WHERE z.state <> 'withdrawn')
      WHERE place = 1)
    SELECT l.id, count(*) OVER () AS total FROM ${from}
    ORDER BY (s.state IS NULL AND m.no_need_at IS NULL) DESC, l.at DESC, l.id
    LIMIT ${filter.limit} OFFSET ${filter.offset}`);
  const ids = keys.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const rows = findingsByIds(db, ids).sort((one, other) => places.get(one.id)! - places.get(other.id)!);
  return { rows, total: keys[0]?.total ?? 0 };
}

/** @throws AppError when the signal fires */
export const readFindings: Task<FindingsPageInput, { rows: FindingRow[]; total: number }> = (input) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(findingsPage(db, input));
  } finally {
    db.close();
  }
};
