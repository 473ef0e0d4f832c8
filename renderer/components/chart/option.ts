// From a chart spec and the theme's colours to echarts' options.
import type { EChartsCoreOption } from 'echarts/core';
import { FONT } from '../../theme.ts';
import { complete, type ChartSpec, type RadarSpec, type Series } from './spec.ts';

type Colours = ReadonlyMap<string, string>;

// Red, amber and green keep their meanings elsewhere: series differ by teal, greys, pattern and mark.
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;

const LEAST_AXES = 3;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/**
 * echarts' options for the spec. A radar draws a missing value as zero, so an axis that lacks one is left out; a radar of
 * fewer than three axes is drawn as bars.
 */
export function optionOf(given: ChartSpec, digits: number, colours: Colours): EChartsCoreOption {
  const spec = given.kind === 'radar' ? drawable(given) : given;
  const colour = (name: string) => colours.get(name) ?? '';
  const value = (number: unknown) => (typeof number === 'number' ? number.toFixed(digits) : '–');
  const base: EChartsCoreOption = {
    animation: false,
    color: [colour('--accent'), colour('--text-3'), colour('--accent-line'), colour('--text-2')],
    textStyle: { fontFamily: FONT, fontSize: 12, color: colour('--text') },
    tooltip: {
      trigger: spec.kind === 'radar' ? 'item' : 'axis',
      valueFormatter: value,
      confine: true,
      backgroundColor: colour('--raised'),
      borderColor: colour('--line-strong'),
      textStyle: { color: colour('--text'), fontSize: 12 },
    },
    legend: {
      show: spec.series.length > 1,
      bottom: 0,
      // Lines show their own mark and dash: colour alone would not tell seven of them apart.
      ...(spec.kind === 'line' || spec.kind === 'pareto' ? {} : { icon: 'roundRect' }),
      itemWidth: spec.kind === 'line' ? 28 : 16,
      itemHeight: 8,
      textStyle: { color: colour('--text'), fontSize: 12 },
    },
    aria: { enabled: true, label: { enabled: false }, decal: { show: spec.kind === 'bar' && spec.series.length > 1 } },
  };
  switch (spec.kind) {
    case 'radar':
      return { ...base, ...radar(spec, colour) };
    case 'heat':
      return { ...base, ...heat(spec, value, colour) };
    case 'pareto':
      return { ...base, ...cumulated(spec, value, colour) };
    default:
      return { ...base, ...axes(spec, value, colour) };
  }
}

type Spec<Kind extends ChartSpec['kind']> = Extract<ChartSpec, { kind: Kind }>;
type Write = (number: unknown) => string;

const FRAME = { left: 8, right: 16, top: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** Longer names are cut on the axis; tip and table have them whole. */
const LONGEST = 96;

/** Fields with their values written into them; the shade repeats what the number says. */
function heat(spec: Spec<'heat'>, value: Write, colour: (name: string) => string): EChartsCoreOption {
  const fields = spec.series.flatMap((series, y) =>
    series.values.flatMap((one, x) => (one === null ? [] : [[x, y, one] as const])),
  );
  const names = { color: colour('--text'), interval: 0, width: LONGEST, overflow: 'truncate' } as const;
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { show: false } } as const;
  return {
    legend: { show: false },
    tooltip: { show: false },
    grid: { ...FRAME, top: 8, bottom: 8 },
    xAxis: { ...axis, data: [...spec.categories], axisLabel: { ...names, width: 72, overflow: 'break' } },
    yAxis: { ...axis, data: spec.series.map(({ name }) => name), inverse: true, axisLabel: names },
    visualMap: {
      show: false,
      min: spec.min ?? 0,
      max: spec.max ?? 100,
      dimension: 2,
      inRange: { color: [colour('--surface'), colour('--accent-line')] },
    },
    series: [
      {
        type: 'heatmap',
        data: fields,
        label: {
          show: true,
          color: colour('--text'),
          formatter: ({ value: field }: { value: readonly number[] }) => value(field[2]),
        },
        itemStyle: { borderColor: colour('--line'), borderWidth: 1 },
      },
    ],
  };
}

