// Says that what was typed before and not saved is shown again, and lets it go.
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export function KeptNotice({ onDrop }: { readonly onDrop: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="rect-counts"
      type="info"
      showIcon
      title={t('rectification.plan.kept')}
      action={
        <Button size="small" onClick={onDrop}>
          {t('rectification.plan.drop')}
        </Button>
      }
    />
  );
}
