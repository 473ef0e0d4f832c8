// The content of a revision as one value: its digest, its blockers and its score are all taken from here, so that what is
// signed, what is checked and what is scored cannot differ.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Answer, Blocker, Evidence, Finding, Introduction } from '../../../shared/contract/observationRecord.ts';
import { canonicalRevision } from '../../../shared/domain/observation/revisionContent.ts';
import { contentBlockers } from '../../../shared/domain/observation/submission.ts';
import type { Session } from '../../../shared/domain/scoring/evidence.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { evidenceOfRevision } from '../evidence/evidence.ts';
import { answersOf, notesOf } from './answers.ts';
import { findingsOf, standingFindings } from './findings.ts';
import { introductionOf } from './introduction.ts';
import type { ObservationRow, RevisionRow } from './rows.ts';
import { pinnedStandard, type PinnedStandard } from './standardOf.ts';

export interface Content {
  readonly standard: PinnedStandard;
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly introduction: Introduction;
  /** SHA-256 of the canonical text; of a purged one as it was submitted. */
  readonly digest: string;
  /** Without those of the signatures. */
  readonly blockers: readonly Blocker[];
  readonly session: Pick<Session, 'id' | 'answers' | 'introductionMinutes'>;
}

/** A session's answers as the scoring engine takes them; `unanswered` ones are left out. */
export const scoredAnswers = (
  standard: PinnedStandard,
  answers: readonly Pick<Answer, 'criterion' | 'value'>[],
): Session['answers'] =>
  answers.flatMap(({ criterion: code, value }) => {
    const criterion = standard.byCode.get(code);
    if (!criterion) return [];
    const { indicator, weight } = criterion;
    return [{ criterion: code, indicator, weight, value, notApplicable: value === null }];
  });

/** Reads a revision of a started observation. */
export function contentOf(db: ReadDb, row: ObservationRow, revision: RevisionRow): Content {
  if (row.standard_version_id === null || row.service_at === null) throw new AppError('CONFLICT', 'observationLocked');
  const standard = pinnedStandard(db, row.standard_version_id);
  const answers = answersOf(db, revision.id);
  const findings = standingFindings(findingsOf(db, revision.id), answers);
  const evidence = evidenceOfRevision(db, revision.id);
  const introduction = introductionOf(db, revision.id);
  const { kind, occasion, setting, place, client } = revision;
  const purged = row.purged_at !== null;
  const text = canonicalRevision({
    observationId: row.id,
    revision: revision.number,
    reason: revision.reason,
    agent: { id: row.agent_id, branchId: row.branch_id, team: row.team },
    assessorId: row.assessor_id,
    standard: standard.digest,
    serviceAt: row.service_at,
    lateEntry: row.late_entry === 1,
    noticeConfirmedAt: revision.notice_at,
    context: { kind, occasion, setting, place, clientDigest: sha256(`${row.id}\n${client}`) },
    introductionMinutes: introduction.minutes,
    answers,
    notes: notesOf(db, revision.id),
    findings,
    evidence,
  });
  return {
    standard,
    answers,
    findings,
    evidence,
    introduction,
    digest: purged ? (revision.digest ?? '') : sha256(text),
    blockers: purged
      ? []
      : contentBlockers({
          criteria: standard.criteria,
          answers,
          findings,
          evidence,
          noticeConfirmed: revision.notice_at !== null,
          timerRunning: introduction.runningSince !== null,
        }),
    session: {
      id: row.id,
      answers: scoredAnswers(standard, answers),
      introductionMinutes: introduction.minutes,
    },
  };
}
