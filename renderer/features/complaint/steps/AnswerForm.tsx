// 反馈: the written answer with the four parts of the law (Art. 19) and those of 6.2. It begins with what is on record; sending keeps
// what the boxes hold.
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterParts } from '../../../../shared/contract/complaintRecord.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { useConfirm } from '../../../components/useConfirm.tsx';
import { useToday } from '../../people/useToday.ts';
import { DraftForm } from '../DraftForm.tsx';
import { useFormalDay } from '../formalDay.ts';
import { letterStart } from '../letterStart.ts';
import { useComplaintAct } from '../useComplaintAct.ts';
import { written, type Said, type StepProps } from './step.ts';

const LAW = ['verified', 'basis', 'remedies', 'reexamination'] as const;
const REST = ['measures', 'time', 'owner', 'followUp'] as const;

const said = (parts: Partial<LetterParts>): Said => ({
  partVerified: written(parts.verified),
  partBasis: written(parts.basis),
  partRemedies: written(parts.remedies),
  partReexamination: written(parts.reexamination),
  partMeasures: written(parts.measures),
  partTime: written(parts.time),
  partOwner: written(parts.owner),
  partFollowUp: written(parts.followUp),
});

export function AnswerForm({ record, onSaid }: StepProps) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const act = useComplaintAct(record);
  const day = useFormalDay();
  const today = useToday();
  const [form] = Form.useForm<LetterParts>();
  const [changed, setChanged] = useState(false);
  const start = letterStart(record, { t, day, today }) ?? {};
  const send = async (letter: LetterParts): Promise<boolean> => {
    const title = t('complaintCase.letter.sendTitle');
    if (!(await ask.confirm({ title, text: t('complaintCase.letter.sendText'), ok: t('complaintCase.letter.done') })))
      return false;
    return act.run(async (seen) => client.complaint.answer(await client.complaint.saveLetter({ ...seen, letter })));
  };
  const save = async (): Promise<void> => {
    const letter = form.getFieldsValue(true) as LetterParts;
    if (await act.run((seen) => client.complaint.saveLetter({ ...seen, letter }))) setChanged(false);
  };
  const part = (key: keyof LetterParts) => (
    <Form.Item key={key} name={key} label={t(`complaint.letter.part.${key}`)}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={3000} />
    </Form.Item>
  );
  return (
    <DraftForm<LetterParts>
      form={form}
      draft={{ record, form: 'answer' }}
      id="answer"
      className="case-step"
      start={start}
      onTyped={(parts, typed) => {
        onSaid(said(parts));
        setChanged(Object.keys(typed).length > 0);
      }}
      onSend={send}
    >
      <FailureAlert error={act.error} />
      <h3>{t('complaintCase.letter.law')}</h3>
      {LAW.map(part)}
      <h3>{t('complaintCase.letter.rest')}</h3>
      {REST.map(part)}
      <Flex gap={8} align="center" wrap>
        <Button loading={act.pending} onClick={() => void save()}>
          {t('complaintCase.letter.save')}
        </Button>
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t('complaintCase.letter.done')}
        </Button>
        {changed && <StateTag tone="warn">{t('complaintCase.letter.unsaved')}</StateTag>}
      </Flex>
    </DraftForm>
  );
}
