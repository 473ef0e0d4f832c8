// Rates of replies, solutions and visits with their intervals, by agent, team or branch, and how long replies took.
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RESPONSE_BANDS, type Rate, type ResponseRates } from '../../../shared/contract/responses.ts';
import { api } from '../../client.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { count, percent, score } from '../../format.ts';
import { DayRangeInputs } from './DayRangeInputs.tsx';
import { ResponsesHeader } from './ResponsesHeader.tsx';
import { useDays } from './useDays.ts';

const SCOPES = ['agents', 'teams', 'branches'] as const;
type Scope = (typeof SCOPES)[number];

function rateText(t: TFunction, { rate, low, high }: Rate): string {
  if (rate === null || low === null || high === null) return '';
  return t('responses.statistics.interval', { rate: percent(rate), low: percent(low), high: percent(high) });
}

const RATES = ['reply24', 'solve48', 'visit'] as const;

function useColumns(scope: Scope): readonly Column<ResponseRates>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<ResponseRates>[]>(
    () => [
      {
        key: 'name',
        kind: 'text',
        header: t('responses.statistics.name'),
        value: (r) => r.name || t('responses.statistics.noTeam'),
        width: 110,
        pinned: true,
      },
      ...(scope === 'branches'
        ? []
        : [
            {
              key: 'detail',
              kind: 'text' as const,
              header: t('responses.statistics.belongs'),
              value: (r: ResponseRates) => r.detail,
              width: 120,
            },
          ]),
      {
        key: 'requests',
        kind: 'integer',
        header: t('responses.statistics.requests'),
        value: (r) => r.requests,
        width: 84,
      },
      ...RATES.flatMap((rate): Column<ResponseRates>[] => [
        {
          key: rate,
          kind: 'decimal',
          header: t(`responses.statistics.${rate}`),
          value: (r) => r[rate].rate,
          cell: (r) => rateText(t, r[rate]),
          width: 180,
          digits: 4,
        },
        {
          key: `${rate}Counts`,
          kind: 'text',
          header: `${t(`responses.statistics.${rate}`)} n`,
          value: (r) => t('responses.statistics.decided', { met: r[rate].met, decided: r[rate].decided }),
          width: 88,
          hidden: true,
        },
      ]),
      { key: 'visits', kind: 'integer', header: t('responses.statistics.visits'), value: (r) => r.visits, width: 84 },
      {
        key: 'median',
        kind: 'decimal',
        header: t('responses.statistics.median'),
        value: (r) => r.medianHours,
        width: 132,
        digits: 1,
      },
    ],
    [t, scope],
  );
}

export function StatisticsScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useDays(0);
  const [scope, setScope] = useState<Scope>('agents');
  const columns = useColumns(scope);
  const found = useQuery(api.responses.statistics.queryOptions({ input: days }));
  const whole = found.data?.whole;
  const bands = found.data?.bands;
  return (
    <Page fill>
      <ResponsesHeader open="statistics" />
      {whole && bands && (
        <div className="chart-pair">
          <dl className="figure-row">
            <div>
              <dt>{t('responses.statistics.requests')}</dt>
              <dd>{count(whole.requests)}</dd>
            </div>
            {RATES.map((rate) => (
              <div key={rate} title={t('responses.statistics.intervalHint')}>
                <dt>{t(`responses.statistics.${rate}`)}</dt>
                <dd>{rateText(t, whole[rate]) || '–'}</dd>
              </div>
            ))}
            <div>
              <dt>{t('responses.statistics.median')}</dt>
              <dd>{whole.medianHours === null ? '–' : score(whole.medianHours)}</dd>
            </div>
          </dl>
          {whole.requests > 0 && (
            <Chart
              title={t('responses.statistics.bandsTitle')}
              height={150}
              digits={0}
              spec={{
                kind: 'bar',
                min: 0,
                categories: RESPONSE_BANDS.map((band) => t(`responses.statistics.band.${band}`)),
                series: [
                  { name: t('responses.statistics.requestsSeries'), values: RESPONSE_BANDS.map((band) => bands[band]) },
                ],
              }}
            />
          )}
        </div>
      )}
      <DataGrid<ResponseRates>
        name={`responseRates.${scope}`}
        key={scope}
        title={t('responses.statistics.table')}
        query={{ data: found.data?.[scope], error: found.error, refetch: found.refetch }}
        columns={columns}
        rowId={(row) => row.key}
        before={
          <>
            <DayRangeInputs days={days} onChange={setDays} />
            <Segmented<Scope>
              aria-label={t('responses.statistics.by')}
              value={scope}
              options={SCOPES.map((value) => ({ value, label: t(`responses.statistics.scope.${value}`) }))}
              onChange={setScope}
            />
          </>
        }
        foot={<span>{t('responses.statistics.intervalHint')}</span>}
        empty={{ title: t('responses.statistics.empty'), hint: t('responses.statistics.emptyHint') }}
      />
    </Page>
  );
}
