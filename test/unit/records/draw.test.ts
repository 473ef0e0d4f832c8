// The draw of service records and the reading of a pasted list.
import '../../support/seed.ts';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { drawOrder } from '../../../shared/domain/records/draw.ts';
import { readPaste } from '../../../shared/domain/records/paste.ts';
import { checkKind, inReviewOrder, tallyOf } from '../../../shared/domain/records/parts.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';

const frame = (length: number) => Array.from({ length }, (_, at) => at);

describe('drawOrder', () => {
  property.prop([fc.integer({ min: 0, max: 400 }), fc.string()])(
    'a record drawn twice or never, a draw that cannot be made again',
    (length, seed) => {
      const order = drawOrder(frame(length), seed);
      expect(order.toSorted((a, b) => a - b)).toEqual(frame(length));
      expect(drawOrder(frame(length), seed)).toEqual(order);
    },
  );

  test('the same order after the program was changed', () => {
    expect(drawOrder(frame(10), '2026-07')).toEqual([6, 4, 5, 2, 0, 3, 1, 8, 9, 7]);
  });

  test('some records more likely than others', () => {
    // 20,000 draws of 3 of 10: each record expected 6,000 times, in first place 2,000 times. The statistic is below 27.9
    // in 999 of 1,000 fair cases (9 degrees of freedom).
    const draws = 20_000;
    const seen = frame(10).map(() => 0);
    const first = frame(10).map(() => 0);
    for (let seed = 0; seed < draws; seed += 1) {
      const sample = drawOrder(frame(10), `seed ${seed}`).slice(0, 3);
      first[sample[0]!]! += 1;
      for (const row of sample) seen[row]! += 1;
    }
    const deviation = (counts: readonly number[], expected: number) =>
      counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(deviation(first, draws / 10)).toBeLessThan(27.9);
    expect(deviation(seen, (draws * 3) / 10)).toBeLessThan(27.9);
  });

  test('seeds that differ by one sign draw the same', () => {
    const orders = new Set(Array.from({ length: 200 }, (_, seed) => drawOrder(frame(12), String(seed)).join()));
    expect(orders.size).toBe(200);
  });
});

test('what people paste is read otherwise than it stands in their sheet', () => {
  const kindOf = (word: string) => (word === '理赔' ? ('claim' as const) : null);
  const lines = readPaste(
    '编号\t日期\t类型\t客户\r\nF1\t2026-6-3\t理赔\t王小明\r\n\r\nF2，2026年6月13日，，\nF3\t20260630\tsale\nF4\t2026-02-30\n\t2026-06-01\nF5\t2026-06-01\t闲聊',
    kindOf,
  );
  expect(lines.map(({ row, problem }) => row ?? problem)).toEqual([
    { reference: 'F1', day: '2026-06-03', kind: 'claim', client: '王小明' },
    { reference: 'F2', day: '2026-06-13', kind: 'other', client: '' },
    { reference: 'F3', day: '2026-06-30', kind: 'sale', client: '' },
    'day',
    'reference',
    'kind',
  ]);
});

test('the client file is counted with the record or the other way round', () => {
  const checks = inReviewOrder(builtInStandard.criteria);
  expect(checks.every(({ method }) => method === 'record')).toBe(true);
  expect(checks[0]?.code).toBe('2.5.1-1');
  for (const check of checks) expect(checkKind(check), check.code).toBe(check.clause === '2.3.3' ? 'file' : 'record');
  expect(tallyOf([true, true, false, null])).toEqual({ passed: 2, failed: 1, notApplicable: 1, share: (2 / 3) * 100 });
  expect(tallyOf([null]).share).toBeNull();
});
