// Samples of service records as a grid; from here a new one is begun.
import { FlagFilled, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SAMPLE_STATES, type SampleRow } from '../../../shared/contract/records.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BeginSample } from './BeginSample.tsx';
import { SampleMark } from './SampleMark.tsx';
import '../inspection/inspection.css';

export function RecordsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [beginning, setBeginning] = useState(false);
  const list = useQuery({ ...api.records.list.queryOptions({ input: { agentId: null } }), staleTime: 0 });
  const columns = useSampleColumns();
  const begin = may('records.write') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setBeginning(true)}>
      {t('records.begin.open')}
    </Button>
  ) : undefined;
  return (
    <Page fill>
      <PageHeader title={t('records.title')} detail={t('records.detail')} actions={begin} />
      <DataGrid
        name="records"
        title={t('records.title')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTone={(row) => (row.state === 'cancelled' ? 'quiet' : row.redLines > 0 ? 'danger' : undefined)}
        onOpen={(row) => void navigate(`/records/${row.id}`)}
        empty={{ title: t('records.empty'), hint: t('records.emptyHint'), action: begin }}
      />
      {beginning && <BeginSample onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function useSampleColumns(): readonly Column<SampleRow>[] {
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
