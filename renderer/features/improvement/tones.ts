// How the states and verdicts of improvement measures are coloured; the words always stand beside.
import type { ImprovementRow, ImprovementState, Verdict } from '../../../shared/contract/improvement.ts';
import { hasEnded } from '../../../shared/domain/improvement/states.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const IMPROVEMENT_TONES: Readonly<Record<ImprovementState, Tone>> = {
  proposed: 'neutral',
  underway: 'accent',
  done: 'warn',
  evaluated: 'met',
  dropped: 'neutral',
};

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { met: 'met', partly: 'warn', not: 'danger' };

/** Past its deadline and not done. */
export const isLate = ({ state, deadline }: Pick<ImprovementRow, 'state' | 'deadline'>, today: string): boolean =>
  !hasEnded(state) && state !== 'done' && deadline < today;
