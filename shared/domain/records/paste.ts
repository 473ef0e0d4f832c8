// A list of service records pasted from a sheet or typed, one a line: reference, day, kind, client. Columns stand apart by
// tabs, commas or semicolons; a heading line is passed over; days are read in the ways in which people write them.
import type { FrameRowInput } from '../../contract/records.ts';
import { SERVICE_KINDS, type ServiceKind } from '../../contract/observationRecord.ts';
import { isDay } from '../time.ts';

export interface PastedLine {
  /** Number of the line, from 1. */
  readonly line: number;
  readonly text: string;
  /** What it says, or why it cannot be taken. */
  readonly row: FrameRowInput | null;
  readonly problem: 'reference' | 'day' | 'kind' | null;
}

const SEPARATOR = /\t|[,，;；]/u;
const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** 2026-7-3, 2026/07/03, 2026年7月3日 or 20260703 as 2026-07-03; null for anything else. */
function dayOfText(text: string): string | null {
  const [, year, month, day] = DAY.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

/** `kindOf` reads a kind as it is called on the screen; an empty one is other. */
function readLine(
  text: string,
  kindOf: (word: string) => ServiceKind | null,
): { readonly row: FrameRowInput | null; readonly problem: PastedLine['problem'] } {
  const [reference = '', dayText = '', kindText = '', client = ''] = text
    .normalize('NFKC')
    .split(SEPARATOR)
    .map((cell) => cell.trim());
  if (reference === '' || reference.length > 60) return { row: null, problem: 'reference' };
  const day = dayOfText(dayText);
  if (day === null) return { row: null, problem: 'day' };
  const kind = kindText === '' ? 'other' : (SERVICE_KINDS.find((one) => one === kindText) ?? kindOf(kindText));
  if (kind === null) return { row: null, problem: 'kind' };
  return { row: { reference, day, kind, client: client.slice(0, 60) }, problem: null };
}

/** The lines of a pasted list, empty ones left out. A first line without a day is a heading and left out too. */
export function readPaste(text: string, kindOf: (word: string) => ServiceKind | null): PastedLine[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '')
    .map((line): PastedLine => ({ ...line, ...readLine(line.text, kindOf) }));
  const [first] = lines;
  return first?.problem === 'day' && !/\d{4}/.test(first.text) && lines.length > 1 ? lines.slice(1) : lines;
}
