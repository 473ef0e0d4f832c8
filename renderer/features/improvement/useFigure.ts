// What figures of improvement measures are called, and how their values are written: percent, points, complaints per 1,000.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../shared/contract/improvement.ts';
import { percent, score } from '../../format.ts';

const PERCENT: ReadonlySet<Figure['kind']> = new Set(['failing', 'reply24', 'solve48', 'visit']);

interface FigureWords {
  readonly nameOf: (figure: Figure) => string;
  readonly valueOf: (figure: Pick<Figure, 'kind'>, value: number) => string;
}

export function useFigure(): FigureWords {
  const { t } = useTranslation();
  const nameOf = useCallback(
    (figure: Figure): string => {
      if (figure.kind === 'failing') return t('improvement.figureOf.failing', { criterion: figure.criterion });
      if (figure.kind === 'indicator')
        return t('improvement.figureOf.indicator', { name: t(`words.indicator.${figure.indicator}`) });
      return t(`improvement.figure.${figure.kind}`);
    },
    [t],
  );
  const valueOf = useCallback(
    ({ kind }: Pick<Figure, 'kind'>, value: number): string => {
      if (PERCENT.has(kind)) return percent(value / 100);
      return kind === 'complaintRate' ? t('improvement.perThousand', { value: score(value) }) : score(value);
    },
    [t],
  );
  return { nameOf, valueOf };
}
