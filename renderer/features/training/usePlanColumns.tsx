// Columns of a list of plans.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_REASONS, type PlanRow } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CONTENTS } from '../../../shared/contract/trainingWords.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useCriterionText } from '../improvement/useCriterionText.ts';
import { PLAN_TONES } from './words.ts';

const STATES = ['overdue', 'planned', 'done', 'cancelled'] as const;

export function usePlanColumns(of: 'all' | 'agent'): readonly Column<PlanRow>[] {
  const { t } = useTranslation();
  const textOf = useCriterionText();
  return useMemo<readonly Column<PlanRow>[]>(
    () => [
      { key: 'dueOn', kind: 'day', header: t('training.plan.dueOn'), value: (r) => r.dueOn, width: 112, pinned: true },
      {
        ...{
          key: 'state',
          kind: 'choice',
          header: t('training.state'),
          value: (r) => r.state,
          width: 96,
          filter: true,
        },
        options: STATES.map((value) => ({ value, label: t(`training.plan.states.${value}`) })),
        cell: (r) => <StateTag tone={PLAN_TONES[r.state]}>{t(`training.plan.states.${r.state}`)}</StateTag>,
      },
      ...(of === 'agent'
        ? []
        : ([
            {
              ...{ key: 'agent', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName },
              width: 96,
            },
            {
              ...{ key: 'number', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber },
              width: 104,
            },
            { key: 'team', kind: 'text', header: t('training.team'), value: (r) => r.team, width: 104 },
          ] satisfies readonly Column<PlanRow>[])),
      {
        ...{ key: 'content', kind: 'choice', header: t('training.field.content'), value: (r) => r.content, width: 164 },
        options: TRAINING_CONTENTS.map((value) => ({ value, label: t(`training.content.${value}`) })),
      },
      {
        ...{ key: 'course', kind: 'text', header: t('training.course'), value: (r) => r.courseTitle, width: 140 },
        grow: true,
      },
      { key: 'hours', kind: 'decimal', header: t('training.field.hours'), value: (r) => r.hours, width: 80 },
      {
        ...{ key: 'reason', kind: 'choice', header: t('training.plan.why'), value: (r) => r.reason, width: 120 },
        options: PLAN_REASONS.map((value) => ({ value, label: t(`training.plan.reason.${value}`) })),
        filter: of === 'all',
      },
      {
        ...{ key: 'criteria', kind: 'text', header: t('training.plan.criteria'), width: 200 },
        value: (r) => r.criteria.map(textOf).join(' · '),
      },
      { key: 'words', kind: 'text', header: t('training.plan.words'), value: (r) => r.words, width: 160, hidden: true },
      {
        key: 'madeBy',
        kind: 'text',
        header: t('training.plan.madeBy'),
        value: (r) => r.madeBy,
        width: 96,
        hidden: true,
      },
      {
        ...{ key: 'madeAt', kind: 'instant', header: t('training.plan.madeAt'), value: (r) => r.madeAt, width: 140 },
        hidden: true,
      },
    ],
    [t, of, textOf],
  );
}
