// Every round of handling, each with what was found, decided, answered and reviewed; and what changed the terms.
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useFormat } from '../../format.ts';
import { InquiryLines } from './InquiryLines.tsx';
import { useCaseMark } from './useCaseMark.ts';
import { VerdictWords } from './Verdicts.tsx';

function Terms({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ofCase = useCaseMark(record);
  const { pauses, terms } = record;
  if (pauses.length === 0 && terms.length === 0) return null;
  return (
    <section className="case-column">
      <h2>{t('complaintCase.terms.title')}</h2>
      <ul>
        {pauses.map(({ id, kind, from, until, reason, ...one }) => (
          <li key={id}>
            {ofCase(one)}
            {t('complaintCase.terms.paused', {
              ...{ kind: t(`complaint.pauseKind.${kind}`), from },
              until:
                until === null
                  ? t('complaintCase.terms.stillPaused')
                  : t('complaintCase.terms.pausedUntil', { day: until }),
            })}{' '}
            {reason}
          </li>
        ))}
        {terms.map(({ kind, at, reason, ...one }) => (
          <li key={`${one.complaintId} ${kind} ${at}`}>
            {ofCase(one)}
            {t(`complaintCase.terms.${kind}`, { at: format.instant(at), reason })}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RoundsTab({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="case-rounds">
      <Terms record={record} />
      {record.rounds.map((round) => (
        <section key={round.round} className="case-column">
          <h2>
            {t('complaintCase.roundOf', { round: round.round })}
            {round.outcome && ` · ${t(`complaintCase.outcome.${round.outcome}`)}`}
          </h2>
          <InquiryLines record={record} round={round.round} />
          <dl className="case-facts">
            <dt>{t('complaintCase.field.findings')}</dt>
            <dd>{round.findings || t('complaint.list.none')}</dd>
            <dt>{t('complaintCase.field.cause')}</dt>
            <dd>{round.cause ? t(`complaint.cause.${round.cause}`) : t('complaint.list.none')}</dd>
            <dt>{t('complaintCase.field.conclusion')}</dt>
            <dd>{round.conclusion ? t(`complaint.conclusion.${round.conclusion}`) : t('complaint.list.none')}</dd>
            <dt>{t('complaintCase.field.basis')}</dt>
            <dd>{round.basis || t('complaint.list.none')}</dd>
            <dt>{t('complaintCase.field.measures')}</dt>
            <dd>
              {round.measures.length === 0 && t('complaint.list.none')}
              {round.measures.map(({ kind, words, owner, dueOn }, at) => (
                <div key={at}>
                  {t('complaint.letter.measure', {
                    kind: t(`complaintCase.measure.${kind}`),
                    words,
                    owner,
                    day: dueOn,
                  })}
                </div>
              ))}
            </dd>
            <dt>{t('complaint.track.answered')}</dt>
            <dd>
              {round.answeredAt
                ? `${format.instant(round.answeredAt)} ${round.answeredBy ?? ''}`
                : t('complaint.list.none')}
            </dd>
            <dt>{t('complaintCase.verdict.title')}</dt>
            <dd>
              {round.verdicts.length === 0 && t('complaint.list.none')}
              {round.verdicts.map((verdict) => (
                <div key={verdict.department}>
                  {t(`complaintCase.departments.${verdict.department}`)} <VerdictWords verdict={verdict} />
                </div>
              ))}
            </dd>
            {round.remark && (
              <>
                <dt>{t('complaintCase.field.report')}</dt>
                <dd>{round.remark}</dd>
              </>
            )}
          </dl>
        </section>
      ))}
      <section className="case-column">
        <h2>{t('complaintCase.moves')}</h2>
        <ul>
          {record.moves.map(({ at, step, by, round, reason }) => (
            <li key={at + step}>
              {[format.instant(at), t(`complaintCase.step.${step}`), t('complaintCase.roundOf', { round }), by, reason]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
