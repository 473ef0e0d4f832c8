// 受理: who handles the case. Whoever is recused (Art. 17) can be seen with the reason, and not be chosen.
import { Button, Checkbox, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../../account.ts';
import { api, client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { DraftForm } from '../DraftForm.tsx';
import { HandlerSelect } from '../HandlerSelect.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';
import type { StepProps } from './step.ts';

interface Values {
  readonly handlerId: string;
  readonly noInterest: boolean;
}

export function AcceptForm({ record, onSaid }: StepProps) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const act = useComplaintAct(record);
  const required = useRequired();
  const [form] = Form.useForm<Values>();
  const handlers = useQuery(api.complaint.handlers.queryOptions({ input: { id: record.id } }));
  const label = t('complaintCase.field.handler');
  if (!handlers.data) return <Select loading disabled aria-label={label} />;
  const self = handlers.data.find(({ id, refused }) => id === actor.userId && refused === null)?.id;
  return (
    <DraftForm<Values>
      form={form}
      draft={{ record, form: 'accept' }}
      id="accept"
      className="case-step"
      start={self === undefined ? {} : { handlerId: self }}
      onTyped={({ handlerId, noInterest }) => onSaid({ handlerFree: handlerId !== undefined && noInterest === true })}
      onSend={({ handlerId }) => act.run((seen) => client.complaint.accept({ ...seen, handlerId, noInterest: true }))}
    >
      <FailureAlert error={act.error} />
      <Form.Item name="handlerId" label={label} rules={required(label)}>
        <HandlerSelect caseId={record.id} />
      </Form.Item>
      <Form.Item
        name="noInterest"
        valuePropName="checked"
        rules={[
          {
            validator: (_, said: boolean | undefined) =>
              said === true
                ? Promise.resolve()
                : Promise.reject(new Error(t('complaintCase.accept.noInterestMissing'))),
          },
        ]}
      >
        <Checkbox>{t('complaintCase.accept.noInterest')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.pending}>
        {t('complaintCase.accept.done')}
      </Button>
    </DraftForm>
  );
}
