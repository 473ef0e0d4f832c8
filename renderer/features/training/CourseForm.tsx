// Makes a course, or its next version with the reason for it.
import { useMutation } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseFields, CourseRow } from '../../../shared/contract/trainingRows.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useKeptForm } from '../../components/useKeptForm.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useChoices } from './useChoices.ts';
import { useSaved } from './useSaved.ts';
import './training.css';

export interface CourseFormProps {
  /** Null for a new one. */
  readonly course: CourseRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

type Values = CourseFields & { readonly reason?: string };

const heldFields = ({ title, content, form, hours, trainer, material, note }: CourseRow): CourseFields => ({
  ...{ title, content, form, hours, trainer, material, note },
});

export function CourseForm({ course, onClose, onSaved }: CourseFormProps) {
  const { t } = useTranslation();
  const formId = useId();
  const { contents, forms } = useChoices();
  const kept = useKeptForm<Values>(`training.course.${course ? `${course.id}.${course.version}` : ''}`, onClose);
  const saved = useSaved<{ readonly id: string }>(({ id }) => {
    kept.saved();
    onClose();
    onSaved?.(id);
  });
  const save = useMutation(api.training.saveCourse.mutationOptions({ onSuccess: saved }));
  const needed = (label: string) => [{ required: true, message: t('training.form2.required', { label }) }];
  return (
    <Modal
      open
      width={680}
      title={t(course ? 'training.courses.edit' : 'training.courses.add')}
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
        initialValues={kept.over(course ? heldFields(course) : { hours: 2, trainer: '', material: '', note: '' })}
        onFinish={({ reason, ...fields }) =>
          save.mutate({
            ...{ id: course?.id ?? null, version: course?.version ?? null, fields },
            reason: reason?.trim() ? reason.trim() : null,
          })
        }
      >
        <Form.Item
          className="wide"
          name="title"
          label={t('training.courses.title')}
          rules={needed(t('training.courses.title'))}
        >
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="content" label={t('training.field.content')} rules={needed(t('training.field.content'))}>
          <Select options={contents} />
        </Form.Item>
        <Form.Item name="form" label={t('training.field.form')} rules={needed(t('training.field.form'))}>
          <Select options={forms} />
        </Form.Item>
        <Form.Item name="hours" label={t('training.courses.hours')} rules={needed(t('training.courses.hours'))}>
          <InputNumber min={0.01} max={24} step={0.5} precision={2} />
        </Form.Item>
        <Form.Item name="trainer" label={t('training.field.trainer')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item className="wide" name="material" label={t('training.courses.material')}>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <Form.Item className="wide" name="note" label={t('training.field.note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {course && (
          <Form.Item
            className="wide"
            name="reason"
            label={t('training.courses.reason')}
            extra={t('training.courses.reasonHint')}
            rules={needed(t('training.courses.reason'))}
          >
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
