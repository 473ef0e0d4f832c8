// A chart's numbers as a table: for reading aloud, for copying, for exact values.
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from './spec.ts';

export interface ChartTableProps {
  readonly title: string;
  readonly spec: ChartSpec;
  readonly digits: number;
}

export function ChartTable({ title, spec, digits }: ChartTableProps) {
  const { t } = useTranslation();
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
              <th scope="row">{category}</th>
              {spec.series.map((series) => (
                <td key={series.name}>{series.values[at]?.toFixed(digits) ?? t('frame.chart.noValue')}</td>
              ))}
              {words && <td>{words.values[at]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
