// The review before signing: what is missing, what fails, what was not applicable, and the score with its derivation.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Review } from '../../../shared/contract/observation.ts';
import type { SessionResult } from '../../../shared/contract/observationRecord.ts';
import { countsOf } from '../../../shared/domain/observation/progress.ts';
import { failingItems, holding, signatureBlockers } from '../../../shared/domain/observation/submission.ts';
import { deriveSession } from '../../../shared/domain/scoring/derivation.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { sessionScore } from '../../../shared/domain/scoring/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { currentModel } from '../score/models.ts';
import { contentOf, type Content } from './content.ts';
import { observationFor, revisionsOf, shownRevision } from './rows.ts';
import { signaturesOf } from './signatureRows.ts';

/** The session score (scoring model, section 3 on this session alone). */
function resultOf(session: Content['session'], model: ScoringModel): SessionResult {
  const { score, coverage } = sessionScore(session, model);
  return { score, coverage, derivation: deriveSession(session, model) };
}

export interface ReviewWanted {
  readonly id: string;
  /** Of the revision that counts while an amendment is open. */
  readonly submitted?: boolean | undefined;
}

/** What the review page shows. @throws AppError NOT_FOUND observationMissing, CONFLICT observationNotStarted */
export function reviewOf(db: ReadDb, actor: Actor, { id, submitted = false }: ReviewWanted): Review {
  const row = observationFor(db, actor, id);
  if (row.service_at === null) throw new AppError('CONFLICT', 'observationNotStarted');
  const revisions = revisionsOf(db, id);
  const counting = submitted ? revisions.find((one) => one.id === row.submitted_revision_id) : undefined;
  const revision = counting ?? shownRevision(row, revisions);
  const { standard, answers, blockers, digest, session } = contentOf(db, row, revision);
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const held = holding(signaturesOf(db, revision.id), digest);
  return {
    counts: countsOf(standard.criteria, given),
    missing: standard.criteria
      .filter(({ code }) => !given.has(code))
      .map(({ code, required }) => ({ criterion: code, required })),
    blockers: [...blockers, ...signatureBlockers(held, row.calibration_id !== null)],
    notApplicable: standard.criteria.flatMap(({ code }) => {
      const answer = given.get(code);
      return answer?.notApplicable ? [{ criterion: code, reason: answer.notApplicable, words: answer.words }] : [];
    }),
    failing: failingItems(standard.criteria, answers),
    result: resultOf(session, currentModel(db).model),
    digest,
    signatures: held,
  };
}
