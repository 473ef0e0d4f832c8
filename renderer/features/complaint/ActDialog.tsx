// A dialog with the few fields of one act on a case; it stays open with the reason where the act is refused.
import { Form, Modal } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import type { ComplaintAct, Seen } from './useComplaintAct.ts';

export interface ActDialogProps<Values> {
  readonly title: string;
  readonly ok?: string;
  readonly danger?: boolean;
  readonly text?: ReactNode;
  readonly initial?: Partial<Values>;
  readonly act: ComplaintAct;
  readonly save: (seen: Seen, values: Values) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { title, ok, danger = false, text, initial, act, save, onClose, children } = props;
  const { t } = useTranslation();
  const formId = `act${useId().replaceAll(/\W/g, '')}`;
  const [form] = Form.useForm<Values>();
  return (
    <Modal
      open
      width={560}
      title={title}
      okText={ok ?? t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={act.pending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId, danger }}
    >
      {text !== undefined && <p className="case-dialog-text">{text}</p>}
      <FailureAlert error={act.error} />
      <Form<Values>
        id={formId}
        name={formId}
        form={form}
        layout="vertical"
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(values) => {
          void act.run((seen) => save(seen, values)).then((saved) => saved && onClose());
        }}
      >
        {children}
      </Form>
    </Modal>
  );
}
