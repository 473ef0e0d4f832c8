// The period so far: coverage against the goal of 92% (8.1), sessions done, agents without evidence.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Home } from '../../../shared/contract/home.ts';
import { agentsFor } from '../../../shared/domain/plan/coverage.ts';
import { useAccount } from '../../account.ts';
import { EmptyState } from '../../components/states.tsx';
import { count, percent } from '../../format.ts';
import { periodName } from '../../periodName.ts';

const PARTS = 100;

export function PeriodBlock({
  period,
  unobserved,
}: Pick<Home, 'unobserved'> & { readonly period: NonNullable<Home['period']> }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const { agents, observed, goal, sessions } = period;
  const heading = (
    <h2 id="home-period">
      {t('home.period', { period: periodName(t, period) })}
      {may('report.export') && (
        <span className="home-more">
          <Link to="/reports">{t('home.report')}</Link>
        </span>
      )}
    </h2>
  );
  if (agents === 0)
    return (
      <section className="panel home-block" aria-labelledby="home-period">
        {heading}
        <EmptyState
          title={t('home.noAgents')}
          hint={t('home.noAgentsHint')}
          action={may('agents.manage') && <Link to="/people/roster">{t('home.importRoster')}</Link>}
        />
      </section>
    );
  const share = Math.min(1, observed / agents);
  const short = Math.max(0, agentsFor(goal, agents) - observed);
  const aim = percent(goal);
  const more = agents - observed - unobserved.length;
  const words =
    short === 0 ? t('home.coverageMet', { goal: aim }) : t('home.coverageMissing', { goal: aim, count: short });
  return (
    <section className="panel home-block" aria-labelledby="home-period">
      {heading}
      <div className="home-figures">
        <div>
          <span className="home-label">{t('home.coverage')}</span>
          <span className="home-figure">{percent(share)}</span>
          <span>{t('home.coverageOf', { observed: count(observed), agents: count(agents) })}</span>
          <span className="home-label">{words}</span>
        </div>
        <div>
          <span className="home-label">{t('home.sessions')}</span>
          <span className="home-figure">{count(sessions)}</span>
        </div>
      </div>
      <div
        className="home-gauge"
        role="meter"
        aria-label={t('home.coverage')}
        aria-valuemin={0}
        aria-valuemax={PARTS}
        aria-valuenow={Math.round(share * PARTS)}
        aria-valuetext={`${percent(share)}, ${words}`}
      >
        <svg viewBox={`0 0 ${PARTS} 8`} preserveAspectRatio="none" aria-hidden>
          <rect className="home-gauge-ground" width={PARTS} height="8" />
          <rect className={short === 0 ? 'home-gauge-met' : 'home-gauge-now'} width={share * PARTS} height="8" />
          <rect className="home-gauge-goal" x={goal * PARTS - 0.2} width="0.4" height="8" />
        </svg>
        <span className="home-gauge-label">{t('home.goal', { goal: aim })}</span>
      </div>
      <h3 className="home-label">{t('home.unobserved')}</h3>
      {unobserved.length === 0 ? (
        <p className="home-none">{t('home.unobservedNone')}</p>
      ) : (
        <ul className="home-people">
          {unobserved.map(({ id, name, employeeNumber, team }) => (
            <li key={id}>
              <Link
                to={may('observation.write') ? `/observations/start?agent=${id}` : `/people/${id}`}
                title={`${employeeNumber} ${team}`}
                {...(may('observation.write') ? { 'aria-label': t('home.observe', { name }) } : {})}
              >
                {name}
              </Link>
            </li>
          ))}
          {more > 0 && (
            <li>
              <Link to="/people">{t('home.unobservedMore', { count: more })}</Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
