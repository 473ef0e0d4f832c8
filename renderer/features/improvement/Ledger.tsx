// Every measure as a grid: open ones by deadline first, figure before, target and after beside each other.
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  IMPROVEMENT_KINDS,
  IMPROVEMENT_STATES,
  VERDICTS,
  type ImprovementRow,
} from '../../../shared/contract/improvement.ts';
import { hasEnded } from '../../../shared/domain/improvement/states.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useToday } from '../people/useToday.ts';
import { IMPROVEMENT_TONES, isLate, VERDICT_TONES } from './tones.ts';
import { useFigure } from './useFigure.ts';

function useColumns(): readonly Column<ImprovementRow>[] {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  return useMemo((): readonly Column<ImprovementRow>[] => {
    const value = (
      key: 'before' | 'target' | 'after',
      of: (row: ImprovementRow) => number | null,
    ): Column<ImprovementRow> => ({
      ...{ kind: 'decimal', key, header: t(`improvement.column.${key}`), width: 92, value: of },
      cell: (row) => {
        const one = of(row);
        return one === null ? '' : valueOf(row.figure, one);
      },
    });
    return [
      { kind: 'integer', key: 'number', header: t('improvement.column.number'), width: 68, value: (row) => row.number },
      {
        ...{ kind: 'text', key: 'title', header: t('improvement.column.title'), width: 160, grow: true },
        value: (row) => row.title,
      },
      {
        ...{ kind: 'choice', key: 'state', header: t('improvement.column.state'), width: 96, filter: true },
        value: (row) => row.state,
        options: IMPROVEMENT_STATES.map((state) => ({ value: state, label: t(`improvement.state.${state}`) })),
        cell: ({ state }) => <StateTag tone={IMPROVEMENT_TONES[state]}>{t(`improvement.state.${state}`)}</StateTag>,
      },
      {
        ...{ kind: 'choice', key: 'kind', header: t('improvement.column.kind'), width: 76, filter: true },
        value: (row) => row.kind,
        options: IMPROVEMENT_KINDS.map((kind) => ({ value: kind, label: t(`improvement.kind.${kind}`) })),
      },
      { kind: 'text', key: 'owner', header: t('improvement.column.owner'), width: 88, value: (row) => row.ownerName },
      {
        kind: 'day',
        key: 'deadline',
        header: t('improvement.column.deadline'),
        width: 108,
        value: (row) => row.deadline,
      },
      {
        ...{ kind: 'text', key: 'figure', header: t('improvement.column.figure'), width: 152 },
        value: (row) => nameOf(row.figure),
      },
      value('before', ({ before }) => before?.value ?? null),
      value('target', ({ target }) => target),
      value('after', ({ after }) => after?.value ?? null),
      {
        ...{ kind: 'choice', key: 'verdict', header: t('improvement.column.verdict'), width: 104, filter: true },
        value: (row) => row.verdict,
        options: VERDICTS.map((verdict) => ({ value: verdict, label: t(`improvement.verdict.${verdict}`) })),
        cell: ({ verdict }) =>
          verdict && <StateTag tone={VERDICT_TONES[verdict]}>{t(`improvement.verdict.${verdict}`)}</StateTag>,
      },
      {
        ...{ kind: 'text', key: 'branch', header: t('improvement.column.branch'), width: 120, hidden: true },
        value: (row) => row.branchName,
      },
      {
        ...{ kind: 'instant', key: 'proposedAt', header: t('improvement.column.proposedAt'), width: 140, hidden: true },
        value: (row) => row.proposedAt,
      },
      {
        ...{ kind: 'instant', key: 'endedAt', header: t('improvement.column.endedAt'), width: 140, hidden: true },
        value: (row) => row.endedAt,
      },
    ];
  }, [t, nameOf, valueOf]);
}

export function Ledger({
  query,
  action,
}: {
  readonly query: UseQueryResult<ImprovementRow[]>;
  readonly action: ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  return (
    <DataGrid<ImprovementRow>
      name="improvements"
      title={t('improvement.title')}
      query={query}
      columns={useColumns()}
      rowId={({ id }) => id}
      rowTone={(row) => (isLate(row, today) ? 'danger' : hasEnded(row.state) ? 'quiet' : undefined)}
      onOpen={({ id }) => void navigate(`/improvement/${id}`)}
      empty={{ title: t('improvement.empty'), hint: t('improvement.emptyHint'), action }}
    />
  );
}
