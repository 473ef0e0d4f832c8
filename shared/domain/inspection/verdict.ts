// One key a check: 1 passed, 2 failed, 0 not applicable. A failing one needs its problem record (8.2) before submission;
// a red line (1.2.1, 2.4.1, 2.5.1) is never not applicable and asks to confirm.
import type { Verdict } from '../../contract/inspection.ts';
import type { Criterion } from '../../contract/standard.ts';

const KEYS: Readonly<Record<string, Verdict>> = { '1': 'passed', '2': 'failed', '0': 'notApplicable' };

/** The verdict that a digit gives; null for every other key. */
export const verdictOfKey = (key: string): Verdict | null => KEYS[key] ?? null;

/** Passed 1, failed 0, not applicable null, as they are stored. */
export const storedVerdict = (verdict: Verdict): 0 | 1 | null =>
  verdict === 'notApplicable' ? null : verdict === 'passed' ? 1 : 0;

export const verdictOf = (stored: number | null): Verdict =>
  stored === null ? 'notApplicable' : stored === 1 ? 'passed' : 'failed';

/** Whether the version lets the check be not applicable. */
export const mayBeSpared = (criterion: Pick<Criterion, 'notApplicableAllowed' | 'redLine'>): boolean =>
  criterion.notApplicableAllowed && !criterion.redLine;

/** What a verdict does to the red line that stands on a check; a confirmed or rejected one is answered away no more. */
export function redLineEffect(change: {
  readonly failing: boolean;
  readonly confirmed: boolean;
  readonly standing: boolean;
}): 'none' | 'askToConfirm' | 'record' | 'retract' {
  if (change.failing) {
    if (change.standing) return 'none';
    return change.confirmed ? 'record' : 'askToConfirm';
  }
  return change.standing ? 'retract' : 'none';
}

/**
 * The place that comes after `from` without a verdict, going round to the start; null when none is left. `from` is -1
 * before the first.
 */
export function nextMissing(answered: readonly boolean[], from: number): number | null {
  for (let step = 1; step <= answered.length; step += 1) {
    const at = (from + step + answered.length) % answered.length;
    if (!answered[at]) return at;
  }
  return null;
}
