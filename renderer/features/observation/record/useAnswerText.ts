// An answer in words: 达标, 4 分, 不适用（原因）, 未作答.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { CHOICES } from '../../../../shared/domain/observation/scale.ts';

export type AnswerContent = Pick<Answer, 'value' | 'notApplicable' | 'words'>;

/** The words for an answer on the criterion's scale; without one that it was left unanswered. */
export function answerText(
  t: TFunction,
  { scale }: Pick<Criterion, 'scale'>,
  answer: AnswerContent | undefined,
): string {
  if (answer === undefined) return t('words.answer.unanswered');
  if (answer.notApplicable !== null)
    return t('observation.record.notApplicable', {
      reason: answer.notApplicable === 'other' ? answer.words : t(`observation.notApplicable.${answer.notApplicable}`),
    });
  const choice = CHOICES[scale].find(({ value }) => value === answer.value);
  if (choice === undefined) return '';
  return choice.word === null
    ? t('observation.runner.points', { points: choice.key })
    : t(`words.answer.${choice.word}`);
}

export function useAnswerText(): (criterion: Pick<Criterion, 'scale'>, answer: AnswerContent | undefined) => string {
  const { t } = useTranslation();
  return (criterion, answer) => answerText(t, criterion, answer);
}
