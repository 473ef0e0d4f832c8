// An answer in words: 达标, 4 分, 不适用（原因）, 未作答.
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { CHOICES } from '../../../../shared/domain/observation/scale.ts';

export function useAnswerText(): (criterion: Pick<Criterion, 'scale'>, answer: Answer | undefined) => string {
  const { t } = useTranslation();
  return ({ scale }, answer) => {
    if (answer === undefined) return t('words.answer.unanswered');
    if (answer.notApplicable !== null)
      return t('observation.record.notApplicable', {
        reason:
          answer.notApplicable === 'other' ? answer.words : t(`observation.notApplicable.${answer.notApplicable}`),
      });
    const choice = CHOICES[scale].find(({ value }) => value === answer.value);
    if (choice === undefined) return '';
    return choice.word === null
      ? t('observation.runner.points', { points: choice.key })
      : t(`words.answer.${choice.word}`);
  };
}
