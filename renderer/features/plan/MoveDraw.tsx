// Gives a draw another day or assessor. What is no working day, or full, is said when it is saved.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDraw, PlanRecord } from '../../../shared/contract/plan.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { api } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useRefresh } from './usePlanChange.ts';

interface Values {
  readonly day: string;
  readonly assessorId: string;
}

export interface MoveDrawProps {
  readonly plan: PlanRecord;
  readonly draw: PlanDraw;
  readonly onClose: () => void;
}

export function MoveDraw({ plan, draw, onClose }: MoveDrawProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const formId = useId();
  const assessors = useQuery(api.observation.assessors.queryOptions());
  const move = useMutation(
    api.plan.move.mutationOptions({
      onSuccess: () => {
        refresh();
        void message.success(t('plan.list.moved'));
        onClose();
      },
    }),
  );
  const { period, today } = plan;
  return (
    <Modal
      open
      title={t('plan.list.moveTitle', { name: draw.agentName })}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={move.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={move.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={{ day: draw.day, assessorId: draw.assessorId }}
        onFinish={(values) => move.mutate({ drawId: draw.id, ...values })}
      >
        <Form.Item name="day" label={t('plan.column.day')} rules={[{ required: true }]}>
          <DayInput
            min={today > period.start ? today : period.start}
            max={addDays(period.end, -1)}
            allowClear={false}
          />
        </Form.Item>
        <Form.Item name="assessorId" label={t('plan.column.assessor')} rules={[{ required: true }]}>
          <Select
            loading={assessors.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={assessors.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