function cumulated(spec: Spec<'pareto'>, value: Write, colour: (name: string) => string): EChartsCoreOption {
  const [counts, shares] = spec.series;
  const scale = { type: 'value', min: 0, axisLabel: { color: colour('--text-2') } } as const;
  return {
    grid: { ...FRAME, bottom: 32 },
    xAxis: {
      type: 'category',
      data: [...spec.categories],
      axisLabel: { color: colour('--text'), interval: 0, width: 72, overflow: 'truncate', hideOverlap: true },
      axisLine: { lineStyle: { color: colour('--line-strong') } },
      axisTick: { show: false },
    },
    yAxis: [
      { ...scale, minInterval: 1, splitLine: { lineStyle: { color: colour('--line') } } },
      { ...scale, max: 100, splitLine: { show: false } },
    ],
    series: [
      {
        name: counts?.name,
        type: 'bar',
        data: [...(counts?.values ?? [])],
        barMaxWidth: 28,
        label: {
          show: true,
          position: 'top',
          color: colour('--text'),
          formatter: ({ value: one }: { value: unknown }) => value(one),
        },
      },
      {
        name: shares?.name,
        type: 'line',
        yAxisIndex: 1,
        data: [...(shares?.values ?? [])],
        symbol: 'rect',
        symbolSize: 7,
        lineStyle: { width: 2, type: 'dashed' },
      },
    ],
  };
}

function drawable(spec: RadarSpec): ChartSpec {
  const kept = complete(spec);
  if (kept.length < LEAST_AXES) return { ...spec, kind: 'bar', min: 0 };
  return {
    ...spec,
    categories: kept.map((at) => spec.categories[at]!),
    series: spec.series.map(({ name, values }) => ({ name, values: kept.map((at) => values[at] ?? null) })),
  };
}

function radar(spec: RadarSpec, colour: (name: string) => string): EChartsCoreOption {
  return {
    radar: {
      indicator: spec.categories.map((name) => ({ name, max: spec.max, min: 0 })),
      radius: '64%',
      center: ['50%', '48%'],
      axisName: { color: colour('--text') },
      splitLine: { lineStyle: { color: colour('--line') } },
      axisLine: { lineStyle: { color: colour('--line') } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: spec.series.map((series, at) => ({
          name: series.name,
          value: [...series.values],
          symbol: pick(SYMBOLS, at),
          symbolSize: 6,
          lineStyle: { width: 2, type: pick(DASHES, at) },
          ...(at === 0 ? { areaStyle: { opacity: 0.12 } } : {}),
        })),
      },
    ],
  };
}

const present = ({ values }: Series): number => values.filter((one) => one !== null).length;

function axes(
  spec: Extract<ChartSpec, { kind: 'bar' | 'line' }>,
  value: (number: unknown) => string,
  colour: (name: string) => string,
): EChartsCoreOption {
  const counts = spec.kind === 'bar' && spec.series.every(({ values }) => values.every((one) => Number.isInteger(one)));
  const horizontal = spec.kind === 'bar' && spec.horizontal === true;
  const categories = {
    type: 'category',
    data: [...spec.categories],
    inverse: horizontal,
    axisLabel: { color: colour('--text'), interval: spec.kind === 'bar' ? 0 : 'auto', hideOverlap: true },
    axisLine: { lineStyle: { color: colour('--line-strong') } },
    axisTick: { show: false },
  };
  const values = {
    type: 'value',
    ...(spec.min === undefined ? {} : { min: spec.min }),
    ...(spec.max === undefined ? {} : { max: spec.max }),
    ...(counts ? { minInterval: 1, splitNumber: 3 } : {}),
    axisLabel: { color: colour('--text-2') },
    splitLine: { lineStyle: { color: colour('--line') } },
  };
  const goal = spec.goal && {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colour('--text-2'), type: 'dashed' },
      label: { formatter: spec.goal.label, color: colour('--text-2'), position: 'insideEndTop' },
      data: [horizontal ? { xAxis: spec.goal.value } : { yAxis: spec.goal.value }],
    },
  };
  const drawn = (series: Series, at: number) => ({
    name: series.name,
    data: series.values.map((one) => one ?? '-'),
    ...(spec.kind === 'bar'
      ? {
          type: 'bar',
          barMaxWidth: 28,
          label: {
            show: spec.series.length === 1,
            position: horizontal ? 'right' : 'top',
            color: colour('--text'),
            formatter: ({ value: one }: { value: unknown }) => value(one),
          },
        }
      : {
          type: 'line',
          symbol: series.quiet && present(series) > 1 ? 'none' : pick(SYMBOLS, at),
          symbolSize: 7,
          lineStyle: { width: series.quiet ? 1 : 2, type: pick(DASHES, at) },
          ...(at === 0 && spec.words
            ? {
                label: {
                  show: true,
                  position: 'top',
                  color: colour('--text'),
                  formatter: ({ dataIndex }: { dataIndex: number }) => spec.words?.values[dataIndex] ?? '',
                },
              }
            : {}),
        }),
    ...(at === 0 && goal ? goal : {}),
  });
  return {
    grid: {
      left: 8,
      right: 16,
      top: 24,
      bottom: spec.series.length > 1 ? 32 : 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: horizontal ? values : categories,
    yAxis: horizontal ? categories : values,
    series: spec.series.map(drawn),
  };
}
