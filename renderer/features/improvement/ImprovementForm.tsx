// Proposes a measure or edits a proposed one: problem, cause, what is to be done, owner, deadline, and the figure with its target.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COMPARE_DAYS, type CheckSource } from '../../../shared/contract/dashboard.ts';
import {
  IMPROVEMENT_KINDS,
  PLAIN_FIGURES,
  type Figure,
  type ImprovementRow,
  type NewImprovement,
} from '../../../shared/contract/improvement.ts';
import { INDICATORS, type Indicator } from '../../../shared/contract/vocabulary.ts';
import { highestTarget, lessIsBetter } from '../../../shared/domain/improvement/figure.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Loaded } from '../../components/states.tsx';
import { useKeptForm, type KeptForm } from '../../components/useKeptForm.tsx';
import { periodName } from '../../periodName.ts';
import { useSpoken } from '../observation/language.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { useFigure } from './useFigure.ts';
import { refreshImprovements } from './useMoves.ts';
import { useProblemName } from './useProblemName.ts';

/** What the form begins with; a row is edited, else a measure is proposed. */
export interface FormStart {
  readonly row?: ImprovementRow;
  readonly fields?: Partial<NewImprovement>;
}

type Choices = Awaited<ReturnType<typeof client.improvement.choices>>;

interface Values extends Omit<NewImprovement, 'figure' | 'problem'> {
  readonly figureKind: Figure['kind'];
  /** 'observation 3.4-1' */
  readonly criterion?: string;
  readonly indicator?: Indicator;
}

/** Days to the deadline and target that a new form begins with. */
const AHEAD = 60;
const TARGET = 90;
const FIGURE_KINDS = ['failing', 'indicator', ...PLAIN_FIGURES] as const;

function figureOf({ figureKind, criterion = '', indicator = 'attitude' }: Values): Figure {
  if (figureKind === 'indicator') return { kind: figureKind, indicator };
  if (figureKind !== 'failing') return { kind: figureKind };
  const [source, code = ''] = criterion.split(' ') as [CheckSource, string | undefined];
  return { kind: figureKind, source, criterion: code };
}

interface Given {
  readonly choices: Choices;
  readonly branchId: string | undefined;
  readonly today: string;
  readonly userId: string;
}

function initial({ row, fields = row }: FormStart, { choices, branchId, today, userId }: Given) {
  const figure: Figure = fields?.figure ?? { kind: 'csi' };
  return {
    kind: 'process',
    days: COMPARE_DAYS[0],
    target: TARGET,
    deadline: addDays(today, AHEAD),
    branchId,
    ownerId: (choices.people.find(({ id }) => id === userId) ?? choices.people[0])?.id,
    ...fields,
    figureKind: figure.kind,
    ...(figure.kind === 'failing' ? { criterion: `${figure.source} ${figure.criterion}` } : {}),
    ...(figure.kind === 'indicator' ? { indicator: figure.indicator } : {}),
  };
}

