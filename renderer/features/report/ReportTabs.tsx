// The two sides of 报表, one beside the other in the head: what to send, and what was sent.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const ADDRESS = { prepare: '/reports', history: '/reports/history' } as const;

export function ReportTabs({ open }: { readonly open: keyof typeof ADDRESS }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented
      aria-label={t('report.title')}
      value={open}
      options={(['prepare', 'history'] as const).map((value) => ({ value, label: t(`report.tabs.${value}`) }))}
      onChange={(value) => void navigate(ADDRESS[value])}
    />
  );
}
