// The form of one criterion of a draft. The code follows from clause and number, so it always fits; a red line is pass or
// fail and required (1.2.1, 2.4.1, 2.5.1), a check of records pass or fail, and only observation has stages (4.2).
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  EVIDENCE_RULES,
  METHODS,
  SCALES,
  STAGES,
  type Clause,
  type Criterion,
} from '../../../shared/contract/standard.ts';
import { LONGEST_TEXT } from '../../../shared/contract/standardRoutes.ts';
import { INDICATORS, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useSpoken } from '../observation/language.ts';

type Fields = Omit<Criterion, 'code'> & { readonly number: number };

export interface CriterionFormProps {
  readonly version: string;
  readonly clauses: readonly Clause[];
  readonly criteria: readonly Criterion[];
  /** The criterion to edit, or the clause under which one is added. */
  readonly target: { readonly criterion: Criterion } | { readonly clause: string };
  readonly onClose: () => void;
  readonly onSaved: (criterion: Criterion) => void;
}

const EMPTY = { zh: '', en: '' };

const numberOf = (code: string): number => Number(code.slice(code.lastIndexOf('-') + 1));

function startingFields(target: CriterionFormProps['target'], criteria: readonly Criterion[]): Fields {
  if ('criterion' in target) return { ...target.criterion, number: numberOf(target.criterion.code) };
  const taken = criteria.filter(({ clause }) => clause === target.clause).map(({ code }) => numberOf(code));
  return {
    clause: target.clause,
    number: Math.max(0, ...taken) + 1,
    method: 'observation',
    stage: 'progress',
    indicator: 'compliance',
    scale: 'threeStep',
    weight: 2,
    required: true,
    notApplicableAllowed: false,
    evidence: 'none',
    redLine: false,
    protection: 'service',
    ...{ text: EMPTY, meets: EMPTY, fails: EMPTY },
  };
}

/** What follows from the method and the red line, so that no contradiction can be saved. */
function settled({ number, ...fields }: Fields): Criterion {
  const passFail = fields.redLine || fields.method === 'record';
  return {
    ...fields,
    code: `${fields.clause}-${number}`,
    stage: fields.method === 'observation' ? fields.stage : null,
    scale: passFail ? 'passFail' : fields.scale,
    required: fields.redLine || fields.required,
  };
}

export function CriterionForm(props: CriterionFormProps) {
  const { version, clauses, criteria, target, onClose, onSaved } = props;
  const { t } = useTranslation();
  const spoken = useSpoken();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const method = Form.useWatch('method', form);
  const redLine = Form.useWatch('redLine', form);
  const save = useMutation(
    api.standard.saveCriterion.mutationOptions({
      onSuccess: (_, { criterion }) => {
        void queries.invalidateQueries({ queryKey: api.standard.key() });
        onSaved(criterion);
      },
    }),
  );
  const code = 'criterion' in target ? target.criterion.code : null;
  const wanted = [{ required: true, message: t('standard.form.wanted') }];
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={code === null ? t('standard.form.addCriterion') : t('standard.form.editCriterion', { code })}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('frame.save')}
          </Button>
        </Flex>
      }
    >
      <FailureAlert error={save.error} />
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={startingFields(target, criteria)}
        onFinish={(fields) => save.mutate({ id: version, code, criterion: settled(fields) })}
      >
        <div className="standard-form-grid">
          <Form.Item name="clause" label={t('standard.field.clause')} className="standard-form-wide">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={clauses.map(({ id, title }) => ({
                value: id,
                label: t('standard.clauseTitle', { id, title: spoken(title) }),
              }))}
            />
          </Form.Item>
          <Form.Item name="number" label={t('standard.field.number')} rules={wanted}>
            <InputNumber min={1} max={999} precision={0} />
          </Form.Item>
          <Form.Item name="method" label={t('standard.field.method')}>
            <Select options={METHODS.map((value) => ({ value, label: t(`words.method.${value}`) }))} />
          </Form.Item>
          {method === 'observation' && (
            <Form.Item name="stage" label={t('standard.field.stage')} rules={wanted}>
              <Select options={STAGES.map((value) => ({ value, label: t(`words.stage.${value}`) }))} />
            </Form.Item>
          )}
          <Form.Item name="indicator" label={t('standard.field.indicator')}>
            <Select options={INDICATORS.map((value) => ({ value, label: t(`words.indicator.${value}`) }))} />
          </Form.Item>
          {!redLine && method !== 'record' && (
            <Form.Item name="scale" label={t('standard.field.scale')}>
              <Select options={SCALES.map((value) => ({ value, label: t(`words.scale.${value}`) }))} />
            </Form.Item>
          )}
          <Form.Item
            name="weight"
            label={t('standard.field.weight')}
            extra={t('standard.form.weightHint')}
            rules={wanted}
          >
            <InputNumber min={0.01} max={100} step={0.5} />
          </Form.Item>
          <Form.Item name="evidence" label={t('standard.field.evidence')}>
            <Select options={EVIDENCE_RULES.map((value) => ({ value, label: t(`words.evidenceRule.${value}`) }))} />
          </Form.Item>
          <Form.Item name="protection" label={t('standard.field.protection')}>
            <Select options={PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) }))} />
          </Form.Item>
        </div>
        <Flex gap={16} wrap className="standard-form-ticks">
          <Form.Item name="required" valuePropName="checked" noStyle>
            <Checkbox disabled={redLine}>{t('standard.field.required')}</Checkbox>
          </Form.Item>
          <Form.Item name="notApplicableAllowed" valuePropName="checked" noStyle>
            <Checkbox>{t('standard.field.notApplicableAllowed')}</Checkbox>
          </Form.Item>
          <Form.Item name="redLine" valuePropName="checked" noStyle>
            <Checkbox>{t('standard.field.redLine')}</Checkbox>
          </Form.Item>
        </Flex>
        {redLine && <p className="standard-form-hint">{t('standard.form.redLineHint')}</p>}
        <TextPair name="text" />
        <TextPair name="meets" />
        <TextPair name="fails" />
      </Form>
    </Drawer>
  );
}

/** The two languages of one text; a draft may leave one empty, the check asks for it. */
export function TextPair({
  name,
  rows = 2,
}: {
  readonly name: 'text' | 'meets' | 'fails' | 'title';
  readonly rows?: number;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={[name, 'zh']} label={t(`standard.field.${name}Zh`)}>
        <Input.TextArea autoSize={{ minRows: rows }} maxLength={LONGEST_TEXT} lang="zh-CN" />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={t(`standard.field.${name}En`)}>
        <Input.TextArea autoSize={{ minRows: rows }} maxLength={LONGEST_TEXT} lang="en" />
      </Form.Item>
    </>
  );
}
