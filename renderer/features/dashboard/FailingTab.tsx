// Where checks fail most, which classes of problems were found, and whether the failing rate varies more than chance.
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from '../../components/chart/Chart.tsx';
import { pareto, type Share } from '../../../shared/domain/dashboard/pareto.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { periodName } from '../../periodName.ts';
import type { TabProps } from './DashboardsScreen.tsx';
import { OpenRows } from './OpenRows.tsx';

/** Bars that can be told apart; the rest is in the rows. */
const SHOWN = 12;
const inPercent = (share: number | null): number | null => (share === null ? null : share * 100);

export function FailingTab({ data: { failing, problems, control }, onRows }: TabProps) {
  const { t } = useTranslation();
  const chart = <Item,>(name: string, ranked: readonly Share<Item>[], label: (item: Item) => string): ChartSpec => ({
    kind: 'pareto',
    categories: ranked.slice(0, SHOWN).map(({ item }) => label(item)),
    series: [
      { name, values: ranked.slice(0, SHOWN).map(({ count }) => count) },
      { name: t('dashboard.cumulative'), values: ranked.slice(0, SHOWN).map(({ cumulative }) => cumulative * 100) },
    ],
  });
  const criteria = pareto(failing, ({ failed }) => failed);
  const classes = pareto(problems, ({ observation, record, patrol }) => observation + record + patrol);
  const classWord = (name: ProblemClass | null): string =>
    name === null ? t('dashboard.unclassed') : t(`words.problemClass.${name}`);
  const { points, centre } = control;
  return (
    <div className="dashboard dashboard-failing">
      <section className="panel">
        <Chart
          titled
          title={t('dashboard.failing')}
          height={232}
          digits={0}
          actions={<OpenRows onOpen={() => onRows({ what: 'failing' })} />}
          onPick={({ category }) => {
            const one = criteria[category]?.item;
            if (one) onRows({ what: 'failing', bar: `${one.source} ${one.criterion}`, of: one.criterion });
          }}
          spec={chart(t('dashboard.failed'), criteria, ({ criterion }) => criterion)}
        />
      </section>
      <section className="panel">
        <Chart
          titled
          title={t('dashboard.problems')}
          height={232}
          digits={0}
          actions={<OpenRows onOpen={() => onRows({ what: 'problems' })} />}
          onPick={({ category }) => {
            const one = classes[category]?.item;
            if (one) onRows({ what: 'problems', bar: one.class ?? 'none', of: classWord(one.class) });
          }}
          spec={chart(t('dashboard.problem'), classes, (one) => classWord(one.class))}
        />
      </section>
      <section className="panel dashboard-whole">
        <Chart
          titled
          title={t('dashboard.control')}
          height={220}
          actions={<OpenRows onOpen={() => onRows({ what: 'control' })} />}
          onPick={({ category }) => {
            const point = points[category];
            if (point) onRows({ what: 'failing', period: point.period });
          }}
          spec={{
            kind: 'line',
            min: 0,
            categories: points.map(({ period }) => periodName(t, period)),
            series: [
              { name: t('dashboard.rate'), values: points.map(({ rate }) => inPercent(rate)) },
              { name: t('dashboard.upper'), values: points.map(({ high }) => inPercent(high)), quiet: true },
              { name: t('dashboard.lower'), values: points.map(({ low }) => inPercent(low)), quiet: true },
              {
                name: t('dashboard.centre'),
                values: points.map(({ rate }) => (rate === null ? null : inPercent(centre))),
                quiet: true,
              },
            ],
            words: {
              name: t('dashboard.readingTitle'),
              values: points.map(({ reading }) => t(`dashboard.readings.${reading}`)),
            },
          }}
        />
        <p className="dashboard-line">{t('dashboard.controlHint')}</p>
      </section>
    </div>
  );
}
