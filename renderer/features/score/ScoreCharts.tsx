// Indicators as a radar against the branch, and the composites of the last periods.
import { useTranslation } from 'react-i18next';
import type { AgentScore } from '../../../shared/contract/score.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { periodName } from '../../periodName.ts';

export function ScoreCharts({ score: { result, branch, history } }: { readonly score: AgentScore }) {
  const { t } = useTranslation();
  const without = INDICATORS.filter((one) => result.indicators[one] === null);
  return (
    <div className="score-charts">
      <section className="score-panel">
        <Chart
          title={t('score.radar')}
          height={300}
          spec={{
            kind: 'radar',
            max: 100,
            categories: INDICATORS.map((one) => t(`words.indicator.${one}`)),
            series: [
              { name: t('score.agent'), values: INDICATORS.map((one) => result.indicators[one]) },
              {
                name: t('score.branch', { branch: branch.name, agents: branch.agents }),
                values: INDICATORS.map((one) => branch.indicators[one]),
              },
            ],
          }}
        />
        {without.length > 0 && (
          <p className="score-without">
            {t('score.without', {
              indicators: without.map((one) => t(`words.indicator.${one}`)).join(t('observation.comma')),
            })}
          </p>
        )}
      </section>
      <section className="score-panel">
        <Chart
          title={t('score.trend')}
          height={220}
          spec={{
            kind: 'line',
            min: 0,
            max: 100,
            categories: history.map(({ period }) => periodName(t, period)),
            series: [{ name: t('score.composite'), values: history.map(({ composite }) => composite) }],
          }}
        />
      </section>
    </div>
  );
}
