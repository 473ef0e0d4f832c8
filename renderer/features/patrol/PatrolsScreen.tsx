// Patrols as a grid (8.2). They find problems and are no measure of the score; the screen says so.
import { FlagFilled, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { INSPECTION_STATES } from '../../../shared/contract/inspection.ts';
import type { PatrolRow } from '../../../shared/contract/patrol.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateMark } from '../inspection/StateMark.tsx';

export function PatrolsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actor, may } = useAccount();
  const list = useQuery({ ...api.patrol.list.queryOptions({ input: { agentId: null } }), staleTime: 0 });
  const columns = usePatrolColumns();
  const begin = may('patrol.write') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/patrol/start')}>
      {t('patrol.begin')}
    </Button>
  ) : undefined;
  return (
    <Page fill>
      <PageHeader title={t('patrol.title')} detail={t('patrol.noMeasure')} actions={begin} />
      <DataGrid
        name="patrol"
        title={t('patrol.title')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : row.redLines > 0 ? 'danger' : undefined)}
        onOpen={(row) => {
          const runs = row.state === 'inProgress' && row.patrollerId === actor.userId;
          void navigate(runs ? `/patrol/${row.id}/run` : `/patrol/${row.id}`);
        }}
        empty={{ title: t('patrol.empty'), hint: t('patrol.emptyHint'), action: begin }}
      />
    </Page>
  );
}

function usePatrolColumns(): readonly Column<PatrolRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const whole = (key: 'agents' | 'answered' | 'failed'): Column<PatrolRow> => ({
      kind: 'integer',
      key,
      header: t(`patrol.column.${key}`),
      value: (row) => row[key],
      width: 96,
    });
    return [
      {
        kind: 'day',
        key: 'day',
        header: t('patrol.column.day'),
        value: (row) => row.day,
        width: 116,
        filter: true,
        pinned: true,
      },
      { kind: 'instant', key: 'at', header: t('patrol.column.at'), value: (row) => row.at, width: 148, sort: 'desc' },
      {
        kind: 'text',
        key: 'place',
        header: t('patrol.column.place'),
        value: (row) => row.place,
        width: 180,
        grow: true,
      },
      {
        kind: 'choice',
        key: 'state',
        header: t('patrol.column.state'),
        value: (row) => row.state,
        options: INSPECTION_STATES.map((value) => ({ value, label: t(`inspection.state.${value}`) })),
        width: 108,
        filter: true,
        cell: (row) => <StateMark state={row.state} />,
      },
      whole('agents'),
      whole('answered'),
      whole('failed'),
      {
        kind: 'integer',
        key: 'redLines',
        header: t('patrol.column.redLines'),
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
      {
        kind: 'text',
        key: 'patrollerName',
        header: t('patrol.column.patrollerName'),
        value: (row) => row.patrollerName,
        width: 104,
      },
      {
        kind: 'text',
        key: 'branches',
        header: t('patrol.column.branches'),
        value: (row) => row.branches,
        width: 160,
        grow: true,
      },
      {
        kind: 'instant',
        key: 'submittedAt',
        header: t('patrol.column.submittedAt'),
        value: (row) => row.submittedAt,
        width: 148,
        hidden: true,
      },
    ] satisfies readonly Column<PatrolRow>[];
  }, [t]);
}
