// The figure before, its target and after, with intervals and the difference; for a measure that is done, the review and the verdict.
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, Figure, ImprovementRecord, Measured, Review } from '../../../shared/contract/improvement.ts';
import { intervalOf } from '../../../shared/domain/improvement/figure.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { cautionOf } from './caution.ts';
import { Evaluation } from './Evaluation.tsx';
import { VERDICT_TONES } from './tones.ts';
import { useFigure } from './useFigure.ts';

interface SideProps {
  readonly title: string;
  readonly figure: Figure;
  readonly measured: Measured | null;
  /** Where nothing is measured yet. */
  readonly pending: string;
  /** Measured for a look alone. */
  readonly open?: boolean;
}

function Side({ title, figure, measured, pending, open = false }: SideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { valueOf } = useFigure();
  // Rates for every thousand do not end at a hundred, as that interval does.
  const interval = measured && figure.kind !== 'complaintRate' ? intervalOf(measured) : null;
  const few = figure.kind === 'csi' && measured !== null && measured.value === null && measured.count > 0;
  return (
    <section className="panel measured-side" aria-label={title}>
      <h2>{title}</h2>
      {measured === null ? (
        <p className="improvement-note">{pending}</p>
      ) : (
        <>
          <p className="measured-value">
            {measured.value === null
              ? t(few ? 'improvement.record.few' : 'improvement.record.noValue')
              : valueOf(figure, measured.value)}
          </p>
          <p>{t('improvement.record.count', { count: measured.count })}</p>
          {interval && (
            <p>
              {t('improvement.record.interval', {
                ...{ low: valueOf(figure, interval.low), high: valueOf(figure, interval.high) },
              })}
            </p>
          )}
          <p className="improvement-note">
            {t('improvement.record.span', { start: measured.start, end: measured.end })} ·{' '}
            {format.instant(measured.asOf)}
          </p>
          <p className="improvement-note">{t(open ? 'improvement.record.notFrozen' : 'improvement.record.frozen')}</p>
        </>
      )}
    </section>
  );
}

export function Difference({ change, figure }: { readonly change: Change; readonly figure: Figure }) {
  const { t } = useTranslation();
  const { differenceOf } = useFigure();
  const { difference, low, high } = change;
  if (difference === null) return null;
  const signed = (value: number) => differenceOf(figure, value);
  return (
    <p>
      <strong>{t('improvement.record.difference')}</strong> {signed(difference)} ·{' '}
      {low !== null &&
        high !== null &&
        `${t('improvement.record.interval', { low: signed(low), high: signed(high) })} · `}
      {t(`improvement.record.change.${change.change}`)}
    </p>
  );
}

export function MeasuredTab({ record }: { readonly record: ImprovementRecord }) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  const { figure, target, before, after, change, verdict, state } = record;
  const [review, setReview] = useState<Review | null>(null);
  const seen = state === 'done' ? review : null;
  const now = after ?? seen?.after ?? null;
  return (
    <>
      <p className="measured-name">
        <strong>{nameOf(figure)}</strong>
        {verdict && <StateTag tone={VERDICT_TONES[verdict]}>{t(`improvement.verdict.${verdict}`)}</StateTag>}
      </p>
      <div className="measured">
        <Side
          title={t('improvement.record.before')}
          figure={figure}
          measured={before}
          pending={t('improvement.record.notYet')}
        />
        <section className="panel measured-side" aria-label={t('improvement.record.target')}>
          <h2>{t('improvement.record.target')}</h2>
          <p className="measured-value">{valueOf(figure, target)}</p>
        </section>
        <Side
          title={t('improvement.record.after')}
          figure={figure}
          measured={now}
          open={after === null}
          pending={t(state === 'done' ? 'improvement.record.afterNow' : 'improvement.record.afterNotYet')}
        />
      </div>
      {change && <Difference change={change} figure={figure} />}
      {after && change && <Alert type="info" showIcon title={t(cautionOf(change))} />}
      {state === 'done' && <Evaluation record={record} review={review} onReview={setReview} />}
    </>
  );
}
