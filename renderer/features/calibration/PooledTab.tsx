// The agreement over all calibrations of the period, and of each two assessors.
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consistency } from '../../../shared/contract/calibration.ts';
import { EmptyState } from '../../components/states.tsx';
import { BehindLines, rated, type LinesBehind } from './BehindLines.tsx';
import { coefficient, share } from './figures.ts';
import { FiguresTable } from './FiguresTable.tsx';
import type { Place } from './NotApplicableTab.tsx';

type Pair = Consistency['pairs'][number];

const ITEM = 2;

export function PooledTab({ found, place }: { readonly found: Consistency; readonly place: Place }) {
  const { t } = useTranslation();
  const [behind, setBehind] = useState<LinesBehind | null>(null);
  if (found.calibrations === 0)
    return (
      <EmptyState
        title={t('calibration.consistency.noCalibrations')}
        hint={t('calibration.consistency.noCalibrationsHint')}
      />
    );
  return (
    <div className="calibration-stack">
      <h2 className="panel-title">{t('calibration.consistency.pooled', { count: found.calibrations })}</h2>
      <FiguresTable
        scales={found.scales}
        onOpen={(scale) =>
          setBehind({
            title: t(`words.scale.${scale}`),
            of: (line) => line.criterion.scale === scale && rated(line) >= ITEM,
          })
        }
      />
      <h2 className="panel-title">{t('calibration.consistency.pairs')}</h2>
      <Table<Pair>
        size="small"
        pagination={false}
        rowKey={({ firstId, secondId }) => `${firstId} ${secondId}`}
        dataSource={found.pairs}
        columns={[
          { title: t('calibration.consistency.first'), dataIndex: 'first' },
          { title: t('calibration.consistency.second'), dataIndex: 'second' },
          { title: t('calibration.consistency.calibrations'), dataIndex: 'calibrations', align: 'right' },
          { title: t('calibration.figures.items'), dataIndex: 'items', align: 'right' },
          {
            title: `${t('calibration.figures.percent')} (${t('calibration.figures.interval')})`,
            key: 'percent',
            align: 'right',
            render: (_, row) => share(t, row),
          },
          ...(['ac1', 'kappa', 'alpha'] as const).map((key) => ({
            title: t(`calibration.figures.${key}`),
            key,
            align: 'right' as const,
            render: (_: unknown, row: Pair) => coefficient(t, row[key]),
          })),
          {
            title: t('calibration.byIndicator.open'),
            key: 'open',
            render: (_, { first, second, firstId, secondId }) => (
              <Button
                size="small"
                aria-label={t('frame.chart.open', { of: `${first} · ${second}` })}
                onClick={() =>
                  setBehind({
                    title: `${first} · ${second}`,
                    of: (line) => line.criterion.scale === 'passFail' && rated(line, [firstId, secondId]) === ITEM,
                  })
                }
              >
                {t('calibration.byIndicator.open')}
              </Button>
            ),
          },
        ]}
      />
      <BehindLines place={place} behind={behind} onClose={() => setBehind(null)} />
    </div>
  );
}
