// The row writer and its file: what is written must be read back exactly, by our reader and by exceljs.
import ExcelJS from 'exceljs';
import { fc, test } from '@fast-check/vitest';
import { existsSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/contract/errors.ts';
import { fileError } from '../../../electron/excel/fileError.ts';
import { writeGrid } from '../../../electron/excel/gridExport.ts';
import { openWorkbook } from '../../../electron/excel/read/workbook.ts';
import { decodeCellText } from '../../../electron/excel/read/xmlText.ts';
import { cleanText, escapeCellText, MAX_CELL_TEXT } from '../../../electron/excel/write/cellText.ts';
import { writeWholeFile } from '../../../electron/excel/write/wholeFile.ts';
import { Splicer } from '../../../electron/excel/write/splice.ts';
import type { RowInput } from '../../../electron/excel/write/cellInput.ts';
import { openZip, partBytes } from '../../../electron/excel/zip/readZip.ts';
import { ZipWriter } from '../../../electron/excel/zip/writeZip.ts';
import { tempDir } from '../../support/tempDir.ts';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

const skeleton = (async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['甲', '乙', '丙']);
  sheet.addRow([0, 0, 0]);
  return Buffer.from(await book.xlsx.writeBuffer());
})();

async function written(rows: readonly RowInput[], file: string): Promise<(string | number | boolean | null)[][]> {
  const made = await skeleton;
  await writeWholeFile(file, undefined, async (fd) => {
    const zip = new ZipWriter(fd);
    const splicer = new Splicer(made, zip, { level: 1 });
    splicer.copyRest(['表']);
    await splicer.fill({ sheet: '表', columns: 3, firstRow: 2, templates: 1, rows, rowCount: rows.length });
    await splicer.finishStrings();
    zip.writeDirectory();
  });
  const read: (string | number | boolean | null)[][] = [];
  for await (const row of (await openWorkbook(file)).rows('表')) {
    if (row.number > 1)
      read.push([1, 2, 3].map((column) => row.cells.find((cell) => cell.column === column)?.value ?? null));
  }
  return read;
}

/** As scores and weights are: few decimals, and the doubles just beside them. */
const decimal = fc
  .tuple(fc.nat(10 ** 9), fc.constantFrom(10, 100, 1e3, 1e6, 1e7), fc.constantFrom(0, 0, 1e-10, -1e-10))
  .map(([whole, parts, beside]) => whole / parts + beside);

describe('rows', () => {
  // A digit lost in a hand-made number, or a string id shifted by one, shows here.
  test.prop(
    [
      fc.array(
        fc.tuple(
          fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.maxSafeInteger(), decimal),
          fc.string({ unit: 'grapheme' }),
          fc.boolean(),
        ),
        { maxLength: 40 },
      ),
    ],
    { numRuns: 60 },
  )('come back as they were', async (rows) => {
    using dir = tempDir();
    const back = await written(rows, dir.file('x.xlsx'));
    expect(back).toEqual(rows.map(([number, text, flag]) => [number + 0, cleanText(text).text, flag]));
  });

  it('longer than a block are deflated in pieces that join', async () => {
    using dir = tempDir();
    const rows = Array.from({ length: 60_000 }, (_, i): RowInput => [
      i,
      `第 ${i % 5000} 行`,
      { formula: `A${i + 2}*2`, value: i * 2 },
    ]);
    const back = await written(rows, dir.file('x.xlsx'));
    expect(back.length).toBe(rows.length);
    expect(
      back.every(([number, text, double], i) => number === i && text === `第 ${i % 5000} 行` && double === i * 2),
    ).toBe(true);
    const sheet = openZip(readFileSync(dir.file('x.xlsx'))).find('xl/worksheets/sheet1.xml')!;
    expect((await partBytes(sheet)).length).toBeGreaterThan(4 * 2 ** 20);
  });

  it('refuse a number that is none, and a count that is wrong', async () => {
    using dir = tempDir();
    await expect(written([[NaN, 'x', true]], dir.file('x.xlsx'))).rejects.toThrow(/A2: not a finite number/);
    expect(existsSync(dir.file('x.xlsx'))).toBe(false);
  });
});

