// Reads a text file of comma, semicolon or tab separated values into the rows of a sheet. Chinese Excel saves such files in
// GB 18030, everything else in UTF-8: whatever is not valid UTF-8 is the former.
import type { SheetCell, SheetRow } from '../../../shared/domain/sheet/cell.ts';
import { workbookError } from '../fileError.ts';

const MOST_BYTES = 16 * 2 ** 20;
const SEPARATORS = [',', ';', '\t'] as const;

function decoded(bytes: Buffer): string {
  if (bytes.length > MOST_BYTES) throw workbookError('workbookTooLarge', { detail: String(bytes.length) });
  if (bytes.includes(0)) throw workbookError('textFileNotRecognised');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The separator that the first line with any of them uses most. */
function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => SEPARATORS.some((sign) => one.includes(sign))) ?? '';
  const [best] = SEPARATORS.toSorted((a, b) => line.split(b).length - line.split(a).length);
  return best ?? ',';
}

/** The rows that hold something; a field in quotes may hold separators, line ends and doubled quotes. @throws AppError FILE */
export function csvRows(bytes: Buffer): SheetRow[] {
  const text = decoded(bytes);
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let number = 1;
  let cells = new Map<number, SheetCell>();
  let column = 1;
  let field = '';
  let quoted = false;
  const endField = (): void => {
    if (field.trim() !== '') cells.set(column, { kind: 'text', value: field });
    field = '';
    column += 1;
  };
  const endRow = (): void => {
    endField();
    if (cells.size > 0) rows.push({ number, cells });
    cells = new Map();
    column = 1;
    number += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (sign === separator) endField();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  endRow();
  return rows;
}
