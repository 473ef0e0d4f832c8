// What the bench's workbook looks like, through exceljs's public interface: the same for its streaming writer and for ours.
import type { Fill, Style, Workbook, Worksheet } from 'exceljs';
import { FORMATS, HEADERS, STATES, WIDTHS } from './workbookData.ts';

const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const HEADER: Partial<Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' }, name: '微软雅黑', size: 11 },
  fill: solid('FF1F4E79'),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: BORDER,
};

/** Shared by reference for even and odd rows: exceljs is three times slower with a new object for each cell. */
export const CELL_STYLES: readonly (readonly Partial<Style>[])[] = [0, 1].map((parity) =>
  FORMATS.map((numFmt) => ({
    ...(numFmt === null ? { alignment: { vertical: 'middle' as const } } : { numFmt }),
    ...(parity === 1 ? { fill: solid('FFF2F6FC') } : {}),
  })),
);

export function addDetail(book: Workbook): Worksheet {
  const sheet = book.addWorksheet('检查明细', {
    views: [{ state: 'frozen', ySplit: 1 }],
    headerFooter: { oddFooter: '第 &P 页，共 &N 页', oddHeader: '&C检查评分明细' },
  });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.columns = WIDTHS.map((width) => ({ width }));
  const header = sheet.addRow(HEADERS);
  header.height = 24;
  header.eachCell((cell) => (cell.style = HEADER));
  return sheet;
}

export function addDetailRules(sheet: Worksheet, rows: number): void {
  sheet.autoFilter = `A1:P${rows + 1}`;
  sheet.addConditionalFormatting({
    ref: `J2:J${rows + 1}`,
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'min' }, { type: 'percentile', value: 50 }, { type: 'max' }],
        color: [{ argb: 'FFF8696B' }, { argb: 'FFFFEB84' }, { argb: 'FF63BE7B' }],
      },
    ],
  });
  const validations = (sheet as Worksheet & { dataValidations: { add(ref: string, rule: object): void } })
    .dataValidations;
  validations.add(`N2:N${rows + 1}`, { type: 'list', allowBlank: true, formulae: [`"${STATES.join(',')}"`] });
}

/** Five small sheets with merges, borders and formulas. */
export function addSummaries(book: Workbook, finish: (sheet: Worksheet) => void): void {
  for (const title of ['分行汇总', '条款汇总', '岗位汇总', '整改进度', '季度趋势']) {
    const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.columns = Array.from({ length: 8 }, (_, i) => ({ width: i === 0 ? 28 : 12 }));
    sheet.mergeCells('A1:H1');
    sheet.getCell('A1').value = title;
    for (let row = 3; row <= 32; row++) {
      [`${title} ${row}`, row, row + 1, row + 2, row + 3].forEach((value, i) => {
        const cell = sheet.getCell(row, i + 1);
        cell.value = value;
        cell.style = { border: BORDER };
      });
      sheet.getCell(row, 6).value = { formula: `SUM(B${row}:E${row})`, result: row * 4 + 6 };
      sheet.getCell(row, 7).value = { formula: `AVERAGE(B${row}:E${row})`, result: row + 1.5 };
    }
    finish(sheet);
  }
}
