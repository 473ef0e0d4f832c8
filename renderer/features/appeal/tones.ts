// How the states of an appeal are coloured; the words always stand beside.
import { WAITING_APPEALS, type AppealState } from '../../../shared/contract/appeal.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const APPEAL_TONES: Readonly<Record<AppealState, Tone>> = {
  filed: 'warn',
  inHandling: 'accent',
  kept: 'neutral',
  raised: 'met',
  withdrawn: 'neutral',
};

const WAITING: ReadonlySet<AppealState> = new Set(WAITING_APPEALS);
export const isWaiting = (state: AppealState): boolean => WAITING.has(state);
