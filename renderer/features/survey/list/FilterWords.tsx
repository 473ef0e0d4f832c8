// Says in words which surveys of the list an address asked for.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SurveyFilter, SurveyRow } from '../../../../shared/contract/survey.ts';
import { api } from '../../../client.ts';

export function FilterWords({ filter, rows }: { readonly filter: SurveyFilter; readonly rows: readonly SurveyRow[] }) {
  const { t } = useTranslation();
  const branches = useQuery({ ...api.branches.list.queryOptions(), enabled: filter.branchId !== null });
  const agent = rows[0]?.agentName ?? '';
  const words = [
    filter.from !== null && filter.to !== null && t('survey.list.days', { from: filter.from, to: filter.to }),
    filter.branchId !== null && branches.data?.find(({ id }) => id === filter.branchId)?.name,
    filter.team !== null && (filter.team || t('survey.statistics.noTeam')),
    filter.agentId !== null && agent,
    filter.dimension !== null && t(`words.dimension.${filter.dimension}`),
    filter.item,
    filter.likert !== null && t('survey.list.value', { value: filter.likert }),
  ].filter((word) => typeof word === 'string' && word !== '');
  return <span>{t('survey.list.shown', { what: words.join(' · ') })}</span>;
}
