// The score so far, only where the setting allows it: it could steer the next answer.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client.ts';
import { score } from '../../../format.ts';
import { useRunnerState } from './runnerContext.ts';

export function RunningScore({ id }: { readonly id: string }) {
  const { data } = useQuery(api.settings.get.queryOptions());
  return data?.showScoreWhileObserving === true ? <Shown id={id} /> : null;
}

function Shown({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const savedAt = useRunnerState((state) => state.savedAt);
  const review = useQuery({
    ...api.observation.review.queryOptions({ input: { id } }),
    queryKey: ['observation.runningScore', id, savedAt],
    placeholderData: (before) => before,
  });
  const value = review.data?.result.score ?? null;
  return (
    <span className="runner-clock">
      <span className="runner-clock-label">{t('observation.runner.scoreSoFar')}</span>
      <span className="runner-clock-value">{value === null ? '–' : score(value)}</span>
    </span>
  );
}
