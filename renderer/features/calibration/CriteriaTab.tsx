// Every criterion with all assessors' answers side by side; the row that is walked over shows their notes at the right.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  CALIBRATION_VERDICTS,
  type CalibrationRecord,
  type ComparedLine,
} from '../../../shared/contract/calibration.ts';
import { SCALES } from '../../../shared/contract/standard.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useTongue } from '../observation/language.ts';
import { answerText } from '../observation/record/useAnswerText.ts';
import { VERDICT_TONES } from './tones.ts';

type Comparison = NonNullable<CalibrationRecord['comparison']>;

function useColumns(comparison: Comparison): readonly Column<ComparedLine>[] {
  const { t } = useTranslation();
  const tongue = useTongue();
  return useMemo(
    (): readonly Column<ComparedLine>[] => [
      {
        key: 'code',
        kind: 'text',
        header: t('calibration.line.code'),
        value: ({ criterion }) => criterion.code,
        width: 84,
        pinned: true,
      },
      {
        key: 'text',
        kind: 'text',
        header: t('calibration.line.text'),
        value: ({ criterion }) => criterion.text[tongue],
        width: 180,
        grow: true,
      },
      {
        key: 'verdict',
        kind: 'choice',
        header: t('calibration.line.verdict'),
        value: ({ verdict }) => verdict,
        options: CALIBRATION_VERDICTS.map((value) => ({ value, label: t(`calibration.verdict.${value}`) })),
        width: 124,
        filter: true,
        cell: ({ verdict }) => <StateTag tone={VERDICT_TONES[verdict]}>{t(`calibration.verdict.${verdict}`)}</StateTag>,
      },
      ...comparison.compared.map(({ id, name }, at): Column<ComparedLine> => ({
        key: id,
        kind: 'text',
        header: name,
        value: ({ criterion, answers }) => answerText(t, criterion, answers[at] ?? undefined),
        width: 112,
      })),
      {
        key: 'spread',
        kind: 'decimal',
        header: t('calibration.line.spread'),
        value: ({ spread }) => spread,
        width: 76,
      },
      {
        key: 'indicator',
        kind: 'choice',
        header: t('calibration.line.indicator'),
        value: ({ criterion }) => criterion.indicator,
        options: INDICATORS.map((value) => ({ value, label: t(`words.indicator.${value}`) })),
        width: 112,
        filter: true,
      },
      {
        key: 'scale',
        kind: 'choice',
        header: t('calibration.line.scale'),
        value: ({ criterion }) => criterion.scale,
        options: SCALES.map((value) => ({ value, label: t(`words.scale.${value}`) })),
        width: 96,
        hidden: true,
        filter: true,
      },
    ],
    [t, comparison, tongue],
  );
}

export function CriteriaTab({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const [search] = useSearchParams();
  const [indicator, scale] = [search.get('indicator'), search.get('scale')];
  const columns = useColumns(comparison);
  const [current, setCurrent] = useState<ComparedLine | null>(null);
  return (
    <div className="calibration-criteria">
      <DataGrid<ComparedLine>
        key={`${indicator ?? ''} ${scale ?? ''}`}
        name="calibrationCriteria"
        title={t('calibration.line.title')}
        query={{ data: comparison.lines, error: null }}
        columns={columns}
        rowId={({ criterion }) => criterion.code}
        onCurrent={setCurrent}
        height="460px"
        rowTone={({ verdict }) => (verdict === 'alone' ? 'quiet' : undefined)}
        initialFilters={{
          ...(indicator === null ? {} : { indicator: { kind: 'choice', values: [indicator] } }),
          ...(scale === null ? {} : { scale: { kind: 'choice', values: [scale] } }),
        }}
        empty={{ title: t('calibration.line.empty'), hint: t('calibration.line.emptyHint') }}
      />
      <aside className="panel calibration-sides" aria-label={t('calibration.line.detail')} aria-live="polite">
        {current === null ? (
          <p>{t('calibration.line.choose')}</p>
        ) : (
          <>
            <h2>
              {current.criterion.code} {current.criterion.text[tongue]}
            </h2>
            <dl>
              {comparison.compared.map(({ id, name }, at) => {
                const answer = current.answers[at] ?? null;
                return (
                  <div key={id}>
                    <dt>{name}</dt>
                    <dd>
                      <strong>{answerText(t, current.criterion, answer ?? undefined)}</strong>
                      <span className="calibration-note">{answer?.note || t('calibration.line.noNote')}</span>
                    </dd>
                  </div>
                );
              })}
            </dl>
          </>
        )}
      </aside>
    </div>
  );
}
