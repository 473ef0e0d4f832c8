// Draws a chart spec; the only file of the page that imports echarts, of which it picks four charts and their parts.
import { BarChart, HeatmapChart, LineChart, RadarChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useAppearance } from '../../Appearance.tsx';
import { cssVariables } from '../../theme.ts';
import { optionOf } from './option.ts';
import type { ChartPick, ChartSpec } from './spec.ts';

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  RadarChart,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
]);

/** Gives the chart as a PNG in a data address. */
export type PictureSource = () => string;

export interface ChartBodyProps {
  readonly title: string;
  readonly spec: ChartSpec;
  readonly digits: number;
  readonly onReady: (picture: PictureSource) => void;
  readonly onPick?: (pick: ChartPick) => void;
}

/** Sharp on paper too. */
const PICTURE_SCALE = 3;

/** The category below a point of the canvas, and the series in a heat map; null beside the axes or where nothing stands. */
function pickAt(chart: EChartsType, spec: ChartSpec, point: [number, number]): ChartPick | null {
  if (spec.kind === 'radar' || !chart.containPixel({ gridIndex: 0 }, point)) return null;
  const [x = 0, y = 0] = chart.convertFromPixel({ gridIndex: 0 }, point);
  const across = spec.kind === 'bar' && spec.horizontal === true ? y : x;
  const category = Math.round(across);
  const series = spec.kind === 'heat' ? Math.round(y) : null;
  const shown = series === null ? spec.series : spec.series.slice(series, series + 1);
  return shown.some(({ values }) => (values[category] ?? null) !== null) ? { category, series } : null;
}

export function ChartBody({ title, spec, digits, onReady, onPick }: ChartBodyProps) {
  const { dark } = useAppearance();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const ready = useEffectEvent(onReady);
  const pick = useEffectEvent((made: EChartsType, point: [number, number]) => {
    const found = onPick ? pickAt(made, spec, point) : null;
    if (found) onPick?.(found);
  });
  const point = useEffectEvent((made: EChartsType, at: [number, number]) => {
    // A whole column or field opens, so all of it shows the hand.
    if (onPick && pickAt(made, spec, at)) made.getZr().setCursorStyle('pointer');
  });

  useEffect(() => {
    const element = box.current!;
    const made = init(element);
    chart.current = made;
    const resize = new ResizeObserver(() => made.resize());
    resize.observe(element);
    made.getZr().on('click', ({ offsetX, offsetY }) => pick(made, [offsetX, offsetY]));
    made.getZr().on('mousemove', ({ offsetX, offsetY }) => point(made, [offsetX, offsetY]));
    ready(() =>
      made.getDataURL({
        type: 'png',
        pixelRatio: PICTURE_SCALE,
        backgroundColor: getComputedStyle(document.documentElement).getPropertyValue('--surface'),
      }),
    );
    return () => {
      resize.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(optionOf(spec, digits, cssVariables(dark)), { notMerge: true });
  }, [spec, digits, dark]);

  // echarts describes the values in words on this element itself (aria); the title is its own.
  return <div ref={box} className="chart-body" role="img" aria-label={title} />;
}
