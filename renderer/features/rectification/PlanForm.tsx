// The fields of a rectification plan (4.4): what, who until when, why by five whys or categories, measures and requirements.
//   <PlanForm id={formId} deadline initial={…} onFinish={(fields, deadline) => …} />
import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CAUSE_CATEGORIES, WHYS, type CauseCategory, type PlanFields } from '../../../shared/contract/rectification.ts';
import { api } from '../../client.ts';
import type { Kept } from '../../components/kept.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { useToday } from '../people/useToday.ts';
import { sendKey } from '../complaint/sendKey.ts';
import { focusWrong } from './focus.ts';
import { KeptNotice } from '../../components/KeptNotice.tsx';
import '../findings/findings.css';

/** What the form holds. */
export interface PlanValues {
  readonly title: string;
  readonly ownerKind: PlanFields['owner']['kind'];
  readonly ownerUser?: string;
  readonly ownerName?: string;
  readonly deadline?: string;
  readonly checkEvery: number | null;
  readonly effectDays: number;
  readonly categories: readonly CauseCategory[];
  /** Null where a kept one was left out. */
  readonly whys: readonly (string | null | undefined)[];
  readonly root?: string;
  readonly measures?: string;
  readonly requirements?: string;
}

/** What a new plan does not have, and a kept one may. */
const LEFT_EMPTY = [
  ...(['ownerUser', 'ownerName'] as const),
  ...Array.from({ length: WHYS }, (_, at) => ['whys', at] as const),
];

export interface PlanFormProps {
  readonly id: string;
  readonly initial: PlanFields;
  /** Of a new plan; null where the deadline moves by extensions alone. */
  readonly deadline: string | null;
  readonly onFinish: (fields: PlanFields, deadline: string) => void;
  /** Asked when it is sent: whether what the start demands must be there too. */
  readonly starts?: () => boolean;
  /** Where what is typed is kept until it is saved; the caller clears it then. */
  readonly draft: Kept<PlanValues | null>;
}

function valuesOf({ owner, cause, ...fields }: PlanFields, deadline: string | null): PlanValues {
  return {
    ...fields,
    ownerKind: owner.kind,
    ...(owner.kind === 'user' ? { ownerUser: owner.userId } : {}),
    ...(owner.kind === 'person' ? { ownerName: owner.name } : {}),
    ...(deadline === null ? {} : { deadline }),
    ...{ categories: cause.categories, whys: cause.whys, root: cause.root },
  };
}

function fieldsOf(values: PlanValues): PlanFields {
  const { ownerKind, ownerUser = '', ownerName = '' } = values;
  const owner =
    ownerKind === 'user'
      ? { kind: ownerKind, userId: ownerUser }
      : ownerKind === 'person'
        ? { kind: ownerKind, name: ownerName.trim() }
        : { kind: ownerKind };
  const whys = values.whys.map((why) => (why ?? '').trim()).filter((why) => why !== '');
  return {
    ...{ title: values.title.trim(), owner, checkEvery: values.checkEvery, effectDays: values.effectDays },
    cause: { categories: [...values.categories], whys, root: (values.root ?? '').trim() },
    ...{ measures: (values.measures ?? '').trim(), requirements: (values.requirements ?? '').trim() },
  };
}

