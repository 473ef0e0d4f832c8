// The judges themselves: one that accepts everything would let every workbook pass.
import ExcelJS from 'exceljs';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { libreOffice, xsdChecker } from '../support/officeTools.ts';
import { tempDir } from '../support/tempDir.ts';

async function workbook(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('汇总');
  sheet.getCell('A1').value = 2.5;
  sheet.getCell('A2').value = { formula: 'A1*4', result: 999, date1904: false };
  await book.xlsx.writeFile(path);
}

describe('LibreOffice', () => {
  const office = libreOffice();
  test.runIf(office)('recalculates instead of repeating our cached values', async () => {
    using dir = tempDir();
    await workbook(dir.file('书.xlsx'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(office!.recalculated(dir.file('书.xlsx'), dir.file('out')));
    expect(book.getWorksheet('汇总')!.getCell('A2').result).toBe(10);
    const folder = office!.csv(dir.file('书.xlsx'), dir.file('csv'));
    expect(readdirSync(folder)).toEqual(['书-汇总.csv']);
    expect(readFileSync(`${folder}/书-汇总.csv`, 'utf8')).toBe('2.5\n10\n');
    expect(
      readFileSync(office!.pdf(dir.file('书.xlsx'), dir.file('pdf')))
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
  });
});

describe('the schema', () => {
  const check = xsdChecker();
  test.runIf(check)('accepts a valid workbook and names the fault of an invalid one', async () => {
    using dir = tempDir();
    await workbook(dir.file('good.xlsx'));
    expect(check!(dir.file('good.xlsx'))).toEqual([]);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a').properties.outlineLevelCol = -1;
    await book.xlsx.writeFile(dir.file('bad.xlsx'));
    expect(check!(dir.file('bad.xlsx')).join()).toMatch(/outlineLevelCol/);
  });
});
