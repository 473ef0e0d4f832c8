// The columns of 汇总: grade and composite first, then what they come from: indicators, points, and the measures in groups by
// the indicator that they feed.
import { INDICATORS, type Indicator } from '../../../shared/contract/vocabulary.ts';
import { ADJUSTMENTS } from '../../../shared/domain/scoring/adjustments.ts';
import { unscoredMeasures } from '../../../shared/domain/scoring/derivation.ts';
import type { Measure } from '../../../shared/domain/scoring/measure.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { columnName } from '../read/cells.ts';
import { columnsOf, type Column } from './sheetPlan.ts';
import { measureLabel, type Texts } from './texts.ts';

/** A measure in its indicator's group; `indicator` is null for one that no indicator uses. */
export interface MeasureColumn {
  readonly indicator: Indicator | null;
  readonly measure: Measure;
  readonly letter: string;
}

export interface SummaryColumns {
  readonly columns: readonly Column[];
  readonly measures: readonly MeasureColumn[];
  /** Letters of the seven indicators, in order and side by side. */
  readonly indicators: Readonly<Record<Indicator, string>>;
  letter(key: string): string;
}

export function summaryColumns(model: ScoringModel, texts: Texts): SummaryColumns {
  const { book, words } = texts;
  const column = columnsOf(book.summary);
  const used = INDICATORS.flatMap((indicator) =>
    model.indicators[indicator].measures.map(({ measure }) => ({ indicator, measure })),
  );
  const unused = unscoredMeasures(model).map((measure) => ({ indicator: null, measure }));
  const measures: readonly Omit<MeasureColumn, 'letter'>[] = [...used, ...unused];
  const columns: readonly Column[] = [
    column('agentNumber', 12),
    column('agentName', 12),
    column('team', 14),
    column('sessions', 10, 'integer', 'formula'),
    column('grade', 11, 'text', 'formula'),
    column('graded', 11, 'score', 'formula'),
    column('composite', 11, 'score', 'formula'),
    column('redLines', 8, 'integer', 'formula'),
    column('base', 10, 'score', 'formula'),
    column('coverage', 10, 'percent', 'formula'),
    column('adjustments', 11, 'score', 'formula'),
    ...INDICATORS.map((indicator) => ({
      ...column('indicator', 12, 'score', 'formula'),
      key: `indicator ${indicator}`,
      header: words.indicator[indicator],
    })),
    ...ADJUSTMENTS.map((adjustment) => column(adjustment, 11, 'score', 'formula')),
    column('trainingMonths', 10, 'integer', 'given'),
    column('low', 10, 'score', 'given'),
    column('high', 10, 'score', 'given'),
    column('ranking', 10, 'score', 'given'),
    ...measures.map(({ indicator, measure }) => {
      const group = indicator === null ? book.unscored : words.indicator[indicator];
      return {
        ...column('measure', 13, 'score', 'formula'),
        key: `measure ${indicator ?? ''} ${measure}`,
        header: measureLabel(measure, texts),
        meaning: `${group}: ${book.summary.measure.meaning}`,
      };
    }),
  ];
  const letter = (key: string): string => {
    const index = columns.findIndex((candidate) => candidate.key === key);
    if (index < 0) throw new RangeError(`no column ${key}`);
    return columnName(index + 1);
  };
  return {
    columns,
    letter,
    measures: measures.map((measure) => ({
      ...measure,
      letter: letter(`measure ${measure.indicator ?? ''} ${measure.measure}`),
    })),
    indicators: Object.fromEntries(
      INDICATORS.map((indicator) => [indicator, letter(`indicator ${indicator}`)]),
    ) as Record<Indicator, string>,
  };
}
