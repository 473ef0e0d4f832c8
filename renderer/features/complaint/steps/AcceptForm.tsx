// 受理: who handles the case. Whoever is recused (Art. 17) can be seen with the reason, and not be chosen.
import { Button, Checkbox, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../../shared/contract/complaintRecord.ts';
import { useAccount } from '../../../account.ts';
import { api, client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { HandlerSelect } from '../HandlerSelect.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';

interface Values {
  readonly handlerId: string;
  readonly noInterest: boolean;
}

export function AcceptForm({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const act = useComplaintAct(record);
  const required = useRequired();
  const handlers = useQuery(api.complaint.handlers.queryOptions({ input: { id: record.id } }));
  const label = t('complaintCase.field.handler');
  if (!handlers.data) return <Select loading disabled aria-label={label} />;
  const self = handlers.data.find(({ id, refused }) => id === actor.userId && refused === null)?.id;
  return (
    <Form<Values>
      name="accept"
      className="case-step"
      layout="vertical"
      initialValues={self === undefined ? {} : { handlerId: self }}
      onFinish={({ handlerId }) =>
        void act.run((seen) => client.complaint.accept({ ...seen, handlerId, noInterest: true }))
      }
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
    </Form>
  );
}
