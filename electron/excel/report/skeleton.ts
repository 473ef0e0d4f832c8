// The small workbook that exceljs builds: every sheet with its widths, header, template rows, formats, filters and print
// set-up, but without the data, which is spliced in.
import type { Workbook, Worksheet } from 'exceljs';
import { columnName } from '../read/cells.ts';
import type { ReportData } from './data.ts';
import { CHECK_HEADER_ROW, checkColumns } from './checkSheet.ts';
import { COVER_FIRST_ROW, COVER_KINDS } from './coverSheet.ts';
import { addIndicatorTemplates, type IndicatorsPlan } from './indicatorsSheet.ts';
import { linesIn } from './lines.ts';
import type { Column, SheetPlan } from './sheetPlan.ts';
import { cellStyle, GIVEN_HEADER, HEADER, NOTE, TITLE } from './styles.ts';
import type { Texts } from './texts.ts';

/** Characters side by side on a printed page that can still be read: about 60% of their size. */
const PAGE_WIDTH = 240;
/** In inches; narrow, so that a sheet of many columns is still read without a glass. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

export interface SkeletonPlans {
  readonly tables: readonly SheetPlan[];
  readonly indicators: IndicatorsPlan;
}

/** Sheets in the order of `texts.book.sheets`. The creation date is the export's, so that the same data gives the same file. */
export async function buildSkeleton(data: ReportData, plans: SkeletonPlans, texts: Texts): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '督导台';
  workbook.created = new Date(data.exportedAt);
  workbook.modified = workbook.created;
  // Values are cached, so nothing needs to be worked out on opening; a full recalculation is asked for all the same.
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const key of Object.keys(texts.book.sheets) as (keyof typeof texts.book.sheets)[]) {
    const table = plans.tables.find((plan) => plan.key === key);
    if (table !== undefined) addTable(workbook, table, texts);
    else if (key === 'cover') addCover(workbook, texts);
    else if (key === 'indicators') addIndicators(workbook, plans.indicators, texts);
    else addCheck(workbook, texts);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, name: string, texts: Texts, titleRows: number, frozenColumns: number): Worksheet {
  const frozen = titleRows > 0 || frozenColumns > 0;
  const sheet = workbook.addWorksheet(name, {
    views: frozen
      ? [{ state: 'frozen', xSplit: frozenColumns, ySplit: titleRows, showGridLines: false }]
      : [{ showGridLines: false }],
    headerFooter: { oddFooter: `&C${texts.book.print.page}&R${name.replaceAll('&', '&&')}` },
  });
  // 9 is A4 in the file format.
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: MARGINS,
  });
  if (titleRows > 0) sheet.pageSetup.printTitlesRow = `${titleRows}:${titleRows}`;
  return sheet;
}

function put(sheet: Worksheet, ref: string, value: string | number, style: object): void {
  const cell = sheet.getCell(ref);
  cell.value = value;
  cell.style = style;
}

function addTitle(sheet: Worksheet, title: string, note: string): void {
  put(sheet, 'A1', title, TITLE);
  sheet.getRow(1).height = 26;
  put(sheet, 'A2', note, NOTE);
}

/** Widths, header row, and two template rows below it: plain and shaded. */
function addColumns(sheet: Worksheet, columns: readonly Column[], headerRow: number): void {
  sheet.columns = columns.map(({ width }) => ({ width }));
  const header = sheet.getRow(headerRow);
  const lines = Math.max(...columns.map((column) => linesIn(column.header, column.width)));
  header.height = Math.max(32, 4 + 14 * lines);
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.value = column.header;
    cell.style = column.source === 'given' ? GIVEN_HEADER : HEADER;
    for (const band of [0, 1]) {
      const template = sheet.getCell(headerRow + 1 + band, index + 1);
      template.value = 0;
      template.style = cellStyle(column.format, band === 1, column.source === 'given');
    }
  });
}

function addTable(workbook: Workbook, plan: SheetPlan, texts: Texts): void {
  const sheet = addSheet(workbook, plan.name, texts, plan.headerRow, plan.frozen);
  sheet.pageSetup.printTitlesRow = `${plan.headerRow}:${plan.headerRow}`;
  const width = plan.columns.reduce((sum, column) => sum + column.width, 0);
  const repeated = plan.columns.slice(0, plan.frozen).reduce((sum, column) => sum + column.width, 0);
  sheet.pageSetup.fitToWidth = Math.max(1, Math.ceil((width - repeated) / (PAGE_WIDTH - repeated)));
  if (plan.frozen > 0) sheet.pageSetup.printTitlesColumn = `A:${columnName(plan.frozen)}`;
  addColumns(sheet, plan.columns, plan.headerRow);
  addTitle(sheet, plan.title, plan.note);
  sheet.autoFilter = {
    from: { row: plan.headerRow, column: 1 },
    to: { row: plan.headerRow + Math.max(1, plan.rowCount), column: plan.columns.length },
  };
  plan.decorate?.(sheet);
}

function addCover(workbook: Workbook, texts: Texts): void {
  const sheet = addSheet(workbook, texts.book.sheets.cover, texts, 0, 0);
  sheet.columns = [{ width: 26 }, { width: 90 }];
  addTitle(sheet, texts.book.cover.title, texts.book.notes.cover);
  COVER_KINDS.forEach((kind, index) => {
    put(sheet, `A${COVER_FIRST_ROW + index}`, 0, { ...cellStyle('text', true, false) });
    const style = cellStyle(kind === 'text' ? 'wrap' : kind, false, false);
    put(sheet, `B${COVER_FIRST_ROW + index}`, 0, {
      ...style,
      alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
    });
  });
}

function addIndicators(workbook: Workbook, plan: IndicatorsPlan, texts: Texts): void {
  const sheet = addSheet(workbook, texts.book.sheets.indicators, texts, 2, 0);
  sheet.columns = [{ width: 22 }, { width: 14 }, { width: 14 }, { width: 12 }];
  addTitle(sheet, texts.book.sheets.indicators, texts.book.notes.indicators);
  addIndicatorTemplates(sheet, plan);
}

function addCheck(workbook: Workbook, texts: Texts): void {
  const sheet = addSheet(workbook, texts.book.sheets.check, texts, CHECK_HEADER_ROW, 0);
  addColumns(
    sheet,
    checkColumns(texts).map((column) => ({ ...column, source: 'entered' })),
    CHECK_HEADER_ROW,
  );
  addTitle(sheet, texts.book.sheets.check, texts.book.notes.check);
}
