// Reads findings of every source as rows of the ledger: what is said about them there, their photos, and the rectification that
// stands for them, stand beside them.
import type { FindingRow, LedgerSource, RectificationState, Severity } from '../../../shared/contract/findings.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { ProblemClass, ProtectionElement } from '../../../shared/contract/vocabulary.ts';
import { proposedElement, proposedSeverity } from '../../../shared/domain/findings/classification.ts';
import { findingStatus } from '../../../shared/domain/findings/status.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';
import { criteriaOfVersions } from './criteria.ts';
import { EVERY_FINDING, PHOTO_COUNT, STANDS } from './sources.ts';

interface LedgerLine {
  readonly id: string;
  readonly source: LedgerSource;
  readonly sourceId: string | null;
  readonly agentId: string;
  readonly employeeNumber: string;
  readonly agentName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
  readonly at: string;
  readonly place: string;
  readonly serviceContent: string;
  readonly description: string;
  readonly scopeOfImpact: string;
  readonly class: ProblemClass | null;
  readonly criterion: string | null;
  readonly clause: string | null;
  readonly element: ProtectionElement | null;
  readonly severity: Severity | null;
  readonly markedElement: ProtectionElement | null;
  readonly markedSeverity: Severity | null;
  readonly value: number | null;
  readonly versionId: string | null;
  readonly foundBy: string;
  readonly foundById: string;
  readonly standing: number;
  readonly noNeedReason: string | null;
  readonly rectificationId: string | null;
  readonly rectificationState: RectificationState | null;
  readonly deadline: string | null;
  readonly photos: number;
}

const OPEN_FIRST = sql`(stands.id IS NULL AND m.no_need_at IS NULL) DESC, l.at DESC, l.id`;

function linesOf(db: ReadDb, conditions: readonly Sql[], limit: number): LedgerLine[] {
  return db.all<LedgerLine>(sql`SELECT l.id, l.source, l.source_id AS sourceId, l.agent_id AS agentId,
      a.number AS employeeNumber, a.name AS agentName, l.branch_id AS branchId, b.name AS branchName, l.team, l.at, l.place,
      l.service_content AS serviceContent, l.description, l.scope_of_impact AS scopeOfImpact, l.class, l.criterion, l.clause,
      l.element, l.severity, m.element AS markedElement, m.severity AS markedSeverity, l.value, l.version_id AS versionId,
      u.name AS foundBy, u.id AS foundById, l.standing, m.no_need_reason AS noNeedReason, stands.id AS rectificationId,
      stands.state AS rectificationState, stands.deadline, ${PHOTO_COUNT} AS photos
    FROM (${EVERY_FINDING}) l JOIN agent a ON a.id = l.agent_id JOIN branch b ON b.id = l.branch_id
      JOIN user u ON u.id = l.by_id LEFT JOIN finding_mark m ON m.finding_id = l.id
      LEFT JOIN rectification stands ON stands.id = ${STANDS}
    WHERE ${every(conditions)} ORDER BY ${OPEN_FIRST} LIMIT ${limit}`);
}

function rowsOf(db: ReadDb, conditions: readonly Sql[], limit = -1): FindingRow[] {
  const { timeZone } = readSettings(db);
  const criterionOf = criteriaOfVersions(db);
  return linesOf(db, conditions, limit).map((line): FindingRow => {
    const criterion: Criterion | undefined =
      line.criterion === null ? undefined : criterionOf(line.criterion, line.versionId);
    return {
      ...{ id: line.id, source: line.source, sourceId: line.sourceId, agentId: line.agentId },
      ...{ employeeNumber: line.employeeNumber, agentName: line.agentName },
      ...{ branchId: line.branchId, branchName: line.branchName, team: line.team },
      ...{ at: line.at, day: dayOf(Date.parse(line.at), timeZone), place: line.place },
      ...{ serviceContent: line.serviceContent, description: line.description, scopeOfImpact: line.scopeOfImpact },
      ...{ class: line.class, criterion: line.criterion, criterionText: criterion?.text ?? null },
      clause: line.clause ?? criterion?.clause ?? null,
      element: line.markedElement ?? line.element ?? proposedElement(criterion),
      severity: line.markedSeverity ?? line.severity ?? proposedSeverity(criterion, line.value),
      classified: (line.markedSeverity ?? line.severity) !== null,
      ...{ foundBy: line.foundBy, foundById: line.foundById },
      standing: line.standing === 1,
      status: findingStatus(line.rectificationState, line.noNeedReason !== null),
      noNeedReason: line.noNeedReason,
      ...{ rectificationId: line.rectificationId, rectificationState: line.rectificationState },
      ...{ deadline: line.deadline, photos: line.photos },
    };
  });
}

/** Those of the ids whose source still stands. */
export const standingFindings = (db: ReadDb, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    ids.length === 0
      ? []
      : db
          .all<{ id: string }>(
            sql`SELECT l.id FROM (${EVERY_FINDING}) l WHERE l.id IN ${among(ids)} AND l.standing = 1`,
          )
          .map(({ id }) => id),
  );

/** Those that wait for a rectification, of one agent or, null, of all: the newest first, at most `limit`. */
export const openFindings = (db: ReadDb, agentId: string | null, limit = -1): FindingRow[] =>
  rowsOf(
    db,
    [
      sql`l.standing = 1 AND stands.id IS NULL AND m.no_need_at IS NULL`,
      ...(agentId === null ? [] : [sql`l.agent_id = ${agentId}`]),
    ],
    limit,
  );

/** What stands of an agent, those that wait first, then the newest, at most `limit`. */
export const findingsOfAgent = (db: ReadDb, agentId: string, limit: number): FindingRow[] =>
  rowsOf(db, [sql`l.standing = 1 AND l.agent_id = ${agentId}`], limit);

/** Findings by id, standing or not; in the order of the ledger. Unknown ids are left out. */
export const findingsByIds = (db: ReadDb, ids: readonly string[]): FindingRow[] =>
  rowsOf(db, [sql`l.id IN ${among(ids)}`]);

/** Those that stand of one observation, review, patrol, survey or complaint, with what became of them. */
export const findingsOfSource = (db: ReadDb, source: LedgerSource, sourceId: string): FindingRow[] =>
  rowsOf(db, [sql`l.source = ${source}`, sql`l.source_id = ${sourceId}`, sql`l.standing = 1`]);

/** Standing findings of agents that lie in a span, epoch milliseconds, half-open. */
export const findingsBetween = (
  db: ReadDb,
  agentIds: readonly string[],
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
): FindingRow[] =>
  rowsOf(db, [
    sql`l.standing = 1 AND l.agent_id IN ${among(agentIds)}`,
    sql`l.at >= ${new Date(startsAt).toISOString()} AND l.at < ${new Date(endsAt).toISOString()}`,
  ]);
