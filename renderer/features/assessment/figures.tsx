// Small drawings in the cells of the ranking grid: the interval as a bar beside the composite, the last periods as a line.
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '../../../shared/contract/assessment.ts';
import { score } from '../../format.ts';

/** What the bars of a result are drawn on, in points. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** The tens that hold every interval and composite of the rows. */
export function scaleOf(rows: readonly ResultRow[]): Scale {
  const ends = rows.flatMap(({ interval, composite }) =>
    [interval?.low, interval?.high, composite].filter((end) => end !== undefined && end !== null),
  );
  const least = Math.floor(Math.min(100, ...ends) / 10) * 10;
  return { from: Math.min(least, 90), to: 100 };
}

const share = (value: number, { from, to }: Scale): number =>
  Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));

export function IntervalCell({ row, scale }: { readonly row: ResultRow; readonly scale: Scale }) {
  const { t } = useTranslation();
  const { composite, graded, interval } = row;
  if (graded === null || composite === null) return <span>–</span>;
  const value = score(graded);
  if (interval === null)
    return (
      <span className="assessment-composite">
        <span className="assessment-bar-value">{value}</span>
      </span>
    );
  const [low, high] = [share(interval.low, scale), share(interval.high, scale)];
  const label = t('assessment.ranking.interval', { value, low: score(interval.low), high: score(interval.high) });
  return (
    <span className="assessment-composite" title={label}>
      <svg className="assessment-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
        <rect className="assessment-bar-interval" x={low} y={0} width={Math.max(1, high - low)} height={10} />
        <rect className="assessment-bar-mark" x={Math.min(99, share(composite, scale))} y={8} width={1.5} height={2} />
      </svg>
      <span className="assessment-bar-value" aria-hidden>
        {value}
      </span>
    </span>
  );
}

/** The line has the height of its own spread, at least ten points, so that a small change does not look like a leap. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const { t } = useTranslation();
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return <span>–</span>;
  const middle = (Math.min(...known) + Math.max(...known)) / 2;
  const half = Math.max(5, (Math.max(...known) - Math.min(...known)) / 2);
  const x = (at: number) => 4 + (at * 72) / Math.max(1, values.length - 1);
  const y = (value: number) => 10 - ((value - middle) / half) * 7;
  const points = values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value), at }]));
  const label = t('assessment.ranking.trendLabel', {
    values: values.map((value) => (value === null ? t('assessment.ranking.none') : score(value))).join(' '),
  });
  return (
    <svg className="assessment-sparkline" viewBox="0 0 80 20" role="img" aria-label={label}>
      <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
      {points.map((point) => (
        <circle key={point.at} cx={point.x} cy={point.y} r={point.at === values.length - 1 ? 2.5 : 1.2} />
      ))}
    </svg>
  );
}
