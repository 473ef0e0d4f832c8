// One run of one entry of the Excel benches in a process of its own: `node excelRun.ts ENTRY FILE`. Prints the CPU and wall
// time in ms and the memory added in MB as JSON. Data is made before the clock starts.
import ExcelJS from 'exceljs';
import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { openWorkbook } from '../../electron/excel/read/workbook.ts';
import { serialOfUtc } from '../../electron/excel/read/serialDate.ts';
import { Splicer } from '../../electron/excel/write/splice.ts';
import { writeWholeFile } from '../../electron/excel/write/wholeFile.ts';
import { ZipWriter, type ZipLevel } from '../../electron/excel/zip/writeZip.ts';
import { columnName } from '../../electron/excel/read/cells.ts';
import { detailRows, FORMULA_COLUMN, type DetailRow } from './workbookData.ts';
import { addDetail, addDetailRules, addSummaries, CELL_STYLES } from './workbookSpec.ts';

const COLUMNS = 16;

/** exceljs at its best: shared style objects, each row committed. */
async function exceljsStream(file: string, rows: readonly DetailRow[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const sheet = addDetail(book);
  sheet.getRow(1).commit();
  rows.forEach((values, i) => {
    const number = i + 2;
    const row = sheet.addRow(
      values.map((value, j) => (j === FORMULA_COLUMN ? { formula: `J${number}*K${number}`, result: value } : value)),
    );
    const styles = CELL_STYLES[i % 2]!;
    for (let j = 0; j < COLUMNS; j++) row.getCell(j + 1).style = styles[j]!;
    row.commit();
  });
  addDetailRules(sheet, rows.length);
  sheet.commit();
  addSummaries(book, (summary) => summary.commit());
  await book.commit();
}

/** Ours: exceljs's skeleton with the rows spliced in. */
async function spliced(file: string, rows: readonly DetailRow[], level: ZipLevel): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = addDetail(book);
  CELL_STYLES.forEach((styles, parity) => {
    styles.forEach((style, j) => {
      const cell = sheet.getCell(2 + parity, j + 1);
      cell.value = 0;
      cell.style = style;
    });
  });
  addDetailRules(sheet, rows.length);
  addSummaries(book, () => undefined);
  const skeleton = Buffer.from(await book.xlsx.writeBuffer());
  function* withFormulas() {
    // One row and one formula are used again and again: a row is rendered before the next is asked for.
    const formula = { formula: '', value: 0 };
    const row: (DetailRow[number] | typeof formula)[] = [];
    let number = 2;
    for (const values of rows) {
      for (let j = 0; j < COLUMNS; j++) row[j] = values[j]!;
      formula.formula = `J${number}*K${number}`;
      formula.value = values[FORMULA_COLUMN] as number;
      row[FORMULA_COLUMN] = formula;
      number++;
      yield row;
    }
  }
  await writeWholeFile(file, undefined, async (fd) => {
    const zip = new ZipWriter(fd);
    const splicer = new Splicer(skeleton, zip, { level });
    splicer.copyRest([sheet.name]);
    await splicer.fill({
      sheet: sheet.name,
      columns: COLUMNS,
      firstRow: 2,
      templates: 2,
      variant: (_, index) => index % 2,
      rows: withFormulas(),
      rowCount: rows.length,
    });
    await splicer.finishStrings();
    zip.writeDirectory();
  });
}

/** The floor: one thread, the detail rows alone, joined strings with shared texts, deflated; no zip, no other part. */
function floor(file: string, rows: readonly DetailRow[], level: ZipLevel): void {
  const ids = new Map<string, number>();
  const opens = Array.from({ length: COLUMNS }, (_, j) => `<c r="${columnName(j + 1)}`);
  const block = Buffer.allocUnsafe(2 ** 20);
  const fd = openSync(file, 'w');
  let offset = 0;
  let dictionary: Buffer | undefined;
  let text = '';
  const flush = (last: boolean): void => {
    const bytes = block.subarray(0, offset);
    const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const options = { level, memLevel: 9, finishFlush };
    writeSync(fd, deflateRawSync(bytes, dictionary === undefined ? options : { ...options, dictionary }));
    dictionary = Buffer.from(bytes.subarray(Math.max(0, offset - 32_768)));
    offset = 0;
  };
  const take = (): void => {
    if (offset + text.length > block.length) flush(false);
    offset += block.write(text, offset, 'latin1');
    text = '';
  };
  rows.forEach((row, i) => {
    const number = i + 2;
    text += `<row r="${number}" spans="1:16">`;
    for (let j = 0; j < COLUMNS; j++) {
      const value = row[j];
      const open = `${opens[j]!}${number}" s="${1 + j + (i % 2) * 16}`;
      if (value === null || value === undefined) text += `${open}"/>`;
      else if (typeof value === 'string') {
        let id = ids.get(value);
        if (id === undefined) ids.set(value, (id = ids.size));
        text += `${open}" t="s"><v>${id}</v></c>`;
      } else if (typeof value === 'object') text += `${open}"><v>${serialOfUtc(value)}</v></c>`;
      else if (j === FORMULA_COLUMN) text += `${open}"><f>J${number}*K${number}</f><v>${value}</v></c>`;
      else text += `${open}"><v>${value}</v></c>`;
    }
    text += '</row>';
    if (text.length > 16_384) take();
  });
  take();
  flush(true);
  closeSync(fd);
}

async function readOurs(file: string): Promise<void> {
  const book = await openWorkbook(file);
  let rows = 0;
  for await (const piece of book.pieces('花名册')) rows += piece.length;
  if (rows !== 50_001) throw new Error(`read ${rows} rows`);
}

async function readExceljs(file: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  let rows = 0;
  book.getWorksheet('花名册')!.eachRow(() => rows++);
  if (rows !== 50_001) throw new Error(`read ${rows} rows`);
}

const [entry = '', file = ''] = process.argv.slice(2);
const rows = entry.startsWith('read') ? [] : detailRows(100_000);
const ENTRIES: Readonly<Record<string, () => Promise<void> | void>> = {
  exceljs: () => exceljsStream(file, rows),
  'ours-6': () => spliced(file, rows, 6),
  'ours-1': () => spliced(file, rows, 1),
  'floor-6': () => floor(file, rows, 6),
  'floor-1': () => floor(file, rows, 1),
  'read-ours': () => readOurs(file),
  'read-exceljs': () => readExceljs(file),
};
globalThis.gc?.();
const peakBefore = process.resourceUsage().maxRSS;
const cpuBefore = process.cpuUsage();
const start = performance.now();
await ENTRIES[entry]!();
const wall = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
const added = (process.resourceUsage().maxRSS - peakBefore) / 1024;
console.log(JSON.stringify({ cpu: (cpu.user + cpu.system) / 1000, wall, added }));
