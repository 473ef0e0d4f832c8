// The one door to charts: bar, line, Pareto, heat map, radar from plain values (spec.ts), in the theme's colours with patterns and marks, so that
// it reads without colour; the same numbers as a table; save as picture. echarts loads with the first chart.
//   <Chart title={t('…')} height={280} digits={2} spec={{ kind: 'radar', categories, series: [{ name, values }], max: 100 }} />
import { DownloadOutlined, TableOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex, Tooltip } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { failureText } from '../../failure.ts';
import { EmptyState, LoadingState } from '../states.tsx';
import type { PictureSource } from './ChartBody.tsx';
import { ChartTable } from './ChartTable.tsx';
import { hasValues, type ChartPick, type ChartSpec } from './spec.ts';
import './chart.css';

export type { ChartPick, ChartSpec } from './spec.ts';

const Body = lazy(() => import('./ChartBody.tsx').then((m) => ({ default: m.ChartBody })));

export interface ChartProps {
  readonly title: string;
  readonly spec: ChartSpec;
  /** In pixels; 280 without. */
  readonly height?: number;
  /** Digits after the point of every value; 2 without. */
  readonly digits?: number;
  /** At the head, before the chart's own tools. */
  readonly actions?: ReactNode;
  /** Names the chart where there is nothing to draw; without it the title is left out then. */
  readonly titled?: boolean;
  /** Opens what a category (a field of a heat map) was made from: by click, and from the table by keyboard too. */
  readonly onPick?: (pick: ChartPick) => void;
}

export function Chart({ title, spec, height = 280, digits = 2, actions, titled = false, onPick }: ChartProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const save = useMutation(api.exports.picture.mutationOptions());
  const [asTable, setAsTable] = useState(false);
  const [picture, setPicture] = useState<PictureSource | null>(null);
  const saveAs = async (source: PictureSource) => {
    try {
      const { path } = await save.mutateAsync({ title, png: source().replace(/^data:image\/png;base64,/, '') });
      if (path !== null) void message.success(t('frame.grid.exported', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
  };
  if (!hasValues(spec)) {
    const empty = <EmptyState title={t('frame.chart.noData')} />;
    return titled ? (
      <figure className="chart">
        <figcaption>{title}</figcaption>
        {empty}
      </figure>
    ) : (
      empty
    );
  }
  const toggle = asTable ? t('frame.chart.showChart') : t('frame.chart.showTable');
  return (
    <figure className="chart">
      <Flex align="center" gap={4}>
        <figcaption>{title}</figcaption>
        <Flex className="page-actions">
          {actions}
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
              loading={save.isPending}
              onClick={() => picture && void saveAs(picture)}
            />
          </Tooltip>
        </Flex>
      </Flex>
      {asTable ? (
        <ChartTable title={title} spec={spec} digits={digits} {...(onPick ? { onPick } : {})} />
      ) : (
        <div style={{ height }}>
          <Suspense fallback={<LoadingState />}>
            <Body
              title={title}
              spec={spec}
              digits={digits}
              onReady={(source) => setPicture(() => source)}
              {...(onPick ? { onPick } : {})}
            />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
