// What a radar draws where a value is missing.
import { expect, test } from 'vitest';
import { optionOf } from '../../../renderer/components/chart/option.ts';
import type { ChartSpec } from '../../../renderer/components/chart/spec.ts';

const radar = (agent: readonly (number | null)[]): ChartSpec => ({
  kind: 'radar',
  max: 100,
  categories: ['甲', '乙', '丙', '丁'],
  series: [
    { name: '本人', values: agent },
    { name: '机构', values: [80, 70, 60, 50] },
  ],
});

// Catches: an indicator without evidence drawn at the centre, as if everything had been answered wrong.
test('a radar draws a missing value as zero', () => {
  expect(optionOf(radar([90, null, 0, 40]), 2, new Map())).toMatchObject({
    radar: { indicator: [{ name: '甲' }, { name: '丙' }, { name: '丁' }] },
    series: [{ data: [{ value: [90, 0, 40] }, { value: [80, 60, 50] }] }],
  });
});

test('two axes are drawn as a radar, or the missing values of bars as zero', () => {
  expect(optionOf(radar([90, null, null, 40]), 2, new Map())).toMatchObject({
    xAxis: { data: ['甲', '乙', '丙', '丁'] },
    series: [
      { type: 'bar', data: [90, '-', '-', 40] },
      { type: 'bar', data: [80, 70, 60, 50] },
    ],
  });
});
