// 改判率 of a branch and a period by criterion and by original assessor, with counts and Wilson's 95% intervals.
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OverturnRates } from '../../../shared/contract/appeal.ts';
import { api, type client } from '../../client.ts';
import { EmptyState, ErrorState, Loaded } from '../../components/states.tsx';
import { percent } from '../../format.ts';
import { useSpoken } from '../observation/language.ts';
import { PlaceBar } from '../report/PlaceBar.tsx';
import { useReportChoice } from '../report/useReportChoice.ts';

type Rate = OverturnRates['all'];

interface Line extends Rate {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

function RateTable({ title, head, lines }: { readonly title: string; readonly head: string; readonly lines: Line[] }) {
  const { t } = useTranslation();
  const right = { align: 'right' as const, width: 112 };
  return (
    <section aria-label={title} className="panel appeal-rates">
      <h2>{title}</h2>
      <Table<Line>
        size="small"
        pagination={false}
        dataSource={lines}
        columns={[
          { title: head, dataIndex: 'name', width: 160 },
          { title: t('appeal.rates.text'), dataIndex: 'detail' },
          { title: t('appeal.rates.decided'), dataIndex: 'decided', ...right },
          { title: t('appeal.rates.raised'), dataIndex: 'raised', ...right },
          {
            title: t('appeal.rates.rate'),
            key: 'rate',
            ...right,
            render: (_, row) => percent(row.raised / row.decided),
          },
          {
            ...{ title: t('appeal.rates.low'), key: 'low', ...right },
            render: (_, { interval }) => (interval ? percent(interval.low) : ''),
          },
          {
            ...{ title: t('appeal.rates.high'), key: 'high', ...right },
            render: (_, { interval }) => (interval ? percent(interval.high) : ''),
          },
        ]}
      />
    </section>
  );
}

function Rates({ rates }: { readonly rates: OverturnRates }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  if (rates.all.decided === 0) return <EmptyState title={t('appeal.rates.empty')} hint={t('appeal.rates.emptyHint')} />;
  return (
    <>
      <p>
        {t('appeal.rates.summary', { decided: rates.all.decided, raised: rates.all.raised })} ·{' '}
        {t('appeal.rates.intro')}
      </p>
      <RateTable
        title={t('appeal.rates.byCriterion')}
        head={t('appeal.rates.criterion')}
        lines={rates.byCriterion.map((one) => ({
          ...one,
          ...{ key: one.criterion, name: one.criterion, detail: spoken(one.text) },
        }))}
      />
      <RateTable
        title={t('appeal.rates.byAssessor')}
        head={t('appeal.rates.assessor')}
        lines={rates.byAssessor.map((one) => ({ ...one, key: one.assessorId, name: one.name, detail: '' }))}
      />
    </>
  );
}

/** The rates of a place; an empty branch or start is one that is not known yet. The page of calibration shows them too. */
export function OverturnOf({ place }: { readonly place: Parameters<typeof client.appeal.rates>[0] }) {
  const found = useQuery({
    ...api.appeal.rates.queryOptions({ input: place }),
    enabled: place.branchId !== '' && place.start !== '',
    staleTime: 0,
  });
  return <Loaded query={found}>{(rates) => <Rates rates={rates} />}</Loaded>;
}

export function OverturnTab() {
  const chosen = useReportChoice();
  const { branch, kind, period } = chosen;
  return (
    <>
      <PlaceBar place={chosen} />
      {chosen.error === null ? (
        <OverturnOf place={{ branchId: branch?.id ?? '', kind, start: period?.start ?? '' }} />
      ) : (
        <ErrorState error={chosen.error} onRetry={chosen.retry} />
      )}
    </>
  );
}
