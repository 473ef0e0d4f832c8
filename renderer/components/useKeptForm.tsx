// What is typed into the form of a dialog: kept until it is saved, so that no lock, crash or way to another screen loses it, and asked
// about before Esc or a click lets it go.
//   const keep = useKeptForm<Values>('training.plan', onClose);
//   <Modal onCancel={keep.close}>{keep.notice}<Form {...keep.form} initialValues={keep.over(initial)}>…; keep.saved() once saved
import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../account.ts';
import { kept } from './kept.ts';
import { KeptNotice } from './KeptNotice.tsx';
import { useConfirm } from './useConfirm.tsx';

export interface KeptForm<Values> {
  readonly form: { readonly form: FormInstance<Values>; readonly onValuesChange: () => void };
  /** The initial values with what was typed before over them. */
  readonly over: (initial: Partial<Values>) => Partial<Values>;
  /** Says that what was typed before is shown again, and lets it go; null where nothing was. */
  readonly notice: ReactNode;
  /** Keeps the form as it is now: after something else than typing filled fields in. */
  readonly keep: () => void;
  /** Asks where something was typed, then closes. */
  readonly close: () => void;
  /** What was typed is saved: nothing is left behind. */
  readonly saved: () => void;
}

/** `name`: the form and the record that it is about; of each person on their own. */
export function useKeptForm<Values extends object>(name: string, onClose: () => void): KeptForm<Values> {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const ask = useConfirm();
  const [form] = Form.useForm<Values>();
  const [draft] = useState(() => kept<Partial<Values> | null>(`form.${name}.${actor.userId}`, null));
  const [before, setBefore] = useState(draft.read);
  const asking = useRef(false);
  const keep = () => draft.write(form.getFieldsValue());
  const close = async () => {
    if (draft.read() === null) {
      onClose();
      return;
    }
    if (asking.current) return;
    asking.current = true;
    const sure = await ask.confirm({
      ...{ title: t('frame.form.leave'), text: t('frame.form.leaveText'), ok: t('frame.form.leaveOk'), danger: true },
    });
    asking.current = false;
    if (!sure) return;
    draft.clear();
    onClose();
  };
  const [dropped, setDropped] = useState(false);
  // Only now are the initial values without what was kept the form's own.
  useEffect(() => {
    if (dropped) form.resetFields();
  }, [dropped, form]);
  const drop = () => {
    draft.clear();
    setBefore(null);
    setDropped(true);
  };
  return {
    form: { form, onValuesChange: keep },
    over: (initial) => ({ ...initial, ...before }),
    notice: before !== null && <KeptNotice className="kept-notice" onDrop={drop} />,
    keep,
    close: () => void close(),
    saved: () => draft.clear(),
  };
}
