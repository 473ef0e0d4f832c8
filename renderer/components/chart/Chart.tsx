// The one door to charts: bar, line, radar from plain values (spec.ts), in the theme's colours with patterns and marks, so that
// it reads without colour; the same numbers as a table; save as picture. echarts loads with the first chart.
//   <Chart title={t('…')} height={280} digits={2} spec={{ kind: 'radar', categories, series: [{ name, values }], max: 100 }} />
import { DownloadOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Flex, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadingState } from '../states.tsx';
import type { PictureSource } from './ChartBody.tsx';
import { ChartTable } from './ChartTable.tsx';
import { hasValues, type ChartSpec } from './spec.ts';
import './chart.css';

export type { ChartSpec } from './spec.ts';

const Body = lazy(() => import('./ChartBody.tsx').then((m) => ({ default: m.ChartBody })));

export interface ChartProps {
  readonly title: string;
  readonly spec: ChartSpec;
  /** In pixels; 280 without. */
  readonly height?: number;
  /** Digits after the point of every value; 2 without. */
  readonly digits?: number;
}

function savePicture(picture: PictureSource, title: string): void {
  const link = document.createElement('a');
  link.href = picture();
  link.download = `${title}.png`;
  link.click();
}

export function Chart({ title, spec, height = 280, digits = 2 }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const [picture, setPicture] = useState<PictureSource | null>(null);
  if (!hasValues(spec)) return <EmptyState title={t('frame.chart.noData')} />;
  const toggle = asTable ? t('frame.chart.showChart') : t('frame.chart.showTable');
  return (
    <figure className="chart">
      <Flex align="center" gap={4}>
        <figcaption>{title}</figcaption>
        <Flex className="page-actions">
          <Tooltip title={toggle}>
            <Button
              type="text"
              size="small"
              icon={<TableOutlined />}
              aria-label={toggle}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            />
          </Tooltip>
          <Tooltip title={t('frame.chart.saveImage')}>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              aria-label={t('frame.chart.saveImage')}
              disabled={asTable || !picture}
              onClick={() => picture && savePicture(picture, title)}
            />
          </Tooltip>
        </Flex>
      </Flex>
      {asTable ? (
        <ChartTable title={title} spec={spec} digits={digits} />
      ) : (
        <div style={{ height }}>
          <Suspense fallback={<LoadingState />}>
            <Body title={title} spec={spec} digits={digits} onReady={(source) => setPicture(() => source)} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
