// What a raised appeal does to the evidence that is scored: the value of one item, upwards and never downwards. The session,
// review or red line itself stays as it was recorded.
import type { AppealKind } from '../../contract/appeal.ts';
import { CHOICES } from '../observation/scale.ts';
import type { Scale } from '../../contract/standard.ts';
import type { Answer, Check, Evidence } from '../scoring/evidence.ts';
import { canonicalJson } from '../scoring/model.ts';

export interface Correction {
  readonly appealId: string;
  readonly kind: AppealKind;
  readonly evidenceId: string;
  readonly criterion: string;
  /** 0..1; 1 lifts a red line. */
  readonly after: number;
}

/** The values of a scale above the given one, highest first. */
export const higherValues = (scale: Scale, value: number): number[] =>
  CHOICES[scale]
    .map((choice) => choice.value)
    .filter((other) => other > value)
    .toSorted((a, b) => b - a);

const answerRaised = (answer: Answer, { criterion, after }: Correction): Answer =>
  answer.criterion === criterion && answer.value !== null && answer.value < after
    ? { ...answer, value: after }
    : answer;

const checkRaised = (check: Check, { criterion, after }: Correction): Check =>
  check.criterion === criterion && check.passed === false && after === 1 ? { ...check, passed: true } : check;

interface Digested {
  readonly id: string;
  readonly digest?: string;
}

/** The digest of what counts from now on names the record's own and the appeals. */
const digestOf = (item: Digested, own: readonly Correction[], sha256: (text: string) => string): string =>
  sha256(canonicalJson({ digest: item.digest ?? item.id, appeals: own }));

/** The evidence with the raised values; the same object where none is about it. */
export function corrected(
  evidence: Evidence,
  corrections: readonly Correction[],
  sha256: (text: string) => string,
): Evidence {
  if (corrections.length === 0) return evidence;
  const about = (kind: AppealKind, id: string) =>
    corrections.filter((one) => one.kind === kind && one.evidenceId === id);
  return {
    ...evidence,
    sessions: evidence.sessions.map((session) => {
      const own = about('session', session.id);
      if (own.length === 0) return session;
      return {
        ...session,
        answers: session.answers.map((answer) => own.reduce(answerRaised, answer)),
        digest: digestOf(session, own, sha256),
      };
    }),
    reviews: evidence.reviews.map((review) => {
      const own = about('review', review.id);
      if (own.length === 0) return review;
      return {
        ...review,
        checks: review.checks.map((check) => own.reduce(checkRaised, check)),
        digest: digestOf(review, own, sha256),
      };
    }),
    redLines: evidence.redLines.filter(({ id }) => about('redLine', id).every(({ after }) => after < 1)),
  };
}
