// The columns of the list of samples.
import { FlagFilled } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SAMPLE_STATES, type SampleRow } from '../../../shared/contract/records.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { SampleMark } from './SampleMark.tsx';
import '../inspection/inspection.css';

export function useSampleColumns(): readonly Column<SampleRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (
      key: 'employeeNumber' | 'agentName' | 'branchName' | 'team' | 'reviewerName',
      width: number,
      more: Partial<Pick<Column<SampleRow>, 'pinned' | 'hidden' | 'grow'>> = {},
    ): Column<SampleRow> => ({
      kind: 'text',
      key,
      header: t(`records.column.${key}`),
      value: (row) => row[key],
      width,
      ...more,
    });
    const whole = (key: 'frame' | 'drawn' | 'replaced' | 'reviewed' | 'failed', hidden = false): Column<SampleRow> => ({
      kind: 'integer',
      key,
      header: t(`records.column.${key}`),
      value: (row) => row[key],
      width: 84,
      hidden,
    });
    return [
      text('agentName', 112, { pinned: true }),
      text('employeeNumber', 104),
      {
        kind: 'choice',
        key: 'state',
        header: t('records.column.state'),
        value: (row) => row.state,
        options: SAMPLE_STATES.map((value) => ({ value, label: t(`records.state.${value}`) })),
        width: 108,
        filter: true,
        cell: (row) => <SampleMark state={row.state} />,
      },
      { kind: 'day', key: 'from', header: t('records.column.from'), value: (row) => row.from, width: 112 },
      { kind: 'day', key: 'to', header: t('records.column.to'), value: (row) => row.to, width: 112 },
      whole('frame'),
      whole('drawn'),
      whole('replaced', true),
      whole('reviewed'),
      whole('failed'),
      {
        kind: 'integer',
        key: 'redLines',
        header: t('records.column.redLines'),
        value: (row) => row.redLines,
        width: 84,
        cell: (row) =>
          row.redLines === 0 ? (
            '0'
          ) : (
            <span className="inspect-red">
              <FlagFilled aria-hidden /> {row.redLines}
            </span>
          ),
      },
      { kind: 'decimal', key: 'share', header: t('records.column.share'), value: (row) => row.share, width: 96 },
      text('reviewerName', 96, { grow: true }),
      text('branchName', 140, { hidden: true }),
      text('team', 100, { hidden: true }),
      {
        kind: 'instant',
        key: 'createdAt',
        header: t('records.column.createdAt'),
        value: (row) => row.createdAt,
        width: 140,
        sort: 'desc',
        filter: true,
        hidden: true,
      },
    ] satisfies readonly Column<SampleRow>[];
  }, [t]);
}
