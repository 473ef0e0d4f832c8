// Says that what was typed before and not recorded is shown again, and lets it go; or that it cannot be kept.
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';

export function KeptNotice({ at, onDrop }: { readonly at: string; readonly onDrop: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert
      className="case-draft"
      type="info"
      showIcon
      title={t('complaintDesk.draft.kept', { at: format.instant(at) })}
      action={
        <Button size="small" onClick={onDrop}>
          {t('complaintDesk.draft.drop')}
        </Button>
      }
    />
  );
}

export function LostNotice({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation();
  if (failure === null) return null;
  const title = t('complaintDesk.draft.lost', { reason: failureText(t, failure) });
  return <Alert className="case-draft" type="warning" showIcon title={title} />;
}
