// What a compared group is called.
import { useTranslation } from 'react-i18next';
import type { ComparedGroup } from '../../../shared/contract/dashboard.ts';

export function useGroupName(): (group: ComparedGroup) => string {
  const { t } = useTranslation();
  return ({ kind, name, detail }) => {
    switch (kind) {
      case 'whole':
        return t('dashboard.compare.whole');
      case 'others':
        return t('dashboard.compare.others');
      case 'agent':
        return t('dashboard.compare.person', { name, number: detail });
      case 'team':
        return t('dashboard.team', { branch: detail, team: name || t('dashboard.noTeam') });
    }
  };
}
