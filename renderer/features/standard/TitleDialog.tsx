// Asks for the title of a draft, at its making and for a change of it.
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../components/FailureAlert.tsx';

export interface TitleDialogProps {
  readonly heading: string;
  readonly hint?: string;
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onTitle: (title: string) => void;
  readonly onClose: () => void;
}

export function TitleDialog({ heading, hint, title, busy, error, onTitle, onClose }: TitleDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ title: string }>();
  return (
    <Modal
      open
      title={heading}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <FailureAlert error={error} />
      <Form form={form} layout="vertical" initialValues={{ title }} onFinish={(fields) => onTitle(fields.title)}>
        <Form.Item
          name="title"
          label={t('standard.field.versionTitle')}
          extra={hint}
          rules={[{ required: true, whitespace: true, message: t('standard.form.wanted') }]}
        >
          <Input autoFocus maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
