// The head of the lists of 培训: their switch, and what can be done there.
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';

const ADDRESS = {
  progress: '/training',
  records: '/training/records',
  plans: '/training/plans',
  courses: '/training/courses',
  needs: '/training/needs',
} as const;
type Tab = keyof typeof ADDRESS;

export function TrainingHeader({ open, actions }: { readonly open: Tab; readonly actions?: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <PageHeader
      title={t('training.title')}
      detail={
        <Segmented<Tab>
          aria-label={t('training.title')}
          value={open}
          options={(Object.keys(ADDRESS) as Tab[]).map((value) => ({ value, label: t(`training.tabs.${value}`) }))}
          onChange={(tab) => void navigate(ADDRESS[tab])}
        />
      }
      actions={actions}
    />
  );
}
