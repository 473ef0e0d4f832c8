// The dialog in which rows are recorded and changed: the fields of the kind, the reason where something recorded changes.
import { Form, Input, Modal } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import './responses.css';

export interface SaveFormProps<Values extends object> {
  readonly title: string;
  readonly initial: Partial<Values>;
  /** Whether a recorded row is changed, so that a reason may be needed. */
  readonly changes: boolean;
  readonly error: unknown;
  readonly saving: boolean;
  readonly onSave: (values: Values, reason: string | null) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SaveForm<Values extends object>(props: SaveFormProps<Values>) {
  const { title, initial, changes, error, saving, onSave, onClose, children } = props;
  const { t } = useTranslation();
  const formId = useId();
  return (
    <Modal
      open
      width={680}
      title={title}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={saving}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={error} />
      <Form<Values & { readonly reason?: string }>
        id={formId}
        layout="vertical"
        initialValues={initial}
        onFinish={({ reason, ...values }) => {
          const given = reason?.trim() ?? '';
          onSave(values as unknown as Values, given === '' ? null : given);
        }}
      >
        <div className="response-form">
          {children}
          {changes && (
            <Form.Item
              className="wide"
              name="reason"
              label={t('responses.form.reason')}
              extra={t('responses.form.reasonHint')}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          )}
        </div>
      </Form>
    </Modal>
  );
}
