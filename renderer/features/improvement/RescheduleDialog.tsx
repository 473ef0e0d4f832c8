// Another owner or deadline for a measure that is underway, with a reason.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImprovementRow } from '../../../shared/contract/improvement.ts';
import { api, client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { refreshImprovements } from './useMoves.ts';

interface Values {
  readonly ownerId: string;
  readonly deadline: string;
  readonly reason: string;
}

export function RescheduleDialog({ row, onClose }: { readonly row: ImprovementRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const today = useToday();
  const choices = useQuery(api.improvement.choices.queryOptions());
  const save = useMutation({
    mutationFn: async (values: Values) => {
      await client.improvement.reschedule({ id: row.id, ...values });
      await refreshImprovements();
      onClose();
    },
  });
  const required = [{ required: true, whitespace: true, message: t('improvement.form.required') }];
  const people = choices.data?.people ?? [{ id: row.ownerId, name: row.ownerName }];
  return (
    <Modal
      open
      title={t('improvement.ask.reschedule')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={{ ownerId: row.ownerId, deadline: row.deadline < today ? null : row.deadline }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="ownerId" label={t('improvement.form.owner')} rules={required}>
          <Select options={people.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="deadline" label={t('improvement.form.deadline')} rules={required}>
          <DayInput min={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="reason" label={t('improvement.ask.reason')} rules={required}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
