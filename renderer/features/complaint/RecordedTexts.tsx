// What the steps before have recorded, beside the step that builds on it: the decision for the answer, the answer for its review.
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import type { ComplaintStep } from '../../../shared/contract/complaintWords.ts';
import { InquiryLines } from './InquiryLines.tsx';

const PARTS = ['verified', 'basis', 'remedies', 'reexamination', 'measures', 'time', 'owner', 'followUp'] as const;

export interface RecordedTextsProps {
  readonly record: ComplaintRecord;
  readonly step: ComplaintStep;
}

export function RecordedTexts({ record, step }: RecordedTextsProps) {
  const { t } = useTranslation();
  const round = record.rounds.find((one) => one.round === record.round);
  if (!round || !['handle', 'answer', 'review', 'archive'].includes(step)) return null;
  const { conclusion } = step === 'handle' ? { conclusion: null } : round;
  // What was found before a case was sent back still stands.
  const inquired = Math.max(...record.inquiries.map((one) => one.round), 1);
  const answered = step === 'review' || step === 'archive';
  const fact = (label: string, words: string) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{words || t('complaint.list.none')}</dd>
    </div>
  );
  const measures = round.measures.map(({ kind, words, owner, dueOn }) =>
    t('complaint.letter.measure', { kind: t(`complaintCase.measure.${kind}`), words, owner, day: dueOn }),
  );
  return (
    <details className="case-recorded" open={step !== 'archive'}>
      <summary>{t('complaintDesk.recorded')}</summary>
      {step === 'handle' && <InquiryLines record={record} round={inquired} />}
      <dl>
        {fact(t('complaintCase.field.findings'), round.findings)}
        {round.cause && fact(t('complaintCase.field.cause'), t(`complaint.cause.${round.cause}`))}
        {conclusion && (
          <>
            {fact(t('complaintCase.field.conclusion'), t(`complaint.conclusion.${conclusion}`))}
            {fact(t('complaintCase.field.basis'), round.basis)}
            {fact(t('complaintCase.field.measures'), measures.join('\n'))}
          </>
        )}
        {answered && PARTS.map((part) => fact(t(`complaint.letter.part.${part}`), round.letter[part]))}
      </dl>
    </details>
  );
}
