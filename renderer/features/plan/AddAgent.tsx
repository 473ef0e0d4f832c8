// Adds an agent to a plan after its draw, with the reason; the console chooses the days.
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useRefresh } from './usePlanChange.ts';

interface Values {
  readonly agentId: string;
  readonly reason: string;
}

export function AddAgent({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const formId = useId();
  const add = useMutation(
    api.plan.add.mutationOptions({
      onSuccess: ({ days }) => {
        refresh();
        void message.success(t('plan.add.done', { days: days.join(', ') }));
        onClose();
      },
    }),
  );
  return (
    <Modal
      open
      title={t('plan.add.title')}
      okText={t('plan.add.go')}
      cancelText={t('frame.cancel')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <p className="plan-quiet">{t('plan.add.hint')}</p>
      <FailureAlert error={add.error} />
      <Form<Values> id={formId} layout="vertical" onFinish={(values) => add.mutate({ id: planId, ...values })}>
        <Form.Item name="agentId" label={t('plan.add.agent')} rules={[{ required: true }]}>
          <AgentSelect />
        </Form.Item>
        <Form.Item name="reason" label={t('plan.record.reason')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
