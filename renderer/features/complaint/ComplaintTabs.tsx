// The two sides of 投诉: the cases and their statistics.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const ADDRESS = { list: '/complaints', statistics: '/complaints/statistics' } as const;
type Tab = keyof typeof ADDRESS;

export function ComplaintTabs({ open }: { readonly open: Tab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<Tab>
      aria-label={t('complaint.title')}
      value={open}
      options={(['list', 'statistics'] as const).map((value) => ({ value, label: t(`complaint.tabs.${value}`) }))}
      onChange={(tab) => void navigate(ADDRESS[tab])}
    />
  );
}
