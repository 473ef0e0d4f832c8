// Who of a case and of those joined to it was told, when and how; and the dialog that records another proof.
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { client } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { ActDialog } from './ActDialog.tsx';
import { freshProof, ProofFields, proofOf, type ProofValues } from './ProofFields.tsx';
import { useComplaintAct } from './useComplaintAct.ts';

export interface NoticeLinesProps {
  readonly record: ComplaintRecord;
  readonly kind: 'answer' | 'review' | 'extension';
}

export function NoticeLines({ record, kind }: NoticeLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useComplaintAct(record);
  const [open, setOpen] = useState(false);
  const cases = [
    ...(record.withdrawal === null ? [{ id: record.id, number: record.number }] : []),
    ...record.joinedCases.filter(({ end }) => end !== 'withdrawn'),
  ];
  const noticeOf = (id: string) =>
    record.notices.findLast(
      (one) =>
        one.complaintId === id &&
        one.kind === kind &&
        // An extension is told of once, whichever round it is.
        (kind === 'extension' || one.round === record.round),
    );
  const untold = cases.find(({ id }) => !noticeOf(id));
  return (
    <div className="case-step">
      <h3>{t(`complaintCase.notice.${kind}`)}</h3>
      <ul>
        {cases.map(({ id, number }) => {
          const notice = noticeOf(id);
          return (
            <li key={id} className={notice ? 'case-check case-check-met' : 'case-check'}>
              {notice ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
              {notice
                ? t('complaintCase.notice.told', {
                    ...{ number, at: format.instant(notice.at), way: t(`complaint.way.${notice.way}`) },
                  })
                : t('complaintCase.notice.untold', { number })}
            </li>
          );
        })}
      </ul>
      <Button type={untold ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {t('complaintCase.notice.add')}
      </Button>
      {open && (
        <ActDialog<ProofValues & { complaintId: string }>
          draft={{ record, form: `notice.${kind}` }}
          title={t(`complaintCase.notice.${kind}`)}
          initial={{ ...freshProof(), complaintId: untold?.id ?? record.id }}
          act={act}
          save={(seen, { complaintId, ...proof }) =>
            client.complaint.addNotice({ ...seen, kind, complaintId, ...proofOf(proof) })
          }
          onClose={() => setOpen(false)}
        >
          <ProofFields record={record} label={t('complaintCase.field.proof')} written={kind === 'answer'} />
          <Form.Item name="complaintId" label={t('complaintCase.field.caseOf')} hidden={cases.length === 1}>
            <Select options={cases.map(({ id, number }) => ({ value: id, label: number }))} />
          </Form.Item>
        </ActDialog>
      )}
    </div>
  );
}
