// 反馈: the written answer with the four parts of the law (Art. 19) and those of 6.2. The draft is saved before it can be sent.
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord, LetterParts } from '../../../../shared/contract/complaintRecord.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { useConfirm } from '../../../components/useConfirm.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';

const LAW = ['verified', 'basis', 'remedies', 'reexamination'] as const;
const REST = ['measures', 'time', 'owner', 'followUp'] as const;

export function AnswerForm({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const act = useComplaintAct(record);
  const [form] = Form.useForm<LetterParts>();
  const [changed, setChanged] = useState(false);
  const letter = record.rounds.find(({ round }) => round === record.round)?.letter;
  const save = async (): Promise<void> => {
    const written = form.getFieldsValue(true) as LetterParts;
    if (await act.run((seen) => client.complaint.saveLetter({ ...seen, letter: written }))) setChanged(false);
  };
  const send = async (): Promise<void> => {
    const title = t('complaintCase.letter.sendTitle');
    if (await ask.confirm({ title, text: t('complaintCase.letter.sendText'), ok: t('complaintCase.letter.done') }))
      await act.run((seen) => client.complaint.answer(seen));
  };
  const part = (key: keyof LetterParts) => (
    <Form.Item key={key} name={key} label={t(`complaint.letter.part.${key}`)}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={3000} />
    </Form.Item>
  );
  return (
    <Form<LetterParts>
      name="answer"
      className="case-step"
      layout="vertical"
      form={form}
      {...(letter ? { initialValues: letter } : {})}
      onValuesChange={() => setChanged(true)}
      onFinish={() => void save()}
    >
      <FailureAlert error={act.error} />
      <h3>{t('complaintCase.letter.law')}</h3>
      {LAW.map(part)}
      <h3>{t('complaintCase.letter.rest')}</h3>
      {REST.map(part)}
      <Flex gap={8} align="center">
        <Button htmlType="submit" loading={act.pending}>
          {t('complaintCase.letter.save')}
        </Button>
        <Button type="primary" disabled={changed} loading={act.pending} onClick={() => void send()}>
          {t('complaintCase.letter.done')}
        </Button>
        {changed && <StateTag tone="warn">{t('complaintCase.letter.unsaved')}</StateTag>}
      </Flex>
    </Form>
  );
}
