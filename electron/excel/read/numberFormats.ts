// Which cell formats show a number as a date. A date in a sheet is only a number with such a format.
import { scanXml, tagCode } from './xmlScanner.ts';
import { decodeXml } from './xmlText.ts';

const NUM_FMT = tagCode('numFmt');
const CELL_XFS = tagCode('cellXfs');
const XF = tagCode('xf');
const ID = tagCode('numFmtId');
const CODE = tagCode('formatCode');

/** Built-in formats that are dates or times of day: Western 14 to 22, 45, 47; East Asian 27 to 36 and 50 to 58. */
function builtInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
}

/**
 * Whether a format code shows dates or times of day. Quoted and escaped text, fill characters, colours and locales do not
 * count; elapsed time such as [h]:mm is a duration, hence a number.
 */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return false;
  const bare = first
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/general|@/i.test(bare)) return false;
  return /[ymdhs年月日]/i.test(bare);
}

/** For each cell format (index of a cell's `s`) whether it shows a date. `styles` is xl/styles.xml, absent in some files. */
export function dateFormats(styles: Buffer | undefined): readonly boolean[] {
  if (styles === undefined) return [];
  const scanner = scanXml(styles);
  const custom = new Map<number, boolean>();
  const formats: boolean[] = [];
  let inCellXfs = false;
  while (scanner.next()) {
    if (scanner.name === CELL_XFS) inCellXfs = !scanner.closing && !scanner.empty;
    else if (scanner.closing) continue;
    else if (scanner.name === NUM_FMT) {
      custom.set(Number(scanner.attribute(ID)), isDateFormat(decodeXml(scanner.attribute(CODE) ?? '')));
    } else if (inCellXfs && scanner.name === XF) {
      const id = Number(scanner.attribute(ID) ?? 0);
      formats.push(custom.get(id) ?? builtInDate(id));
    }
  }
  return formats;
}
