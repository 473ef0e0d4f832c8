// What keeps a draft from being published, in words.
import { useTranslation } from 'react-i18next';
import type { QuestionnaireProblem } from '../../../../shared/contract/survey.ts';
import { DIMENSIONS } from '../../../../shared/contract/vocabulary.ts';

export function ProblemList({ problems }: { readonly problems: readonly QuestionnaireProblem[] }) {
  const { t } = useTranslation();
  const words = ({ problem, subject }: QuestionnaireProblem): string => {
    const dimension = DIMENSIONS.find((one) => one === subject);
    if (problem === 'dimensionMissing' && dimension)
      return t('survey.questionnaire.problem.dimensionMissing', { subject: t(`words.dimension.${dimension}`) });
    return t(`survey.questionnaire.problem.${problem}`, { subject });
  };
  return (
    <ul className="questionnaire-problems">
      {problems.map((one) => (
        <li key={`${one.problem} ${one.subject}`}>{words(one)}</li>
      ))}
    </ul>
  );
}
