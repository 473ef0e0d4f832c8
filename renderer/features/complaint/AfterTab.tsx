// What follows the answer: return visits with the complainant's satisfaction (6.4), re-examinations asked and answered (Art. 20).
import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord, Reexamination } from '../../../shared/contract/complaintRecord.ts';
import {
  COMPLAINT_CHANNELS,
  CONCLUSIONS,
  NOTICE_WAYS,
  type ComplaintChannel,
  type Conclusion,
  type NoticeWay,
} from '../../../shared/contract/complaintWords.ts';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { useToday } from '../people/useToday.ts';
import { InstantItem } from '../responses/InstantItem.tsx';
import { ActDialog } from './ActDialog.tsx';
import { AnswerAsked } from './AnswerAsked.tsx';
import { useCaseMark } from './useCaseMark.ts';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

type Field =
  | 'at'
  | 'way'
  | 'satisfaction'
  | 'words'
  | 'day'
  | 'grounds'
  | 'outcome'
  | 'conclusion'
  | 'answer'
  | 'answeredOn'
  | 'proof';
const useLabel = () => {
  const { t } = useTranslation();
  return (key: Field) => t(`complaintCase.field.${key}`);
};

interface DialogProps {
  readonly record: ComplaintRecord;
  readonly onClose: () => void;
}

