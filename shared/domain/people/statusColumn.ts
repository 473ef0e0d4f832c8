// The column that holds who has left, found by what it says where its header says nothing. Without it every new agent of a
// roster counts as active, leavers too.
import type { RosterMapping } from '../../contract/roster.ts';
import type { SheetHead } from '../../contract/sheet.ts';
import { readStatus } from './rosterField.ts';

/** Status words that columns of another kind hold as well: yes and no, valid, a running 1. */
const ALSO_ELSEWHERE =
  /^([是否01yn]|yes|no|true|false|正常|有效|在编|活动|终止|注销|暂停|冻结|退出|转正|current|former)$/i;

/** A column that is passed over although it reads like the status, with one of its words. */
export interface MissedStatus {
  /** 1 for column A. */
  readonly column: number;
  /** A word of it as it stands in the file: of one who is not active, where it shows one. */
  readonly word: string;
}

/**
 * The unmapped column whose shown cells read as status words, where the status is mapped to nothing: at least half of its
 * filled cells do, and one of them means nothing else. Of several the one that reads best, then the leftmost. Null where
 * the status is mapped, the header row is not known, or no column is like it.
 */
export function missedStatus(sheet: SheetHead, headerRow: number | null, mapping: RosterMapping): MissedStatus | null {
  if (headerRow === null || mapping.status !== null) return null;
  const used = new Set(Object.values(mapping));
  const rows = sheet.head.slice(headerRow);
  const width = Math.max(0, ...rows.map((row) => row.length));
  let best: (MissedStatus & { readonly share: number }) | null = null;
  for (let column = 1; column <= width; column += 1) {
    if (used.has(column)) continue;
    const filled = rows.map((row) => (row[column - 1] ?? '').trim()).filter((text) => text !== '');
    const known = filled.flatMap((word) => {
      const status = readStatus({ kind: 'text', value: word });
      return status.ok ? [{ word, status: status.value }] : [];
    });
    const certain = known.filter(({ word }) => !ALSO_ELSEWHERE.test(word));
    const share = known.length / filled.length;
    const shown = certain.find(({ status }) => status !== 'active') ?? certain[0];
    if (shown && share >= 0.5 && share > (best?.share ?? 0)) best = { column, word: shown.word, share };
  }
  return best && { column: best.column, word: best.word };
}
