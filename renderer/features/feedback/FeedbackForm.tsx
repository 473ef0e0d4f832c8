// Records feedback, or corrects it: the record before is withdrawn with the reason.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FEEDBACK_KINDS, type FeedbackFields, type FeedbackRow } from '../../../shared/contract/feedback.ts';
import { CLIENT_CHANNELS } from '../../../shared/contract/responses.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import { answerDue } from '../../../shared/domain/feedback/limits.ts';
import { useAccount } from '../../account.ts';
import { api, queryClient } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import '../responses/responses.css';

export interface FeedbackFormProps {
  /** Null for a new one. */
  readonly row: FeedbackRow | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

type Values = FeedbackFields & { readonly reason?: string };

export function FeedbackForm({ row, onClose, onSaved }: FeedbackFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { actor } = useAccount();
  const formId = useId();
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const people = useQuery(api.feedback.people.queryOptions());
  const onSuccess = ({ id }: { readonly id: string }) => {
    void queryClient.invalidateQueries({ queryKey: api.feedback.key() });
    void message.success(t('feedback.record.saved'));
    onClose();
    onSaved(id);
  };
  const add = useMutation(api.feedback.add.mutationOptions({ onSuccess }));
  const correct = useMutation(api.feedback.correct.mutationOptions({ onSuccess }));
  const kind = Form.useWatch('kind', form);
  const of = Form.useWatch('class', form);
  const day = Form.useWatch('day', form);
  const due = kind && of && day ? answerDue(kind, of, day) : '';
  const needed = (label: string) => [{ required: true, message: t('feedback.form.required', { label }) }];
  const known = row && { id: row.agentId, label: `${row.agentName} · ${row.employeeNumber}` };
  const mine = people.data?.some(({ id }) => id === actor.userId) ? actor.userId : undefined;
  if (!people.data) return null;
  return (
    <Modal
      open
      width={680}
      title={t(row ? 'feedback.form.correct' : 'feedback.form.add')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={add.isPending || correct.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={add.error ?? correct.error} />
      {kind === 'complaint' && <Alert type="info" showIcon title={t('feedback.form.complaintHint')} />}
      <Form<Values>
        id={formId}
        form={form}
        layout="vertical"
        initialValues={
          row ?? { day: today, kind: 'praise', class: 'attitude', channel: 'phone', client: '', ownerId: mine }
        }
        onFinish={({ reason = '', ...values }) => {
          const fields = { ...values, dueOn: values.dueOn ?? null };
          if (row) correct.mutate({ id: row.id, revision: row.revision, reason: reason.trim(), fields });
          else add.mutate(fields);
        }}
      >
        <div className="response-form">
          <Form.Item
            className="wide"
            name="agentId"
            label={t('feedback.field.agent')}
            rules={needed(t('feedback.field.agent'))}
          >
            <AgentSelect {...(known ? { known } : {})} />
          </Form.Item>
          <Form.Item name="kind" label={t('feedback.field.kind')}>
            <Select options={FEEDBACK_KINDS.map((value) => ({ value, label: t(`feedback.kind.${value}`) }))} />
          </Form.Item>
          <Form.Item name="class" label={t('feedback.field.class')}>
            <Select options={PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) }))} />
          </Form.Item>
          <Form.Item name="day" label={t('feedback.field.day')} rules={needed(t('feedback.field.day'))}>
            <DayInput max={today} allowClear={false} />
          </Form.Item>
          <Form.Item name="channel" label={t('feedback.field.channel')}>
            <Select options={CLIENT_CHANNELS.map((value) => ({ value, label: t(`responses.channel.${value}`) }))} />
          </Form.Item>
          <Form.Item
            className="wide"
            name="client"
            label={t('feedback.field.client')}
            extra={t('feedback.form.clientHint')}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item
            className="wide"
            name="content"
            label={t('feedback.field.content')}
            rules={needed(t('feedback.field.content'))}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
          <Form.Item name="ownerId" label={t('feedback.field.owner')} rules={needed(t('feedback.field.owner'))}>
            <Select options={people.data.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="dueOn" label={t('feedback.field.dueOn')} extra={t('feedback.form.dueHint', { day: due })}>
            <DayInput />
          </Form.Item>
          {row && (
            <Form.Item
              className="wide"
              name="reason"
              label={t('feedback.form.reason')}
              rules={needed(t('feedback.form.reason'))}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          )}
        </div>
      </Form>
    </Modal>
  );
}
