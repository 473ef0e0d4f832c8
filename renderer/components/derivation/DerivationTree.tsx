// How a score came about, unfolded from the whole down to single answers; each step has its arithmetic in words.
//   <DerivationTree root={result.derivation} label={t('…')} answerLabel={(code) => …} unitLabel={(node) => …} />
import { useTranslation } from 'react-i18next';
import type { Derivation } from '../../../shared/contract/derivation.ts';
import { DerivationStep, type DerivationWords } from './DerivationStep.tsx';
import './derivation.css';

export interface DerivationTreeProps extends DerivationWords {
  readonly root: Derivation;
  /** Names the tree for screen readers. */
  readonly label: string;
  /** Levels open at first; 2 shows the parts of the whole and what each is made of. */
  readonly depth?: number;
}

export function DerivationTree({ root, label, depth = 1, answerLabel, unitLabel, recordLink }: DerivationTreeProps) {
  const { t } = useTranslation();
  return (
    <section className="derivation" aria-label={label}>
      <div className="derivation-head" aria-hidden>
        <span>{t('score.derivation.part')}</span>
        <span>{t('score.derivation.share')}</span>
        <span>{t('score.derivation.value')}</span>
        <span>{t('score.derivation.contribution')}</span>
      </div>
      <ul>
        <DerivationStep
          node={root}
          term={null}
          level={0}
          openTo={depth}
          unit=""
          answerLabel={answerLabel}
          unitLabel={unitLabel}
          recordLink={recordLink}
        />
      </ul>
    </section>
  );
}
