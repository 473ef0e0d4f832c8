// States and severity of findings and rectifications as tones; the words stand beside them.
import type { FindingStatus, RectificationState, Severity } from '../../../shared/contract/findings.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const STATUS_TONES: Readonly<Record<FindingStatus, Tone>> = {
  open: 'warn',
  inRectification: 'accent',
  closed: 'met',
  noNeed: 'neutral',
};
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  minor: 'neutral',
  ordinary: 'warn',
  serious: 'danger',
};
export const RECTIFICATION_TONES: Readonly<Record<RectificationState, Tone>> = {
  planned: 'neutral',
  inProgress: 'accent',
  submitted: 'warn',
  verified: 'met',
  closed: 'met',
  withdrawn: 'neutral',
};
