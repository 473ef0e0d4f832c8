// The views of the three departments of the joint review (6.4): reasonable, by the rules, rights kept.
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord, ReviewVerdict } from '../../../shared/contract/complaintRecord.ts';
import { REVIEW_DEPARTMENTS, type ReviewDepartment } from '../../../shared/contract/complaintWords.ts';
import { client } from '../../client.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { ActDialog } from './ActDialog.tsx';
import { PersonInput, useColleagues } from './PersonInput.tsx';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

const QUESTIONS = ['reasonable', 'byRules', 'rightsKept'] as const;
type Values = Pick<ReviewVerdict, 'by' | 'reasonable' | 'byRules' | 'rightsKept'> & { readonly remark?: string };

/** One department's view in words. */
export function VerdictWords({ verdict }: { readonly verdict: ReviewVerdict }) {
  const { t } = useTranslation();
  const fair = verdict.reasonable && verdict.byRules && verdict.rightsKept;
  const no = QUESTIONS.filter((one) => !verdict[one]).map((one) => t(`complaintCase.verdict.${one}`));
  return (
    <>
      <StateTag tone={fair ? 'met' : 'warn'}>
        {t(fair ? 'complaintCase.verdict.fair' : 'complaintCase.verdict.unfair')}
      </StateTag>{' '}
      {t('complaintDesk.reviewedBy', { by: verdict.by })}
      {no.length > 0 && ` · ${no.map((one) => `${one}: ${t('complaintCase.verdict.no')}`).join(' · ')}`}
      {verdict.remark && <div>{verdict.remark}</div>}
      <div>
        <small>{t('complaintCase.notifyBy', { by: verdict.recordedBy })}</small>
      </div>
    </>
  );
}

interface VerdictDialogProps {
  readonly record: ComplaintRecord;
  readonly department: ReviewDepartment;
  readonly onClose: () => void;
}

function VerdictDialog({ record, department, onClose }: VerdictDialogProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const colleagues = useColleagues(record.id, { part: 'review', department });
  const label = (key: 'reviewer' | 'remark') => t(`complaintCase.field.${key}`);
  return (
    <ActDialog<Values>
      draft={{ record, form: `verdict.${department}` }}
      title={`${t('complaintCase.verdict.title')} · ${t(`complaintCase.departments.${department}`)}`}
      act={act}
      save={(seen, { remark = '', by, ...values }) =>
        client.complaint.giveVerdict({ ...seen, department, ...values, ...colleagues.given(by), remark })
      }
      onClose={onClose}
    >
      <Form.Item
        name="by"
        label={label('reviewer')}
        extra={t('complaintCase.verdict.reviewerHint')}
        rules={required(label('reviewer'))}
      >
        <PersonInput colleagues={colleagues} />
      </Form.Item>
      {QUESTIONS.map((question) => {
        const words = t(`complaintCase.verdict.${question}`);
        return (
          <Form.Item key={question} name={question} label={words} rules={required(words)}>
            <Radio.Group
              aria-label={words}
              options={[
                { value: true, label: t('complaintCase.verdict.yes') },
                { value: false, label: t('complaintCase.verdict.no') },
              ]}
            />
          </Form.Item>
        );
      })}
      <Form.Item name="remark" label={label('remark')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}

export interface VerdictsProps {
  readonly record: ComplaintRecord;
  readonly verdicts: readonly ReviewVerdict[];
  /** Whoever took part in the case records none. */
  readonly disabled: boolean;
}

export function Verdicts({ record, verdicts, disabled }: VerdictsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReviewDepartment | null>(null);
  return (
    <div className="case-step">
      <h3>{t('complaintCase.verdict.title')}</h3>
      <ul>
        {REVIEW_DEPARTMENTS.map((department) => {
          const verdict = verdicts.find((one) => one.department === department);
          const name = t(`complaintCase.departments.${department}`);
          const button = t(verdict ? 'complaintCase.verdict.again' : 'complaintCase.verdict.give');
          return (
            <li key={department} className="case-line">
              <strong>{name}</strong>{' '}
              {verdict ? <VerdictWords verdict={verdict} /> : t('complaintCase.verdict.missing')}{' '}
              <Button
                size="small"
                disabled={disabled}
                aria-label={`${button} ${name}`}
                onClick={() => setOpen(department)}
              >
                {button}
              </Button>
            </li>
          );
        })}
      </ul>
      {open && <VerdictDialog key={open} record={record} department={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
