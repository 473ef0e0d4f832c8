// 投诉统计 (6.5): rates for what was done, on-time and repeat rates with their intervals, Pareto of causes, by branch, team, agent, month.
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS, type LimitName } from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintFigures, ComplaintStatistics, PerRate } from '../../../shared/contract/complaintStatistics.ts';
import type { Rate } from '../../../shared/contract/responses.ts';
import { api } from '../../client.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { count, percent } from '../../format.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { DayRangeInputs } from '../responses/DayRangeInputs.tsx';
import { useDays } from '../responses/useDays.ts';
import { ComplaintTabs } from './ComplaintTabs.tsx';
import './complaint.css';

const SCOPES = ['branches', 'teams', 'agents', 'months'] as const;
type Scope = (typeof SCOPES)[number];
const UPHELD = ['minor', 'ordinary', 'serious'] as const;

/** Rates with their interval in words; a dash where nothing is known. */
function useRates() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      share: ({ rate, low, high }: Rate): string =>
        rate === null || low === null || high === null
          ? '–'
          : t('complaint.statistics.interval', { rate: percent(rate), low: percent(low), high: percent(high) }),
      per: ({ base, rate, low, high }: PerRate): string => {
        if (base === null) return t('complaint.statistics.noBase');
        if (rate === null || low === null || high === null) return '–';
        const said = [rate, low, high].map((value) => value.toFixed(2));
        return t('complaint.statistics.interval', { rate: said[0] ?? '', low: said[1] ?? '', high: said[2] ?? '' });
      },
    }),
    [t],
  );
}

function useColumns(): readonly Column<ComplaintFigures>[] {
  const { t } = useTranslation();
  const rates = useRates();
  return useMemo<readonly Column<ComplaintFigures>[]>(() => {
    const number = (
      key: 'total' | 'open' | 'major' | 'withdrawn',
      value: (row: ComplaintFigures) => number,
    ): Column<ComplaintFigures> => ({
      ...{ key, kind: 'integer', header: t(`complaint.statistics.${key}`), value, width: 66 },
    });
    const per = (key: 'perServices' | 'perPolicies' | 'perClients'): Column<ComplaintFigures> => ({
      ...{ key, kind: 'decimal', header: t(`complaint.statistics.${key}`), value: (r) => r[key].rate },
      ...{ cell: (r) => rates.per(r[key]), width: 172, hidden: key !== 'perServices' },
    });
    const onTime = (limit: LimitName): Column<ComplaintFigures> => ({
      key: `onTime.${limit}`,
      kind: 'decimal',
      header: `${t('complaint.statistics.onTime')} · ${limit === 'decision' ? t('complaint.limit.decisionShort') : t(`complaint.limit.${limit}`)}`,
      value: (r) => r.onTime[limit].rate,
      cell: (r) => rates.share(r.onTime[limit]),
      ...{ width: 192, digits: 4, hidden: limit !== 'handling' && limit !== 'decision' },
    });
    return [
      {
        key: 'name',
        kind: 'text',
        header: t('complaint.statistics.name'),
        value: (r) => r.name,
        width: 96,
        pinned: true,
      },
      { key: 'detail', kind: 'text', header: t('complaint.statistics.detail'), value: (r) => r.detail, width: 88 },
      number('total', (r) => r.complaints),
      number('open', (r) => r.open),
      {
        ...{ key: 'upheld', kind: 'integer', header: t('complaint.statistics.upheld'), width: 66 },
        value: upheldOf,
      },
      { ...number('major', (r) => r.major), hidden: true },
      { ...number('withdrawn', (r) => r.withdrawn), hidden: true },
      per('perServices'),
      per('perPolicies'),
      per('perClients'),
      ...LIMITS.map(onTime),
      {
        ...{ key: 'repeat', kind: 'decimal', header: t('complaint.statistics.repeat'), digits: 4, width: 192 },
        value: (r) => r.repeat.rate,
        cell: (r) => rates.share(r.repeat),
      },
      {
        ...{
          key: 'median',
          kind: 'decimal',
          header: t('complaint.statistics.median'),
          digits: 1,
          width: 84,
          hidden: true,
        },
        value: (r) => r.medianDays,
      },
    ];
  }, [t, rates]);
}

/** Bars that fit beside each other with their names. */
const BARS = 10;
const upheldOf = ({ conclusions }: ComplaintFigures): number => UPHELD.reduce((sum, one) => sum + conclusions[one], 0);

