// The colours of a calibration's states; the words stand beside them.
import type { CalibrationSessionState, CalibrationState, ComparedLine } from '../../../shared/contract/calibration.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const STATE_TONES: Readonly<Record<CalibrationState, Tone>> = {
  open: 'accent',
  complete: 'met',
  closed: 'neutral',
};
export const SESSION_TONES: Readonly<Record<CalibrationSessionState, Tone>> = {
  waiting: 'neutral',
  inProgress: 'accent',
  submitted: 'met',
  withdrawn: 'neutral',
};
export const VERDICT_TONES: Readonly<Record<ComparedLine['verdict'], Tone>> = {
  agree: 'met',
  differ: 'warn',
  applicability: 'warn',
  alone: 'neutral',
};