export function PlanForm({ id, initial, deadline, onFinish, starts = () => false, draft }: PlanFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [form] = Form.useForm<PlanValues>();
  const [before, setBefore] = useState(draft.read);
  const people = useQuery(api.rectification.people.queryOptions());
  const kind = Form.useWatch('ownerKind', form) ?? initial.owner.kind;
  const needed = (label: string) => [
    { required: true, whitespace: true, message: t('rectification.plan.required', { label }) },
  ];
  /** Demanded of one that is started, marked as such. */
  const toStart = (label: string) => ({
    label: t('rectification.plan.toStart', { label }),
    rules: [
      {
        validator: (_: unknown, text: string | undefined) =>
          !starts() || (text ?? '').trim() !== ''
            ? Promise.resolve()
            : Promise.reject(new Error(t('rectification.plan.required', { label }))),
      },
    ],
  });
  const analysed = () => {
    const { categories, whys } = form.getFieldsValue();
    if (!starts() || categories.length > 0 || whys.some((why) => (why ?? '').trim() !== '')) return Promise.resolve();
    return Promise.reject(new Error(t('rectification.plan.analysed')));
  };
  const count = (label: string) => [{ required: true, message: t('rectification.plan.required', { label }) }];
  return (
    <Form<PlanValues>
      id={id}
      name={id}
      form={form}
      layout="vertical"
      className="finding-form"
      initialValues={{ ...valuesOf(initial, deadline), ...before }}
      onValuesChange={(_, values) => draft.write(values)}
      onFinish={(values) => onFinish(fieldsOf(values), values.deadline ?? '')}
      onFinishFailed={() => focusWrong(id)}
      onKeyDown={sendKey(() => form.submit())}
    >
      {before !== null && (
        <KeptNotice
          className="rect-counts"
          onDrop={() => {
            draft.clear();
            setBefore(null);
            form.setFields(
              LEFT_EMPTY.map((name) => ({ name: typeof name === 'string' ? name : [...name], value: undefined })),
            );
            form.setFieldsValue(valuesOf(initial, deadline));
          }}
        />
      )}
      <Alert className="rect-counts" type="info" showIcon title={t('rectification.plan.counts')} />
      <section aria-labelledby={`${id}-what`}>
        <h2 id={`${id}-what`}>{t('rectification.plan.what')}</h2>
        <Form.Item
          name="title"
          label={t('rectification.plan.titleField')}
          rules={needed(t('rectification.plan.titleField'))}
        >
          <Input maxLength={120} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="ownerKind" label={t('rectification.plan.ownerKind')}>
          <Select
            options={(['agent', 'user', 'person'] as const).map((value) => ({
              ...{ value, label: t(`rectification.owner.${value}`) },
            }))}
          />
        </Form.Item>
        {kind === 'user' && (
          <Form.Item
            name="ownerUser"
            label={t('rectification.plan.ownerUser')}
            rules={needed(t('rectification.plan.ownerUser'))}
          >
            <Select options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
        )}
        {kind === 'person' && (
          <Form.Item
            name="ownerName"
            label={t('rectification.plan.ownerName')}
            rules={needed(t('rectification.plan.ownerName'))}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        )}
        {deadline !== null && (
          <Form.Item
            name="deadline"
            label={t('rectification.plan.deadline')}
            rules={count(t('rectification.plan.deadline'))}
          >
            <DayInput min={today} allowClear={false} />
          </Form.Item>
        )}
        <div className="rect-pair">
          <Form.Item name="checkEvery" label={t('rectification.plan.checkEvery')}>
            <InputNumber min={1} max={90} precision={0} />
          </Form.Item>
          <Form.Item
            name="effectDays"
            label={t('rectification.plan.effectDays')}
            rules={count(t('rectification.plan.effectDays'))}
          >
            <InputNumber min={1} max={365} precision={0} />
          </Form.Item>
        </div>
      </section>
      <section aria-labelledby={`${id}-why`}>
        <h2 id={`${id}-why`}>{t('rectification.plan.why')}</h2>
        <Form.Item
          name="categories"
          label={t('rectification.plan.categories')}
          extra={t('rectification.plan.orWhys')}
          rules={[{ validator: analysed }]}
        >
          <Checkbox.Group
            className="rect-causes"
            options={CAUSE_CATEGORIES.map((value) => ({ value, label: t(`rectification.cause.${value}`) }))}
          />
        </Form.Item>
        <fieldset className="rect-whys">
          <legend>{t('rectification.plan.whys')}</legend>
          {Array.from({ length: WHYS }, (_, at) => (
            <Form.Item key={at} name={['whys', at]}>
              <Input
                maxLength={300}
                autoComplete="off"
                aria-label={t('rectification.plan.whyOne', { number: at + 1 })}
                placeholder={t('rectification.plan.whyOne', { number: at + 1 })}
              />
            </Form.Item>
          ))}
        </fieldset>
        <Form.Item name="root" {...toStart(t('rectification.plan.root'))}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </section>
      <section aria-labelledby={`${id}-how`}>
        <h2 id={`${id}-how`}>{t('rectification.plan.how')}</h2>
        <Form.Item name="measures" {...toStart(t('rectification.plan.measures'))}>
          <Input.TextArea rows={6} maxLength={4000} />
        </Form.Item>
        <Form.Item name="requirements" {...toStart(t('rectification.plan.requirements'))}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </section>
    </Form>
  );
}
