// The states of a case and of its limits as tones; the words stand beside them.
import type { ComplaintState } from '../../../shared/contract/complaintWords.ts';
import type { LimitState } from '../../../shared/contract/complaintClocks.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const STATE_TONES: Readonly<Record<ComplaintState, Tone>> = {
  received: 'warn',
  accepted: 'accent',
  classified: 'accent',
  investigated: 'accent',
  handled: 'accent',
  answered: 'accent',
  reviewed: 'met',
  archived: 'neutral',
};

export const LIMIT_TONES: Readonly<Record<LimitState, Tone>> = {
  waiting: 'neutral',
  green: 'met',
  amber: 'warn',
  red: 'danger',
  met: 'met',
  missed: 'danger',
  stopped: 'neutral',
};
