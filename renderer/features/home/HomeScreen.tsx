// The screen home.
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

export function HomeScreen() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('home.title')} />
    </Page>
  );
}
