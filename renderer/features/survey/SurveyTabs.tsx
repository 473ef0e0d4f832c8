// The sides of 满意度调查, one beside the other in the head: surveys, statistics, questionnaire.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';
import './survey.css';

const ADDRESS = {
  records: '/surveys',
  statistics: '/surveys/statistics',
  questionnaire: '/surveys/questionnaire',
} as const;
type Tab = keyof typeof ADDRESS;

export function SurveyTabs({ open }: { readonly open: Tab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const tabs = (['records', 'statistics', 'questionnaire'] as const).filter(
    (tab) => tab !== 'statistics' || may('survey.statistics'),
  );
  return (
    <Segmented<Tab>
      aria-label={t('survey.title')}
      value={open}
      options={tabs.map((value) => ({ value, label: t(`survey.tabs.${value}`) }))}
      onChange={(value) => void navigate(ADDRESS[value], { replace: true })}
    />
  );
}
