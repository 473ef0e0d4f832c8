// The score of one session: its figure, how much of the model it covers, and how it came about down to single answers,
// each with its criterion's own text. The review and the record show the same.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionResult } from '../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { DerivationTree } from '../../components/derivation/DerivationTree.tsx';
import { score } from '../../format.ts';
import { useSpoken } from './language.ts';
import './sessionScore.css';

export interface SessionScoreProps {
  readonly result: SessionResult;
  /** Criteria of the session's version. */
  readonly criteria: readonly Criterion[];
  /** Below the derivation. */
  readonly children?: ReactNode;
}

export function SessionScore({ result, criteria, children }: SessionScoreProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const title = useId();
  const texts = new Map(criteria.map(({ code, text }) => [code, text]));
  return (
    <section className="session-score" aria-labelledby={title}>
      <div className="session-score-head">
        <h2 id={title}>{t('observation.review.score')}</h2>
        <span className="session-score-figure">{result.score === null ? '–' : score(result.score)}</span>
        <span className="session-score-coverage">
          {t('observation.review.coverage', { percent: Math.round(result.coverage * 100) })}
        </span>
      </div>
      <DerivationTree
        depth={2}
        root={result.derivation}
        label={t('observation.review.derivation')}
        answerLabel={(code) => {
          const text = texts.get(code);
          return text && spoken(text);
        }}
      />
      {children}
    </section>
  );
}
