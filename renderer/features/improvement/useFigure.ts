// What figures of improvement measures are called, and how their values are written: percent, points, complaints per 1,000. Rates
// differ by percentage points.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../shared/contract/improvement.ts';
import { percent, score } from '../../format.ts';
import { useCriterionText } from './useCriterionText.ts';

const PERCENT: ReadonlySet<Figure['kind']> = new Set(['failing', 'reply24', 'solve48', 'visit']);

type Kind = Pick<Figure, 'kind'>;

interface FigureWords {
  readonly nameOf: (figure: Figure) => string;
  readonly valueOf: (figure: Kind, value: number) => string;
  /** A difference of two values, with its sign. */
  readonly differenceOf: (figure: Kind, value: number) => string;
  /** What stands behind a number of the figure; empty of a score. */
  readonly unitOf: (figure: Kind) => string;
}

export function useFigure(): FigureWords {
  const { t } = useTranslation();
  const textOf = useCriterionText();
  const nameOf = useCallback(
    (figure: Figure): string => {
      if (figure.kind === 'failing') return t('improvement.figureOf.failing', { criterion: textOf(figure.criterion) });
      if (figure.kind === 'indicator')
        return t('improvement.figureOf.indicator', { name: t(`words.indicator.${figure.indicator}`) });
      return t(`improvement.figure.${figure.kind}`);
    },
    [t, textOf],
  );
  const valueOf = useCallback(
    ({ kind }: Kind, value: number): string => {
      if (PERCENT.has(kind)) return percent(value / 100);
      return kind === 'complaintRate' ? t('improvement.perThousand', { value: score(value) }) : score(value);
    },
    [t],
  );
  const differenceOf = useCallback(
    (figure: Kind, value: number): string => {
      const text = PERCENT.has(figure.kind)
        ? t('improvement.percentagePoints', { value: value.toFixed(1) })
        : valueOf(figure, value);
      return value > 0 ? `+${text}` : text;
    },
    [t, valueOf],
  );
  const unitOf = useCallback(
    ({ kind }: Kind): string =>
      PERCENT.has(kind) ? '%' : kind === 'complaintRate' ? t('improvement.perThousandUnit') : '',
    [t],
  );
  return { nameOf, valueOf, differenceOf, unitOf };
}
