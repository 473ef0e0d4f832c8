// The columns of a plan's list.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DRAW_STATES, LastResult, RECENCIES, type PlanDraw } from '../../../shared/contract/plan.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { DRAW_TONES } from './planTones.ts';
import { useResultWord } from './useResultWord.ts';

export function useDrawColumns(): readonly Column<PlanDraw>[] {
  const { t } = useTranslation();
  const resultWord = useResultWord();
  return useMemo(() => {
    const text = (
      key: 'agent' | 'number' | 'branch' | 'team' | 'assessor',
      value: (row: PlanDraw) => string,
      width: number,
      more: Partial<Pick<Column<PlanDraw>, 'pinned' | 'hidden'>> = {},
    ): Column<PlanDraw> => ({ kind: 'text', key, header: t(`plan.column.${key}`), value, width, ...more });
    const noteOf = ({ replaced, insteadOf, added }: PlanDraw): string | null => {
      if (replaced) {
        const { reason, by, successor } = replaced;
        return successor === null
          ? t('plan.list.replacedNone', { reason, by })
          : t('plan.list.replacedBy', { reason, by, successor });
      }
      if (added !== null) return t('plan.list.added', { reason: added });
      return insteadOf === null ? null : t('plan.list.insteadOf', { name: insteadOf });
    };
    return [
      {
        ...{ kind: 'day', key: 'day', header: t('plan.column.day'), value: (row: PlanDraw) => row.day, width: 116 },
        ...{ filter: true, sort: 'asc', pinned: true },
      },
      text('agent', (row) => row.agentName, 110, { pinned: true }),
      text('number', (row) => row.employeeNumber, 100),
      text('team', (row) => row.team, 100),
      {
        kind: 'choice',
        key: 'state',
        header: t('plan.column.state'),
        value: (row) => row.state,
        options: DRAW_STATES.map((value) => ({ value, label: t(`plan.drawState.${value}`) })),
        width: 120,
        filter: true,
        cell: (row) => <StateTag tone={DRAW_TONES[row.state]}>{t(`plan.drawState.${row.state}`)}</StateTag>,
      },
      text('assessor', (row) => row.assessorName, 100),
      {
        kind: 'choice',
        key: 'result',
        header: t('plan.column.result'),
        value: (row) => row.result,
        options: LastResult.options.map((value) => ({ value, label: resultWord(value) })),
        width: 110,
      },
      {
        kind: 'choice',
        key: 'recency',
        header: t('plan.column.recency'),
        value: (row) => row.recency,
        options: RECENCIES.map((value) => ({ value, label: t(`plan.recency.${value}`) })),
        width: 140,
      },
      { kind: 'text', key: 'note', header: t('plan.column.note'), value: noteOf, width: 160, grow: true },
      text('branch', (row) => row.branchName, 140, { hidden: true }),
    ] satisfies readonly Column<PlanDraw>[];
  }, [t, resultWord]);
}
