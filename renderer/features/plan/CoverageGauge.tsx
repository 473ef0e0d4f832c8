// Coverage against its goal (8.1), as of now and as planned, in one bar and in words.
import { useTranslation } from 'react-i18next';
import type { TeamCoverage } from '../../../shared/contract/plan.ts';
import { agentsFor } from '../../../shared/domain/plan/coverage.ts';
import { percent } from '../../format.ts';
import './plan.css';

export interface CoverageGaugeProps {
  readonly coverage: Pick<TeamCoverage, 'agents' | 'observed' | 'planned'>;
  /** 0..1 */
  readonly goal: number;
  readonly label: string;
  /** Without the words beside the bar, for a row of a table that has them. */
  readonly bare?: boolean;
}

const PARTS = 100;

export function CoverageGauge({ coverage, goal, label, bare = false }: CoverageGaugeProps) {
  const { t } = useTranslation();
  const { agents, observed, planned } = coverage;
  if (agents === 0) return <span className="plan-quiet">{t('plan.coverage.none')}</span>;
  const [now, then] = [observed / agents, planned / agents];
  const needed = agentsFor(goal, agents);
  const short = needed - planned;
  const verdict =
    observed >= needed
      ? t('plan.coverage.met')
      : short <= 0
        ? t('plan.coverage.willMeet')
        : t('plan.coverage.short', { count: short });
  const words = [
    t('plan.coverage.now', { share: percent(now) }),
    t('plan.coverage.planned', { share: percent(then) }),
    t('plan.coverage.goal', { goal: percent(goal) }),
  ];
  return (
    <div className="plan-gauge">
      {!bare && (
        <p className="plan-gauge-words">
          <strong>{label}</strong>
          <span>
            {words[0]} <small>{t('plan.coverage.of', { part: observed, agents })}</small>
          </span>
          <span>
            {words[1]} <small>{t('plan.coverage.of', { part: planned, agents })}</small>
          </span>
          <span>{words[2]}</span>
          <span className={short > 0 ? 'plan-short' : 'plan-met'}>{verdict}</span>
        </p>
      )}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={PARTS}
        aria-valuenow={Math.round(now * PARTS)}
        aria-valuetext={[...words, verdict].join(', ')}
      >
        <svg viewBox={`0 0 ${PARTS} 8`} preserveAspectRatio="none" aria-hidden>
          <rect className="plan-gauge-ground" width={PARTS} height="8" />
          <rect className="plan-gauge-planned" width={then * PARTS} height="8" />
          <rect className={observed >= needed ? 'plan-gauge-met' : 'plan-gauge-now'} width={now * PARTS} height="8" />
          <rect className="plan-gauge-goal" x={goal * PARTS - 0.2} width="0.4" height="8" />
        </svg>
      </div>
    </div>
  );
}
