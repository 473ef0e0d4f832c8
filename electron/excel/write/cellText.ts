// What text may stand in a cell, and how it is written. Text is only ever text here: a cell of it is a shared or inline
// string, which Excel never evaluates, whatever sign it starts with.

/** Excel's limit for one cell, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

export type TextLoss = 'truncated' | 'removed';

export interface CleanText {
  readonly text: string;
  /** `removed`: characters that XML cannot hold are gone. `truncated`: cut to Excel's limit. */
  readonly losses: readonly TextLoss[];
}

// Built from code points, as a pattern holding the characters themselves could not be read.
const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f';
const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const SUSPECT = new RegExp(`[${CONTROL}\\r\\ud800-\\udfff\\ufffe\\uffff]`);
const ILLEGAL = new RegExp(`[${CONTROL}\\ufffe\\uffff]|${LONE_SURROGATE}`, 'g');

/** The text as a cell can hold it, and what was lost. Line ends become \n, as Excel writes them. */
export function cleanText(text: string): CleanText {
  if (text.length <= MAX_CELL_TEXT && !SUSPECT.test(text)) return { text, losses: [] };
  const losses: TextLoss[] = [];
  let clean = text.replace(/\r\n?/g, '\n');
  const legal = clean.replace(ILLEGAL, '');
  if (legal.length < clean.length) losses.push('removed');
  clean = legal;
  if (clean.length > MAX_CELL_TEXT) {
    const splitsPair = /[\ud800-\udbff]/.test(clean.charAt(MAX_CELL_TEXT - 1));
    clean = clean.slice(0, splitsPair ? MAX_CELL_TEXT - 1 : MAX_CELL_TEXT);
    losses.push('truncated');
  }
  return { text: clean, losses };
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes clean text for XML, for elements and attributes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => MARKUP[sign]!) : text;
}

/** Escapes clean text for a cell: XML, and text that looks like SpreadsheetML's own escape, such as _x0041_. */
export function escapeCellText(text: string): string {
  return escapeXml(text.includes('_x') ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : text);
}

/** The `t` element of a string; white space at the ends and line breaks are kept. */
export function textElement(text: string): string {
  const keep = /^\s|\s$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${keep}>${escapeCellText(text)}</t>`;
}
