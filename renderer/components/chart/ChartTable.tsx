// A chart's numbers as a table: for reading aloud, for copying, for exact values.
import { useTranslation } from 'react-i18next';
import type { ChartPick, ChartSpec } from './spec.ts';

export interface ChartTableProps {
  readonly title: string;
  readonly spec: ChartSpec;
  readonly digits: number;
  readonly onPick?: (pick: ChartPick) => void;
}

export function ChartTable({ title, spec, digits, onPick }: ChartTableProps) {
  const { t } = useTranslation();
  /** A button where it opens rows: of a field in a heat map, of a category else. */
  const opening = (pick: ChartPick, words: string, of: string) =>
    onPick ? (
      <button
        type="button"
        className="chart-link"
        aria-label={t('frame.chart.open', { of })}
        onClick={() => onPick(pick)}
      >
        {words}
      </button>
    ) : (
      words
    );
  const cell = (category: number, series: number): string =>
    spec.series[series]?.values[category]?.toFixed(digits) ?? t('frame.chart.noValue');
  const fields = spec.kind === 'heat';
  const words = spec.kind === 'radar' ? undefined : spec.words;
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <td />
            {spec.series.map((series) => (
              <th key={series.name} scope="col">
                {series.name}
              </th>
            ))}
            {words && <th scope="col">{words.name}</th>}
          </tr>
        </thead>
        <tbody>
          {spec.categories.map((category, at) => (
            <tr key={category}>
              <th scope="row">{fields ? category : opening({ category: at, series: null }, category, category)}</th>
              {spec.series.map((series, row) => (
                <td key={series.name}>
                  {fields && (series.values[at] ?? null) !== null
                    ? opening({ category: at, series: row }, cell(at, row), `${series.name} ${category}`)
                    : cell(at, row)}
                </td>
              ))}
              {words && <td>{words.values[at]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
