// 分类: category and sub-class of 6.1, the agent who may have been unknown before, the consumer-protection element.
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  COMPLAINT_CATEGORIES,
  SUBCLASSES_OF,
  type ComplaintCategory,
  type ComplaintSubclass,
} from '../../../../shared/contract/complaintWords.ts';
import { PROTECTION_ELEMENTS, type ProtectionElement } from '../../../../shared/contract/vocabulary.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { AgentSelect } from '../../people/AgentSelect.tsx';
import { BranchSelect } from '../../people/BranchSelect.tsx';
import { DraftForm } from '../DraftForm.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';
import type { StepProps } from './step.ts';

interface Values {
  readonly category: ComplaintCategory;
  readonly subclass?: ComplaintSubclass | null;
  readonly agentId?: string | null;
  readonly branchId?: string | null;
  readonly element: ProtectionElement;
}

export function ClassifyForm({ record, onSaid }: StepProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const [form] = Form.useForm<Values>();
  const category = Form.useWatch('category', form) ?? record.category;
  const subclasses = SUBCLASSES_OF[category];
  const { agentId, agentName, employeeNumber } = record;
  const label = (key: 'category' | 'subclass' | 'agent' | 'branch') => t(`complaint.field.${key}`);
  return (
    <DraftForm<Values>
      form={form}
      draft={{ record, form: 'classify' }}
      id="classify"
      className="case-step"
      start={{
        ...{ category: record.category, subclass: record.subclass, agentId, branchId: record.branchId },
        element: record.element ?? 'disputes',
      }}
      onTyped={(values, changed) => {
        const other = changed.category !== undefined;
        if (other) form.setFieldValue('subclass', null);
        const named = SUBCLASSES_OF[values.category ?? record.category];
        onSaid({
          categoryNamed: values.category !== undefined,
          subclassNamed: named.length === 0 || (!other && (named as readonly unknown[]).includes(values.subclass)),
        });
      }}
      onSend={(values) =>
        act.run((seen) =>
          client.complaint.classify({
            ...seen,
            category: values.category,
            subclass: subclasses.length > 0 ? (values.subclass ?? null) : null,
            agentId: values.agentId ?? null,
            branchId: values.branchId ?? null,
            element: values.element,
          }),
        )
      }
    >
      <FailureAlert error={act.error} />
      <Form.Item name="category" label={label('category')}>
        <Select options={COMPLAINT_CATEGORIES.map((value) => ({ value, label: t(`complaint.category.${value}`) }))} />
      </Form.Item>
      {subclasses.length > 0 && (
        <Form.Item name="subclass" label={label('subclass')} rules={required(label('subclass'))}>
          <Select options={subclasses.map((value) => ({ value, label: t(`complaint.subclass.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="agentId" label={label('agent')}>
        <AgentSelect
          {...(agentId === null ? {} : { known: { id: agentId, label: `${agentName} · ${employeeNumber}` } })}
        />
      </Form.Item>
      <Form.Item name="branchId" label={label('branch')}>
        <BranchSelect />
      </Form.Item>
      <Form.Item name="element" label={t('complaintCase.field.element')}>
        <Select options={PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.pending}>
        {t('complaintCase.classify.done')}
      </Button>
    </DraftForm>
  );
}