function VisitDialog({ record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = useLabel();
  return (
    <ActDialog<{ at: string; way: NoticeWay; satisfaction?: number | null; words?: string }>
      draft={{ record, form: 'visit' }}
      title={t('complaintCase.act.visit')}
      initial={{ at: new Date().toISOString(), way: 'phone' }}
      act={act}
      save={(seen, { at, way, satisfaction = null, words = '' }) =>
        client.complaint.addVisit({ ...seen, at, way, satisfaction, words })
      }
      onClose={onClose}
    >
      <Form.Item name="at" label={label('at')} rules={required(label('at'))}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="way" label={label('way')}>
        <Select options={NOTICE_WAYS.map((value) => ({ value, label: t(`complaint.way.${value}`) }))} />
      </Form.Item>
      <Form.Item name="satisfaction" label={label('satisfaction')}>
        <InputNumber min={1} max={5} precision={0} />
      </Form.Item>
      <Form.Item name="words" label={label('words')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}

function AskDialog({ record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = useLabel();
  const today = useToday();
  return (
    <ActDialog<{ askedOn: string; way: ComplaintChannel; grounds: string }>
      draft={{ record, form: 'ask' }}
      title={t('complaintCase.act.ask')}
      initial={{ askedOn: today, way: 'phone' }}
      act={act}
      save={(seen, values) => client.complaint.askReexamination({ ...seen, ...values })}
      onClose={onClose}
    >
      <Form.Item name="askedOn" label={label('day')} rules={required(label('day'))}>
        <DayInput max={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="way" label={label('way')}>
        <Select options={COMPLAINT_CHANNELS.map((value) => ({ value, label: t(`complaint.channel.${value}`) }))} />
      </Form.Item>
      <Form.Item name="grounds" label={label('grounds')} rules={required(label('grounds'))}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActDialog>
  );
}

interface AnswerValues {
  readonly outcome: 'kept' | 'changed';
  readonly conclusion?: Conclusion;
  readonly words: string;
  readonly answeredOn: string;
  readonly noticeWay: NoticeWay;
  readonly proof: string;
}

function AnswerDialog({ record, onClose, asked }: DialogProps & { readonly asked: Reexamination }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = useLabel();
  const today = useToday();
  return (
    <ActDialog<AnswerValues>
      draft={{ record, form: 'answerAsked' }}
      title={t('complaintCase.act.answerAsked')}
      initial={{ outcome: 'kept', answeredOn: today, noticeWay: 'registeredMail' }}
      act={act}
      save={(seen, { conclusion, ...values }) =>
        client.complaint.answerReexamination({
          ...{ ...seen, ...values, reexaminationId: asked.id },
          conclusion: values.outcome === 'changed' ? (conclusion ?? null) : null,
        })
      }
      onClose={onClose}
    >
      <Form.Item name="outcome" label={label('outcome')}>
        <Select
          options={(['kept', 'changed'] as const).map((value) => ({
            value,
            label: t(`complaintCase.reexamination.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['outcome']}>
        {({ getFieldValue }) =>
          getFieldValue('outcome') === 'changed' && (
            <Form.Item name="conclusion" label={label('conclusion')} rules={required(label('conclusion'))}>
              <Select options={CONCLUSIONS.map((value) => ({ value, label: t(`complaint.conclusion.${value}`) }))} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="words" label={label('answer')} rules={required(label('answer'))}>
        <Input.TextArea rows={3} maxLength={3000} />
      </Form.Item>
      <Form.Item name="answeredOn" label={label('answeredOn')} rules={required(label('answeredOn'))}>
        <DayInput max={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="noticeWay" label={label('way')}>
        <Select options={NOTICE_WAYS.map((value) => ({ value, label: t(`complaint.way.${value}`) }))} />
      </Form.Item>
      <Form.Item name="proof" label={label('proof')} rules={required(label('proof'))}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </ActDialog>
  );
}

export function AfterTab({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const [dialog, setDialog] = useState<'visit' | 'ask' | Reexamination | null>(null);
  const ofCase = useCaseMark(record);
  const told = ['answered', 'reviewed', 'archived'].includes(record.state);
  const own = record.joinedToId === null && told;
  const isOpen = ({ answeredOn, withdrawnAt }: Reexamination) => answeredOn === null && withdrawnAt === null;
  // Each complainant asks in the case of their own, with days of their own.
  const asked = record.reexaminations.some((one) => one.complaintId === record.id && isOpen(one));
  const outcomeOf = (one: Reexamination): string => {
    if (one.withdrawnAt !== null) return t('complaintCase.reexamination.withdrawn');
    return one.outcome === null
      ? t('complaintCase.reexamination.open', { day: one.dueOn })
      : t(`complaintCase.reexamination.${one.outcome}`);
  };
  const close = () => setDialog(null);
  return (
    <div className="case-rounds">
      <section className="case-column">
        <h2>{t('complaintCase.visits')}</h2>
        {record.visits.length === 0 && <p>{t('complaintCase.noVisits')}</p>}
        <ul>
          {record.visits.map(({ id, at, way, satisfaction, words }) => (
            <li key={id} className="case-line">
              {[
                format.instant(at),
                t(`complaint.way.${way}`),
                satisfaction === null ? t('complaintCase.noScore') : t('complaintCase.score', { score: satisfaction }),
                words,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
        {own && may('complaints.write') && record.end !== 'withdrawn' && (
          <Button onClick={() => setDialog('visit')}>{t('complaintCase.act.visit')}</Button>
        )}
      </section>
      <section className="case-column">
        <h2>{t('complaintCase.reexaminations')}</h2>
        {record.reexaminationUntil && (
          <p>{t('complaint.clocks.reexaminationUntil', { day: record.reexaminationUntil })}</p>
        )}
        <ul>
          {record.reexaminations.map((one) => (
            <li key={one.id} className="case-line">
              {ofCase(one)}
              <StateTag tone={isOpen(one) ? 'accent' : 'met'}>{outcomeOf(one)}</StateTag>
              <div>{t('complaintCase.reexamination.asked', { day: one.askedOn, grounds: one.grounds })}</div>
              {one.answeredOn && (
                <div>{t('complaintCase.reexamination.answered', { day: one.answeredOn, words: one.words })}</div>
              )}
              {told && isOpen(one) && <AnswerAsked caseId={record.id} onAnswer={() => setDialog(one)} />}
            </li>
          ))}
        </ul>
        <Flex gap={8}>
          {told &&
            !asked &&
            record.withdrawal === null &&
            may('complaints.write') &&
            record.reexaminationUntil !== null && (
              <Button onClick={() => setDialog('ask')}>{t('complaintCase.act.ask')}</Button>
            )}
        </Flex>
      </section>
      {dialog === 'visit' && <VisitDialog record={record} onClose={close} />}
      {dialog === 'ask' && <AskDialog record={record} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && <AnswerDialog record={record} asked={dialog} onClose={close} />}
    </div>
  );
}
