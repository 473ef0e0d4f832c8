// The facts of an observation, its score and how it came about. While it goes on, the score waits for the review unless
// the setting allows it; while it is amended, the score is that of the submitted revision.
import { useQuery } from '@tanstack/react-query';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { titleIn } from '../../../../shared/standard/titles.ts';
import { useAppearance } from '../../../Appearance.tsx';
import { api } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { useFormat } from '../../../format.ts';
import { SessionScore } from '../SessionScore.tsx';

export function OverviewTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = useAppearance();
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
        : t('observation.record.standardVersion', {
            number: standard.number,
            title: titleIn(standard.title, language),
          }),
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
  const settings = useQuery(api.settings.get.queryOptions());
  if (record.state !== 'inProgress') return <Shown record={record} />;
  return (
    <Loaded query={settings}>
      {({ showScoreWhileObserving }) => (showScoreWhileObserving ? <Shown record={record} /> : <AtReview />)}
    </Loaded>
  );
}

function AtReview() {
  const { t } = useTranslation();
  return <p className="review-none">{t('observation.review.scoreAtReview')}</p>;
}

function Shown({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const { id, amending } = record;
  const review = useQuery(api.observation.review.queryOptions({ input: amending ? { id, submitted: true } : { id } }));
  return (
    <Loaded query={review}>
      {({ result }) => (
        <SessionScore result={result} criteria={record.standard?.criteria ?? []}>
          {amending && <p className="review-none">{t('observation.review.scoreOfSubmitted')}</p>}
        </SessionScore>
      )}
    </Loaded>
  );
}
