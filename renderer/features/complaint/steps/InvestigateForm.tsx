// 调查: the departments investigate together; their findings and the root cause close the step.
import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROOT_CAUSES, type RootCause } from '../../../../shared/contract/complaintWords.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { DraftForm } from '../DraftForm.tsx';
import { AddInquiry, InquiryLines } from '../InquiryLines.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';
import { written, type StepProps } from './step.ts';

interface Values {
  readonly findings: string;
  readonly cause: RootCause;
}

export function InvestigateForm({ record, onSaid }: StepProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const [form] = Form.useForm<Values>();
  // Investigated again on new facts: what was found before is where it begins.
  const before = record.rounds.find(({ round }) => round === record.round - 1);
  const label = (key: 'findings' | 'cause') => t(`complaintCase.field.${key}`);
  return (
    <div className="case-step">
      <InquiryLines record={record} round={record.round} />
      <Flex gap={8}>
        <AddInquiry record={record} />
      </Flex>
      <DraftForm<Values>
        form={form}
        draft={{ record, form: 'investigate' }}
        id="investigate"
        className="case-step"
        start={before ? { findings: before.findings, ...(before.cause ? { cause: before.cause } : {}) } : {}}
        onTyped={({ findings }) => onSaid({ findingsWritten: written(findings) })}
        onSend={({ findings, cause }) =>
          act.run((seen) => client.complaint.investigate({ ...seen, findings: findings.trim(), cause }))
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
      </DraftForm>
    </div>
  );
}
