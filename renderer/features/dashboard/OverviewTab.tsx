// Composite and indicators over eight periods, teams by indicator, customer satisfaction, response times.
import { useTranslation } from 'react-i18next';
import { RESPONSE_BANDS, type Rate } from '../../../shared/contract/responses.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import type { TeamMeans } from '../../../shared/contract/dashboard.ts';
import { Chart, type ChartPick } from '../../components/chart/Chart.tsx';
import { percent, score } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import type { TabProps } from './DashboardsScreen.tsx';
import { OpenRows } from './OpenRows.tsx';

const BANDS = ['b0', 'b1', 'b2', 'b3', 'b4'] as const;
const HEIGHT = 192;

export function OverviewTab({ data, onRows }: TabProps) {
  const { t } = useTranslation();
  const { trend, teams, csi, responses, model } = data;
  const periods = trend.map(({ period }) => periodName(t, period));
  const agentRows = <OpenRows onOpen={() => onRows({ what: 'agents' })} />;
  // The branch is said where there is more than one: an axis has room for about six characters.
  const oneBranch = new Set(teams.map(({ branchName }) => branchName)).size === 1;
  const nameOf = ({ branchName, team }: TeamMeans) => {
    const own = team || t('dashboard.noTeam');
    return oneBranch ? own : t('dashboard.team', { branch: branchName, team: own });
  };
  const openPeriod = ({ category }: ChartPick) => {
    const point = trend[category];
    if (point) onRows({ what: 'agents', period: point.period });
  };
  const rate = ({ rate: one }: Rate) => (one === null ? t('dashboard.noRate') : percent(one));
  return (
    <div className="dashboard">
      <section className="panel">
        <Chart
          titled
          title={t('dashboard.trend')}
          height={HEIGHT}
          actions={agentRows}
          onPick={openPeriod}
          spec={{
            ...{ kind: 'line', min: 0, max: 100, categories: periods },
            series: [{ name: t('dashboard.composite'), values: trend.map(({ composite }) => composite) }],
          }}
        />
        <p className="dashboard-line">
          {t('dashboard.basis', { version: model.version, agents: trend.at(-1)?.agents ?? 0 })}
        </p>
      </section>
      <section className="panel dashboard-wide">
        <Chart
          titled
          title={t('dashboard.indicators')}
          height={HEIGHT + 24}
          actions={agentRows}
          onPick={openPeriod}
          spec={{
            ...{ kind: 'line', min: 0, max: 100, categories: periods },
            series: INDICATORS.map((name) => ({
              name: t(`words.indicator.${name}`),
              values: trend.map(({ indicators }) => indicators[name]),
            })),
          }}
        />
      </section>
      <section className="panel dashboard-wide">
        <Chart
          titled
          title={t('dashboard.heat')}
          height={Math.max(HEIGHT + 24, teams.length * 28 + 56)}
          actions={agentRows}
          onPick={({ category, series }) => {
            const [team, name] = [series === null ? undefined : teams[series], INDICATORS[category]];
            if (team && name) onRows({ what: 'agents', team, of: `${nameOf(team)} · ${t(`words.indicator.${name}`)}` });
          }}
          spec={{
            ...{ kind: 'heat', min: 0, max: 100 },
            categories: INDICATORS.map((name) => t(`words.indicator.${name}`)),
            series: teams.map((team) => ({
              name: nameOf(team),
              values: INDICATORS.map((name) => team.indicators[name]),
            })),
          }}
        />
      </section>
      <div className="dashboard-pair">
        <section className="panel">
          <Chart
            titled
            title={t('dashboard.csi')}
            height={100}
            digits={0}
            actions={<OpenRows onOpen={() => onRows({ what: 'surveys' })} />}
            onPick={({ category }) => {
              const band = BANDS[category];
              if (band) onRows({ what: 'surveys', bar: String(category), of: t(`dashboard.band.${band}`) });
            }}
            spec={{
              kind: 'bar',
              categories: BANDS.map((band) => t(`dashboard.band.${band}`)),
              series: csi.bands ? [{ name: t('dashboard.surveys'), values: csi.bands }] : [],
            }}
          />
          <p className="dashboard-line">
            {csi.csi
              ? t('dashboard.csiMean', { mean: score(csi.csi.mean), surveys: csi.surveys })
              : t('dashboard.csiFew', { surveys: csi.surveys, least: csi.least })}
          </p>
        </section>
        <section className="panel">
          <Chart
            titled
            title={t('dashboard.responses')}
            height={100}
            digits={0}
            actions={<OpenRows onOpen={() => onRows({ what: 'requests' })} />}
            onPick={({ category }) => {
              const band = RESPONSE_BANDS[category];
              if (band) onRows({ what: 'requests', bar: band, of: t(`dashboard.hours.${band}`) });
            }}
            spec={{
              kind: 'bar',
              categories: RESPONSE_BANDS.map((band) => t(`dashboard.hours.${band}`)),
              series:
                responses.requests === 0
                  ? []
                  : [{ name: t('dashboard.requests'), values: RESPONSE_BANDS.map((band) => responses.bands[band]) }],
            }}
          />
          <p className="dashboard-line">
            {t('dashboard.responsesLine', {
              ...{ reply: rate(responses.reply24), solve: rate(responses.solve48), visit: rate(responses.visit) },
            })}{' '}
            <button type="button" className="dashboard-link" onClick={() => onRows({ what: 'visits' })}>
              {t('dashboard.row.visits')}
            </button>
          </p>
        </section>
      </div>
    </div>
  );
}
