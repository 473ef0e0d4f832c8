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
import type { ChartSpec } from './spec.ts';

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
}

/** Sharp on paper too. */
const PICTURE_SCALE = 3;

export function ChartBody({ title, spec, digits, onReady }: ChartBodyProps) {
  const { dark } = useAppearance();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const ready = useEffectEvent(onReady);

  useEffect(() => {
    const element = box.current!;
    const made = init(element);
    chart.current = made;
    const resize = new ResizeObserver(() => made.resize());
    resize.observe(element);
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
