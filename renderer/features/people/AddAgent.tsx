// Adds one agent with the first branch and team, and opens the record.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, queryClient } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { AgentFields, asFields, type AgentValues } from './AgentFields.tsx';
import { BranchSelect } from './BranchSelect.tsx';
import { useToday } from './useToday.ts';
import { focusFirst } from './focusFirst.ts';

type Values = AgentValues & { readonly branchId: string; readonly team: string; readonly fromDay: string };

export function AddAgent({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const formId = useId();
  const branches = useQuery(api.branches.list.queryOptions());
  const today = useToday();
  const add = useMutation(
    api.agents.add.mutationOptions({
      onSuccess: (agent) => {
        void queryClient.invalidateQueries({ queryKey: api.agents.key() });
        void queryClient.invalidateQueries({ queryKey: api.branches.key() });
        void message.success(t('people.agent.added', { name: agent.name }));
        void navigate(`/people/${agent.id}`);
      },
    }),
  );
  const top = branches.data?.find((branch) => branch.parentId === null);
  if (!branches.data) return null;
  return (
    <Modal
      open
      width={640}
      title={t('people.agent.add')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={add.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={{
          ...{ number: '', name: '', licence: '', phone: '', team: '', engagement: 'agency', status: 'active' },
          ...{ branchId: top?.id, fromDay: today },
        }}
        onFinish={(values) => {
          const { branchId, team, fromDay } = values;
          const phone = values.phone.trim() === '' ? null : values.phone.trim();
          add.mutate({ ...asFields(values), phone, branchId, team: team.trim(), fromDay });
        }}
      >
        <AgentFields />
        <div className="people-form people-form-second">
          <Form.Item
            name="branchId"
            label={t('people.agent.branch')}
            rules={[{ required: true, message: t('account.field.required', { label: t('people.agent.branch') }) }]}
          >
            <BranchSelect />
          </Form.Item>
          <Form.Item name="team" label={t('people.field.team')}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="fromDay"
            label={t('people.agent.fromDay')}
            rules={[{ required: true, message: t('account.field.required', { label: t('people.agent.fromDay') }) }]}
          >
            <DayInput max={today} allowClear={false} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
