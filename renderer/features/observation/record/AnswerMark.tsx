// An answer as it is read: icon and words.
import { StopOutlined } from '@ant-design/icons';
import type { Answer } from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { answerTone, TONE_ICONS } from '../answerTone.ts';
import { useAnswerText } from './useAnswerText.ts';

export interface AnswerMarkProps {
  readonly criterion: Pick<Criterion, 'scale'>;
  readonly answer: Answer | undefined;
}

export function AnswerMark({ criterion, answer }: AnswerMarkProps) {
  const text = useAnswerText()(criterion, answer);
  if (answer === undefined) return <span className="answer-mark answer-mark-none">{text}</span>;
  if (answer.value === null)
    return (
      <span className="answer-mark answer-mark-spared">
        <StopOutlined aria-hidden /> {text}
      </span>
    );
  const tone = answerTone(criterion.scale, answer.value);
  const Icon = TONE_ICONS[tone];
  return (
    <span className={`answer-mark answer-mark-${tone}`}>
      <Icon aria-hidden /> {text}
    </span>
  );
}
