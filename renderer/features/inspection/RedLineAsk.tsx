// Asks before a red line is recorded in a review or patrol, quoting the clause (1.2.1, 2.4.1, 2.5.1).
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { RedLineQuote, type QuotedStandard } from '../observation/runner/RedLineQuote.tsx';
import '../observation/runner/dialogs.css';

export interface RedLineAskProps {
  readonly standard: QuotedStandard;
  readonly code: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

export function RedLineAsk({ standard, code, onCancel, onConfirm }: RedLineAskProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      focusable={{ focusTriggerAfterClose: false }}
      title={t('observation.redLine.confirmTitle')}
      okText={t('observation.redLine.confirm')}
      cancelText={t('frame.cancel')}
      // Enter also moves on between checks: it must not record a red line that nobody has read.
      okButtonProps={{ danger: true }}
      cancelButtonProps={{ autoFocus: true }}
      onCancel={onCancel}
      onOk={onConfirm}
    >
      <RedLineQuote record={{ standard }} code={code} asking />
    </Modal>
  );
}
