// The centre of a case: what the next step demands as a checklist, why it may be refused, and the step's own form.
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import type { ComplaintState, ComplaintStep } from '../../../shared/contract/complaintWords.ts';
import { useAccount } from '../../account.ts';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { focusStep, STEP_HEADING } from './focusStep.ts';
import { RecordedTexts } from './RecordedTexts.tsx';
import { RoundBegun } from './RoundBegun.tsx';
import { NoticeLines } from './NoticeLines.tsx';
import { AcceptForm } from './steps/AcceptForm.tsx';
import { AnswerForm } from './steps/AnswerForm.tsx';
import { ArchiveForm } from './steps/ArchiveForm.tsx';
import { ClassifyForm } from './steps/ClassifyForm.tsx';
import { HandleForm } from './steps/HandleForm.tsx';
import { InvestigateForm } from './steps/InvestigateForm.tsx';
import { ReviewForm } from './steps/ReviewForm.tsx';
import type { Said, StepProps } from './steps/step.ts';

/** The step that leads on from each state. */
const MAIN: Readonly<Record<ComplaintState, ComplaintStep | null>> = {
  received: 'accept',
  accepted: 'classify',
  classified: 'investigate',
  investigated: 'handle',
  handled: 'answer',
  answered: 'review',
  reviewed: 'archive',
  archived: null,
};

function StepForm({ step, ...props }: StepProps & { readonly step: ComplaintStep }) {
  switch (step) {
    case 'accept':
      return <AcceptForm {...props} />;
    case 'classify':
      return <ClassifyForm {...props} />;
    case 'investigate':
      return <InvestigateForm {...props} />;
    case 'handle':
      return <HandleForm {...props} />;
    case 'answer':
      return <AnswerForm {...props} />;
    case 'review':
      return <ReviewForm record={props.record} />;
    case 'archive':
      return <ArchiveForm record={props.record} />;
    default:
      return null;
  }
}

function Ended({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { archiveNumber, archivedAt, withdrawal } = record;
  return (
    <>
      <p>
        {t('complaintCase.archived', {
          ...{ number: archiveNumber ?? '', at: archivedAt === null ? '' : format.instant(archivedAt) },
        })}
      </p>
      {withdrawal && (
        <p>{t('complaintCase.withdrawn', { at: format.instant(withdrawal.at), proof: withdrawal.proof })}</p>
      )}
      {withdrawal?.late && <p>{t('complaintCase.withdrawnLate')}</p>}
      {withdrawal && withdrawal.archiveNumber !== archiveNumber && (
        <p>{t('complaintCase.leftTitle', { at: format.instant(withdrawal.at), number: withdrawal.archiveNumber })}</p>
      )}
    </>
  );
}

type NextStep = ComplaintRecord['next'][number];

function Step({ record, next }: { readonly record: ComplaintRecord; readonly next: NextStep }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const [said, setSaid] = useState<Said>({});
  const writes = may('complaints.write');
  const reason =
    writes && next.refused !== null ? failureText(t, { data: { reason: next.refused, params: {} } }) : null;
  // Whoever may not review may still record the proof that the answer arrived.
  const words = next.step === 'review' ? 'complaintDesk.refusedReview' : 'complaintCase.refused';
  return (
    <>
      <RoundBegun record={record} />
      <ul aria-label={t('complaintCase.demands')}>
        {next.demands.map(({ demand, met: recorded }) => {
          const met = (writes ? said[demand] : undefined) ?? recorded;
          return (
            <li key={demand} className={met ? 'case-check case-check-met' : 'case-check'}>
              {met ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
              <span>{t(`complaintCase.demand.${demand}`)}</span>
              <small>{t(met ? 'complaintCase.met' : 'complaintCase.unmet')}</small>
            </li>
          );
        })}
      </ul>
      {!writes && <Alert type="info" showIcon title={t('complaintCase.headquarters')} />}
      {reason !== null && (
        <Alert type={next.step === 'review' ? 'info' : 'warning'} showIcon title={t(words, { reason })} />
      )}
      <RecordedTexts record={record} step={next.step} />
      {writes && record.extension !== null && record.joined > 0 && record.state !== 'reviewed' && (
        <NoticeLines record={record} kind="extension" />
      )}
      {writes && <StepForm record={record} step={next.step} onSaid={setSaid} />}
    </>
  );
}

export function StepPanel({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const main = MAIN[record.state];
  const next = record.next.find(({ step }) => step === main);
  const place = `${record.state} ${record.round}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) focusStep();
    before.current = place;
  }, [place]);
  const first = record.state === 'archived' ? null : record.joinedToNumber;
  const title =
    first !== null
      ? t('complaintDesk.joined.title', { number: first })
      : main
        ? t('complaintCase.next', { step: t(`complaintCase.step.${main}`) })
        : t('complaint.state.archived');
  return (
    <section className="case-column" aria-label={title}>
      <h2 id={STEP_HEADING} tabIndex={-1}>
        {title}
      </h2>
      {first !== null && record.joinedToId !== null && (
        <p>
          {t('complaintDesk.joined.text')}{' '}
          <Link to={`/complaints/${record.joinedToId}`}>{t('complaintDesk.joined.open', { number: first })}</Link>
        </p>
      )}
      {record.state === 'archived' && <Ended record={record} />}
      {next && <Step key={place} record={record} next={next} />}
    </section>
  );
}
