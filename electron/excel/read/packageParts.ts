// The parts of a workbook package: which sheets there are, in which parts they lie, and the date system.
import { workbookError } from '../fileError.ts';
import { openZip, partBytesSync, type ZipPackage, type ZipPart } from '../zip/readZip.ts';
import { scanXml, tagCode } from './xmlScanner.ts';
import { decodeXml } from './xmlText.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipPart;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly styles: ZipPart | undefined;
  readonly strings: ZipPart | undefined;
}

const SHEET = tagCode('sheet');
const WORKBOOK_PR = tagCode('workbookPr');
const RELATIONSHIP = tagCode('Relationship');
const [NAME, STATE, ID, DATE_1904] = ['name', 'state', 'id', 'date1904'].map(tagCode) as [
  number,
  number,
  number,
  number,
];
const [REL_ID, TYPE, TARGET] = ['Id', 'Type', 'Target'].map(tagCode) as [number, number, number];

interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI, the same in transitional and strict packages: worksheet, styles … */
  readonly type: string;
  readonly target: string;
}

/** Reads the package's table of contents. Throws FILE errors for everything that is not an .xlsx or .xlsm workbook. */
export function workbookParts(bytes: Buffer): WorkbookParts {
  refuseOldFormats(bytes);
  const zip = openZip(bytes);
  const main =
    relationships(zip, '').find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = zip.find(main);
  if (workbook === undefined) throw workbookError('workbookNotRecognised');
  const relations = relationships(zip, workbook.name);
  const partOf = (type: string) => {
    const relation = relations.find((candidate) => candidate.type === type);
    return relation === undefined ? undefined : zip.find(relation.target);
  };
  const { sheets, date1904 } = contents(zip, workbook, relations);
  if (sheets.length === 0) throw workbookError('workbookDamaged', { detail: 'sheets' });
  return { sheets, date1904, styles: partOf('styles'), strings: partOf('sharedStrings') };
}

/** A compound file (D0CF11E0) is the format before 2007, or an encrypted package, which holds a stream of that name. */
function refuseOldFormats(bytes: Buffer): void {
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return;
  const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw workbookError(encrypted ? 'workbookEncrypted' : 'workbookOldFormat');
}

function relationships(zip: ZipPackage, owner: string): readonly Relationship[] {
  const slash = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, slash);
  const part = zip.find(`${folder}_rels/${owner.slice(slash)}.rels`);
  if (part === undefined) return [];
  const found: Relationship[] = [];
  const scanner = scanXml(partBytesSync(part));
  while (scanner.next()) {
    if (scanner.name !== RELATIONSHIP || scanner.closing) continue;
    const type = scanner.attribute(TYPE) ?? '';
    found.push({
      id: scanner.attribute(REL_ID) ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, decodeXml(scanner.attribute(TARGET) ?? '')),
    });
  }
  return found;
}

/** A relationship's target as a part name: absolute from the package's root, or relative to its owner's folder. */
function resolveTarget(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function contents(zip: ZipPackage, workbook: ZipPart, relations: readonly Relationship[]) {
  const scanner = scanXml(partBytesSync(workbook));
  const sheets: SheetPart[] = [];
  let date1904 = false;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === WORKBOOK_PR) date1904 = /^(1|true|on)$/.test(scanner.attribute(DATE_1904) ?? '');
    if (scanner.name !== SHEET) continue;
    const id = scanner.attribute(ID);
    const relation = relations.find((candidate) => candidate.id === id);
    // Chart sheets and old macro sheets hold no cells.
    if (relation?.type !== 'worksheet') continue;
    const name = decodeXml(scanner.attribute(NAME) ?? '');
    const part = zip.find(relation.target);
    if (part === undefined) throw workbookError('workbookDamaged', { detail: name });
    sheets.push({ name, hidden: (scanner.attribute(STATE) ?? 'visible') !== 'visible', part });
  }
  return { sheets, date1904 };
}
