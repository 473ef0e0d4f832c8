// What agents said of a course: three scores and a remark each; adding one, and taking one back with a reason.
import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FEEDBACK_ITEMS,
  type CourseFeedback,
  type CourseRecord,
  type FeedbackItem,
} from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { useSaved } from './useSaved.ts';
import './training.css';

export function FeedbackTab({ course }: { readonly course: CourseRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const ask = useConfirm();
  const [adding, setAdding] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const withdraw = useMutation(api.training.withdrawFeedback.mutationOptions({ onSuccess: useSaved(() => undefined) }));
  const columns = useMemo<readonly Column<CourseFeedback>[]>(
    () => [
      { key: 'day', kind: 'day', header: t('training.feedback.day'), value: (r) => r.day, width: 112 },
      { key: 'version', kind: 'integer', header: t('training.feedback.version'), value: (r) => r.version, width: 72 },
      {
        ...{ key: 'agent', kind: 'text', header: t('training.feedback.agent'), width: 112 },
        value: (r) => r.agentName ?? t('training.feedback.anonymous'),
      },
      ...FEEDBACK_ITEMS.map((item): Column<CourseFeedback> => ({
        ...{ key: item, kind: 'integer', header: t(`training.feedback.${item}`), value: (r) => r[item], width: 112 },
      })),
      {
        ...{
          key: 'comment',
          kind: 'text',
          header: t('training.feedback.comment'),
          value: (r) => r.comment,
          width: 200,
        },
        grow: true,
      },
      {
        ...{ key: 'state', kind: 'choice', header: t('training.state'), value: (r) => r.state, width: 104 },
        options: (['standing', 'withdrawn'] as const).map((value) => ({
          value,
          label: t(`training.rowState.${value}`),
        })),
      },
      {
        ...{ key: 'reason', kind: 'text', header: t('training.feedback.withdrawReason'), width: 140 },
        value: (r) => r.withdrawnReason,
      },
    ],
    [t],
  );
  const chosen = course.comments.find(({ id, state }) => id === current && state === 'standing');
  const askReason = async (id: string) => {
    const reason = await ask.reason({
      title: t('training.feedback.withdraw'),
      label: t('training.feedback.withdrawReason'),
      ok: t('training.feedback.withdraw'),
      danger: true,
    });
    if (reason !== null) withdraw.mutate({ id, reason });
  };
  return (
    <>
      <FailureAlert error={withdraw.error} />
      <DataGrid<CourseFeedback>
        name="training.feedback"
        title={t('training.feedback.tab')}
        query={{ data: course.comments, error: null }}
        columns={columns}
        rowId={(row) => row.id}
        height="480px"
        onCurrent={(row) => setCurrent(row.id)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={
          may('training.write') && (
            <>
              <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t('training.feedback.add')}
              </Button>
              <Button
                disabled={!chosen}
                title={t('training.feedback.selected')}
                onClick={() => chosen && void askReason(chosen.id)}
              >
                {t('training.feedback.withdraw')}
              </Button>
            </>
          )
        }
        empty={{ title: t('training.feedback.empty'), hint: t('training.feedback.emptyHint') }}
      />
      {adding && <FeedbackForm course={course} onClose={() => setAdding(false)} />}
    </>
  );
}

type Values = Readonly<Record<FeedbackItem, number>> & {
  readonly day: string;
  readonly version: number;
  readonly agentId?: string;
  readonly comment: string;
};

const SCALE = [1, 2, 3, 4, 5];

function FeedbackForm({ course, onClose }: { readonly course: CourseRecord; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const today = useToday();
  const save = useMutation(api.training.addFeedback.mutationOptions({ onSuccess: useSaved(onClose) }));
  const needed = (label: string) => [{ required: true, message: t('training.form2.required', { label }) }];
  return (
    <Modal
      open
      width={560}
      title={t('training.feedback.add')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        className="training-form"
        initialValues={{ day: today, version: course.version, comment: '' }}
        onFinish={({ agentId, ...values }) => save.mutate({ ...values, courseId: course.id, agentId: agentId ?? null })}
      >
        <Form.Item name="day" label={t('training.feedback.day')} rules={needed(t('training.feedback.day'))}>
          <DayInput max={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="version" label={t('training.feedback.version')}>
          <Select options={course.versions.map(({ number }) => ({ value: number, label: String(number) }))} />
        </Form.Item>
        <Form.Item
          className="wide"
          name="agentId"
          label={t('training.feedback.agent')}
          extra={t('training.feedback.agentHint')}
        >
          <AgentSelect />
        </Form.Item>
        <p className="wide training-hint">{t('training.feedback.scale')}</p>
        {FEEDBACK_ITEMS.map((item) => (
          <Form.Item
            key={item}
            className="wide"
            name={item}
            label={t(`training.feedback.${item}`)}
            rules={needed(t(`training.feedback.${item}`))}
          >
            <Radio.Group
              aria-label={t(`training.feedback.${item}`)}
              optionType="button"
              options={SCALE.map((value) => ({ value, label: String(value) }))}
            />
          </Form.Item>
        ))}
        <Form.Item className="wide" name="comment" label={t('training.feedback.comment')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
