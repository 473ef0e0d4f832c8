// The frame of a rectification's dialogs: what is typed is kept until it is sent, Ctrl+Enter sends, the first field that lacks something
// gets the focus, and after the move the keyboard goes on at what opened it or at the record's heading, never at the page's body.
//   <MoveDialog keep={`${id}.verify`} title ok initial={{}} onClose={…} run={(values) => …}>fields</MoveDialog>
import { Form, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { sendKey } from '../complaint/sendKey.ts';
import { useWork } from '../findings/useWork.ts';
import { focusBack, focusField, focusWrong } from './focus.ts';
import { KeptNotice } from '../../components/KeptNotice.tsx';
import { moveDraft } from './planDraft.ts';
import '../findings/findings.css';

interface FrameProps<Values> {
  readonly title: string;
  readonly text?: ReactNode;
  readonly ok: string;
  readonly initial: Partial<Values>;
  /** Under which name what is typed is kept; left out where it is of no use without what the dialog was opened with. */
  readonly keep?: string;
  readonly onClose: () => void;
  /** Makes the move. */
  readonly run: (values: Values) => Promise<unknown>;
  readonly children: ReactNode;
}

export function MoveDialog<Values extends object>(props: FrameProps<Values>) {
  const { title, text, ok, initial, keep, onClose, run, children } = props;
  const { t } = useTranslation();
  const { actor } = useAccount();
  const work = useWork();
  const formId = useId();
  // What held the focus before the dialog took it.
  const [opener] = useState(() => document.activeElement);
  const [draft] = useState(() => (keep === undefined ? null : moveDraft<Values>(actor.userId, keep)));
  const [before, setBefore] = useState(() => draft?.read() ?? null);
  const [sending, setSending] = useState(false);
  const close = () => {
    onClose();
    focusBack(opener);
  };
  const finish = async (values: Values) => {
    if (sending) return;
    setSending(true);
    const made = await work(() => run(values), t('rectification.record.done'));
    setSending(false);
    if (!made) return;
    draft?.clear();
    close();
  };
  const drop = () => {
    draft?.clear();
    setBefore(null);
  };
  return (
    <Modal
      open
      width={520}
      title={title}
      okText={ok}
      cancelText={t('frame.cancel')}
      onCancel={close}
      afterOpenChange={(open) => open && focusField(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId, loading: sending }}
    >
      {text !== undefined && <p>{text}</p>}
      {before !== null && <KeptNotice className="rect-counts" onDrop={drop} />}
      <Fields<Values>
        // A form of its own, empty again once what was kept is let go.
        key={before === null ? 'new' : 'kept'}
        id={formId}
        initial={{ ...initial, ...before }}
        onChange={(values) => draft?.write(values)}
        onFinish={(values) => void finish(values)}
      >
        {children}
      </Fields>
    </Modal>
  );
}

interface FieldsProps<Values> extends Pick<FrameProps<Values>, 'initial' | 'children'> {
  readonly id: string;
  readonly onChange: (values: Values) => void;
  readonly onFinish: (values: Values) => void;
}

function Fields<Values extends object>({ id, initial, onChange, onFinish, children }: FieldsProps<Values>) {
  const [form] = Form.useForm<Values>();
  return (
    <Form<Values>
      id={id}
      form={form}
      layout="vertical"
      initialValues={initial}
      onKeyDown={sendKey(() => form.submit())}
      onValuesChange={(_, values: Values) => onChange(values)}
      onFinish={onFinish}
      onFinishFailed={() => focusWrong(id)}
    >
      {children}
    </Form>
  );
}

/** The rule of a field that must be filled. */
export function useNeeded() {
  const { t } = useTranslation();
  return (label: string) => [{ required: true, whitespace: true, message: t('rectification.ask.required', { label }) }];
}