function Charts({ found, scope }: { readonly found: ComplaintStatistics; readonly scope: Scope }) {
  const { t } = useTranslation();
  const pareto = (rows: readonly { readonly count: number; readonly cumulative: number }[]) => [
    { name: t('complaint.statistics.count'), values: rows.map((row) => row.count) },
    { name: t('complaint.statistics.cumulative'), values: rows.map((row) => row.cumulative * 100) },
  ];
  // Of the branches where the table is by month, which has a chart of its own.
  const by = scope === 'months' ? 'branches' : scope;
  const most = found[by].slice(0, BARS);
  return (
    <div className="complaint-charts">
      <Chart
        title={t('complaint.statistics.causes')}
        titled
        height={170}
        digits={0}
        spec={{
          kind: 'pareto',
          categories: found.causes.map(({ key }) => t(`complaint.cause.${key}`)),
          series: pareto(found.causes),
        }}
      />
      <Chart
        title={t('complaint.statistics.months')}
        titled
        height={170}
        digits={0}
        spec={{
          kind: 'bar',
          min: 0,
          categories: found.months.map(({ key }) => key),
          series: [
            { name: t('complaint.statistics.count'), values: found.months.map((month) => month.complaints) },
            { name: t('complaint.statistics.upheld'), values: found.months.map(upheldOf) },
          ],
        }}
      />
      <Chart
        title={t('complaint.statistics.most', { by: t(`complaint.statistics.scope.${by}`), count: most.length })}
        titled
        height={170}
        digits={0}
        spec={{
          kind: 'bar',
          min: 0,
          categories: most.map(({ name, detail }) => name || detail),
          series: [
            { name: t('complaint.statistics.count'), values: most.map((one) => one.complaints) },
            { name: t('complaint.statistics.upheld'), values: most.map(upheldOf) },
          ],
        }}
      />
    </div>
  );
}

function Figures({ whole }: { readonly whole: ComplaintFigures }) {
  const { t } = useTranslation();
  const rates = useRates();
  const { satisfaction, medianDays, onTime } = whole;
  const figures = [
    { label: t('complaint.statistics.total'), value: count(whole.complaints) },
    { label: t('complaint.statistics.open'), value: count(whole.open) },
    { label: t('complaint.statistics.perServices'), value: rates.per(whole.perServices) },
    { label: t('complaint.statistics.perPolicies'), value: rates.per(whole.perPolicies) },
    { label: t('complaint.statistics.perClients'), value: rates.per(whole.perClients) },
    {
      label: `${t('complaint.statistics.onTime')} · ${t('complaint.limit.handling')}`,
      value: rates.share(onTime.handling),
    },
    {
      label: `${t('complaint.statistics.onTime')} · ${t('complaint.limit.decisionShort')}`,
      value: rates.share(onTime.decision),
    },
    { label: t('complaint.statistics.repeat'), value: rates.share(whole.repeat) },
    { label: t('complaint.statistics.sentBack'), value: rates.share(whole.sentBack) },
    {
      label: t('complaint.statistics.satisfaction'),
      value: satisfaction.mean === null ? '–' : satisfaction.mean.toFixed(2),
    },
    { label: t('complaint.statistics.median'), value: medianDays === null ? '–' : medianDays.toFixed(1) },
  ];
  return (
    <dl className="figure-row complaint-figures" aria-label={t('complaint.statistics.figures')}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function StatisticsScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useDays(0);
  const [branchId, setBranchId] = useState<string | null>(null);
  const [scope, setScope] = useState<Scope>('agents');
  const columns = useColumns();
  const found = useQuery({
    ...api.complaint.statistics.queryOptions({ input: { ...days, branchId } }),
    placeholderData: (before) => before,
  });
  const data = found.data;
  return (
    <Page>
      <PageHeader title={t('complaint.title')} detail={<ComplaintTabs open="statistics" />} />
      <div className="complaint-bar">
        <DayRangeInputs days={days} onChange={setDays} />
        <BranchSelect
          aria-label={t('complaint.field.branch')}
          placeholder={t('complaint.list.branch')}
          allowClear
          value={branchId}
          onChange={setBranchId}
        />
      </div>
      {data && <Figures whole={data.whole} />}
      {data && data.whole.complaints > 0 && <Charts found={data} scope={scope} />}
      <DataGrid<ComplaintFigures>
        name={`complaintStatistics.${scope}`}
        key={scope}
        title={t('complaint.statistics.table')}
        query={{ data: data?.whole.complaints === 0 ? [] : data?.[scope], error: found.error, refetch: found.refetch }}
        columns={columns}
        rowId={(row) => row.key}
        height="320px"
        before={
          <Segmented<Scope>
            aria-label={t('complaint.statistics.by')}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: t(`complaint.statistics.scope.${value}`) }))}
            onChange={setScope}
          />
        }
        empty={{ title: t('complaint.statistics.empty'), hint: t('complaint.statistics.emptyHint') }}
      />
    </Page>
  );
}
