// Feedback sorted: by kind and month, the Pareto of problem classes, by agent and team, answers in time.
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FEEDBACK_KINDS, type FeedbackAnalysis } from '../../../shared/contract/feedback.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { count, percent } from '../../format.ts';
import { DayRangeInputs } from '../responses/DayRangeInputs.tsx';
import { useDays } from '../responses/useDays.ts';
import { FeedbackTabs } from './FeedbackTabs.tsx';

type Row = FeedbackAnalysis['agents'][number];
const SCOPES = ['agents', 'teams'] as const;
type Scope = (typeof SCOPES)[number];

function useRateText() {
  const { t } = useTranslation();
  return ({ rate, low, high }: FeedbackAnalysis['onTime']): string =>
    rate === null || low === null || high === null
      ? ''
      : t('feedback.analysis.interval', { rate: percent(rate), low: percent(low), high: percent(high) });
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<Row>[]>(
    () => [
      {
        key: 'name',
        kind: 'text',
        header: t('feedback.analysis.name'),
        value: (r) => r.name || t('feedback.analysis.noTeam'),
        width: 140,
        pinned: true,
      },
      { key: 'detail', kind: 'text', header: t('feedback.analysis.belongs'), value: (r) => r.detail, width: 140 },
      { key: 'count', kind: 'integer', header: t('feedback.analysis.total'), value: (r) => r.count, width: 96 },
      ...FEEDBACK_KINDS.map((kind, at): Column<Row> => ({
        key: kind,
        kind: 'integer',
        header: t(`feedback.kind.${kind}`),
        value: (r) => r.kinds[at] ?? 0,
        width: 88,
      })),
      {
        key: 'onTime',
        kind: 'decimal',
        header: t('feedback.analysis.onTime'),
        value: (r) => r.onTime.rate,
        cell: ({ onTime: { rate, low, high } }) =>
          rate === null || low === null || high === null
            ? ''
            : t('feedback.analysis.interval', { rate: percent(rate), low: percent(low), high: percent(high) }),
        width: 200,
        grow: true,
        digits: 4,
      },
    ],
    [t],
  );
}

function Charts({ found }: { readonly found: FeedbackAnalysis }) {
  const { t } = useTranslation();
  const classWords = (key: string) => {
    const known = PROBLEM_CLASSES.find((one) => one === key);
    return known ? t(`words.problemClass.${known}`) : key;
  };
  return (
    <div className="chart-pair">
      <Chart
        title={t('feedback.analysis.pareto')}
        height={180}
        digits={0}
        spec={{
          kind: 'bar',
          min: 0,
          categories: found.classes.map(
            ({ key, cumulative }) => `${classWords(key)} (${t('feedback.analysis.cumulative')} ${percent(cumulative)})`,
          ),
          horizontal: true,
          series: [{ name: t('feedback.analysis.count'), values: found.classes.map((one) => one.count) }],
        }}
      />
      <Chart
        title={t('feedback.analysis.months')}
        height={180}
        digits={0}
        spec={{
          kind: 'bar',
          min: 0,
          categories: found.months.map(({ month }) => month),
          series: FEEDBACK_KINDS.map((kind, at) => ({
            name: t(`feedback.kind.${kind}`),
            values: found.months.map(({ counts }) => counts[at] ?? 0),
          })),
        }}
      />
    </div>
  );
}

export function AnalysisScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useDays(0);
  const [scope, setScope] = useState<Scope>('agents');
  const columns = useColumns();
  const rateText = useRateText();
  const found = useQuery(api.feedback.analysis.queryOptions({ input: days }));
  const data = found.data;
  const figures = data && [
    { label: t('feedback.analysis.total'), value: count(data.total) },
    ...data.kinds.map(({ count: one }, at) => ({
      label: t(`feedback.kind.${FEEDBACK_KINDS[at]!}`),
      value: count(one),
    })),
    { label: t('feedback.analysis.onTime'), value: rateText(data.onTime) || '–' },
    { label: t('feedback.analysis.overdue'), value: count(data.overdue) },
    { label: t('feedback.analysis.commendations'), value: count(data.commendations) },
  ];
  return (
    <Page fill>
      <PageHeader title={t('feedback.title')} detail={<FeedbackTabs open="analysis" />} />
      {figures && (
        <dl className="figure-row" aria-label={t('feedback.analysis.kinds')}>
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {data && data.total > 0 && <Charts found={data} />}
      <DataGrid<Row>
        name={`feedbackAnalysis.${scope}`}
        key={scope}
        title={t('feedback.analysis.table')}
        query={{ data: data?.[scope], error: found.error, refetch: found.refetch }}
        columns={columns}
        rowId={(row) => row.key}
        before={
          <>
            <DayRangeInputs days={days} onChange={setDays} />
            <Segmented<Scope>
              aria-label={t('feedback.analysis.by')}
              value={scope}
              options={SCOPES.map((value) => ({ value, label: t(`feedback.analysis.scope.${value}`) }))}
              onChange={setScope}
            />
          </>
        }
        empty={{ title: t('feedback.analysis.empty'), hint: t('feedback.analysis.emptyHint') }}
      />
    </Page>
  );
}
