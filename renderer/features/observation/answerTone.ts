// How an answer is marked wherever it is shown: a tone with an icon of its own, never colour alone. Failing is dark, not
// red: red belongs to red lines.
import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Scale } from '../../../shared/contract/standard.ts';
import { isFailing } from '../../../shared/domain/observation/scale.ts';

export type AnswerTone = 'met' | 'partly' | 'fails';

export const TONE_ICONS: Readonly<Record<AnswerTone, ComponentType<{ readonly 'aria-hidden'?: boolean }>>> = {
  met: CheckOutlined,
  partly: MinusOutlined,
  fails: CloseOutlined,
};

/** The tone of a value (0..1) on its scale. */
export function answerTone(scale: Scale, value: number): AnswerTone {
  if (isFailing(scale, value)) return 'fails';
  return value < 1 && scale !== 'likert' ? 'partly' : 'met';
}
