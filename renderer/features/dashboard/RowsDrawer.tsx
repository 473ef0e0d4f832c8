// The rows behind a chart in a drawer: agents with their figures, or pieces of evidence that lead to their records.
import { Drawer } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  TREND_PERIODS,
  type AgentFigures,
  type BranchDashboard,
  type DashboardEvidence,
  type DashboardRow,
  type DashboardRows,
  type TeamMeans,
} from '../../../shared/contract/dashboard.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { GRADES, INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { client } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { count } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { ReadingState } from './ReadingState.tsx';
import { useReading } from './useReading.ts';
import { useRowColumns } from './useRowColumns.ts';

/** Whose rows are open. */
export interface Opened {
  readonly what: DashboardRows | 'agents';
  /** Of a point in time; the shown period without. */
  readonly period?: PeriodDays;
  /** Of a bar alone. */
  readonly bar?: string;
  /** Of a team alone. */
  readonly team?: Pick<TeamMeans, 'branchName' | 'team'>;
  /** What was clicked, in words. */
  readonly of?: string;
}

export interface RowsDrawerProps {
  readonly data: BranchDashboard;
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

export function RowsDrawer({ data, opened, onClose }: RowsDrawerProps) {
  const { t } = useTranslation();
  const titles: Readonly<Record<Opened['what'], string>> = {
    agents: t('dashboard.agentRows'),
    failing: t('dashboard.failing'),
    control: t('dashboard.control'),
    problems: t('dashboard.problems'),
    surveys: t('dashboard.csi'),
    requests: t('dashboard.responses'),
    visits: t('dashboard.row.visits'),
  };
  const period = opened?.period ?? data.period;
  const over = opened?.what === 'control' ? t('dashboard.allPeriods', { count: TREND_PERIODS }) : periodName(t, period);
  const title = opened ? [titles[opened.what], opened.of, over].filter(Boolean).join(' · ') : '';
  return (
    <Drawer
      open={opened !== null}
      onClose={onClose}
      size={960}
      title={title}
      destroyOnHidden
      className="dashboard-rows"
    >
      {opened?.what === 'agents' && <AgentRows data={data} opened={opened} title={title} onClose={onClose} />}
      {opened && opened.what !== 'agents' && (
        <EvidenceRows
          branchId={data.branchId}
          period={period}
          what={opened.what}
          bar={opened.bar ?? null}
          title={title}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

interface AgentRowsProps {
  readonly data: BranchDashboard;
  readonly opened: Opened;
  readonly title: string;
  readonly onClose: () => void;
}

/** The agents of the shown period are there already; those of an earlier one are scored for it. */
function AgentRows({ data, opened, title, onClose }: AgentRowsProps) {
  const { branchId, period } = data;
  const { kind, start } = opened.period ?? period;
  const shown = start === period.start;
  const reading = useReading<AgentFigures[]>(shown ? null : ['agents', branchId, kind, start], (how) =>
    client.dashboard.agents({ branchId, kind, start }, how),
  );
  const agents = shown ? data.agents : reading.query.data;
  if (agents === undefined) return <ReadingState reading={reading} onCancel={onClose} />;
  const { team } = opened;
  const rows = team ? agents.filter((one) => one.team === team.team && one.branchName === team.branchName) : agents;
  return <AgentGrid agents={rows} title={title} />;
}

function AgentGrid({ agents, title }: { readonly agents: readonly AgentFigures[]; readonly title: string }) {
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
      query={{ data: agents, error: null }}
      columns={columns}
      rowId={(row) => row.agentId}
      onOpen={(row) => void navigate(`/people/${row.agentId}?tab=score`)}
      empty={{ title: t('dashboard.row.empty'), hint: t('dashboard.row.emptyHint') }}
    />
  );
}

interface EvidenceRowsProps {
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly what: DashboardRows;
  readonly bar: string | null;
  readonly title: string;
  readonly onClose: () => void;
}

function EvidenceRows({ branchId, period: { kind, start }, what, bar, title, onClose }: EvidenceRowsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reading = useReading<DashboardEvidence>(['rows', branchId, kind, start, what, bar], (how) =>
    client.dashboard.rows({ branchId, kind, start, what, bar }, how),
  );
  const columns = useRowColumns(what);
  const { data, error, refetch } = reading.query;
  if (data === undefined && error === null) return <ReadingState reading={reading} onCancel={onClose} />;
  return (
    <DataGrid<DashboardRow>
      name={`dashboard.${what}`}
      title={title}
      query={{ data: data?.rows, error, refetch }}
      columns={columns}
      rowId={(row) => row.key}
      onOpen={(row) => {
        const to = recordAddress(row.record);
        if (to !== undefined) void navigate(to);
      }}
      foot={
        data !== undefined &&
        data.rows.length < data.total && (
          <span>{t('dashboard.row.cut', { shown: count(data.rows.length), total: count(data.total) })}</span>
        )
      }
      empty={{ title: t('dashboard.row.empty'), hint: t('dashboard.row.emptyHint') }}
    />
  );
}
