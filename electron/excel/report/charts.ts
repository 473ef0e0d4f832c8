// The native charts of 指标分析, added by hucre to the small skeleton: exceljs cannot draw, and would drop them on a read.
import type { SheetChart, WriteSheet } from 'hucre';
import { columnName } from '../read/cells.ts';
import type { IndicatorsPlan } from './indicatorsSheet.ts';
import type { Block } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const WIDTH = 10;
const HEIGHT = 16;
const LEFT = 5;

/** The skeleton with the three charts; everything else of it stays as it is. */
export async function addCharts(skeleton: Buffer, plan: IndicatorsPlan, texts: Texts): Promise<Buffer> {
  const { openXlsx, addChart, saveXlsx } = await import('hucre');
  // Without readStyles hucre writes the sheets back unformatted.
  const book = await openXlsx(skeleton, { readStyles: true });
  const sheet = book.sheets.find(({ name }) => name === texts.book.sheets.indicators);
  if (sheet === undefined) throw new RangeError('the skeleton has no sheet for charts');
  // The reader's type of a sheet differs from the writer's only in fields that no chart touches.
  for (const chart of chartsOf(plan, texts)) addChart(sheet as unknown as WriteSheet, chart);
  return Buffer.from(await saveXlsx(book));
}

function chartsOf({ bars, trend, grades }: IndicatorsPlan, { book }: Texts): readonly SheetChart[] {
  const say = book.indicators;
  const range = (column: number, { first, last }: Block): string =>
    `$${columnName(column)}$${first}:$${columnName(column)}$${last}`;
  const series = (name: string, column: number, block: Block, color: string) => ({
    name,
    values: range(column, block),
    categories: range(1, block),
    color,
  });
  const anchor = (index: number) => ({
    from: { row: 2 + index * (HEIGHT + 1), col: LEFT },
    to: { row: 2 + index * (HEIGHT + 1) + HEIGHT, col: LEFT + WIDTH },
  });
  const points = { min: 0, max: 100, majorUnit: 20 };
  return [
    {
      type: 'column',
      title: say.barsTitle,
      series: [series(say.branch, 2, bars, '1F4E79'), series(say.agent, 3, bars, 'ED7D31')],
      axes: { y: { scale: points } },
      legend: 'bottom',
      anchor: anchor(0),
    },
    {
      type: 'line',
      title: say.trendTitle,
      series: [series(say.mean, 2, trend, '1F4E79')],
      axes: { y: { scale: points } },
      legend: false,
      anchor: anchor(1),
    },
    {
      type: 'column',
      title: say.gradesTitle,
      series: [series(say.count, 2, grades, '70AD47')],
      legend: false,
      anchor: anchor(2),
    },
  ];
}
