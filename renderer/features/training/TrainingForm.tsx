// Records a training, or what is known of one since; a course that is chosen fills in what it says.
import { useMutation } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow, RecordFields, TrainingRow } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CHECKS } from '../../../shared/contract/trainingWords.ts';
import { isMark } from '../../../shared/domain/training/mark.ts';
import { api } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useKeptForm } from '../../components/useKeptForm.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { MarkInput } from './MarkInput.tsx';
import { useChoices } from './useChoices.ts';
import { useSaved } from './useSaved.ts';
import './training.css';

type Fields = Omit<RecordFields, 'courseVersion'>;
type Values = Omit<Fields, 'courseId'> & { readonly courseId?: string | null; readonly reason?: string };

const MARKS = { theory: null, practical: null, conduct: null, satisfaction: null } as const;

const held = (row: TrainingRow): Fields => {
  const { agentId, day, hours, courseId, title, content, form, trainer, note } = row;
  const { theory, practical, conduct, satisfaction } = row;
  return {
    ...{ agentId, day, hours, courseId, title, content, form, trainer, note },
    ...{ theory, practical, conduct, satisfaction },
  };
};

export interface TrainingFormProps {
  /** Null for a new one. */
  readonly row: TrainingRow | null;
  /** The plan that a new one does. */
  readonly plan?: PlanRow;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function TrainingForm({ row, plan, onClose, onSaved }: TrainingFormProps) {
  const { t } = useTranslation();
  const formId = useId();
  const today = useToday();
  const { contents, forms, active, courses } = useChoices();
  const about = row ? `${row.id}.${row.revision}` : (plan?.id ?? '');
  const keeping = useKeptForm<Values>(`training.record.${about}`, onClose);
  const saved = useSaved<{ readonly id: string }>(({ id }) => {
    keeping.saved();
    onClose();
    onSaved?.(id);
  });
  const save = useMutation(api.training.saveRecord.mutationOptions({ onSuccess: saved }));
  const needed = (label: string) => [{ required: true, message: t('training.form2.required', { label }) }];
  const marks = [
    {
      validator: (_: unknown, mark: string | null | undefined) =>
        !mark || isMark(mark) ? Promise.resolve() : Promise.reject(new Error(t('errors.markInvalid', { mark }))),
    },
  ];
  const agent = row ?? plan;
  const initial: Partial<Values> = row
    ? held(row)
    : {
        ...{ day: today, trainer: '', note: '', ...MARKS },
        ...(plan && {
          ...{ agentId: plan.agentId, courseId: plan.courseId, content: plan.content, hours: plan.hours },
          ...(plan.courseTitle === null ? {} : { title: plan.courseTitle }),
        }),
      };
  const fill = (courseId: string | undefined) => {
    const course = active.find(({ id }) => id === courseId);
    if (!course) return;
    const { title, content, form: taught, hours, trainer } = course;
    keeping.form.form.setFieldsValue({ title, content, form: taught, hours, trainer });
    keeping.keep();
  };
  // A retired course stays chosen on the row that names it.
  const kept =
    row?.courseId && !courses.some(({ value }) => value === row.courseId)
      ? [{ value: row.courseId, label: row.title }]
      : [];
  return (
    <Modal
      open
      width={760}
      title={t(row ? 'training.form2.edit' : 'training.form2.add')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={keeping.close}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      {keeping.notice}
      <Form<Values>
        id={formId}
        {...keeping.form}
        layout="vertical"
        className="training-form"
        initialValues={keeping.over(initial)}
        onFinish={({ reason, courseId, ...values }) =>
          save.mutate({
            ...{ id: row?.id ?? null, revision: row?.revision ?? null, planId: plan?.id ?? null },
            reason: reason?.trim() ? reason.trim() : null,
            fields: { ...values, courseId: courseId ?? null },
          })
        }
      >
        <Form.Item name="agentId" label={t('training.form2.agent')} rules={needed(t('training.form2.agent'))}>
          <AgentSelect
            {...(agent ? { known: { id: agent.agentId, label: `${agent.agentName} · ${agent.employeeNumber}` } } : {})}
          />
        </Form.Item>
        <Form.Item name="day" label={t('training.field.day')} rules={needed(t('training.field.day'))}>
          <DayInput max={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="courseId" label={t('training.form2.course')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('training.form2.noCourse')}
            options={[...courses, ...kept]}
            onChange={fill}
          />
        </Form.Item>
        <Form.Item name="title" label={t('training.field.title')} rules={needed(t('training.field.title'))}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="content" label={t('training.field.content')} rules={needed(t('training.field.content'))}>
          <Select options={contents} />
        </Form.Item>
        <Form.Item name="form" label={t('training.field.form')} rules={needed(t('training.field.form'))}>
          <Select options={forms} />
        </Form.Item>
        <Form.Item name="hours" label={t('training.field.hours')} rules={needed(t('training.field.hours'))}>
          <InputNumber min={0.01} max={24} step={0.5} precision={2} />
        </Form.Item>
        <Form.Item name="trainer" label={t('training.field.trainer')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        {TRAINING_CHECKS.map((check) => (
          <Form.Item key={check} name={check} label={t(`training.check.${check}`)} rules={marks}>
            <MarkInput label={t(`training.check.${check}`)} />
          </Form.Item>
        ))}
        <p className="wide training-hint">{t('training.form2.markHint')}</p>
        <Form.Item className="wide" name="note" label={t('training.field.note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {row && (
          <Form.Item
            className="wide"
            name="reason"
            label={t('training.form2.reason')}
            extra={t('training.form2.reasonHint')}
          >
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
