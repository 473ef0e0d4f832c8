// The rules of training as plain functions. Each title names the fault that would turn it red.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRAINING_CONTENTS } from '../../shared/contract/trainingWords.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import type { SheetCell } from '../../shared/domain/sheet/cell.ts';
import { contentOf } from '../../shared/domain/training/contentOf.ts';
import { readHours } from '../../shared/domain/training/importRows.ts';
import { isMark, markText, parseMark, readMark } from '../../shared/domain/training/mark.ts';
import { isWeak, MIN_ANSWERS, MOST_WEAK, weakest } from '../../shared/domain/training/needs.ts';
import { yearStanding } from '../../shared/domain/training/progress.ts';
import { builtInStandard } from '../../shared/standard/builtIn.ts';

const text = (value: string): SheetCell => ({ kind: 'text', value });
const number = (value: number): SheetCell => ({ kind: 'number', value });

describe('a mark', () => {
  test.each([
    [number(86), '86%'],
    [text('８６分'), '86%'],
    [text('86.5 %'), '86.5%'],
    [text('41/50'), '41/50'],
    [text('41分/50分'), '41/50'],
    [text(' 优秀 '), 'excellent'],
    [text('Passed'), 'pass'],
    [number(0), '0%'],
    [number(100), '100%'],
  ])('of %o is misread', (cell, kept) => {
    expect(readMark(cell)).toEqual({ ok: true, value: kept });
  });
  test.each([
    [number(0.86), 'markAmbiguous'],
    [number(1), 'markAmbiguous'],
    [number(101), 'markUnreadable'],
    [text('51/50'), 'markUnreadable'],
    [text('5/0'), 'markUnreadable'],
    [text('-3'), 'markUnreadable'],
    [text('还行'), 'markUnreadable'],
    [{ kind: 'date', value: '2026-05-06' } as const, 'markUnreadable'],
  ])('of %o is guessed', (cell, reason) => {
    expect(readMark(cell)).toEqual({ ok: false, reason });
  });
  test('is lost between its parts and its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (points, maximum) => {
        const kept = markText({ kind: 'points', points: points / 100, maximum: maximum / 100 });
        expect(kept !== null).toBe(points <= maximum);
        if (kept === null) return;
        expect(isMark(kept)).toBe(true);
        expect(markText(parseMark(kept)!)).toBe(kept);
      }),
    );
  });
});

test.each([
  [number(2.5), 2.5],
  [text('3学时'), 3],
  [text('1.5 小时'), 1.5],
  [text('0'), null],
  [number(24.01), null],
  [text('半天'), null],
])('hours of %o are misread', (cell, hours) => {
  const found = readHours(cell);
  expect(found.ok ? found.value : null).toBe(hours);
});

test('a criterion of the built-in standard has no content, or one content has none', () => {
  const contents = new Set(builtInStandard.criteria.map(contentOf));
  expect([...contents].toSorted()).toEqual([...TRAINING_CONTENTS].toSorted());
  const own = (clause: string) => contentOf({ code: `${clause}-9`, clause, indicator: 'content' });
  expect([own('2.1'), own('2.2.1'), own('3.5'), own('2.5.3'), own('6.3'), own('5.2')]).toEqual([
    ...['risk', 'product', 'complaint', 'ethics', 'complaint', 'product'],
  ]);
  expect(contentOf({ code: '2.2.1-1', clause: '2.2.1', indicator: 'content' })).toBe('communication');
});

test('a criterion at three quarters is weak, or one of two answers; the list is out of order or too long', () => {
  expect(isWeak({ sum: 3, answers: 4 })).toBe(false);
  expect(isWeak({ sum: 0, answers: MIN_ANSWERS - 1 })).toBe(false);
  fc.assert(
    fc.property(
      fc.array(fc.record({ sum: fc.integer({ min: 0, max: 8 }), more: fc.nat(6) }), { maxLength: 30 }),
      (all) => {
        const tallies = new Map(all.map(({ sum, more }, at) => [`3.${at}-1`, { sum, answers: sum + more }]));
        const found = weakest(tallies);
        expect(found.length).toBeLessThanOrEqual(MOST_WEAK);
        const means = found.map(({ mean }) => mean);
        expect(means).toEqual(means.toSorted((a, b) => a - b));
        for (const { mean, answers } of found) expect(mean < 0.75 && answers >= MIN_ANSWERS).toBe(true);
        const named = new Set(found.map(({ code }) => code));
        const last = means.at(-1) ?? 1;
        for (const [code, tallied] of tallies)
          if (isWeak(tallied) && !named.has(code)) expect(tallied.sum / tallied.answers).toBeGreaterThanOrEqual(last);
      },
    ),
  );
});

test('hours are asked for a month too many, of a year that is over by the month, or of one not yet hired', () => {
  const at = (hiredOn: string | null, today: string, hours: number, year = 2026) =>
    yearStanding({ hours, hiredOn, year, today }, MODEL_1);
  expect(at('2020-03-01', '2026-03-31', 5)).toMatchObject({ required: 5, whole: 20, standing: 'onTrack', missing: 0 });
  expect(at('2020-03-01', '2026-04-01', 5)).toMatchObject({ standing: 'short' });
  expect(at(null, '2026-12-31', 19.99)).toMatchObject({ required: 20, standing: 'short' });
  expect(at('2026-11-30', '2026-12-01', 20 / 6)).toMatchObject({ standing: 'met' });
  expect(at('2020-03-01', '2026-04-01', 19, 2025)).toMatchObject({ required: 20, standing: 'short', missing: 1 });
  expect(at('2026-06-01', '2026-07-01', 0, 2025)).toMatchObject({ required: 0, whole: 0, standing: 'met' });
});
