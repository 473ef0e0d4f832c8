// An empty roster to fill in: the headers that the import knows, lists for the closed words.
import { renameSync, rmSync } from 'node:fs';
import { ROSTER_FIELDS, type RosterField } from '../../../shared/contract/roster.ts';
import type { Task } from '../../tasks/task.ts';
import { fileError } from '../fileError.ts';

export interface TemplateInput {
  readonly path: string;
  readonly title: string;
  readonly note: string;
  readonly headers: Readonly<Record<RosterField, string>>;
  /** Words to choose from, in the template's language. */
  readonly choices: Readonly<Partial<Record<RosterField, readonly string[]>>>;
}

const WIDTHS: Readonly<Record<RosterField, number>> = {
  ...{ number: 14, name: 14, gender: 8, branch: 16, team: 18, licence: 30, engagement: 12, phone: 16 },
  ...{ hiredOn: 13, status: 10 },
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

export const writeTemplate: Task<TemplateInput, void> = async ({ path, title, note, headers, choices }, { signal }) => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 3 }],
    ...PRINT,
  });
  // Text formats keep leading zeros and all digits of numbers, licences and telephones.
  page.columns = ROSTER_FIELDS.map((field) => ({
    width: WIDTHS[field],
    style: { numFmt: field === 'hiredOn' ? 'yyyy-mm-dd' : '@' },
  }));
  page.mergeCells(1, 1, 1, ROSTER_FIELDS.length);
  page.getCell('A1').value = title;
  page.getCell('A1').font = { bold: true, size: 16 };
  page.mergeCells(2, 1, 2, ROSTER_FIELDS.length);
  page.getCell('A2').value = note;
  page.getCell('A2').alignment = { wrapText: true, vertical: 'top' };
  page.getRow(2).height = 48;
  ROSTER_FIELDS.forEach((field, index) => {
    const cell = page.getRow(3).getCell(index + 1);
    cell.value = headers[field];
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'thin' } };
    const words = choices[field];
    if (!words) return;
    for (let row = 4; row <= LAST_ROW; row += 1)
      page.getRow(row).getCell(index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${words.join(',')}"`],
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
