// A patrol with everything that its screens show. Its digest and its gaps are taken from one reading, so that what is
// checked and what is digested cannot differ.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { InspectionFinding, InspectionPhoto } from '../../../shared/contract/inspection.ts';
import type { PatrolCell, PatrolRecord } from '../../../shared/contract/patrol.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { verdictOf } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { findingsOf, saidIn } from '../inspection/findings.ts';
import { digestedPhotos, photosOf } from '../inspection/photos.ts';
import { redLinesOf } from '../inspection/redLines.ts';
import { pinnedChecks, type PinnedChecks } from '../inspection/standardOf.ts';
import { agentsOfPatrol, criteriaOf, patrolFor, type PatrolTable } from './rows.ts';

interface PatrolContent {
  readonly standard: PinnedChecks;
  readonly criteria: readonly Criterion[];
  readonly agents: ReturnType<typeof agentsOfPatrol>;
  readonly cells: readonly PatrolCell[];
  readonly findings: readonly InspectionFinding[];
  readonly photos: readonly InspectionPhoto[];
  readonly fails: (cell: { readonly agentId: string; readonly criterion: string }) => boolean;
  /** Failing cells whose problem record is not full; one where nothing at all was looked at. */
  readonly gaps: number;
  readonly digest: string;
}

const keyOf = ({ agentId, criterion }: { readonly agentId: string; readonly criterion: string }): string =>
  `${agentId} ${criterion}`;

/** Reads a patrol. */
export function contentOf(db: ReadDb, row: PatrolTable): PatrolContent {
  const standard = pinnedChecks(db, 'patrol', row.standard_version_id);
  const criteria = criteriaOf(row).flatMap((code) => standard.byCode.get(code) ?? []);
  const agents = agentsOfPatrol(db, row.id);
  const cells = db
    .all<{ agent_id: string; criterion: string; passed: number | null; answered_at: string }>(
      sql`SELECT agent_id, criterion, passed, answered_at FROM patrol_cell WHERE patrol_id = ${row.id}
        ORDER BY agent_id, criterion`,
    )
    .map((cell): PatrolCell => ({
      agentId: cell.agent_id,
      criterion: cell.criterion,
      verdict: verdictOf(cell.passed),
      answeredAt: cell.answered_at,
    }));
  const failing = new Set(cells.filter(({ verdict }) => verdict === 'failed').map(keyOf));
  const fails = (cell: { readonly agentId: string; readonly criterion: string }) => failing.has(keyOf(cell));
  const all = findingsOf(db, 'patrol', row.id);
  const full = new Set(all.filter((one) => missingFields(one).length === 0).map(keyOf));
  const unfinished = [...failing].filter((key) => !full.has(key)).length;
  const photos = photosOf(db, 'patrol', row.id);
  const text = canonicalJson({
    patrol: row.id,
    place: row.place,
    at: row.at,
    patroller: row.patroller_id,
    standard: standard.digest,
    criteria: criteria.map(({ code }) => code),
    agents: agents.map(({ id, branchId, team }) => ({ id, branchId, team })),
    cells: cells.map(({ agentId, criterion, verdict }) => ({ agentId, criterion, verdict })),
    findings: all
      .filter(fails)
      .map(saidIn)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    ...digestedPhotos(photos, fails),
  });
  return {
    standard,
    criteria,
    agents,
    cells,
    findings: all,
    photos,
    fails,
    gaps: cells.length === 0 ? 1 : unfinished,
    digest: sha256(text),
  };
}

/** @throws AppError NOT_FOUND patrolMissing */
export function patrolRecord(db: ReadDb, actor: Actor, id: string): PatrolRecord {
  const row = patrolFor(db, actor, id);
  const { standard, criteria, agents, cells, findings, photos } = contentOf(db, row);
  const patroller = db.get<{ name: string }>(sql`SELECT name FROM user WHERE id = ${row.patroller_id}`);
  if (!patroller) throw new AppError('INTERNAL', 'internal');
  return {
    id,
    state: row.state,
    place: row.place,
    at: row.at,
    day: row.day,
    patroller: { id: row.patroller_id, name: patroller.name },
    writable: row.state === 'inProgress' && row.patroller_id === actor.userId && may(actor.roles, 'patrol.write'),
    startedAt: row.started_at,
    savedAt: row.saved_at,
    submittedAt: row.submitted_at,
    digest: row.digest,
    withdrawnAt: row.withdrawn_at,
    withdrawReason: row.withdraw_reason,
    standard: {
      versionId: standard.versionId,
      number: standard.number,
      title: standard.title,
      clauses: [...standard.clauses],
      criteria: [...criteria],
    },
    agents: agents.map(({ id: agentId, employeeNumber, name, branchName, team }) => ({
      id: agentId,
      employeeNumber,
      name,
      branchName,
      team,
    })),
    cells: [...cells],
    findings: [...findings],
    photos: [...photos],
    redLines: redLinesOf(db, 'patrol', id),
  };
}
