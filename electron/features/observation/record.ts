// Everything about an observation in one revision, so that a killed console reopens at the same item with nothing asked.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ObservationRecord, RevisionSummary, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { countsOf } from '../../../shared/domain/observation/progress.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { evidenceOfRevision } from '../evidence/evidence.ts';
import { answersOf, notesOf, positionOf } from './answers.ts';
import { findingsOf } from './findings.ts';
import { introductionOf } from './introduction.ts';
import { redLinesOf } from './redLines.ts';
import { observationFor, revisionsOf, shownRevision, type ObservationRow, type RevisionRow } from './rows.ts';
import { signaturesOf } from './signatureRows.ts';
import { pinnedStandard } from './standardOf.ts';

const contextOf = (row: RevisionRow): ServiceContext => ({
  kind: row.kind,
  occasion: row.occasion,
  setting: row.setting,
  place: row.place,
  client: maskClient(row.client),
});

interface People {
  readonly employee_number: string;
  readonly agent_name: string;
  readonly branch_name: string;
  readonly assessor_name: string;
}

export function peopleOf(db: ReadDb, row: ObservationRow): People {
  const people = db.get<People>(sql`SELECT a.number AS employee_number, a.name AS agent_name, b.name AS branch_name,
      u.name AS assessor_name FROM agent a, branch b, user u
    WHERE a.id = ${row.agent_id} AND b.id = ${row.branch_id} AND u.id = ${row.assessor_id}`);
  if (!people) throw new AppError('INTERNAL', 'internal');
  return people;
}

function summariesOf(db: ReadDb, revisions: readonly RevisionRow[]): RevisionSummary[] {
  const names = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM user`).map(({ id, name }) => [id, name]),
  );
  return revisions.map((row) => ({
    number: row.number,
    state: row.state,
    reason: row.reason,
    createdAt: row.created_at,
    createdBy: names.get(row.created_by) ?? '',
    submittedAt: row.submitted_at,
    digest: row.digest,
    score: row.score,
  }));
}

function build(
  db: ReadDb,
  actor: Actor,
  row: ObservationRow,
  pick: (revisions: RevisionRow[]) => RevisionRow,
): ObservationRecord {
  const revisions = revisionsOf(db, row.id);
  const shown = pick(revisions);
  const amending = row.state === 'submitted' && revisions.some(({ state }) => state === 'open');
  const standard = row.standard_version_id === null ? null : pinnedStandard(db, row.standard_version_id);
  const people = peopleOf(db, row);
  const answers = answersOf(db, shown.id);
  const summaries = standard ? summariesOf(db, revisions) : [];
  const submitted = revisions.find(({ id }) => id === row.submitted_revision_id);
  return {
    id: row.id,
    state: row.state,
    amending,
    lateEntry: row.late_entry === 1,
    writable:
      shown.state === 'open' &&
      row.assessor_id === actor.userId &&
      may(actor.roles, 'observation.write') &&
      allows(row.state, 'write', amending),
    agent: {
      id: row.agent_id,
      employeeNumber: people.employee_number,
      name: people.agent_name,
      branchId: row.branch_id,
      branchName: people.branch_name,
      team: row.team,
    },
    assessor: { id: row.assessor_id, name: people.assessor_name },
    calibrationId: row.calibration_id,
    context: contextOf(shown),
    plannedOn: row.planned_on,
    serviceAt: row.service_at,
    serviceDay: row.service_at === null ? null : row.day,
    startedAt: row.started_at,
    submittedAt: submitted?.submitted_at ?? null,
    withdrawnAt: row.ended_at,
    withdrawReason: row.end_reason,
    noticeConfirmedAt: shown.notice_at,
    standard: standard && {
      versionId: standard.versionId,
      number: standard.number,
      title: standard.title,
      digest: standard.digest,
      clauses: [...standard.clauses],
      criteria: [...standard.criteria],
    },
    revision: summaries.find(({ number }) => number === shown.number) ?? null,
    revisions: summaries,
    position: positionOf(db, shown),
    // Instants are text in UTC with milliseconds, so the latest is the greatest.
    savedAt: standard
      ? answers.reduce((latest, { answeredAt }) => (answeredAt > latest ? answeredAt : latest), shown.saved_at)
      : null,
    counts: countsOf(standard?.criteria ?? [], new Set(answers.map(({ criterion }) => criterion))),
    answers,
    notes: notesOf(db, shown.id),
    findings: findingsOf(db, shown.id),
    evidence: evidenceOfRevision(db, shown.id),
    introduction: introductionOf(db, shown.id),
    redLines: redLinesOf(db, row.id),
    signatures: signaturesOf(db, shown.id),
  };
}

/** The revision being written, else the one that counts. @throws AppError NOT_FOUND observationMissing */
export function recordOf(db: ReadDb, actor: Actor, id: string): ObservationRecord {
  const row = observationFor(db, actor, id);
  return build(db, actor, row, (revisions) => shownRevision(row, revisions));
}

/** One revision of the history. @throws AppError NOT_FOUND observationMissing or revisionMissing */
export function recordOfRevision(db: ReadDb, actor: Actor, id: string, number: number): ObservationRecord {
  const row = observationFor(db, actor, id);
  return build(db, actor, row, (revisions) => {
    const shown = revisions.find((revision) => revision.number === number);
    if (!shown) throw new AppError('NOT_FOUND', 'revisionMissing');
    return shown;
  });
}
