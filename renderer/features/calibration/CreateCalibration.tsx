// Makes a calibration: who is scored, when and where the service is, and two or more assessors.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { InstantField } from '../observation/InstantField.tsx';
import { AgentPicker, type ChosenAgent } from '../observation/start/AgentPicker.tsx';
import { ContextFields } from '../observation/start/ContextFields.tsx';
import { focusFirst } from '../people/focusFirst.ts';

const FEWEST = 2;
const BLANK: ServiceContext = { kind: 'sale', occasion: 'reception', setting: 'office', place: '', client: '' };

export function CreateCalibration({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const formId = useId();
  const [agent, setAgent] = useState<ChosenAgent | null>(null);
  const [context, setContext] = useState(BLANK);
  const [serviceAt, setServiceAt] = useState<string | null>(() => new Date().toISOString());
  const [assessorIds, setAssessors] = useState<readonly string[]>([]);
  const assessors = useQuery(api.observation.assessors.queryOptions());
  const create = useMutation(
    api.calibration.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries({ queryKey: api.calibration.key() });
        void message.success(t('calibration.form.done'));
        void navigate(`/calibration/${id}`);
      },
    }),
  );
  const ready = agent !== null && serviceAt !== null && assessorIds.length >= FEWEST;
  return (
    <Modal
      open
      width={760}
      title={t('calibration.create')}
      okText={t('calibration.form.ok')}
      cancelText={t('frame.cancel')}
      confirmLoading={create.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: !ready }}
    >
      <FailureAlert error={create.error} />
      <Form
        id={formId}
        layout="vertical"
        onFinish={() => {
          if (agent !== null && serviceAt !== null)
            create.mutate({ agentId: agent.id, context, serviceAt, assessorIds: [...assessorIds] });
        }}
      >
        <Form.Item label={t('calibration.form.agent')} htmlFor="calibration-agent" required>
          <AgentPicker id="calibration-agent" value={agent} onChange={setAgent} />
        </Form.Item>
        <Form.Item
          label={t('calibration.form.assessors')}
          htmlFor="calibration-assessors"
          required
          extra={t('calibration.form.assessorsHint')}
        >
          <Select<string[]>
            id="calibration-assessors"
            mode="multiple"
            value={[...assessorIds]}
            loading={assessors.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setAssessors}
          />
        </Form.Item>
        <Form.Item
          label={t('calibration.form.serviceAt')}
          htmlFor="calibration-service"
          required
          extra={t('calibration.form.serviceAtHint')}
        >
          <InstantField id="calibration-service" value={serviceAt} onChange={setServiceAt} />
        </Form.Item>
        <ContextFields value={context} onChange={setContext} />
      </Form>
    </Modal>
  );
}
