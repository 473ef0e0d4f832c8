// A forward scanner over the bytes of one XML part: tags with local names and attributes, and the raw text between them.
// Hand-written because a sheet of 50,000 rows holds some two million tags; nothing is copied until a caller asks for text.
import { workbookError } from '../fileError.ts';

const MAX_ATTRIBUTES = 64;
const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;

const damagedXml = () => workbookError('workbookDamaged', { detail: 'xml' });

/** The number by which a local name is recognised while scanning. */
export function tagCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code = (Math.imul(code, 31) + name.charCodeAt(i)) | 0;
  return code;
}

export class XmlScanner {
  readonly bytes: Buffer;
  /** tagCode of the current tag's local name. */
  name = 0;
  /** The current tag closes an element: `</x>`. A `<x/>` is `open` and `empty`. */
  closing = false;
  empty = false;
  /** Byte range of the current tag; the text before it starts where the tag before it ended. */
  tagStart = 0;
  tagEnd = 0;
  private count = 0;
  private readonly names = new Int32Array(MAX_ATTRIBUTES);
  private readonly starts = new Int32Array(MAX_ATTRIBUTES);
  private readonly ends = new Int32Array(MAX_ATTRIBUTES);

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Moves to the next tag; false at the end. Comments, processing instructions and CDATA markup are no tags. */
  next(): boolean {
    const bytes = this.bytes;
    let at = this.tagEnd;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LT) at++;
      if (at >= bytes.length) return false;
      const mark = bytes[at + 1];
      if (mark === 33) at = this.skipMarkup(at);
      else if (mark === 63) at = this.after('?>', at);
      else break;
    }
    this.tagStart = at;
    this.readTag(at + 1);
    return true;
  }

  /** Raw bytes of an attribute's value as text without entities decoded, by tagCode of its local name. */
  attribute(name: number): string | undefined {
    const i = this.attributeIndex(name);
    return i < 0 ? undefined : this.bytes.toString('utf8', this.starts[i], this.ends[i]);
  }

  /** Index of an attribute for valueStart and valueEnd, or -1. */
  attributeIndex(name: number): number {
    for (let i = 0; i < this.count; i++) if (this.names[i] === name) return i;
    return -1;
  }
  valueStart(index: number): number {
    return this.starts[index]!;
  }
  valueEnd(index: number): number {
    return this.ends[index]!;
  }

  /** Skips to the closing tag of the element whose opening tag is current. */
  skipElement(): void {
    if (this.empty) return;
    const name = this.name;
    let depth = 1;
    while (depth > 0 && this.next()) {
      if (this.name !== name || this.empty) continue;
      depth += this.closing ? -1 : 1;
    }
  }

  /** One pass over the tag; the fields are written once at the end, as this runs for every tag of a sheet. */
  private readTag(from: number): void {
    const bytes = this.bytes;
    let at = from;
    this.closing = bytes[at] === SLASH;
    if (this.closing) at++;
    let code = 0;
    let byte = bytes[at] ?? 0;
    while (byte !== GT && byte !== SLASH && byte > SPACE) {
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
      byte = bytes[++at] ?? 0;
    }
    let count = 0;
    let empty = false;
    while (byte !== GT) {
      if (byte <= SPACE) {
        if (at >= bytes.length) throw damagedXml();
        byte = bytes[++at] ?? 0;
      } else if (byte === SLASH) {
        empty = true;
        byte = bytes[++at] ?? 0;
      } else {
        if (count === MAX_ATTRIBUTES) throw damagedXml();
        at = this.readAttribute(at, count++);
        byte = bytes[at] ?? 0;
      }
    }
    this.name = code;
    this.count = count;
    this.empty = empty;
    this.tagEnd = at + 1;
  }

  private readAttribute(from: number, index: number): number {
    const bytes = this.bytes;
    let at = from;
    let code = 0;
    let byte = bytes[at] ?? 0;
    while (byte !== EQUALS && byte > SPACE) {
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
      byte = bytes[++at] ?? 0;
    }
    while (byte === EQUALS || (byte <= SPACE && at < bytes.length)) byte = bytes[++at] ?? 0;
    if (byte !== QUOTE && byte !== APOSTROPHE) throw damagedXml();
    const quote = byte;
    const start = ++at;
    const length = bytes.length;
    while (at < length && bytes[at] !== quote) at++;
    this.names[index] = code;
    this.starts[index] = start;
    this.ends[index] = at;
    return at + 1;
  }

  private skipMarkup(at: number): number {
    const bytes = this.bytes;
    if (bytes[at + 2] === 45) return this.after('-->', at);
    if (bytes[at + 2] === 91) return this.after(']]>', at);
    // A document type could define entities; no workbook has one.
    throw workbookError('workbookDamaged', { detail: 'doctype' });
  }

  private after(mark: string, at: number): number {
    const found = this.bytes.indexOf(mark, at + 2, 'latin1');
    if (found < 0) throw damagedXml();
    return found + mark.length;
  }
}

/** A scanner over a part, whatever its encoding: workbooks are UTF-8, some tools write UTF-16. */
export function scanXml(bytes: Buffer): XmlScanner {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new XmlScanner(Buffer.from(bytes.toString('utf16le', 2)));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16();
    return new XmlScanner(Buffer.from(swapped.toString('utf16le')));
  }
  return new XmlScanner(bytes);
}
