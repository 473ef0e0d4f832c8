// 复核: proof of the notice, the views of three departments, then the case passes or is sent back to be handled again.
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../../shared/contract/complaintRecord.ts';
import { client } from '../../../client.ts';
import { ActDialog } from '../ActDialog.tsx';
import { NoticeLines } from '../NoticeLines.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';
import { Verdicts } from '../Verdicts.tsx';

export function ReviewForm({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const [open, setOpen] = useState<'review' | 'sendBack' | null>(null);
  const refused = record.next.some(({ step, refused: why }) => step === 'review' && why !== null);
  const verdicts = record.rounds.find(({ round }) => round === record.round)?.verdicts ?? [];
  const lacking = (step: 'review' | 'sendBack') =>
    record.next.find((one) => one.step === step)?.demands.filter(({ met }) => !met) ?? [];
  const against = verdicts.filter((one) => !(one.reasonable && one.byRules && one.rightsKept));
  const names = against.map(({ department }) => t(`complaintCase.departments.${department}`));
  const reasons = lacking('review').map(({ demand }) =>
    demand === 'allFair' && against.length > 0
      ? t('complaintDesk.pass.against', { names: names.join(t('complaint.letter.comma')) })
      : t('complaintDesk.pass.lacking', { demand: t(`complaintCase.demand.${demand}`) }),
  );
  const label = t(open === 'review' ? 'complaintCase.field.report' : 'complaintCase.field.reason');
  return (
    <>
      <NoticeLines record={record} kind="answer" />
      <Verdicts record={record} verdicts={verdicts} disabled={refused} />
      <Flex gap={8} className="case-step">
        <Button
          type="primary"
          disabled={refused || reasons.length > 0}
          aria-describedby="case-pass-lacking"
          onClick={() => setOpen('review')}
        >
          {t('complaintCase.verdict.pass')}
        </Button>
        <Button danger disabled={refused || lacking('sendBack').length > 0} onClick={() => setOpen('sendBack')}>
          {t('complaintCase.verdict.back')}
        </Button>
      </Flex>
      {!refused && (
        <ul id="case-pass-lacking" className="case-dialog-text">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {lacking('sendBack').length > 0 && <li>{t('complaintDesk.pass.backWhen')}</li>}
        </ul>
      )}
      {open && (
        <ActDialog<{ words: string }>
          draft={{ record, form: open }}
          title={t(open === 'review' ? 'complaintCase.verdict.pass' : 'complaintCase.verdict.backTitle')}
          {...(open === 'sendBack' ? { text: t('complaintCase.verdict.backText'), danger: true } : {})}
          ok={t(open === 'review' ? 'complaintCase.verdict.pass' : 'complaintCase.verdict.back')}
          act={act}
          save={(seen, { words }) =>
            open === 'review'
              ? client.complaint.review({ ...seen, remark: words.trim() })
              : client.complaint.sendBack({ ...seen, reason: words.trim() })
          }
          onClose={() => setOpen(null)}
        >
          <Form.Item name="words" label={label} rules={required(label)}>
            <Input.TextArea rows={4} maxLength={open === 'review' ? 2000 : 1000} />
          </Form.Item>
        </ActDialog>
      )}
    </>
  );
}
