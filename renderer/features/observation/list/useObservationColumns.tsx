// The columns of the list of observations.
import { FlagFilled } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRow } from '../../../../shared/contract/observation.ts';
import { OBSERVATION_STATES, SERVICE_KINDS } from '../../../../shared/contract/observationRecord.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { StateMarks } from '../StateMarks.tsx';
import './list.css';

export function useObservationColumns(): readonly Column<ObservationRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (
      key: 'employeeNumber' | 'agentName' | 'branchName' | 'team' | 'client' | 'assessorName',
      width: number,
      more: Partial<Pick<Column<ObservationRow>, 'pinned' | 'hidden' | 'grow'>> = {},
    ): Column<ObservationRow> => ({
      kind: 'text',
      key,
      header: t(`observation.column.${key}`),
      value: (row) => row[key],
      width,
      ...more,
    });
    return [
      {
        kind: 'day',
        key: 'day',
        header: t('observation.column.day'),
        value: (row) => row.serviceDay ?? row.plannedOn,
        width: 116,
        filter: true,
        sort: 'desc',
        pinned: true,
      },
      text('agentName', 112, { pinned: true }),
      text('employeeNumber', 104),
      {
        kind: 'choice',
        key: 'state',
        header: t('observation.column.state'),
        value: (row) => row.state,
        options: OBSERVATION_STATES.map((value) => ({ value, label: t(`observation.state.${value}`) })),
        width: 132,
        filter: true,
        cell: (row) => <StateMarks {...row} />,
      },
      {
        kind: 'choice',
        key: 'marks',
        header: t('observation.column.marks'),
        value: (row) => (row.lateEntry ? 'late' : row.amending || row.revision > 1 ? 'amended' : null),
        options: [
          { value: 'late', label: t('observation.lateEntry') },
          { value: 'amended', label: t('observation.amended') },
        ],
        width: 96,
        filter: true,
        hidden: true,
      },
      {
        kind: 'choice',
        key: 'kind',
        header: t('observation.column.kind'),
        value: (row) => row.kind,
        options: SERVICE_KINDS.map((value) => ({ value, label: t(`observation.kind.${value}`) })),
        width: 88,
      },
      {
        kind: 'text',
        key: 'place',
        header: t('observation.column.place'),
        value: (row) => (row.place === '' ? t(`observation.setting.${row.setting}`) : row.place),
        width: 120,
        grow: true,
      },
      {
        kind: 'text',
        key: 'answered',
        header: t('observation.column.answered'),
        value: (row) => (row.criteria === 0 ? '' : `${row.answered}/${row.criteria}`),
        width: 88,
      },
      {
        kind: 'integer',
        key: 'findings',
        header: t('observation.column.findings'),
        value: (row) => row.findings,
        width: 84,
      },
      {
        kind: 'integer',
        key: 'redLines',
        header: t('observation.column.redLines'),
        value: (row) => row.redLinesPending + row.redLinesConfirmed,
        width: 96,
        cell: (row) =>
          row.redLinesPending + row.redLinesConfirmed === 0 ? (
            '0'
          ) : (
            <span className="list-red">
              <FlagFilled aria-hidden /> {row.redLinesPending + row.redLinesConfirmed}
            </span>
          ),
      },
      { kind: 'decimal', key: 'score', header: t('observation.column.score'), value: (row) => row.score, width: 88 },
      text('assessorName', 96),
      text('branchName', 140, { hidden: true }),
      text('team', 110, { hidden: true }),
      text('client', 100, { hidden: true }),
      {
        kind: 'integer',
        key: 'standardNumber',
        header: t('observation.column.standardNumber'),
        value: (row) => row.standardNumber,
        width: 96,
        hidden: true,
      },
      {
        kind: 'instant',
        key: 'submittedAt',
        header: t('observation.column.submittedAt'),
        value: (row) => row.submittedAt,
        width: 140,
        hidden: true,
      },
    ] satisfies readonly Column<ObservationRow>[];
  }, [t]);
}
