// What stands between a session and its submission. A failing item blocks only here, never the answering (8.2, 4.4).
import {
  FINDING_FIELDS,
  type Answer,
  type Blocker,
  type Finding,
  type FindingField,
  type FindingFields,
  type Signature,
} from '../../contract/observationRecord.ts';
import type { Criterion } from '../../contract/standard.ts';
import { isFailing } from './scale.ts';

/** The fields of a problem record (8.2) that are still empty. */
export const missingFields = (finding: FindingFields | undefined): FindingField[] =>
  FINDING_FIELDS.filter((field) => finding === undefined || finding[field] === null || finding[field] === '');

export interface Submission {
  /** In order. */
  readonly criteria: readonly Criterion[];
  readonly answers: readonly Pick<Answer, 'criterion' | 'value'>[];
  readonly findings: readonly Finding[];
  readonly evidence: readonly { readonly criterion: string | null }[];
  readonly noticeConfirmed: boolean;
  readonly timerRunning: boolean;
}

/** Whether the criterion's rule asks for a photo with this value (null: not applicable, which never does). */
export function needsEvidence({ evidence, scale }: Criterion, value: number | null): boolean {
  if (value === null || evidence === 'none') return false;
  return evidence === 'always' || isFailing(scale, value);
}

/** Codes of failing items in order. */
export function failingItems(
  criteria: readonly Criterion[],
  answers: readonly Pick<Answer, 'criterion' | 'value'>[],
): string[] {
  const values = new Map(answers.map(({ criterion, value }) => [criterion, value]));
  return criteria.flatMap(({ code, scale }) => {
    const value = values.get(code) ?? null;
    return value !== null && isFailing(scale, value) ? [code] : [];
  });
}

/** What is missing in the content, in the order of the items; signatures come last and are looked at apart. */
export function contentBlockers(submission: Submission): Blocker[] {
  const values = new Map(submission.answers.map(({ criterion, value }) => [criterion, value]));
  const findings = new Map(submission.findings.map((finding) => [finding.criterion, finding]));
  const pictured = new Set(submission.evidence.map(({ criterion }) => criterion));
  const blockers: Blocker[] = [];
  if (!submission.noticeConfirmed) blockers.push({ kind: 'noticeMissing' });
  if (submission.timerRunning) blockers.push({ kind: 'timerRunning' });
  for (const criterion of submission.criteria) {
    const value = values.get(criterion.code);
    if (value === undefined) {
      if (criterion.required) blockers.push({ kind: 'unanswered', criterion: criterion.code });
      continue;
    }
    if (value !== null && isFailing(criterion.scale, value)) {
      const fields = missingFields(findings.get(criterion.code));
      if (fields.length > 0) blockers.push({ kind: 'findingMissing', criterion: criterion.code, fields });
    }
    if (needsEvidence(criterion, value) && !pictured.has(criterion.code))
      blockers.push({ kind: 'evidenceMissing', criterion: criterion.code });
  }
  return blockers;
}

/** How much is left before submission, each entry a thing to do: an item with an open record and no photo counts twice. */
export interface Left {
  readonly unanswered: number;
  readonly records: number;
  readonly photos: number;
  readonly notice: number;
  readonly timer: number;
  /** All of the above: what the runner and the review call missing. */
  readonly content: number;
  readonly signatures: number;
}

/** Counts blockers by what is to be done about them. */
export function countLeft(blockers: readonly Pick<Blocker, 'kind'>[]): Left {
  const of = (...kinds: Blocker['kind'][]): number => blockers.filter(({ kind }) => kinds.includes(kind)).length;
  const signatures = of('assessorSignature', 'agentSignature');
  return {
    unanswered: of('unanswered'),
    records: of('findingMissing'),
    photos: of('evidenceMissing'),
    notice: of('noticeMissing'),
    timer: of('timerRunning'),
    content: blockers.length - signatures,
    signatures,
  };
}

/** Signatures that hold: given over this digest and not voided. */
export const holding = <S extends Pick<Signature, 'digest' | 'voidedAt'>>(
  signatures: readonly S[],
  digest: string,
): S[] => signatures.filter((signature) => signature.voidedAt === null && signature.digest === digest);

/**
 * The parties whose signature is missing among those that hold. In a calibration the agent does not sign: the sessions
 * are about the assessors and never count for the agent.
 */
export function signatureBlockers(held: readonly Pick<Signature, 'party'>[], calibration = false): Blocker[] {
  const signed = new Set(held.map(({ party }) => party));
  const blockers: Blocker[] = [];
  if (!signed.has('assessor')) blockers.push({ kind: 'assessorSignature' });
  if (!calibration && !signed.has('agent')) blockers.push({ kind: 'agentSignature' });
  return blockers;
}
