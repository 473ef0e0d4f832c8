// Plans a training for one agent or several: what, by when, and why.
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanInput } from '../../../shared/contract/trainingRows.ts';
import { PLAN_REASONS } from '../../../shared/contract/trainingRows.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { api } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useKeptForm } from '../../components/useKeptForm.tsx';
import { useCriterionText } from '../improvement/useCriterionText.ts';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { AgentsSelect } from './AgentsSelect.tsx';
import { useChoices } from './useChoices.ts';
import { useSaved } from './useSaved.ts';
import './training.css';

/** Days that a plan begins with. */
const DAYS_AHEAD = 30;

export interface PlanFormProps {
  /** Whom it is for; without them they are chosen here. */
  readonly agentIds?: readonly string[];
  readonly initial?: Partial<Omit<PlanInput, 'agentIds' | 'why'>>;
  readonly why?: Partial<PlanInput['why']>;
  readonly onClose: () => void;
}

interface Values extends Omit<PlanInput, 'agentIds' | 'why' | 'courseId'> {
  readonly chosen?: readonly string[];
  readonly courseId?: string | null;
  readonly reason: PlanInput['why']['reason'];
  readonly words: string;
}

/** Tells how many plans were made and how many agents had one. */
export function useTellPlans(): (made: { readonly made: number; readonly passedOver: number }) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return ({ made, passedOver }) => {
    const words: string[] = [t('training.plan.made', { count: made })];
    if (passedOver > 0) words.push(t('training.plan.passedOver', { count: passedOver }));
    void message.info(words.join(' · '));
  };
}

export function PlanForm({ agentIds, initial, why, onClose }: PlanFormProps) {
  const { t } = useTranslation();
  const formId = useId();
  const today = useToday();
  const { contents, active, courses } = useChoices();
  const about = [why?.sourceId ?? '', ...(agentIds ?? [])].join();
  const kept = useKeptForm<Values>(`training.plan.${about}`, onClose);
  const tell = useTellPlans();
  const saved = useSaved<{ made: number; passedOver: number }>((made) => {
    tell(made);
    kept.saved();
    onClose();
  });
  const save = useMutation(api.training.plan.mutationOptions({ onSuccess: saved }));
  const needed = (label: string) => [{ required: true, message: t('training.form2.required', { label }) }];
  const fill = (courseId: string | undefined) => {
    const course = active.find(({ id }) => id === courseId);
    if (!course) return;
    kept.form.form.setFieldsValue({ content: course.content, hours: course.hours });
    kept.keep();
  };
  const textOf = useCriterionText();
  const criteria = why?.criteria ?? [];
  return (
    <Modal
      open
      width={640}
      title={t('training.plan.title')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={kept.close}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      {kept.notice}
      <Form<Values>
        id={formId}
        {...kept.form}
        layout="vertical"
        className="training-form"
        initialValues={kept.over({
          ...{ hours: 2, dueOn: addDays(today, DAYS_AHEAD), reason: why?.reason ?? 'other', words: why?.words ?? '' },
          ...initial,
        })}
        onFinish={({ chosen = [], courseId, content, hours, dueOn, reason, words }) =>
          save.mutate({
            ...{
              agentIds: agentIds ? [...agentIds] : [...chosen],
              courseId: courseId ?? null,
              content,
              hours,
              dueOn,
            },
            why: { reason, words, criteria, sourceId: why?.sourceId ?? null },
          })
        }
      >
        {agentIds ? (
          <Form.Item label={t('training.plan.people')}>
            {t('training.plan.peopleCount', { count: agentIds.length })}
          </Form.Item>
        ) : (
          <Form.Item name="chosen" label={t('training.plan.people')} rules={needed(t('training.plan.people'))}>
            <AgentsSelect />
          </Form.Item>
        )}
        <Form.Item name="dueOn" label={t('training.plan.dueOn')} rules={needed(t('training.plan.dueOn'))}>
          <DayInput min={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="courseId" label={t('training.form2.course')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('training.plan.noCourse')}
            options={courses}
            onChange={fill}
          />
        </Form.Item>
        <Form.Item name="content" label={t('training.field.content')} rules={needed(t('training.field.content'))}>
          <Select options={contents} />
        </Form.Item>
        <Form.Item name="hours" label={t('training.field.hours')} rules={needed(t('training.field.hours'))}>
          <InputNumber min={0.01} max={24} step={0.5} precision={2} />
        </Form.Item>
        <Form.Item name="reason" label={t('training.plan.why')} rules={needed(t('training.plan.why'))}>
          <Select options={PLAN_REASONS.map((value) => ({ value, label: t(`training.plan.reason.${value}`) }))} />
        </Form.Item>
        {criteria.length > 0 && (
          <Form.Item className="wide" label={t('training.plan.criteria')}>
            {criteria.map((code) => (
              <div key={code}>{textOf(code)}</div>
            ))}
          </Form.Item>
        )}
        <Form.Item className="wide" name="words" label={t('training.plan.words')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
