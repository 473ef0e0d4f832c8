// How far the assessors of one calibration agree: by scale, and by indicator with the way to its rows.
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CALIBRATION_VERDICTS, type CalibrationRecord } from '../../../shared/contract/calibration.ts';
import { INDICATORS, type Indicator } from '../../../shared/contract/vocabulary.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { FiguresTable } from './FiguresTable.tsx';

type Comparison = NonNullable<CalibrationRecord['comparison']>;
type Counts = Readonly<Record<(typeof CALIBRATION_VERDICTS)[number], number>> & { readonly indicator: Indicator };

function countsOf(lines: Comparison['lines']): Counts[] {
  return INDICATORS.flatMap((indicator) => {
    const own = lines.filter(({ criterion }) => criterion.indicator === indicator);
    if (own.length === 0) return [];
    const of = (wanted: string) => own.filter(({ verdict }) => verdict === wanted).length;
    return [
      {
        indicator,
        agree: of('agree'),
        differ: of('differ'),
        applicability: of('applicability'),
        alone: of('alone'),
      },
    ];
  });
}

const shareOf = ({ agree, differ, applicability }: Counts): number | null => {
  const compared = agree + differ + applicability;
  return compared === 0 ? null : (agree / compared) * 100;
};

export function AgreementTab({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const counts = countsOf(comparison.lines);
  return (
    <div className="calibration-stack">
      <FiguresTable
        scales={comparison.scales}
        onOpen={(scale) => setSearch({ tab: 'criteria', scale }, { replace: true })}
      />
      <h2 className="panel-title">{t('calibration.byIndicator.title')}</h2>
      <div className="calibration-pair">
        <Table<Counts>
          size="small"
          pagination={false}
          rowKey="indicator"
          dataSource={counts}
          columns={[
            {
              title: t('calibration.byIndicator.indicator'),
              dataIndex: 'indicator',
              render: (_, row) => t(`words.indicator.${row.indicator}`),
            },
            ...CALIBRATION_VERDICTS.map((verdict) => ({
              title: t(`calibration.verdict.${verdict}`),
              dataIndex: verdict,
              align: 'right' as const,
            })),
            {
              title: t('calibration.byIndicator.open'),
              key: 'open',
              render: (_, { indicator }) => (
                <Button
                  size="small"
                  aria-label={t('calibration.byIndicator.openOf', { indicator: t(`words.indicator.${indicator}`) })}
                  onClick={() => setSearch({ tab: 'criteria', indicator }, { replace: true })}
                >
                  {t('calibration.byIndicator.open')}
                </Button>
              ),
            },
          ]}
        />
        <Chart
          title={t('calibration.byIndicator.chart')}
          height={260}
          digits={0}
          onPick={({ category }) => {
            const one = counts[category];
            if (one) setSearch({ tab: 'criteria', indicator: one.indicator }, { replace: true });
          }}
          spec={{
            kind: 'bar',
            horizontal: true,
            min: 0,
            max: 100,
            categories: counts.map(({ indicator }) => t(`words.indicator.${indicator}`)),
            series: [{ name: t('calibration.figures.percent'), values: counts.map(shareOf) }],
          }}
        />
      </div>
    </div>
  );
}