describe('text of cells', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 60 })])(
    'loses only what XML cannot hold, and comes back',
    (text) => {
      const clean = cleanText(text);
      expect(decodeCellText(escapeCellText(clean.text))).toBe(clean.text);
      expect(clean.text.isWellFormed()).toBe(true);
      expect(clean.losses.includes('removed')).toBe(clean.text.length < text.replace(/\r\n?/g, '\n').length);
    },
  );

  it('is cut at the limit of a cell without splitting a pair', () => {
    expect(cleanText('x'.repeat(MAX_CELL_TEXT))).toEqual({ text: 'x'.repeat(MAX_CELL_TEXT), losses: [] });
    const cut = cleanText('x'.repeat(MAX_CELL_TEXT - 1) + '😀');
    expect(cut).toEqual({ text: 'x'.repeat(MAX_CELL_TEXT - 1), losses: ['truncated'] });
  });
});

describe('the file', () => {
  it('keeps the old one when the work fails, and names the cause', async () => {
    using dir = tempDir();
    writeFileSync(dir.file('a.xlsx'), 'old');
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const work = writeWholeFile(dir.file('a.xlsx'), undefined, () => Promise.reject(full));
    await expect(work).rejects.toMatchObject({ code: 'FILE', reason: 'diskFull', params: { file: 'a.xlsx' } });
    expect(readFileSync(dir.file('a.xlsx'), 'utf8')).toBe('old');
    expect(existsSync(dir.file('a.xlsx.part'))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('a full disk stops the zip writer', () => {
    const fd = openSync('/dev/full', 'w');
    try {
      const zip = new ZipWriter(fd);
      let thrown: unknown;
      try {
        zip.add('a', Buffer.from('a'), 1);
      } catch (error) {
        thrown = fileError(error, 'x.xlsx', 'write');
      }
      expect(thrown).toMatchObject({ code: 'FILE', reason: 'diskFull' });
    } finally {
      closeSync(fd);
    }
  });

  it('held by Excel is told from a folder without rights', () => {
    const failed = (code: string, platform: NodeJS.Platform) =>
      (fileError(Object.assign(new Error(code), { code }), 'x', 'write', platform) as AppError).reason;
    expect(failed('EBUSY', 'win32')).toBe('fileInUse');
    expect(failed('EPERM', 'win32')).toBe('fileInUse');
    expect(failed('EACCES', 'linux')).toBe('fileUnwritable');
  });
});

describe('the export of a list', () => {
  it('has real dates in the time zone of the branch, numbers, and no formula', async () => {
    using dir = tempDir();
    const columns = (['text', 'integer', 'decimal', 'day', 'instant'] as const).map((kind) => ({
      header: kind,
      width: 9,
      kind,
    }));
    const rows = [
      ['=1+1', 3, 81.25, '2026-02-28', '2026-02-28T16:30:00.000Z'],
      [null, null, null, '—', ''],
    ];
    const outcome = await writeGrid(
      { sheet: { title: "人员/'名单'", columns, rows }, path: dir.file('g.xlsx') },
      quiet,
    );
    expect(outcome).toEqual({ rows: 2, warnings: [] });
    const book = await openWorkbook(dir.file('g.xlsx'));
    const read = [];
    for await (const { cells } of book.rows(book.sheets[0]!.name))
      read.push(cells.map(({ kind, value }) => [kind, value]));
    expect(read[1]).toEqual([
      ['text', '=1+1'],
      ['number', 3],
      ['number', 81.25],
      ['date', '2026-02-28'],
      ['date', '2026-03-01T00:30:00'],
    ]);
    expect(read[2]).toEqual([['text', '—']]);
    const second = new ExcelJS.Workbook();
    await second.xlsx.readFile(dir.file('g.xlsx'));
    expect(second.worksheets[0]!.getCell('A2').value).toBe('=1+1');
    expect(second.worksheets[0]!.getColumn(1).width).toBeCloseTo(9.1);
  });
});
