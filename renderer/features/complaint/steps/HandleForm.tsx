// 处理: the conclusion, its basis, and the measures that 6.2 has for the category, each with owner and deadline.
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../../shared/contract/complaintRecord.ts';
import { CONCLUSIONS, MEASURES_OF, type Conclusion } from '../../../../shared/contract/complaintWords.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import { client } from '../../../client.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { useToday } from '../../people/useToday.ts';
import { DraftForm } from '../DraftForm.tsx';
import { AddInquiry } from '../InquiryLines.tsx';
import { useComplaintAct } from '../useComplaintAct.ts';
import { useRequired } from '../useRequired.ts';
import { written, type StepProps } from './step.ts';

interface Values {
  readonly conclusion: Conclusion;
  readonly basis: string;
  readonly measures: readonly Partial<Measure>[];
}

/** Days that a new measure is given at first. */
const WEEK = 7;

export function HandleForm({ record, onSaid }: StepProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const conclusion = Form.useWatch('conclusion', form);
  const kinds = MEASURES_OF[record.category];
  const label = (key: 'conclusion' | 'basis' | 'measures' | 'words' | 'owner' | 'dueOn') =>
    t(`complaintCase.field.${key}`);
  const measureOf = (at: number, key: 'words' | 'owner' | 'dueOn' | 'measures') =>
    `${t('complaintCase.field.measure', { number: at + 1 })} ${label(key)}`;
  const fresh: Partial<Measure> = { dueOn: addDays(today, WEEK), ...(kinds[0] ? { kind: kinds[0] } : {}) };
  // Handled again: it begins with what was decided before.
  const before = record.rounds.find(({ round }) => round === record.round - 1);
  const decided = before?.measures.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return (
    <DraftForm<Values>
      form={form}
      draft={{ record, form: 'handle' }}
      id="handle"
      className="case-step"
      start={{
        ...(before?.conclusion ? { conclusion: before.conclusion, basis: before.basis } : {}),
        measures: decided.length > 0 ? decided : [fresh],
      }}
      onTyped={({ basis, conclusion: chosen, measures = [] }) =>
        onSaid({
          basisWritten: written(basis),
          measuresFit:
            chosen !== undefined &&
            (measures.length > 0 || chosen === 'notUpheld') &&
            measures.every(
              (one) => one?.kind !== undefined && kinds.includes(one.kind) && written(one.words) && written(one.owner),
            ),
        })
      }
      onSend={(values) =>
        act.run((seen) =>
          client.complaint.handle({
            ...seen,
            conclusion: values.conclusion,
            basis: values.basis.trim(),
            measures: values.measures.flatMap(({ kind, words, owner, dueOn }) =>
              kind && words && owner && dueOn ? [{ kind, words, owner, dueOn }] : [],
            ),
          }),
        )
      }
    >
      <FailureAlert error={act.error} />
      <AddInquiry record={record} />
      <Form.Item name="conclusion" label={label('conclusion')} rules={required(label('conclusion'))}>
        <Radio.Group
          aria-label={label('conclusion')}
          options={CONCLUSIONS.map((value) => ({ value, label: t(`complaint.conclusion.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="basis" label={label('basis')} rules={required(label('basis'))}>
        <Input.TextArea rows={3} maxLength={3000} />
      </Form.Item>
      <Form.List name="measures">
        {(fields, { add, remove }) => (
          <fieldset>
            <legend>{label('measures')}</legend>
            <p className="case-dialog-text">
              {t(conclusion === 'notUpheld' ? 'complaintCase.handle.noMeasures' : 'complaintCase.handle.needMeasure')}
            </p>
            {fields.map(({ key, name }) => (
              <div key={key} className="case-measure">
                <Form.Item name={[name, 'kind']} noStyle>
                  <Select
                    aria-label={measureOf(name, 'measures')}
                    options={kinds.map((value) => ({ value, label: t(`complaintCase.measure.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'owner']} rules={required(label('owner'))}>
                  <Input maxLength={80} placeholder={label('owner')} aria-label={measureOf(name, 'owner')} />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} rules={required(label('dueOn'))}>
                  <DayInput aria-label={measureOf(name, 'dueOn')} allowClear={false} />
                </Form.Item>
                <Form.Item className="case-measure-words" name={[name, 'words']} rules={required(label('words'))}>
                  <Input maxLength={500} placeholder={label('words')} aria-label={measureOf(name, 'words')} />
                </Form.Item>
                <Button
                  className="case-measure-remove"
                  icon={<MinusOutlined />}
                  aria-label={t('complaintCase.handle.remove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined />} onClick={() => add(fresh)}>
              {t('complaintCase.handle.add')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Button className="case-step" type="primary" htmlType="submit" loading={act.pending}>
        {t('complaintCase.handle.done')}
      </Button>
    </DraftForm>
  );
}
