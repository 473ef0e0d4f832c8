// A distribution of Likert answers as one bar of 100%: each value has its number, its shade and its pattern, so that it reads
// without colour. A segment opens the surveys that it counts.
import { useTranslation } from 'react-i18next';
import { LIKERT, type Likert, type LikertCounts } from '../../../../shared/contract/survey.ts';
import { answersIn } from '../../../../shared/domain/survey/likert.ts';
import { percent } from '../../../format.ts';

export interface LikertBarProps {
  /** What the answers are about. */
  readonly label: string;
  readonly counts: LikertCounts;
  readonly onOpen?: (likert: Likert) => void;
}

/** A narrower segment has no room for its number. */
const LEAST_WRITTEN = 0.06;

export function LikertBar({ label, counts, onOpen }: LikertBarProps) {
  const { t } = useTranslation();
  const total = answersIn(counts);
  const words = (value: Likert): string => {
    const count = counts[value - 1] ?? 0;
    return t('survey.statistics.segment', { label, value, count, share: percent(count / total) });
  };
  return (
    <span className="likert-bar" role={onOpen ? 'group' : 'img'} aria-label={onOpen ? label : LIKERT.map(words).join()}>
      {LIKERT.map((value) => {
        const count = counts[value - 1] ?? 0;
        if (count === 0) return null;
        const shown = {
          className: `likert-part likert-${value}`,
          style: { flexGrow: count },
          title: words(value),
          children: count / total >= LEAST_WRITTEN ? value : null,
        };
        return onOpen ? (
          <button key={value} type="button" aria-label={words(value)} onClick={() => onOpen(value)} {...shown} />
        ) : (
          <span key={value} {...shown} />
        );
      })}
    </span>
  );
}

export function LikertLegend() {
  const { t } = useTranslation();
  return (
    <ul className="likert-legend" aria-label={t('survey.statistics.legend')}>
      {LIKERT.map((value) => (
        <li key={value}>
          <span className={`likert-part likert-${value}`}>{value}</span> {t(`survey.likert.v${value}`)}
        </li>
      ))}
    </ul>
  );
}
