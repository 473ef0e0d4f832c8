// A share as a bar with its goal marked on it, and both in words: it reads without colour.
import { percent } from '../../format.ts';

export interface CoverageBarProps {
  readonly label: string;
  /** 0..1 */
  readonly share: number;
  readonly goal: number;
  readonly words: string;
  readonly goalWords: string;
}

export function CoverageBar({ label, share, goal, words, goalWords }: CoverageBarProps) {
  return (
    <div className="coverage">
      <span className="figure">{percent(share)}</span>
      <span className="coverage-words">{words}</span>
      <div
        className={share >= goal ? 'coverage-bar coverage-met' : 'coverage-bar'}
        role="meter"
        aria-label={label}
        aria-valuenow={Math.round(share * 1000) / 10}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className="coverage-done" style={{ width: percent(share) }} />
        <div className="coverage-goal" style={{ left: percent(goal) }} />
      </div>
      <span className="coverage-goal-words">{goalWords}</span>
    </div>
  );
}
