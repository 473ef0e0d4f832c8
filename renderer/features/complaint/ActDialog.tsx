// A dialog with the few fields of one act on a case; it stays open with the reason where the act is refused. What is typed is kept
// until it is recorded, also when the dialog is closed.
import { Form, Modal } from 'antd';
import { useEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { DraftForm } from './DraftForm.tsx';
import { focusStep } from './focusStep.ts';
import type { ComplaintAct, Seen } from './useComplaintAct.ts';
import type { DraftOf } from './useFormDraft.ts';

export interface ActDialogProps<Values> {
  /** Where what is typed is kept; left out by the shortest. */
  readonly draft?: DraftOf;
  readonly title: string;
  readonly ok?: string;
  readonly danger?: boolean;
  readonly text?: ReactNode;
  readonly initial?: Partial<Values>;
  readonly act: ComplaintAct;
  readonly save: (seen: Seen, values: Values) => Promise<unknown>;
  readonly onTyped?: (values: Partial<Values>) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { draft = null, title, ok, danger = false, text, initial = {}, act, save, onTyped, onClose, children } = props;
  const { t } = useTranslation();
  const formId = `act${useId().replaceAll(/\W/g, '')}`;
  const [form] = Form.useForm<Values>();
  // What opened it may be gone with the step.
  useEffect(() => () => focusStep(), []);
  const send = async (values: Values): Promise<boolean> => {
    const saved = await act.run((seen) => save(seen, values));
    if (saved) onClose();
    return saved;
  };
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
      <DraftForm<Values>
        form={form}
        draft={draft}
        id={formId}
        start={initial}
        {...(onTyped ? { onTyped } : {})}
        onSend={send}
      >
        {children}
      </DraftForm>
    </Modal>
  );
}
