// Not-applicable rates by assessor and by criterion with their intervals and reasons; a row opens the answers behind it.
import { Drawer, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consistency, Rate } from '../../../shared/contract/calibration.ts';
import { NOT_APPLICABLE_REASONS } from '../../../shared/contract/observationRecord.ts';
import type { PeriodKind } from '../../../shared/contract/score.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useTongue } from '../observation/language.ts';
import { NotApplicableRows } from './NotApplicableRows.tsx';

export interface Place {
  readonly branchId: string;
  readonly kind: PeriodKind;
  readonly start: string;
}

export interface Behind {
  readonly title: string;
  readonly assessorId: string | null;
  readonly criterion: string | null;
}

type ByAssessor = Consistency['byAssessor'][number];
type ByCriterion = Consistency['byCriterion'][number];

const CHARTED = 20;
const rateOf = ({ answers, notApplicable }: Rate): number | null =>
  answers === 0 ? null : (notApplicable / answers) * 100;

function useRateColumns(): readonly Column<Rate>[] {
  const { t } = useTranslation();
  return useMemo(
    (): readonly Column<Rate>[] => [
      {
        key: 'rate',
        kind: 'decimal',
        digits: 1,
        header: t('calibration.consistency.rate'),
        value: rateOf,
        width: 110,
      },
      {
        key: 'low',
        kind: 'decimal',
        digits: 1,
        header: t('calibration.consistency.low'),
        value: ({ interval }) => interval && interval.low * 100,
        width: 112,
      },
      {
        key: 'high',
        kind: 'decimal',
        digits: 1,
        header: t('calibration.consistency.high'),
        value: ({ interval }) => interval && interval.high * 100,
        width: 112,
      },
      {
        key: 'notApplicable',
        kind: 'integer',
        header: t('calibration.consistency.notApplicableCount'),
        value: ({ notApplicable }) => notApplicable,
        width: 84,
      },
      {
        key: 'answers',
        kind: 'integer',
        header: t('calibration.consistency.answers'),
        value: ({ answers }) => answers,
        width: 84,
      },
      ...NOT_APPLICABLE_REASONS.map((reason): Column<Rate> => ({
        key: reason,
        kind: 'integer',
        header: t(`words.notApplicableReason.${reason}`),
        value: ({ reasons }) => reasons[reason] ?? 0,
        width: 128,
        hidden: true,
      })),
    ],
    [t],
  );
}

export function NotApplicableTab({ found, place }: { readonly found: Consistency; readonly place: Place }) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const rates = useRateColumns();
  const [by, setBy] = useState<'byAssessor' | 'byCriterion'>('byAssessor');
  const [behind, setBehind] = useState<Behind | null>(null);
  const assessors = useMemo(
    (): readonly Column<ByAssessor>[] => [
      {
        key: 'name',
        kind: 'text',
        header: t('calibration.sessions.assessor'),
        value: ({ name }) => name,
        width: 120,
        grow: true,
      },
      ...rates,
    ],
    [t, rates],
  );
  const criteria = useMemo(
    (): readonly Column<ByCriterion>[] => [
      { key: 'code', kind: 'text', header: t('calibration.line.code'), value: ({ criterion }) => criterion, width: 90 },
      {
        key: 'text',
        kind: 'text',
        header: t('calibration.line.text'),
        value: ({ text }) => text[tongue],
        width: 220,
        grow: true,
      },
      {
        key: 'indicator',
        kind: 'text',
        header: t('calibration.line.indicator'),
        value: ({ indicator }) => t(`words.indicator.${indicator}`),
        width: 116,
      },
      ...rates,
    ],
    [t, tongue, rates],
  );
  const charted = found.byAssessor.slice(0, CHARTED);
  const empty = { title: t('calibration.consistency.naEmpty'), hint: t('calibration.consistency.naEmptyHint') };
  return (
    <div className="calibration-stack">
      <div className="calibration-choose">
        <Segmented
          aria-label={t('calibration.consistency.notApplicable')}
          value={by}
          options={(['byAssessor', 'byCriterion'] as const).map((value) => ({
            value,
            label: t(`calibration.consistency.${value}`),
          }))}
          onChange={setBy}
        />
        <span className="calibration-help">{t('calibration.consistency.openRows')}</span>
      </div>
      {by === 'byAssessor' ? (
        <div className="calibration-pair">
          <DataGrid<ByAssessor>
            name="notApplicableByAssessor"
            title={t('calibration.consistency.byAssessor')}
            query={{ data: found.byAssessor, error: null }}
            columns={assessors}
            rowId={({ assessorId }) => assessorId}
            onOpen={({ assessorId, name }) => setBehind({ title: name, assessorId, criterion: null })}
            height="440px"
            empty={empty}
          />
          {charted.length > 0 && (
            <Chart
              title={t('calibration.consistency.rateChart')}
              height={360}
              onPick={({ category }) => {
                const one = charted[category];
                if (one) setBehind({ title: one.name, assessorId: one.assessorId, criterion: null });
              }}
              digits={1}
              spec={{
                kind: 'bar',
                horizontal: true,
                min: 0,
                categories: charted.map(({ name, answers }) => `${name} (${answers})`),
                series: [{ name: t('calibration.consistency.rate'), values: charted.map(rateOf) }],
              }}
            />
          )}
        </div>
      ) : (
        <DataGrid<ByCriterion>
          name="notApplicableByCriterion"
          title={t('calibration.consistency.byCriterion')}
          query={{ data: found.byCriterion, error: null }}
          columns={criteria}
          rowId={({ criterion }) => criterion}
          onOpen={({ criterion }) => setBehind({ title: criterion, assessorId: null, criterion })}
          height="440px"
          empty={empty}
        />
      )}
      <Drawer
        open={behind !== null}
        onClose={() => setBehind(null)}
        size={860}
        destroyOnHidden
        title={t('calibration.consistency.naRows', { of: behind?.title ?? '' })}
      >
        {behind && <NotApplicableRows place={place} behind={behind} />}
      </Drawer>
    </div>
  );
}
