// The reader against real files: what exceljs writes, and what other programs write by hand-made parts.
import ExcelJS from 'exceljs';
import { deflateRawSync, crc32 } from 'node:zlib';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { openWorkbook, type SourceRow } from '../../../electron/excel/read/workbook.ts';
import { civilOfSerial, serialOfCivil } from '../../../electron/excel/read/serialDate.ts';
import { isDateFormat } from '../../../electron/excel/read/numberFormats.ts';
import { openZip, type ZipPart } from '../../../electron/excel/zip/readZip.ts';
import { ZipWriter } from '../../../electron/excel/zip/writeZip.ts';
import { tempDir } from '../../support/tempDir.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package of hand-made parts, as a program other than Excel might write them. */
function packageOf(sheet: string, options: { strings?: string; styles?: string; workbookPr?: string } = {}): Buffer {
  using dir = tempDir();
  const file = dir.file('made.xlsx');
  const fd = openSync(file, 'w+');
  const zip = new ZipWriter(fd);
  const add = (name: string, text: string) => zip.add(name, Buffer.from(text, 'utf8'), 6);
  add(
    '_rels/.rels',
    `<Relationships><Relationship Id="r1" Type="${REL}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${NS}" xmlns:r="${REL}">${options.workbookPr ?? ''}<sheets><sheet name="甲&amp;乙" sheetId="1" r:id="a"/><sheet name="隐" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="a" Type="${REL}/worksheet" Target="worksheets/one.xml"/><Relationship Id="b" Type="${REL}/worksheet" Target="/xl/worksheets/one.xml"/><Relationship Id="c" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  );
  add('xl/worksheets/one.xml', sheet);
  if (options.strings !== undefined) add('xl/sharedStrings.xml', options.strings);
  if (options.styles !== undefined) add('xl/styles.xml', options.styles);
  zip.writeDirectory();
  closeSync(fd);
  return readFileSync(file);
}

async function rowsOf(source: Buffer, sheet = '甲&乙'): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of (await openWorkbook(source)).rows(sheet)) rows.push(row);
  return rows;
}

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? `${error.code} ${error.reason}` : String(error);
};

describe('typed cells', () => {
  it('reads what exceljs writes: text, rich text, links, numbers, dates, booleans, errors, formulas', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('名册');
    sheet.getCell('A1').value = '张三 😀 <&>';
    sheet.getCell('B1').value = { richText: [{ text: '红' }, { text: '黑', font: { bold: true } }] };
    sheet.getCell('C1').value = { text: '官网', hyperlink: 'https://example.org/' };
    sheet.getCell('D1').value = 1.5;
    sheet.getCell('E1').value = new Date(Date.UTC(2026, 1, 28));
    sheet.getCell('F1').value = new Date(Date.UTC(2026, 1, 28, 9, 30));
    sheet.getCell('F1').numFmt = 'yyyy"年"m"月"d"日" h:mm';
    sheet.getCell('G1').value = true;
    sheet.getCell('H1').value = { error: '#N/A' };
    sheet.getCell('I1').value = { formula: 'D1*2', result: 3 };
    sheet.getCell('J1').value = { formula: 'A1&"x"', result: '张三x' };
    sheet.mergeCells('A3:C4');
    sheet.getCell('A3').value = '合并';
    const source = Buffer.from(await book.xlsx.writeBuffer());
    const [first, third] = await rowsOf(source, '名册');
    expect(first?.cells.map(({ ref, kind, value, formula }) => [ref, kind, value, formula])).toEqual([
      ['A1', 'text', '张三 😀 <&>', undefined],
      ['B1', 'text', '红黑', undefined],
      ['C1', 'text', '官网', undefined],
      ['D1', 'number', 1.5, undefined],
      ['E1', 'date', '2026-02-28', undefined],
      ['F1', 'date', '2026-02-28T09:30:00', undefined],
      ['G1', 'boolean', true, undefined],
      ['H1', 'error', '#N/A', undefined],
      ['I1', 'number', 3, 'D1*2'],
      ['J1', 'text', '张三x', 'A1&"x"'],
    ]);
    expect(third?.cells.map(({ ref }) => ref)).toEqual(['A3']);
    expect(await (await openWorkbook(source)).merges('名册')).toEqual([{ top: 3, left: 1, bottom: 4, right: 3 }]);
  });

  // A reader that trusts prefixes, addresses and quotes reads nothing from files of other programs.
  it('reads prefixed elements, single quotes, missing addresses, inline and CDATA text, phonetics, the 1904 system', async () => {
    const rows = await rowsOf(
      packageOf(
        `<?xml version="1.0"?><!-- > < --><x:worksheet xmlns:x='${NS}'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>一</x:t><x:rPh><x:t>yi</x:t></x:rPh></x:is></x:c><x:c s='1'><x:v>366</x:v></x:c></x:row><x:row/><x:row r='5'><x:c r='C5' t='s'><x:v>1</x:v></x:c><x:c t='str'><x:f>A1&amp;"_x0041_"</x:f><x:v>a_x005F_x0041_&#x1F600;</x:v></x:c><x:c r="E5"/><x:c r="F5" t="d"><x:v>2026-03-01T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        {
          strings: `<sst xmlns="${NS}"><si/><si><r><t>甲</t></r><r><t xml:space="preserve"> <![CDATA[<乙>]]></t></r></si></sst>`,
          styles: `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
          workbookPr: '<workbookPr date1904="1"/>',
        },
      ),
    );
    expect(rows.map(({ number, cells }) => [number, cells.map(({ ref, value }) => [ref, value])])).toEqual([
      [
        1,
        [
          ['A1', '一'],
          ['B1', '1905-01-01'],
        ],
      ],
      [
        5,
        [
          ['C5', '甲 <乙>'],
          ['D5', 'a_x0041_😀'],
          ['F5', '2026-03-01'],
        ],
      ],
    ]);
  });

  it('takes the days of both date systems, the day that never was, and times of day', () => {
    expect([1, 59, 60, 61, 46_081, 0.5, 2_958_465.999].map(civilOfSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '2026-02-28',
      '12:00:00',
      '9999-12-31T23:58:34',
    ]);
    expect([-1, 2_958_466, NaN].map(civilOfSerial)).toEqual([undefined, undefined, undefined]);
    expect(serialOfCivil('2026-02-28')).toBe(46_081);
    expect(() => serialOfCivil('2026-13-01')).toThrow(RangeError);
  });

  it('knows a date format from a number format that holds the same letters', () => {
    expect(['yyyy-mm-dd', '[$-804]yyyy"年"m"月"d"日"', 'h:mm AM/PM', '[Red]d.m.'].map(isDateFormat)).not.toContain(
      false,
    );
    expect(['General', '0.00', '#,##0" days"', '\\d0', '[h]:mm', '@', '[Red]0', '0_d'].map(isDateFormat)).not.toContain(
      true,
    );
  });
});

describe('files that cannot be read', () => {
  it('names what is wrong with them', async () => {
    const good = packageOf(`<worksheet xmlns="${NS}"><sheetData/></worksheet>`);
    expect(await reasonOf(openWorkbook(Buffer.from('name,number')))).toBe('FILE workbookNotRecognised');
    expect(await reasonOf(openWorkbook(good.subarray(0, good.length - 300)))).toBe('FILE workbookDamaged');
    const ole = Buffer.alloc(1024);
    ole.writeUInt32BE(0xd0cf11e0);
    expect(await reasonOf(openWorkbook(ole))).toBe('FILE workbookOldFormat');
    ole.write('EncryptedPackage', 600, 'utf16le');
    expect(await reasonOf(openWorkbook(ole))).toBe('FILE workbookEncrypted');
    expect(await reasonOf(openWorkbook('/nowhere/x.xlsx'))).toBe('FILE fileUnreadable');
    expect(await reasonOf(rowsOf(good, '没有'))).toBe('FILE workbookSheetMissing');
  });

  it('names a sheet that breaks off and a string that is not there', async () => {
    const part = (cells: string) => packageOf(`<worksheet xmlns="${NS}"><sheetData><row r="1">${cells}`);
    expect(await reasonOf(rowsOf(part('<c r="A1" t="s"><v>7</v></c></row></sheetData>')))).toBe('FILE workbookDamaged');
    expect(await reasonOf(rowsOf(part('<c r="A1" t="s')))).toBe('FILE workbookDamaged');
    expect(await reasonOf(rowsOf(packageOf('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')))).toBe(
      'FILE workbookDamaged',
    );
  });

  // One flipped bit must not turn into a wrong name in the roster.
  it('finds a flipped bit by the checksum', async () => {
    const text = `<worksheet xmlns="${NS}"><sheetData><row r="1"><c r="A1"><v>41</v></c></row></sheetData></worksheet>`;
    const good = packageOf(text);
    const flipped = Buffer.from(text.replace('41', '40'));
    const bad = replacePart(good, 'xl/worksheets/one.xml', { raw: flipped, method: 0 });
    expect((await rowsOf(good))[0]?.cells[0]?.value).toBe(41);
    expect(await reasonOf(rowsOf(bad))).toBe('FILE workbookDamaged');
  });

  // A declared size is what a bomb lies about: neither lie may cost memory.
  it('refuses a bomb, whether it tells its size or hides it', async () => {
    const zeros = deflateRawSync(Buffer.alloc(8 * 2 ** 20), { level: 9 });
    const good = packageOf(`<worksheet xmlns="${NS}"><sheetData/></worksheet>`);
    expect(() => openZip(good, { parts: 3, partBytes: 1e6, totalBytes: 1e6 })).toThrow(/workbookTooLarge/);
    expect(() => openZip(good, { parts: 99, partBytes: 60, totalBytes: 1e6 })).toThrow(/workbookTooLarge/);
    const name = Buffer.from('xl/worksheets/one.xml');
    const raw = openZip(good).find(name.toString())!.raw;
    expect(raw.length).toBeLessThan(zeros.length);
    const hidden = replacePart(good, name.toString(), {
      raw: zeros,
      crc: crc32(Buffer.alloc(8 * 2 ** 20)),
      size: 1000,
    });
    expect(await reasonOf(rowsOf(hidden))).toBe('FILE workbookTooLarge');
  });
});

describe('long sheets', () => {
  it('stops between pieces when cancelled and reports progress before that', async () => {
    const row = (i: number) => `<row r="${i}"><c r="A${i}"><v>${i}</v></c></row>`;
    const source = packageOf(
      `<worksheet xmlns="${NS}"><sheetData>${Array.from({ length: 5000 }, (_, i) => row(i + 1)).join('')}</sheetData></worksheet>`,
    );
    const cancel = new AbortController();
    const book = await openWorkbook(source);
    const seen: number[] = [];
    const progress: number[] = [];
    const reading = (async () => {
      for await (const { number } of book.rows('甲&乙', {
        signal: cancel.signal,
        onProgress: (done) => progress.push(done),
      })) {
        seen.push(number);
        if (number === 1000) cancel.abort();
      }
    })();
    expect(await reasonOf(reading)).toBe('CANCELLED cancelled');
    expect(seen.length).toBeGreaterThanOrEqual(1000);
    expect(seen.length).toBeLessThan(2000);
    expect(progress.length).toBeGreaterThan(0);
  });
});

/** The package with one part changed. */
function replacePart(bytes: Buffer, name: string, change: Partial<ZipPart>): Buffer {
  using dir = tempDir();
  const fd = openSync(dir.file('x'), 'w+');
  const zip = new ZipWriter(fd);
  for (const part of openZip(bytes).parts) zip.copy(part.name === name ? { ...part, ...change } : part);
  zip.writeDirectory();
  closeSync(fd);
  return readFileSync(dir.file('x'));
}
