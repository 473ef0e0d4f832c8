// The agreement over all calibrations of the period, and of each two assessors.
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Consistency } from '../../../shared/contract/calibration.ts';
import { EmptyState } from '../../components/states.tsx';
import { coefficient, share } from './figures.ts';
import { FiguresTable } from './FiguresTable.tsx';

type Pair = Consistency['pairs'][number];

export function PooledTab({ found }: { readonly found: Consistency }) {
  const { t } = useTranslation();
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
      <FiguresTable scales={found.scales} />
      <h2 className="panel-title">{t('calibration.consistency.pairs')}</h2>
      <Table<Pair>
        size="small"
        pagination={false}
        rowKey={({ first, second }) => `${first} ${second}`}
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
        ]}
      />
    </div>
  );
}
