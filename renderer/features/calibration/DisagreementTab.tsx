// Which criteria the assessors of calibrations answer differently, the most often first; a row or bar opens the answers.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consistency, Disagreement } from '../../../shared/contract/calibration.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useTongue } from '../observation/language.ts';
import { BehindLines, type LinesBehind } from './BehindLines.tsx';
import type { Place } from './NotApplicableTab.tsx';

const CHARTED = 15;
const apart = ({ differ, applicability }: Disagreement): number => differ + applicability;

export function DisagreementTab({ found, place }: { readonly found: Consistency; readonly place: Place }) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const [behind, setBehind] = useState<LinesBehind | null>(null);
  const open = ({ criterion }: Disagreement) =>
    setBehind({
      title: criterion,
      of: (line) => line.criterion.code === criterion && line.verdict !== 'alone',
    });
  const columns = useMemo(
    (): readonly Column<Disagreement>[] => [
      { key: 'code', kind: 'text', header: t('calibration.line.code'), value: ({ criterion }) => criterion, width: 84 },
      {
        ...{ key: 'text', kind: 'text', header: t('calibration.line.text'), width: 180, grow: true },
        value: ({ text }) => text[tongue],
      },
      {
        ...{ key: 'apart', kind: 'integer', header: t('calibration.consistency.apart'), width: 88 },
        value: apart,
      },
      {
        ...{ key: 'compared', kind: 'integer', header: t('calibration.consistency.comparedIn'), width: 88 },
        value: ({ compared }) => compared,
      },
      {
        ...{ key: 'low', kind: 'decimal', digits: 1, header: t('calibration.consistency.low'), width: 112 },
        value: ({ interval }) => interval && interval.low * 100,
      },
      {
        ...{ key: 'high', kind: 'decimal', digits: 1, header: t('calibration.consistency.high'), width: 112 },
        value: ({ interval }) => interval && interval.high * 100,
      },
      {
        ...{ key: 'differ', kind: 'integer', header: t('calibration.verdict.differ'), width: 96, hidden: true },
        value: ({ differ }) => differ,
      },
      {
        ...{ key: 'applicability', kind: 'integer', header: t('calibration.verdict.applicability'), width: 112 },
        hidden: true,
        value: ({ applicability }) => applicability,
      },
      {
        ...{ key: 'indicator', kind: 'text', header: t('calibration.line.indicator'), width: 116, hidden: true },
        value: ({ indicator }) => t(`words.indicator.${indicator}`),
      },
    ],
    [t, tongue],
  );
  const charted = found.disagreements.slice(0, CHARTED);
  return (
    <div className="calibration-stack">
      <p className="calibration-help">
        {t('calibration.consistency.disagreementHelp')} {t('calibration.consistency.openRows')}
      </p>
      <div className="calibration-pair">
        <DataGrid<Disagreement>
          name="calibrationDisagreements"
          title={t('calibration.consistency.disagreement')}
          query={{ data: found.disagreements, error: null }}
          columns={columns}
          rowId={({ criterion }) => criterion}
          onOpen={open}
          height="420px"
          empty={{
            title: t('calibration.consistency.disagreementEmpty'),
            hint: t('calibration.consistency.disagreementEmptyHint'),
          }}
        />
        {charted.length > 0 && (
          <Chart
            title={t('calibration.consistency.disagreementChart')}
            height={380}
            digits={0}
            onPick={({ category }) => {
              const one = charted[category];
              if (one) open(one);
            }}
            spec={{
              ...{ kind: 'bar', horizontal: true, min: 0 },
              categories: charted.map(({ criterion, compared }) => `${criterion} (${compared})`),
              series: [{ name: t('calibration.consistency.apart'), values: charted.map(apart) }],
            }}
          />
        )}
      </div>
      <BehindLines place={place} behind={behind} onClose={() => setBehind(null)} />
    </div>
  );
}
