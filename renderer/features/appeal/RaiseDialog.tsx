// Asks for the new value, which can only be higher, and for the reason.
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealRecord } from '../../../shared/contract/appeal.ts';
import { useItemValue } from './useItemValue.ts';

export interface RaiseDialogProps {
  readonly record: AppealRecord;
  readonly onClose: () => void;
  readonly onRaise: (value: number, reason: string) => Promise<void>;
}

export function RaiseDialog({ record: { kind, higher }, onClose, onRaise }: RaiseDialogProps) {
  const { t } = useTranslation();
  const valueText = useItemValue();
  const [value, setValue] = useState(higher.length === 1 ? higher[0] : undefined);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <Modal
      open
      title={t('appeal.record.raiseTitle')}
      okText={t('appeal.record.raise')}
      cancelText={t('frame.cancel')}
      okButtonProps={{ disabled: value === undefined || words === '' }}
      onCancel={onClose}
      onOk={() => {
        if (value !== undefined) void onRaise(value, words).then(onClose);
      }}
    >
      <p>{t('appeal.record.raiseText')}</p>
      <Form layout="vertical">
        <Form.Item label={t('appeal.record.newValue')} required>
          <Radio.Group
            aria-label={t('appeal.record.newValue')}
            value={value}
            options={higher.map((one) => ({ value: one, label: valueText(kind, one) }))}
            onChange={({ target }) => setValue(target.value as number)}
          />
        </Form.Item>
        <Form.Item label={t('appeal.record.decisionReason')} htmlFor="raise-reason" required>
          <Input.TextArea
            id="raise-reason"
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
