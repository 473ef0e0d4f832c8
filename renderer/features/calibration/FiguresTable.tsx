// The agreement figures by scale. The headline is AC1 on pass/fail items, α on the others (scoring model, section 6).
import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleFigures } from '../../../shared/contract/calibration.ts';
import type { Scale } from '../../../shared/contract/standard.ts';
import { EmptyState } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { coefficient, share } from './figures.ts';

export interface FiguresTableProps {
  readonly scales: readonly ScaleFigures[];
  /** Opens the answers behind a scale's figures. */
  readonly onOpen: (scale: Scale) => void;
}

export function FiguresTable({ scales, onOpen }: FiguresTableProps) {
  const { t } = useTranslation();
  if (scales.length === 0) return <EmptyState title={t('calibration.figures.none')} />;
  const headline = (text: string, chosen: boolean): ReactNode =>
    chosen ? (
      <>
        <strong>{text}</strong> <StateTag tone="accent">{t('calibration.figures.headline')}</StateTag>
      </>
    ) : (
      text
    );
  return (
    <>
      <Table<ScaleFigures>
        size="small"
        pagination={false}
        rowKey="scale"
        dataSource={[...scales]}
        columns={[
          {
            title: t('calibration.figures.scale'),
            dataIndex: 'scale',
            render: (_, row) => t(`words.scale.${row.scale}`),
          },
          { title: t('calibration.figures.items'), dataIndex: 'items', align: 'right' },
          {
            title: `${t('calibration.figures.percent')} (${t('calibration.figures.interval')})`,
            key: 'percent',
            align: 'right',
            render: (_, row) => share(t, row),
          },
          {
            title: t('calibration.figures.ac1'),
            key: 'ac1',
            align: 'right',
            render: (_, row) => headline(coefficient(t, row.ac1), row.scale === 'passFail'),
          },
          {
            title: `${t('calibration.figures.kappa')} · ${t('calibration.figures.kappaTwo')}`,
            key: 'kappa',
            align: 'right',
            render: (_, row) => coefficient(t, row.kappa),
          },
          {
            title: t('calibration.figures.alpha'),
            key: 'alpha',
            align: 'right',
            render: (_, row) => headline(coefficient(t, row.alpha), row.scale !== 'passFail'),
          },
          {
            title: t('calibration.figures.metric'),
            dataIndex: 'metric',
            render: (_, row) => t(`calibration.figures.metrics.${row.metric}`),
          },
          {
            title: t('calibration.byIndicator.open'),
            key: 'open',
            render: (_, { scale }) => (
              <Button
                size="small"
                aria-label={t('frame.chart.open', { of: t(`words.scale.${scale}`) })}
                onClick={() => onOpen(scale)}
              >
                {t('calibration.byIndicator.open')}
              </Button>
            ),
          },
        ]}
      />
      <p className="calibration-help">{t('calibration.figures.help')}</p>
    </>
  );
}
