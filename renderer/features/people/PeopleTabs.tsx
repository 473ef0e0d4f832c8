// The two lists of 人员, one beside the other in every head.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';

const ADDRESS = { agents: '/people', branches: '/people/branches' } as const;

export function PeopleTabs({ open }: { readonly open: keyof typeof ADDRESS }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  if (!may('agents.read')) return null;
  return (
    <Segmented
      aria-label={t('people.title')}
      value={open}
      options={(['agents', 'branches'] as const).map((value) => ({ value, label: t(`people.tabs.${value}`) }))}
      onChange={(value) => void navigate(ADDRESS[value])}
    />
  );
}
