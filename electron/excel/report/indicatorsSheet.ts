// 指标分析: the branch's indicators beside those of an agent to be chosen, the trend, and the distribution of grades; the
// native charts draw these three tables.
import type { Worksheet } from 'exceljs';
import { GRADES, INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { mean } from '../../../shared/domain/scoring/mean.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import type { Arranged } from './arrange.ts';
import type { ReportData } from './data.ts';
import { live, prefixOf, rangeOn, type Block } from './sheetPlan.ts';
import { cellStyle, HEADER } from './styles.ts';
import { summaryBlock } from './summarySheet.ts';
import { summaryColumns } from './summaryColumns.ts';
import type { Texts } from './texts.ts';

export const INDICATORS_FIRST_ROW = 3;
/** The cell in which the agent is chosen. */
const CHOICE = '$B$3';

/** Kinds of lines: each has its own template row in the skeleton. */
export const LINE_KINDS = ['plain', 'header', 'scores', 'given', 'count'] as const;
type LineKind = (typeof LINE_KINDS)[number];

export interface IndicatorsPlan {
  readonly lines: readonly { readonly kind: LineKind; readonly cells: RowInput }[];
  readonly bars: Block;
  readonly trend: Block;
  readonly grades: Block;
  /** The employee numbers to choose from, as a reference; null without agents. */
  readonly choices: string | null;
}

export function planIndicators(data: ReportData, arranged: Arranged, texts: Texts): IndicatorsPlan {
  const { book, words } = texts;
  const say = book.indicators;
  const block = summaryBlock(arranged);
  const columns = summaryColumns(data.model, texts);
  const range = (letter: string) => (block === null ? null : rangeOn(book.sheets.summary, letter, block));
  const numbers = range('A');
  const chosen = (arranged.agents.find(({ agent }) => agent.score.composite !== null) ?? arranged.agents[0])?.agent;
  const lookUp = (letter: string, value: number | string | null): CellInput =>
    numbers === null ? null : live(`IFERROR(INDEX(${range(letter) ?? ''},MATCH(${CHOICE},${numbers},0)),"")`, value);

  const lines: { kind: LineKind; cells: RowInput }[] = [];
  const add = (kind: LineKind, ...cells: CellInput[]): number => lines.push({ kind, cells }) + INDICATORS_FIRST_ROW - 1;
  const table = (rows: readonly (readonly [LineKind, ...CellInput[]])[]): Block => {
    const added = rows.map(([kind, ...cells]) => add(kind, ...cells));
    return { first: added[0]!, last: added[added.length - 1]! };
  };

  add('plain', say.chosen, chosen?.employeeNumber ?? null, lookUp('B', chosen?.name ?? null));
  add('plain');
  add('header', say.indicator, say.branch, say.agent, say.difference);
  const bars = table(
    INDICATORS.map((indicator) => {
      const letter = columns.indicators[indicator];
      const row = lines.length + INDICATORS_FIRST_ROW + INDICATORS.indexOf(indicator);
      const branch = mean(arranged.agents.map(({ agent }) => agent.score.indicators[indicator]));
      const own = chosen?.score.indicators[indicator] ?? null;
      const difference = branch === null || own === null ? null : own - branch;
      return [
        'scores',
        words.indicator[indicator],
        block === null ? null : live(`IFERROR(AVERAGE(${range(letter) ?? ''}),"")`, branch),
        lookUp(letter, own),
        live(`IF(COUNT(B${row}:C${row})=2,C${row}-B${row},"")`, difference),
      ] as const;
    }),
  );
  add('plain');
  add('header', say.period, say.mean, say.agents);
  const trend = table(
    data.trend.length === 0
      ? [['given', null, null, null]]
      : data.trend.map(({ label, composite, agents }) => ['given', label, composite, agents]),
  );
  add('plain');
  add('header', say.grade, say.count);
  const grades = table(
    GRADES.map((grade) => {
      const row = lines.length + INDICATORS_FIRST_ROW + GRADES.indexOf(grade);
      const count = arranged.agents.filter(({ agent }) => agent.score.grade === grade).length;
      const letters = range(columns.letter('grade'));
      return ['count', words.grade[grade], letters === null ? 0 : live(`COUNTIF(${letters},A${row})`, count)] as const;
    }),
  );
  const choices = block === null ? null : `${prefixOf(book.sheets.summary)}$A$${block.first}:$A$${block.last}`;
  return { lines, bars, trend, grades, choices };
}

/** Puts a template row for each kind of line, and the choice of the agent, on the skeleton's sheet. */
export function addIndicatorTemplates(sheet: Worksheet, plan: IndicatorsPlan): void {
  LINE_KINDS.forEach((kind, index) => {
    const row = sheet.getRow(INDICATORS_FIRST_ROW + index);
    for (let column = 1; column <= 4; column++) {
      const cell = row.getCell(column);
      cell.value = 0;
      cell.style = templateStyle(kind, column);
    }
  });
  if (plan.choices === null) return;
  sheet.getCell('B3').dataValidation = { type: 'list', allowBlank: false, formulae: [plan.choices] };
}

function templateStyle(kind: LineKind, column: number) {
  if (kind === 'header') return HEADER;
  if (kind === 'plain' || column === 1) return cellStyle('text', false, false);
  if (kind === 'scores') return cellStyle('score', false, false);
  if (kind === 'given') return cellStyle(column === 2 ? 'score' : 'integer', false, true);
  return cellStyle('integer', false, false);
}
