// The two sides of 客户反馈: the records and their analysis.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const ADDRESS = { list: '/feedback', analysis: '/feedback/analysis' } as const;
type Tab = keyof typeof ADDRESS;

export function FeedbackTabs({ open }: { readonly open: Tab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<Tab>
      aria-label={t('feedback.title')}
      value={open}
      options={(['list', 'analysis'] as const).map((value) => ({ value, label: t(`feedback.tabs.${value}`) }))}
      onChange={(tab) => void navigate(ADDRESS[tab])}
    />
  );
}
