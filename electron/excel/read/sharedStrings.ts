// The table of shared strings. Rich text is read as its plain text; phonetic readings (rPh) are no part of the text.
import { breathe } from '../fileError.ts';
import { scanXml, tagCode, type XmlScanner } from './xmlScanner.ts';
import { decodeCellText } from './xmlText.ts';

const SI = tagCode('si');
const T = tagCode('t');
const PHONETIC = tagCode('rPh');
const STRINGS_PER_PIECE = 20_000;

/** Text of the `t` elements up to the closing tag `until`, whose opening tag is current. */
export function readTexts(scanner: XmlScanner, until: number): string {
  let text = '';
  if (scanner.empty) return text;
  while (scanner.next()) {
    if (scanner.closing) {
      if (scanner.name === until) break;
    } else if (scanner.name === PHONETIC) scanner.skipElement();
    else if (scanner.name === T) text += readText(scanner);
  }
  return text;
}

/** Text of the element whose opening tag is current, which holds no other element. Moves to its closing tag. */
export function readText(scanner: XmlScanner): string {
  if (scanner.empty) return '';
  const start = scanner.tagEnd;
  scanner.next();
  return start === scanner.tagStart ? '' : decodeCellText(scanner.bytes.toString('utf8', start, scanner.tagStart));
}

/** All shared strings in order. Yields to the event loop between pieces; throws CANCELLED when aborted. */
export async function sharedStrings(part: Buffer | undefined, signal?: AbortSignal): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const scanner = scanXml(part);
  while (scanner.next()) {
    if (scanner.name !== SI || scanner.closing) continue;
    strings.push(readTexts(scanner, SI));
    if (strings.length % STRINGS_PER_PIECE === 0) await breathe(signal);
  }
  return strings;
}
