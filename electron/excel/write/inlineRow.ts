// A row as text with its strings inline: for a short sheet that is written after the shared strings.
import { columnName } from '../read/cells.ts';
import type { RowInput } from './cellInput.ts';
import { cleanText, textElement } from './cellText.ts';

/** The `row` element; texts and finite numbers only. `styles` are the indexes of the cells' formats. */
export function inlineRow(row: RowInput, number: number, styles: readonly number[]): string {
  const cells = row.map((value, index) => {
    const open = `<c r="${columnName(index + 1)}${number}" s="${styles[index] ?? 0}"`;
    if (value === undefined) return '';
    if (value === null) return `${open}/>`;
    if (typeof value === 'string') return `${open} t="inlineStr"><is>${textElement(cleanText(value).text)}</is></c>`;
    if (typeof value === 'number' && Number.isFinite(value)) return `${open}><v>${value}</v></c>`;
    throw new RangeError(`row ${number}: only texts and numbers stand inline`);
  });
  return `<row r="${number}" spans="1:${row.length}">${cells.join('')}</row>`;
}
