// A form of a case: it begins with what was typed before, else with what is on record, keeps what is typed, and is sent by Ctrl+Enter.
import { Form, type FormInstance } from 'antd';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { LoadingState } from '../../components/states.tsx';
import { KeptNotice, LostNotice } from './DraftNotice.tsx';
import { sendKey } from './sendKey.ts';
import { useFormDraft, type DraftOf, type FormDraft } from './useFormDraft.ts';

export interface DraftFormProps<Values> {
  readonly form: FormInstance<Values>;
  /** Null: the form keeps none. */
  readonly draft: DraftOf | null;
  readonly id: string;
  readonly className?: string;
  /** What the boxes hold before anybody typed. */
  readonly start: Partial<Values>;
  /** What is typed, and at first what the form begins with. */
  readonly onTyped?: (values: Partial<Values>, changed: Partial<Values>) => void;
  /** True where it was recorded: the draft goes. */
  readonly onSend: (values: Values) => Promise<boolean>;
  /** Called once the boxes are there. */
  readonly onReady?: () => void;
  readonly children: ReactNode;
}

interface FieldsProps<Values> extends DraftFormProps<Values> {
  readonly kept: FormDraft;
  /** Null: nothing was let go. */
  readonly again: boolean;
  readonly onDrop: () => void;
}

function Fields<Values extends object>(props: FieldsProps<Values>) {
  const { form, id, className, start, onTyped, onSend, onReady, children, kept, again, onDrop } = props;
  const [begun] = useState<Partial<Values>>(() => ({ ...start, ...(again ? {} : kept.fields) }));
  const begin = useEffectEvent(() => {
    // A form that was let go still holds its words.
    if (again) form.resetFields();
    onTyped?.(begun, {});
    onReady?.();
  });
  useEffect(() => begin(), []);
  return (
    <Form<Values>
      id={id}
      name={id}
      {...(className === undefined ? {} : { className })}
      form={form}
      layout="vertical"
      initialValues={begun}
      onValuesChange={(changed: Partial<Values>, values) => {
        onTyped?.(values, changed);
        kept.keep(form.getFieldsValue(true) as object);
      }}
      onBlur={kept.flush}
      onKeyDown={sendKey(() => form.submit())}
      onFinish={(values) => {
        kept.flush();
        void onSend(values).then((sent) => (sent ? kept.drop() : undefined));
      }}
    >
      {!again && kept.savedAt !== null && <KeptNotice at={kept.savedAt} onDrop={onDrop} />}
      <LostNotice failure={kept.failure} />
      {children}
    </Form>
  );
}

export function DraftForm<Values extends object>(props: DraftFormProps<Values>) {
  const kept = useFormDraft(props.draft);
  const [dropped, setDropped] = useState(0);
  if (!kept.ready) return <LoadingState />;
  return (
    <Fields<Values>
      key={dropped}
      {...props}
      kept={kept}
      again={dropped > 0}
      onDrop={() => {
        void kept.drop();
        setDropped((times) => times + 1);
      }}
    />
  );
}
