// The centre of a case: what the next step demands as a checklist, why it may be refused, and the step's own form.
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import type { ComplaintState, ComplaintStep } from '../../../shared/contract/complaintWords.ts';
import { useAccount } from '../../account.ts';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { AcceptForm } from './steps/AcceptForm.tsx';
import { AnswerForm } from './steps/AnswerForm.tsx';
import { ArchiveForm } from './steps/ArchiveForm.tsx';
import { ClassifyForm } from './steps/ClassifyForm.tsx';
import { HandleForm } from './steps/HandleForm.tsx';
import { InvestigateForm } from './steps/InvestigateForm.tsx';
import { ReviewForm } from './steps/ReviewForm.tsx';

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

function StepForm({ record, step }: { readonly record: ComplaintRecord; readonly step: ComplaintStep }) {
  switch (step) {
    case 'accept':
      return <AcceptForm record={record} />;
    case 'classify':
      return <ClassifyForm record={record} />;
    case 'investigate':
      return <InvestigateForm record={record} />;
    case 'handle':
      return <HandleForm record={record} />;
    case 'answer':
      return <AnswerForm record={record} />;
    case 'review':
      return <ReviewForm record={record} />;
    case 'archive':
      return <ArchiveForm record={record} />;
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
    </>
  );
}

export function StepPanel({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const main = MAIN[record.state];
  const step = record.next.find((one) => one.step === main);
  const title = main
    ? t('complaintCase.next', { step: t(`complaintCase.step.${main}`) })
    : t('complaint.state.archived');
  return (
    <section className="case-column" aria-label={title}>
      <h2>{title}</h2>
      {record.state === 'archived' && <Ended record={record} />}
      {step && (
        <>
          <ul aria-label={t('complaintCase.demands')}>
            {step.demands.map(({ demand, met }) => (
              <li key={demand} className={met ? 'case-check case-check-met' : 'case-check'}>
                {met ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
                <span>{t(`complaintCase.demand.${demand}`)}</span>
                <small>{t(met ? 'complaintCase.met' : 'complaintCase.unmet')}</small>
              </li>
            ))}
          </ul>
          {!may('complaints.write') && <Alert type="info" showIcon title={t('complaintCase.headquarters')} />}
          {may('complaints.write') && step.refused !== null && (
            <Alert
              type="warning"
              showIcon
              title={t('complaintCase.refused', {
                reason: failureText(t, { data: { reason: step.refused, params: {} } }),
              })}
            />
          )}
          {may('complaints.write') && <StepForm record={record} step={step.step} />}
        </>
      )}
    </section>
  );
}
