// Reads every finding of every source as one table: problem records of submitted observations, record reviews and patrols, and
// those recorded here. What is said about them in the ledger, and the rectification that stands for them, stands beside them.
import type { FindingRow, LedgerSource, RectificationState, Severity } from '../../../shared/contract/findings.ts';
import { FINDING_ROWS } from '../../../shared/contract/findings.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { ProblemClass, ProtectionElement } from '../../../shared/contract/vocabulary.ts';
import { proposedElement, proposedSeverity } from '../../../shared/domain/findings/classification.ts';
import { findingStatus } from '../../../shared/domain/findings/status.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';
import { criteriaOfVersions } from './criteria.ts';

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
}

/** Of an observation the newest revision that was submitted is read, so that a finding keeps its words after it went. */
const OBSERVED = sql`SELECT f.origin_id AS id, 'observation' AS source, o.id AS source_id, o.agent_id, o.branch_id, o.team,
    coalesce(f.occurred_at, o.service_at) AS at, f.place, f.service_content, f.description, f.scope_of_impact, f.class,
    f.criterion, NULL AS clause, NULL AS element, NULL AS severity, n.value, o.standard_version_id AS version_id,
    o.assessor_id AS by_id, o.state = 'submitted' AND f.revision_id = o.submitted_revision_id AS standing
  FROM finding f JOIN observation_revision r ON r.id = f.revision_id JOIN observation o ON o.id = r.observation_id
    LEFT JOIN answer n ON n.revision_id = f.revision_id AND n.criterion = f.criterion
  WHERE r.state = 'submitted' AND o.calibration_id IS NULL AND NOT EXISTS (SELECT 1 FROM finding later
    JOIN observation_revision l ON l.id = later.revision_id
    WHERE later.origin_id = f.origin_id AND l.state = 'submitted' AND l.number > r.number)`;

// The plus keeps the index of the source out of reads by id or agent, where it would walk every review.
const INSPECTED = sql`SELECT f.id, f.source, f.source_id, f.agent_id, r.branch_id, r.team,
    coalesce(f.occurred_at, r.submitted_at), f.place, f.service_content, f.description, f.scope_of_impact, f.class,
    f.criterion, NULL, NULL, NULL, NULL, r.standard_version_id, r.reviewer_id, r.state = 'submitted'
  FROM inspection_finding f JOIN record_review r ON r.id = f.source_id
  WHERE +f.source = 'record' AND r.submitted_at IS NOT NULL
  UNION ALL SELECT f.id, f.source, f.source_id, f.agent_id, x.branch_id, x.team, coalesce(f.occurred_at, p.at), f.place,
    f.service_content, f.description, f.scope_of_impact, f.class, f.criterion, NULL, NULL, NULL, NULL,
    p.standard_version_id, p.patroller_id, p.state = 'submitted'
  FROM inspection_finding f JOIN patrol p ON p.id = f.source_id
    JOIN patrol_agent x ON x.patrol_id = p.id AND x.agent_id = f.agent_id
  WHERE +f.source = 'patrol' AND p.submitted_at IS NOT NULL`;

/** One from a survey stands and falls with it; a complaint that is withdrawn leaves the finding, which was seen for itself. */
const RECORDED = sql`SELECT f.id, f.source, f.source_id, f.agent_id, f.branch_id, f.team, f.occurred_at, f.place,
    f.service_content, f.description, f.scope_of_impact, f.class, f.criterion, f.clause, f.element, f.severity, NULL, NULL,
    f.recorded_by, f.withdrawn_at IS NULL AND (f.source <> 'survey'
      OR EXISTS (SELECT 1 FROM survey WHERE survey.id = f.source_id AND survey.state = 'counted'))
  FROM recorded_finding f`;

/** All findings that were ever submitted, as a table with the columns of `OBSERVED`. */
const EVERY_FINDING: Sql = sql`${OBSERVED} UNION ALL ${INSPECTED} UNION ALL ${RECORDED}`;

/** The rectification that stands for a finding `l`: not withdrawn, the newest. */
const STANDS = sql`(SELECT z.id FROM rectification_finding x JOIN rectification z ON z.id = x.rectification_id
  WHERE x.finding_id = l.id AND z.state <> 'withdrawn' ORDER BY z.planned_at DESC, z.id DESC LIMIT 1)`;

const OPEN_FIRST = sql`(stands.id IS NULL AND m.no_need_at IS NULL) DESC, l.at DESC, l.id`;

function linesOf(db: ReadDb, conditions: readonly Sql[], limit: number): LedgerLine[] {
  return db.all<LedgerLine>(sql`SELECT l.id, l.source, l.source_id AS sourceId, l.agent_id AS agentId,
      a.number AS employeeNumber, a.name AS agentName, l.branch_id AS branchId, b.name AS branchName, l.team, l.at, l.place,
      l.service_content AS serviceContent, l.description, l.scope_of_impact AS scopeOfImpact, l.class, l.criterion, l.clause,
      l.element, l.severity, m.element AS markedElement, m.severity AS markedSeverity, l.value, l.version_id AS versionId,
      u.name AS foundBy, u.id AS foundById, l.standing, m.no_need_reason AS noNeedReason, stands.id AS rectificationId,
      stands.state AS rectificationState, stands.deadline
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
      deadline: line.deadline,
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

/** The ledger: what stands, those without a rectification first, then the newest. */
export function findingLedger(db: ReadDb): { rows: FindingRow[]; total: number } {
  const rows = rowsOf(db, [sql`l.standing = 1`], FINDING_ROWS);
  if (rows.length < FINDING_ROWS) return { rows, total: rows.length };
  const counted = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM (${EVERY_FINDING}) l WHERE l.standing = 1`);
  return { rows, total: counted?.n ?? 0 };
}

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
