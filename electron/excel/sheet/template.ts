// An empty workbook to fill in for an import: the headers that it knows, lists for the closed words.
import { renameSync, rmSync } from 'node:fs';
import type { Task } from '../../tasks/task.ts';
import { fileError } from '../fileError.ts';

export interface TemplateColumn {
  readonly header: string;
  readonly width: number;
  /** Text keeps leading zeros and all digits of numbers, licences and telephones. */
  readonly format: 'text' | 'day' | 'instant' | 'count' | 'money';
  /** Words to choose from, in the template's language. */
  readonly choices?: readonly string[];
}

export interface TemplateInput {
  readonly path: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly TemplateColumn[];
}

const FORMATS: Readonly<Record<TemplateColumn['format'], string>> = {
  ...{ text: '@', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm', count: '0', money: '#,##0.00' },
};
/** Drop-downs reach this row; a whole column would make the file slow to open elsewhere. */
const LAST_ROW = 2_000;

const PRINT = {
  pageSetup: {
    paperSize: 9 as const,
    orientation: 'landscape' as const,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
};

export const writeTemplate: Task<TemplateInput, void> = async ({ path, title, note, columns }, { signal }) => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 3 }],
    ...PRINT,
  });
  page.columns = columns.map(({ width, format }) => ({ width, style: { numFmt: FORMATS[format] } }));
  page.mergeCells(1, 1, 1, columns.length);
  page.getCell('A1').value = title;
  page.getCell('A1').font = { bold: true, size: 16 };
  page.mergeCells(2, 1, 2, columns.length);
  page.getCell('A2').value = note;
  page.getCell('A2').alignment = { wrapText: true, vertical: 'top' };
  page.getRow(2).height = 48;
  columns.forEach(({ header, choices }, index) => {
    const cell = page.getRow(3).getCell(index + 1);
    cell.value = header;
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'thin' } };
    if (!choices) return;
    for (let row = 4; row <= LAST_ROW; row += 1)
      page.getRow(row).getCell(index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${choices.join(',')}"`],
      };
  });
  signal.throwIfAborted();
  const part = `${path}.part`;
  try {
    await book.xlsx.writeFile(part);
    renameSync(part, path);
  } catch (error) {
    throw fileError(error, path, 'write');
  } finally {
    rmSync(part, { force: true });
  }
};
