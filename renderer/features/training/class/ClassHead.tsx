// What all of a class have in common: course, content, form, and the day, hours and trainer of those who have no own.
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClassInput } from '../../../../shared/contract/trainingRows.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { useToday } from '../../people/useToday.ts';
import { useChoices } from '../useChoices.ts';

export interface ClassHeadValues {
  readonly courseId: string | null;
  readonly title: string;
  readonly content: ClassInput['course']['content'] | null;
  readonly form: ClassInput['course']['form'] | null;
  readonly day: string;
  readonly hours: number | null;
  readonly trainer: string;
}

export interface ClassHeadProps {
  readonly head: ClassHeadValues;
  readonly onChange: (more: Partial<ClassHeadValues>) => void;
  /** What is missing is marked once it was tried to record. */
  readonly tried: boolean;
  readonly noHours: boolean;
}

export function ClassHead({ head, onChange, tried, noHours }: ClassHeadProps) {
  const { t } = useTranslation();
  const today = useToday();
  const { contents, forms, courses } = useChoices();
  const { courseId, title, content, form, day, hours, trainer } = head;
  const need = (empty: boolean) => ({
    required: true,
    ...(tried && empty ? { validateStatus: 'error' as const } : {}),
  });
  return (
    <Form layout="vertical" component="div" className="class-head">
      <Form.Item label={t('training.form2.course')} htmlFor="class-course">
        <Select<string>
          id="class-course"
          autoFocus
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('training.form2.noCourse')}
          value={courseId}
          options={courses}
          onChange={(chosen: string | undefined) =>
            onChange({ courseId: chosen ?? null, title: '', content: null, form: null, hours: null, trainer: '' })
          }
        />
      </Form.Item>
      <Form.Item label={t('training.field.title')} htmlFor="class-title" {...need(title.trim() === '')}>
        <Input
          id="class-title"
          maxLength={120}
          autoComplete="off"
          value={title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('training.field.content')} htmlFor="class-content" {...need(content === null)}>
        <Select
          id="class-content"
          value={content}
          options={contents}
          onChange={(chosen) => onChange({ content: chosen })}
        />
      </Form.Item>
      <Form.Item label={t('training.field.form')} htmlFor="class-form" {...need(form === null)}>
        <Select id="class-form" value={form} options={forms} onChange={(chosen) => onChange({ form: chosen })} />
      </Form.Item>
      <Form.Item label={t('training.field.day')} htmlFor="class-day" required>
        <DayInput
          id="class-day"
          max={today}
          allowClear={false}
          value={day}
          onChange={(chosen) => onChange({ day: chosen ?? today })}
        />
      </Form.Item>
      <Form.Item label={t('training.field.hours')} htmlFor="class-hours" {...need(noHours)}>
        <InputNumber<number>
          id="class-hours"
          min={0.01}
          max={24}
          step={0.5}
          precision={2}
          value={hours}
          onChange={(chosen) => onChange({ hours: chosen })}
        />
      </Form.Item>
      <Form.Item label={t('training.field.trainer')} htmlFor="class-trainer">
        <Input
          id="class-trainer"
          maxLength={60}
          autoComplete="off"
          value={trainer}
          onChange={({ target }) => onChange({ trainer: target.value })}
        />
      </Form.Item>
    </Form>
  );
}
