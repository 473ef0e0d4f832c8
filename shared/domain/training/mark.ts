// Marks of the four assessments (7.2): percent, a grade, or points of a maximum; how they are written, read and compared.
import { MARK_GRADES, type MarkGrade } from '../../contract/trainingWords.ts';
import { fold, read, refuse, textOf, type Read, type SheetCell } from '../sheet/cell.ts';

export type ReadMark =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'grade'; readonly grade: MarkGrade }
  | { readonly kind: 'points'; readonly points: number; readonly maximum: number };

const round = (value: number): number => Math.round(value * 100) / 100;

/** The kept text of a mark; null where it cannot be one: over 100 percent, more points than there are, no maximum. */
export function markText(mark: ReadMark): string | null {
  if (mark.kind === 'grade') return mark.grade;
  if (mark.kind === 'percent') return mark.percent >= 0 && mark.percent <= 100 ? `${round(mark.percent)}%` : null;
  const { points, maximum } = mark;
  return points >= 0 && maximum > 0 && points <= maximum ? `${round(points)}/${round(maximum)}` : null;
}

/** A kept mark by its parts; null for another text. */
export function parseMark(text: string): ReadMark | null {
  const grade = MARK_GRADES.find((one) => one === text);
  if (grade) return { kind: 'grade', grade };
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  if (percent !== undefined) return { kind: 'percent', percent: Number(percent) };
  const [, points, maximum] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return points !== undefined && maximum !== undefined
    ? { kind: 'points', points: Number(points), maximum: Number(maximum) }
    : null;
}

/** Whether a text is a mark that can be kept. */
export function isMark(text: string): boolean {
  const mark = parseMark(text);
  return mark !== null && markText(mark) !== null;
}

const GRADES: Readonly<Record<string, MarkGrade>> = {
  ...{ 优秀: 'excellent', 优: 'excellent', a: 'excellent', excellent: 'excellent' },
  ...{ 良好: 'good', 良: 'good', b: 'good', good: 'good' },
  ...{ 合格: 'pass', 及格: 'pass', 中: 'pass', 中等: 'pass', 通过: 'pass', c: 'pass', pass: 'pass', passed: 'pass' },
  ...{ 不合格: 'fail', 不及格: 'fail', 差: 'fail', 未通过: 'fail', d: 'fail', fail: 'fail', failed: 'fail' },
};

/**
 * The mark in a cell: 86, 86分 and 86% of a hundred, 41/50, 良好. A number over 0 and up to 1 may be a share as well as points
 * and is refused.
 */
export function readMark(cell: SheetCell): Read<string, 'markUnreadable' | 'markAmbiguous'> {
  const text = fold(textOf(cell)).replace(/\s/g, '').toLowerCase();
  const grade = GRADES[text];
  if (grade) return read(grade);
  if (cell.kind === 'date' || cell.kind === 'boolean') return refuse('markUnreadable');
  const [, points, maximum] = /^(\d+(?:\.\d+)?)分?\/(\d+(?:\.\d+)?)分?$/.exec(text) ?? [];
  const [, number, unit] = /^(\d+(?:\.\d+)?)(%|分|percent)?$/.exec(text) ?? [];
  if (unit === undefined && number !== undefined && Number(number) > 0 && Number(number) <= 1)
    return refuse('markAmbiguous');
  const kept =
    points !== undefined && maximum !== undefined
      ? markText({ kind: 'points', points: Number(points), maximum: Number(maximum) })
      : number === undefined
        ? null
        : markText({ kind: 'percent', percent: Number(number) });
  return kept === null ? refuse('markUnreadable') : read(kept);
}
