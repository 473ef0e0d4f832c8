// The rules of the dashboard: control limits, Pareto's order, means before and after.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compareMeans } from '../../../shared/domain/dashboard/beforeAfter.ts';
import { controlChart } from '../../../shared/domain/dashboard/controlChart.ts';
import { pareto } from '../../../shared/domain/dashboard/pareto.ts';

const point = fc
  .tuple(fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([checked, share]) => ({ checked, failed: Math.round(checked * share) }));
const points = fc.array(point, { minLength: 1, maxLength: 12 });

describe('the control chart', () => {
  it('has the limits of a worked example', () => {
    // p̄ = 30 / 300 = 0.1; n = 100: 0.1 ± 3 √(0.09 / 100) = 0.1 ± 0.09; n = 25: 0.1 ± 0.18, held at 0.
    const { centre, points: read } = controlChart([
      { failed: 5, checked: 100 },
      { failed: 20, checked: 100 },
      { failed: 3, checked: 75 },
      { failed: 2, checked: 25 },
    ]);
    expect(centre).toBeCloseTo(0.1, 12);
    expect(read[0]).toMatchObject({ rate: 0.05, reading: 'normal' });
    expect(read[0]!.low).toBeCloseTo(0.01, 12);
    expect(read[1]).toMatchObject({ rate: 0.2, reading: 'investigate' });
    expect(read[1]!.high).toBeCloseTo(0.19, 12);
    expect(read[3]!.low).toBe(0);
    expect(read[3]!.high).toBeCloseTo(0.28, 12);
  });

  // Would catch: limits beyond 0..1, one width for all points, an empty point read as a rate of 0.
  test.prop([points])('holds its limits in 0..1 around the centre, narrower where more was checked', (given) => {
    const { centre, points: read } = controlChart(given);
    for (const [at, one] of read.entries()) {
      if (given[at]!.checked === 0) {
        expect(one).toMatchObject({ rate: null, low: null, high: null, reading: 'none' });
        continue;
      }
      expect(one.low!).toBeGreaterThanOrEqual(0);
      expect(one.high!).toBeLessThanOrEqual(1);
      expect(one.low!).toBeLessThanOrEqual(centre!);
      expect(one.high!).toBeGreaterThanOrEqual(centre!);
      const z = Math.abs(one.rate! - centre!) / Math.sqrt((centre! * (1 - centre!)) / one.checked);
      if (z < 2.999999) expect(one.reading).toBe('normal');
      if (z > 3.000001) expect(one.reading).toBe('investigate');
      for (const other of read) if (other.checked > one.checked) expect(other.high!).toBeLessThanOrEqual(one.high!);
    }
  });

  test.prop([points])('never asks to look into points that are all alike', (given) => {
    const alike = given.map(() => ({ failed: 3, checked: 10 }));
    expect(controlChart(alike).points.every(({ reading }) => reading === 'normal')).toBe(true);
  });
});

describe("Pareto's order", () => {
  // Would catch: shares of what is left instead of the whole, an order that loses items, a line that falls.
  test.prop([fc.array(fc.nat(50), { maxLength: 20 })])('falls, and its cumulative share rises to 1', (counts) => {
    const ranked = pareto(counts, (count) => count);
    expect(ranked.map(({ count }) => count)).toEqual(counts.filter((one) => one > 0).sort((a, b) => b - a));
    const total = counts.reduce((sum, one) => sum + one, 0);
    let before = 0;
    for (const { count, share, cumulative } of ranked) {
      before += count;
      expect(share).toBeCloseTo(count / total, 12);
      expect(cumulative).toBeCloseTo(before / total, 12);
    }
    if (ranked.length > 0) expect(ranked.at(-1)!.cumulative).toBe(1);
  });

  it('keeps the order of equal counts', () => {
    const ranked = pareto(['b', 'a', 'c'], () => 2);
    expect(ranked.map(({ item }) => item)).toEqual(['b', 'a', 'c']);
  });
});

const scores = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });

describe('before and after', () => {
  it('has the Welch interval of a worked example', () => {
    // Means 82 and 89, s² = 10.0000 and 4.6667, errors 2.0000 and 1.1667; SE 1.779513, ν = 6.8981, t = 2.371725.
    const found = compareMeans([78, 80, 82, 84, 86], [87, 88, 89, 92]);
    expect(found.difference).toBeCloseTo(7, 12);
    expect(found.high! - found.difference!).toBeCloseTo(found.difference! - found.low!, 12);
    expect(found.high! - found.difference!).toBeCloseTo(4.22051, 3);
    expect(found.change).toBe('higher');
    expect(found.before.mean).toBe(82);
    expect(found.before.high! - 82).toBeCloseTo(2.776445 * Math.SQRT2, 5);
  });

  // Would catch: before minus after, pooled instead of separate spreads, a verdict against its own interval.
  test.prop([scores, scores])('turns its sign when the sides are exchanged and agrees with its interval', (a, b) => {
    const there = compareMeans(a, b);
    const back = compareMeans(b, a);
    if (a.length > 0 && b.length > 0) expect(there.difference!).toBeCloseTo(-back.difference!, 9);
    else expect(there.difference).toBeNull();
    if (there.low === null || there.high === null) {
      expect(there.change).toBe('tooFew');
      return;
    }
    expect(there.low).toBeCloseTo(-back.high!, 9);
    expect(there.low).toBeLessThanOrEqual(there.difference!);
    expect(there.high).toBeGreaterThanOrEqual(there.difference!);
    expect(there.change).toBe(there.low > 0 ? 'higher' : there.high < 0 ? 'lower' : 'unclear');
  });

  it('has no interval where there is no spread or one score', () => {
    expect(compareMeans([80], [90, 91])).toMatchObject({ difference: 10.5, low: null, change: 'tooFew' });
    expect(compareMeans([80, 80], [90, 90])).toMatchObject({ difference: 10, low: null, change: 'tooFew' });
    expect(compareMeans([], [])).toMatchObject({ difference: null, before: { count: 0, mean: null } });
  });
});
