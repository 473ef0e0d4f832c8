// Moves an agent to another branch or team from a day on; where they were before stays.
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal, Typography } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentRecord } from '../../../shared/contract/people.ts';
import { api, queryClient } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { BranchSelect } from './BranchSelect.tsx';
import { useToday } from './useToday.ts';
import { focusFirst } from './focusFirst.ts';

interface Values {
  readonly branchId: string;
  readonly team: string;
  readonly fromDay: string;
}

export interface MoveAgentProps {
  readonly agent: AgentRecord;
  readonly onClose: () => void;
}

export function MoveAgent({ agent, onClose }: MoveAgentProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const today = useToday();
  const assign = useMutation(
    api.agents.assign.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.agents.key() });
        void queryClient.invalidateQueries({ queryKey: api.branches.key() });
        void message.success(t('people.agent.moved'));
        onClose();
      },
    }),
  );
  const { id, revision, branchId, team } = agent;
  const since = agent.assignments[0]?.fromDay;
  return (
    <Modal
      open
      title={t('people.agent.moveTitle', { name: agent.name })}
      okText={t('people.agent.move')}
      cancelText={t('frame.cancel')}
      confirmLoading={assign.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <Typography.Paragraph type="secondary">{t('people.agent.moveHint')}</Typography.Paragraph>
      <FailureAlert error={assign.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={{ branchId, team, fromDay: today }}
        onFinish={(values) => assign.mutate({ id, revision, ...values, team: values.team.trim() })}
      >
        <Form.Item name="branchId" label={t('people.agent.branch')} rules={[{ required: true }]}>
          <BranchSelect />
        </Form.Item>
        <Form.Item name="team" label={t('people.field.team')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="fromDay" label={t('people.agent.fromDay')} rules={[{ required: true }]}>
          <DayInput max={today} allowClear={false} {...(since !== undefined && since <= today ? { min: since } : {})} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
