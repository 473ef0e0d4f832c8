// The screen settings.
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('settings.title')} />
    </Page>
  );
}
