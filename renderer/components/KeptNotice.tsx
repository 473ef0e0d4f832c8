// Says that what was typed before and not saved is shown again, and lets it go.
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

export interface KeptNoticeProps {
  /** Where the form's own style sheet places it. */
  readonly className?: string;
  readonly onDrop: () => void;
}

export function KeptNotice({ className, onDrop }: KeptNoticeProps) {
  const { t } = useTranslation();
  return (
    <Alert
      {...(className === undefined ? {} : { className })}
      type="info"
      showIcon
      title={t('frame.form.kept')}
      action={
        <Button size="small" onClick={onDrop}>
          {t('frame.form.drop')}
        </Button>
      }
    />
  );
}
