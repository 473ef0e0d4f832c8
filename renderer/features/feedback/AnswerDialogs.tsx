// Records the answer to feedback, or hands it to another person in charge.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackRow } from '../../../shared/contract/feedback.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { InstantItem } from '../responses/InstantItem.tsx';

export interface AnswerDialogProps {
  readonly row: FeedbackRow;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function AnswerDialog({ row, onClose, onSaved }: AnswerDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [now] = useState(() => new Date().toISOString());
  const answer = useMutation(
    api.feedback.answer.mutationOptions({
      onSuccess: () => {
        onSaved();
        onClose();
      },
    }),
  );
  const needed = (label: string) => [{ required: true, message: t('feedback.form.required', { label }) }];
  return (
    <Modal
      open
      title={t('feedback.form.answerTitle')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={answer.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={answer.error} />
      <Form<{ readonly answer: string; readonly answeredAt: string }>
        id={formId}
        layout="vertical"
        initialValues={{ answer: '', answeredAt: now }}
        onFinish={(values) => answer.mutate({ id: row.id, revision: row.revision, ...values })}
      >
        <Form.Item name="answer" label={t('feedback.field.answer')} rules={needed(t('feedback.field.answer'))}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="answeredAt"
          label={t('feedback.field.answeredAt')}
          rules={needed(t('feedback.field.answeredAt'))}
          extra={t('feedback.form.instantHint')}
        >
          <InstantItem />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function AssignDialog({ row, onClose, onSaved }: AnswerDialogProps) {
  const { t } = useTranslation();
  const people = useQuery(api.feedback.people.queryOptions());
  const [ownerId, setOwner] = useState(row.ownerId);
  const assign = useMutation(
    api.feedback.assign.mutationOptions({
      onSuccess: () => {
        onSaved();
        onClose();
      },
    }),
  );
  return (
    <Modal
      open
      title={t('feedback.form.assignTitle')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={assign.isPending}
      onCancel={onClose}
      onOk={() => assign.mutate({ id: row.id, revision: row.revision, ownerId })}
    >
      <FailureAlert error={assign.error} />
      <Select
        aria-label={t('feedback.field.owner')}
        style={{ width: '100%' }}
        value={ownerId}
        options={people.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={setOwner}
      />
    </Modal>
  );
}
