// A workbook that another program works out anew, compared cell by cell with what the console wrote.
import { closeSync, openSync, readFileSync } from 'node:fs';
import { openWorkbook, type SourceCell } from '../../electron/excel/read/workbook.ts';
import { openZip, partBytesSync } from '../../electron/excel/zip/readZip.ts';
import { ZipWriter } from '../../electron/excel/zip/writeZip.ts';
import type { LibreOffice } from './officeTools.ts';
import type { TempDir } from './tempDir.ts';

/** The cells of every sheet by address. */
export async function cellsOf(file: string): Promise<Map<string, SourceCell>> {
  const book = await openWorkbook(file);
  const cells = new Map<string, SourceCell>();
  for (const { name } of book.sheets) {
    for await (const row of book.rows(name)) for (const cell of row.cells) cells.set(`${name}!${cell.ref}`, cell);
  }
  return cells;
}

/** A copy of a workbook with the text of some parts changed. */
export function edited(source: string, target: string, edit: (name: string, xml: string) => string): string {
  const fd = openSync(target, 'w+');
  const zip = new ZipWriter(fd);
  for (const part of openZip(readFileSync(source)).parts) {
    const xml = partBytesSync(part).toString('utf8');
    const changed = edit(part.name, xml);
    if (changed === xml) zip.copy(part);
    else zip.add(part.name, Buffer.from(changed, 'utf8'), 1);
  }
  zip.writeDirectory();
  closeSync(fd);
  return target;
}

export interface Recalculated {
  /** The workbook as the other program saved it. */
  readonly file: string;
  /** Cells with a formula. */
  readonly compared: number;
  /** Address, our value, theirs, formula. */
  readonly differences: readonly unknown[];
}

/** All kept values are spoilt first, so that what LibreOffice shows can only be its own. */
export async function recalculated(office: LibreOffice, file: string, dir: TempDir): Promise<Recalculated> {
  const engine = await cellsOf(file);
  const spoilt = edited(file, dir.file('spoilt.xlsx'), (name, xml) =>
    name.startsWith('xl/worksheets/') ? xml.replace(/(<\/f><v>)[^<]*/g, '$1777') : xml,
  );
  const saved = office.recalculated(spoilt, dir.file('recalculated'));
  const theirs = await cellsOf(saved);
  let compared = 0;
  const differences: unknown[] = [];
  for (const [at, cell] of engine) {
    if (cell.formula === undefined) continue;
    compared += 1;
    const value = theirs.get(at)?.value ?? '';
    const same =
      typeof cell.value === 'number' && typeof value === 'number'
        ? Math.abs(cell.value - value) < 1e-9
        : cell.value === value;
    if (!same) differences.push([at, cell.value, value, cell.formula]);
  }
  return { file: saved, compared, differences };
}