export function ImprovementForm({ start, onClose }: { readonly start: FormStart; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const choices = useQuery({ ...api.improvement.choices.queryOptions(), staleTime: 0 });
  const branches = useQuery(api.branches.list.queryOptions());
  const { message } = App.useApp();
  const navigate = useNavigate();
  const problem = (start.fields ?? start.row)?.problem ?? null;
  const about = start.row?.id ?? (problem ? `${problem.kind}.${problem.code}` : '');
  const keeping = useKeptForm<Values>(`improvement.${about}`, onClose);
  const save = useMutation({
    mutationFn: async (values: Values) => {
      const { branchId, title, kind, cause, measure, ownerId, deadline, target, days } = values;
      const figure = figureOf(values);
      const fields = { branchId, title, kind, problem, cause, measure, ownerId, deadline, figure, target, days };
      if (start.row) await client.improvement.change({ id: start.row.id, fields });
      else void navigate(`/improvement/${(await client.improvement.propose(fields)).id}`);
      keeping.saved();
      await refreshImprovements();
      void message.success(t('improvement.record.saved'));
      onClose();
    },
  });
  const top = branches.data?.find(({ parentId }) => parentId === null) ?? branches.data?.[0];
  return (
    <Modal
      open
      width={760}
      title={start.row ? t('improvement.form.edit') : t('improvement.new')}
      okText={start.row ? t('frame.save') : t('improvement.form.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={keeping.close}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      {keeping.notice}
      <Loaded query={choices}>
        {(given) =>
          branches.data && (
            <Fields
              formId={formId}
              keeping={keeping}
              start={start}
              choices={given}
              branchId={top?.id}
              onFinish={(values) => save.mutate(values)}
            />
          )
        }
      </Loaded>
    </Modal>
  );
}

interface FieldsProps {
  readonly formId: string;
  readonly keeping: KeptForm<Values>;
  readonly start: FormStart;
  readonly choices: Choices;
  readonly branchId: string | undefined;
  readonly onFinish: (values: Values) => void;
}

function Fields({ formId, keeping, start, choices, branchId, onFinish }: FieldsProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const nameOf = useProblemName();
  const { unitOf } = useFigure();
  const today = useToday();
  const { form } = keeping.form;
  const { actor } = useAccount();
  const begin = initial(start, { choices, branchId, today, userId: actor.userId });
  const figureKind = Form.useWatch('figureKind', form) ?? begin.figureKind;
  const required = [{ required: true, message: t('improvement.form.required') }];
  const words = [{ required: true, whitespace: true, message: t('improvement.form.required') }];
  const { problem = null } = begin;
  const figure = { kind: figureKind } as Figure;
  return (
    <Form<Values>
      id={formId}
      {...keeping.form}
      layout="vertical"
      className="improvement-form"
      initialValues={keeping.over(begin as Partial<Values>)}
      onFinish={onFinish}
    >
      <Form.Item name="title" label={t('improvement.form.title')} rules={words} className="improvement-wide">
        <Input autoFocus maxLength={120} autoComplete="off" />
      </Form.Item>
      {problem && (
        <p className="improvement-wide improvement-note">
          {t('improvement.form.problem')}:{' '}
          {t('improvement.form.problemText', {
            ...{ period: periodName(t, problem.period), name: nameOf(problem) },
            ...{ records: problem.records, agents: problem.agents },
          })}
        </p>
      )}
      <Form.Item name="kind" label={t('improvement.form.kind')}>
        <Segmented
          block
          aria-label={t('improvement.form.kind')}
          options={IMPROVEMENT_KINDS.map((value) => ({ value, label: t(`improvement.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="branchId" label={t('improvement.form.branch')} rules={required}>
        <BranchSelect />
      </Form.Item>
      <Form.Item name="cause" label={t('improvement.form.cause')} rules={words}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="measure" label={t('improvement.form.measure')} rules={words}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="ownerId" label={t('improvement.form.owner')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="deadline" label={t('improvement.form.deadline')} rules={required}>
        <DayInput min={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="figureKind" label={t('improvement.form.figure')} rules={required}>
        <Select options={FIGURE_KINDS.map((value) => ({ value, label: t(`improvement.figure.${value}`) }))} />
      </Form.Item>
      {figureKind === 'failing' && (
        <Form.Item name="criterion" label={t('improvement.form.criterion')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={choices.criteria.map(({ source, criterion, text }) => ({
              value: `${source} ${criterion}`,
              label: `${t(`improvement.problems.source.${source}`)} ${criterion} ${spoken(text)}`,
            }))}
          />
        </Form.Item>
      )}
      {figureKind === 'indicator' && (
        <Form.Item name="indicator" label={t('improvement.form.indicator')} rules={required}>
          <Select options={INDICATORS.map((value) => ({ value, label: t(`words.indicator.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item
        name="target"
        label={t('improvement.form.target')}
        rules={required}
        extra={t(lessIsBetter(figure) ? 'improvement.form.lower' : 'improvement.form.higher')}
      >
        <InputNumber min={0} max={highestTarget(figure)} precision={2} suffix={unitOf(figure)} />
      </Form.Item>
      <Form.Item name="days" label={t('improvement.form.days')}>
        <Segmented
          block
          aria-label={t('improvement.form.days')}
          options={COMPARE_DAYS.map((value) => ({ value, label: t('improvement.form.dayCount', { days: value }) }))}
        />
      </Form.Item>
    </Form>
  );
}
