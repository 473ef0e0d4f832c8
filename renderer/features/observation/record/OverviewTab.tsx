// The facts of an observation, its score and how it came about.
import { useQuery } from '@tanstack/react-query';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { api } from '../../../client.ts';
import { DerivationTree } from '../../../components/derivation/DerivationTree.tsx';
import { Loaded } from '../../../components/states.tsx';
import { score, useFormat } from '../../../format.ts';
import { useSpoken } from '../language.ts';

export function OverviewTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { context, introduction, standard } = record;
  const instant = (value: string | null) => (value === null ? '–' : format.instant(value));
  const minutes = introduction.minutes;
  const facts: readonly (readonly [string, string])[] = [
    [t('observation.start.serviceAt'), instant(record.serviceAt ?? null)],
    [t('observation.context.kind'), t(`observation.kind.${context.kind}`)],
    [t('observation.context.occasion'), t(`observation.occasion.${context.occasion}`)],
    [
      t('observation.context.place'),
      [t(`observation.setting.${context.setting}`), context.place].filter(Boolean).join(' · '),
    ],
    [t('observation.context.client'), context.client === '' ? '–' : context.client],
    [t('observation.record.notice'), instant(record.noticeConfirmedAt)],
    [
      t('observation.timer.title'),
      minutes === null
        ? t('observation.timer.standing.none')
        : t('observation.timer.took', { minutes: minutes.toFixed(1) }),
    ],
    [t('observation.record.answered'), `${record.counts.answered}/${record.counts.criteria}`],
    [
      t('observation.record.standard'),
      standard === null
        ? '–'
        : t('observation.record.standardVersion', { number: standard.number, title: standard.title }),
    ],
    [t('observation.record.started'), instant(record.startedAt)],
    [t('observation.record.submitted'), instant(record.submittedAt)],
    [t('observation.sign.digest'), record.revision?.digest?.slice(0, 16) ?? '–'],
  ];
  return (
    <div className="overview">
      <Descriptions
        size="small"
        column={1}
        items={facts.map(([label, children]) => ({ key: label, label, children }))}
      />
      {record.standard !== null && <Score record={record} />}
    </div>
  );
}

function Score({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const review = useQuery(api.observation.review.queryOptions({ input: { id: record.id } }));
  const criteria = new Map((record.standard?.criteria ?? []).map((one) => [one.code, one]));
  return (
    <section className="review-score" aria-labelledby="record-score">
      <Loaded query={review}>
        {({ result }) => (
          <>
            <div className="review-score-head">
              <h2 id="record-score">{t('observation.review.score')}</h2>
              <span className="review-figure">{result.score === null ? '–' : score(result.score)}</span>
              <span className="review-coverage">
                {t('observation.review.coverage', { percent: Math.round(result.coverage * 100) })}
              </span>
            </div>
            <DerivationTree
              depth={2}
              root={result.derivation}
              label={t('observation.review.derivation')}
              answerLabel={(code) => {
                const criterion = criteria.get(code);
                return criterion && spoken(criterion.text);
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
