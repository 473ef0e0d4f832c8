// The screen audit.
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

export function AuditScreen() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('audit.title')} />
    </Page>
  );
}
