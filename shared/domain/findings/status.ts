// What became of a finding (4.4): it waits until a rectification stands for it, or somebody said why none is needed.
import type { FindingStatus, RectificationState } from '../../contract/findings.ts';

/** `rectification` is the state of the one that stands for it; a withdrawn one leaves it open again. */
export function findingStatus(rectification: RectificationState | null, noNeed: boolean): FindingStatus {
  if (rectification !== null && rectification !== 'withdrawn')
    return rectification === 'closed' ? 'closed' : 'inRectification';
  return noNeed ? 'noNeed' : 'open';
}
