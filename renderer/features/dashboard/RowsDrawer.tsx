// The rows behind a chart in a drawer: agents with their figures, or pieces of evidence that lead to their records.
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AgentFigures, BranchDashboard, DashboardRow, DashboardRows } from '../../../shared/contract/dashboard.ts';
import { GRADES, INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { count } from '../../format.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { useRowColumns } from './useRowColumns.ts';

/** Whose rows are open. */
export type Opened = DashboardRows | 'agents';

export interface RowsDrawerProps {
  readonly data: BranchDashboard;
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

export function RowsDrawer({ data, opened, onClose }: RowsDrawerProps) {
  const { t } = useTranslation();
  const titles: Readonly<Record<Opened, string>> = {
    agents: t('dashboard.heat'),
    failing: t('dashboard.failing'),
    control: t('dashboard.control'),
    problems: t('dashboard.problems'),
    surveys: t('dashboard.csi'),
    requests: t('dashboard.responses'),
    visits: t('dashboard.row.visits'),
  };
  return (
    <Drawer
      open={opened !== null}
      onClose={onClose}
      size={960}
      title={opened && titles[opened]}
      destroyOnHidden
      className="dashboard-rows"
    >
      {opened === 'agents' && <AgentRows data={data} title={titles.agents} />}
      {opened !== null && opened !== 'agents' && <EvidenceRows data={data} what={opened} title={titles[opened]} />}
    </Drawer>
  );
}

function AgentRows({ data, title }: { readonly data: BranchDashboard; readonly title: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo<readonly Column<AgentFigures>[]>(
    () => [
      { key: 'number', kind: 'text', header: t('dashboard.row.number'), value: (row) => row.employeeNumber, width: 96 },
      { key: 'agent', kind: 'text', header: t('dashboard.row.agent'), value: (row) => row.agentName, width: 104 },
      { key: 'branch', kind: 'text', header: t('dashboard.row.branch'), value: (row) => row.branchName, hidden: true },
      { key: 'team', kind: 'text', header: t('dashboard.row.team'), value: (row) => row.team, width: 96 },
      {
        ...{ key: 'composite', kind: 'decimal', header: t('dashboard.row.composite'), width: 104 },
        value: (row) => row.composite,
      },
      { key: 'graded', kind: 'decimal', header: t('dashboard.row.graded'), value: (row) => row.graded, hidden: true },
      {
        ...{ key: 'grade', kind: 'choice', header: t('dashboard.row.grade'), width: 104, filter: true },
        value: (row) => row.grade,
        options: GRADES.map((value) => ({ value, label: t(`words.grade.${value}`) })),
      },
      {
        key: 'sessions',
        kind: 'integer',
        header: t('dashboard.row.sessions'),
        value: (row) => row.sessions,
        width: 96,
      },
      ...INDICATORS.map((name): Column<AgentFigures> => ({
        ...{ key: name, kind: 'decimal', header: t(`words.indicator.${name}`), width: 112 },
        value: (row) => row.indicators[name],
      })),
    ],
    [t],
  );
  return (
    <DataGrid<AgentFigures>
      name="dashboard.agents"
      title={title}
      query={{ data: data.agents, error: null }}
      columns={columns}
      rowId={(row) => row.agentId}
      onOpen={(row) => void navigate(`/people/${row.agentId}?tab=score`)}
      empty={{ title: t('dashboard.row.empty'), hint: t('dashboard.row.emptyHint') }}
    />
  );
}

interface EvidenceRowsProps {
  readonly data: BranchDashboard;
  readonly what: DashboardRows;
  readonly title: string;
}

function EvidenceRows({ data, what, title }: EvidenceRowsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { branchId, period } = data;
  const rows = useQuery({
    ...api.dashboard.rows.queryOptions({ input: { branchId, kind: period.kind, start: period.start, what } }),
    staleTime: 0,
  });
  const columns = useRowColumns(what);
  const cut = rows.data !== undefined && rows.data.rows.length < rows.data.total;
  return (
    <DataGrid<DashboardRow>
      name={`dashboard.${what}`}
      title={title}
      query={{ data: rows.data?.rows, error: rows.error, refetch: rows.refetch }}
      columns={columns}
      rowId={(row) => row.key}
      onOpen={(row) => {
        const to = recordAddress(row.record);
        if (to !== undefined) void navigate(to);
      }}
      foot={
        cut && (
          <span>{t('dashboard.row.cut', { shown: count(rows.data.rows.length), total: count(rows.data.total) })}</span>
        )
      }
      empty={{ title: t('dashboard.row.empty'), hint: t('dashboard.row.emptyHint') }}
    />
  );
}
