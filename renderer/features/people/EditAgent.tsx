// Changes an agent's data. The telephone number is written anew or left as it is: the form never holds the one on record.
import { useMutation } from '@tanstack/react-query';
import { App, Checkbox, Form, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentRecord } from '../../../shared/contract/people.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { AgentFields, asFields, type AgentValues } from './AgentFields.tsx';
import { focusFirst } from './focusFirst.ts';

export interface EditAgentProps {
  readonly agent: AgentRecord;
  readonly onClose: () => void;
}

export function EditAgent({ agent, onClose }: EditAgentProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const [removePhone, setRemovePhone] = useState(false);
  const update = useMutation(
    api.agents.update.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.agents.key() });
        void queryClient.invalidateQueries({ queryKey: api.branches.key() });
        void message.success(t('frame.saved'));
        onClose();
      },
    }),
  );
  const { id, revision, phoneMasked } = agent;
  const phoneOf = (typed: string) =>
    removePhone ? { phone: null } : typed.trim() === '' ? {} : { phone: typed.trim() };
  return (
    <Modal
      open
      width={640}
      title={t('people.agent.editTitle', { name: agent.name })}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={update.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={update.error} />
      <Form<AgentValues>
        id={formId}
        layout="vertical"
        initialValues={{ ...agent, licence: agent.licence ?? '', phone: '' }}
        onFinish={(values) => update.mutate({ ...asFields(values), id, revision, ...phoneOf(values.phone) })}
      >
        <AgentFields
          {...(phoneMasked === null ? {} : { phoneHint: `${phoneMasked} · ${t('people.agent.phoneHint')}` })}
        />
        {phoneMasked !== null && (
          <Checkbox checked={removePhone} onChange={(event) => setRemovePhone(event.target.checked)}>
            {t('people.agent.phoneRemove')}
          </Checkbox>
        )}
      </Form>
    </Modal>
  );
}
