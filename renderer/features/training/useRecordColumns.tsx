// Columns of a list of trainings.
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingRow } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CHECKS, TRAINING_CONTENTS, TRAINING_FORMS } from '../../../shared/contract/trainingWords.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { markWords } from './words.ts';

const people = (t: TFunction): readonly Column<TrainingRow>[] => [
  { key: 'agent', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName, width: 88 },
  { key: 'employee', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber, width: 92 },
  { key: 'team', kind: 'text', header: t('training.team'), value: (r) => r.team, width: 96 },
  { key: 'branch', kind: 'text', header: t('training.branch'), value: (r) => r.branchName, width: 120, hidden: true },
];

/** @param of which of the columns say nothing new where the list stands */
export function useRecordColumns(of: 'all' | 'agent' | 'course'): readonly Column<TrainingRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<TrainingRow>[]>(
    () => [
      {
        ...{ key: 'day', kind: 'day', header: t('training.field.day'), value: (r) => r.day, width: 104, pinned: true },
      },
      ...(of === 'agent' ? [] : people(t)),
      {
        ...{ key: 'title', kind: 'text', header: t('training.field.title'), value: (r) => r.title, width: 128 },
        grow: true,
        hidden: of === 'course',
      },
      {
        ...{ key: 'content', kind: 'choice', header: t('training.field.content'), value: (r) => r.content },
        ...{ width: 128, filter: of !== 'course', hidden: of === 'course' },
        options: TRAINING_CONTENTS.map((value) => ({ value, label: t(`training.content.${value}`) })),
      },
      {
        ...{ key: 'form', kind: 'choice', header: t('training.field.form'), value: (r) => r.form, width: 96 },
        options: TRAINING_FORMS.map((value) => ({ value, label: t(`training.form.${value}`) })),
        hidden: of === 'course',
      },
      { key: 'hours', kind: 'decimal', header: t('training.field.hours'), value: (r) => r.hours, width: 68 },
      ...TRAINING_CHECKS.map((check): Column<TrainingRow> => ({
        ...{ key: check, kind: 'text', header: t(`training.check.${check}`), width: 84 },
        value: (r) => markWords(t, r[check]),
      })),
      {
        ...{ key: 'trainer', kind: 'text', header: t('training.field.trainer'), value: (r) => r.trainer, width: 96 },
        hidden: of === 'all',
      },
      {
        ...{ key: 'version', kind: 'integer', header: t('training.courses.version'), value: (r) => r.courseVersion },
        ...{ width: 72, hidden: of !== 'course' },
      },
      {
        ...{
          key: 'state',
          kind: 'choice',
          header: t('training.state'),
          value: (r) => r.state,
          width: 88,
          hidden: true,
        },
        options: (['standing', 'withdrawn'] as const).map((value) => ({
          value,
          label: t(`training.rowState.${value}`),
        })),
      },
      {
        ...{ key: 'recordedAt', kind: 'instant', header: t('training.recordedAt'), value: (r) => r.recordedAt },
        ...{ width: 140, hidden: true },
      },
    ],
    [t, of],
  );
}
