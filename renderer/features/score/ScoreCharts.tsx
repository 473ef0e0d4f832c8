// Indicators as a radar against the branch, and the composites of the last periods.
import { useTranslation } from 'react-i18next';
import type { AgentScore } from '../../../shared/contract/score.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { periodName } from './periodName.ts';

export function ScoreCharts({ score: { result, branch, history } }: { readonly score: AgentScore }) {
  const { t } = useTranslation();
  // An indicator that nobody has evidence for would be drawn as an axis without meaning; a radar wants three.
  const known = INDICATORS.filter((one) => result.indicators[one] !== null || branch.indicators[one] !== null);
  const axes = known.length < 3 ? INDICATORS : known;
  return (
    <div className="score-charts">
      <section className="score-panel">
        <Chart
          title={t('score.radar')}
          height={300}
          spec={{
            kind: 'radar',
            max: 100,
            categories: axes.map((one) => t(`words.indicator.${one}`)),
            series: [
              { name: t('score.agent'), values: axes.map((one) => result.indicators[one]) },
              {
                name: t('score.branch', { branch: branch.name, agents: branch.agents }),
                values: axes.map((one) => branch.indicators[one]),
              },
            ],
          }}
        />
      </section>
      <section className="score-panel">
        <Chart
          title={t('score.trend')}
          height={220}
          spec={{
            kind: 'line',
            min: 0,
            max: 100,
            categories: history.map(({ period }) => periodName(t, period.kind, period.start)),
            series: [{ name: t('score.composite'), values: history.map(({ composite }) => composite) }],
          }}
        />
      </section>
    </div>
  );
}
