// The look of all sheets: one set of formats, shared by reference.
import type { Alignment, ConditionalFormattingRule, Fill, Style } from 'exceljs';
import type { Grade } from '../../../shared/contract/vocabulary.ts';

/** How a column shows its values. */
export type Format = 'text' | 'wrap' | 'integer' | 'weight' | 'value' | 'score' | 'percent' | 'time' | 'day';

const NUMBER_FORMATS: Readonly<Record<Format, string | undefined>> = {
  text: '@',
  wrap: '@',
  integer: '0',
  weight: '0.##',
  value: '0.00',
  score: '0.00',
  percent: '0.0%',
  time: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
};

const FONT = '微软雅黑';
const LINE = { style: 'thin', color: { argb: 'FFD0D7DE' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const BAND = solid('FFF5F8FC');
const GIVEN = solid('FFE7E6E6');

export const TITLE: Partial<Style> = { font: { name: FONT, size: 16, bold: true, color: { argb: 'FF1F3864' } } };
export const NOTE: Partial<Style> = { font: { name: FONT, size: 10, color: { argb: 'FF595959' } } };
export const HEADER: Partial<Style> = {
  font: { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: solid('FF1F4E79'),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: BORDER,
};
/** Header of a column whose values the system gives. */
export const GIVEN_HEADER: Partial<Style> = { ...HEADER, fill: solid('FF7F7F7F') };

/** The format of a cell: `band` shades every other group of rows, `given` marks a value of the system. */
export function cellStyle(format: Format, band: boolean, given: boolean): Partial<Style> {
  const numberFormat = NUMBER_FORMATS[format];
  const alignment: Partial<Alignment> =
    format === 'wrap' ? { vertical: 'top', wrapText: true } : { vertical: 'top', horizontal: horizontal(format) };
  return {
    font: { name: FONT, size: 10 },
    alignment,
    border: BORDER,
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(given ? { fill: GIVEN } : band ? { fill: BAND } : {}),
  };
}

function horizontal(format: Format): 'left' | 'right' | 'center' {
  if (format === 'text' || format === 'wrap') return 'left';
  return format === 'time' || format === 'day' ? 'center' : 'right';
}

const GRADE_COLOURS: Readonly<Record<Grade, { readonly fill: string; readonly font: string }>> = {
  excellent: { fill: 'FFC6EFCE', font: 'FF006100' },
  good: { fill: 'FFE2EFDA', font: 'FF375623' },
  pass: { fill: 'FFFFF2CC', font: 'FF7F6000' },
  basic: { fill: 'FFFCE4D6', font: 'FF833C0B' },
  fail: { fill: 'FFFFC7CE', font: 'FF9C0006' },
  insufficient: { fill: 'FFEDEDED', font: 'FF595959' },
};

const differential = (fill: string, font: string, bold = false): Partial<Style> => ({
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
  font: { bold, color: { argb: font } },
});

/** Colours for the cells that hold a grade's label; the label itself says the grade without colour. */
export function gradeRules(labels: Readonly<Record<Grade, string>>): ConditionalFormattingRule[] {
  return (Object.keys(GRADE_COLOURS) as Grade[]).map((grade, i) => ({
    type: 'cellIs',
    operator: 'equal',
    priority: i + 1,
    formulae: [`"${labels[grade]}"`],
    style: differential(GRADE_COLOURS[grade].fill, GRADE_COLOURS[grade].font, grade === 'fail'),
  }));
}

/** Marks what a formula picks out: red lines. */
export function alertRule(formula: string): ConditionalFormattingRule {
  return { type: 'expression', priority: 10, formulae: [formula], style: differential('FFFFC7CE', 'FF9C0006', true) };
}
