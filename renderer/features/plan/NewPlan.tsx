// Draws a plan: branch, period, who observes and how much a day, what coverage to reach. The draw runs beside the window.
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useDeferredValue, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  OCCASIONS,
  SERVICE_KINDS,
  SETTINGS_OF_SERVICE,
  type ServiceContext,
} from '../../../shared/contract/observationRecord.ts';
import { MOST_A_DAY } from '../../../shared/contract/plan.ts';
import { COVERAGE_GOAL } from '../../../shared/domain/plan/coverage.ts';
import { periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { api, client } from '../../client.ts';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { Estimate } from './Estimate.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { periodName } from '../../periodName.ts';
import { useRefresh } from './usePlanChange.ts';
import './plan.css';

interface Values {
  readonly branchId: string;
  readonly kind: 'month' | 'quarter';
  readonly start: string;
  readonly assessorIds: string[];
  readonly capacity: number;
  readonly goal: number;
  readonly service: ServiceContext['kind'];
  readonly occasion: ServiceContext['occasion'];
  readonly setting: ServiceContext['setting'];
  readonly seed: string;
}

const CAPACITY = 2;
const AHEAD = [0, 1, 2];

/** What the draw is asked for, as soon as all of it stands. */
function askedOf(values: Partial<Values> | undefined) {
  const { branchId, kind, start, assessorIds = [], capacity, goal } = values ?? {};
  if (!branchId || !kind || !start || assessorIds.length === 0 || !capacity || !goal) return null;
  if (goal < COVERAGE_GOAL * 100 || goal > 100 || capacity > MOST_A_DAY) return null;
  return { branchId, kind, start, assessorIds, capacity, goal: goal / 100 };
}

export function NewPlan({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const formId = useId();
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'month';
  const now = useDeferredValue(Form.useWatch([], form) as Partial<Values> | undefined);
  const branches = useQuery(api.branches.list.queryOptions());
  const assessors = useQuery(api.observation.assessors.queryOptions());
  const task = useTask((signal, values: Values) => {
    const { branchId, start, assessorIds, capacity, goal, service, occasion, setting, seed } = values;
    return client.plan.draw(
      {
        ...{ branchId, kind: values.kind, start, assessorIds, capacity, goal: goal / 100 },
        ...{ seed: seed.trim() === '' ? null : seed.trim(), context: { kind: service, occasion, setting } },
      },
      { signal },
    );
  });
  const startOf = (one: Values['kind']): string => periodOf(one, today).start;
  const top = branches.data?.find(({ parentId }) => parentId === null) ?? branches.data?.[0];
  if (!branches.data || !assessors.data) return null;
  const draw = async (values: Values) => {
    const made = await task.start(values);
    if (!made) return;
    refresh();
    void navigate(`/plan/${made.id}`);
  };
  const asked = askedOf(now);
  const required = [{ required: true }];
  return (
    <Modal
      open
      width={720}
      style={{ top: 16 }}
      title={t('plan.new')}
      okText={t('plan.form.draw')}
      cancelText={t('frame.cancel')}
      confirmLoading={task.state.kind === 'running'}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <TaskProgress task={task} title={t('plan.form.drawing')} stage={() => t('plan.form.assessing')} />
      <Form<Values>
        id={formId}
        form={form}
        layout="vertical"
        className="plan-form"
        disabled={task.state.kind === 'running'}
        initialValues={{
          ...{
            branchId: top?.id,
            kind: 'month',
            start: startOf('month'),
            assessorIds: assessors.data.map(({ id }) => id),
          },
          ...{ capacity: CAPACITY, goal: COVERAGE_GOAL * 100, seed: '' },
          ...{ service: 'enquiry', occasion: 'reception', setting: 'office' },
        }}
        onValuesChange={(changed: Partial<Values>) => {
          if (changed.kind) form.setFieldValue('start', startOf(changed.kind));
        }}
        onFinish={(values) => void draw(values)}
      >
        <Form.Item name="branchId" label={t('plan.form.branch')} rules={required} className="plan-wide">
          <BranchSelect />
        </Form.Item>
        <Form.Item name="kind" label={t('plan.form.kind')}>
          <Segmented
            block
            aria-label={t('plan.form.kind')}
            options={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`plan.form.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="start" label={t('plan.form.period')} rules={required}>
          <Select
            options={AHEAD.map((steps) => {
              const period = { kind, ...shiftPeriod(kind, startOf(kind), steps) };
              return { value: period.start, label: periodName(t, period) };
            })}
          />
        </Form.Item>
        <Form.Item
          name="assessorIds"
          label={t('plan.form.assessors')}
          rules={[{ required: true, message: t('plan.form.assessorsMissing') }]}
          className="plan-wide"
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={assessors.data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="capacity" label={t('plan.form.capacity')} rules={required}>
          <InputNumber min={1} max={MOST_A_DAY} precision={0} suffix={t('plan.form.capacityUnit')} />
        </Form.Item>
        <Form.Item name="goal" label={t('plan.form.goal')} rules={required}>
          <InputNumber min={COVERAGE_GOAL * 100} max={100} precision={0} suffix="%" />
        </Form.Item>
        <div className="plan-wide plan-estimate">{asked && <Estimate asked={asked} />}</div>
        <Form.Item name="service" label={t('plan.form.service')}>
          <Select options={SERVICE_KINDS.map((value) => ({ value, label: t(`observation.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="occasion" label={t('plan.form.occasion')}>
          <Select options={OCCASIONS.map((value) => ({ value, label: t(`observation.occasion.${value}`) }))} />
        </Form.Item>
        <Form.Item name="setting" label={t('plan.form.setting')}>
          <Select options={SETTINGS_OF_SERVICE.map((value) => ({ value, label: t(`observation.setting.${value}`) }))} />
        </Form.Item>
        <Form.Item name="seed" label={t('plan.form.seed')} extra={t('plan.form.seedHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
