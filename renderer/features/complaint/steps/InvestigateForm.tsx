// 调查: the departments investigate together; their findings and the root cause close the step.
import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../../shared/contract/complaintRecord.ts';
import { ROOT_CAUSES, type RootCause } from '../../../../shared/contract/complaintWords.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { AddInquiry, InquiryLines } from '../InquiryLines.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';

export function InvestigateForm({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = (key: 'findings' | 'cause') => t(`complaintCase.field.${key}`);
  return (
    <div className="case-step">
      <InquiryLines record={record} round={record.round} />
      <Flex gap={8}>
        <AddInquiry record={record} />
      </Flex>
      <Form<{ findings: string; cause: RootCause }>
        name="investigate"
        className="case-step"
        layout="vertical"
        onFinish={({ findings, cause }) =>
          void act.run((seen) => client.complaint.investigate({ ...seen, findings: findings.trim(), cause }))
        }
      >
        <FailureAlert error={act.error} />
        <Form.Item name="findings" label={label('findings')} rules={required(label('findings'))}>
          <Input.TextArea rows={4} maxLength={3000} />
        </Form.Item>
        <Form.Item name="cause" label={label('cause')} rules={required(label('cause'))}>
          <Select options={ROOT_CAUSES.map((value) => ({ value, label: t(`complaint.cause.${value}`) }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t('complaintCase.inquiry.done')}
        </Button>
      </Form>
    </div>
  );
}
