// The tone of a grade; a veto is told in red beside it.
import type { Grade } from '../../../shared/contract/vocabulary.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const GRADE_TONES: Readonly<Record<Grade, Tone>> = {
  excellent: 'met',
  good: 'met',
  pass: 'accent',
  basic: 'warn',
  fail: 'warn',
  insufficient: 'neutral',
};
