// The problem record of a failing item with the fields of 8.2: time, place, service content, description, scope of
// impact, class. Observation, record review and patrol write the same one.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingField, FindingFields } from '../../../shared/contract/observationRecord.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import { InstantField } from '../observation/InstantField.tsx';
import { FieldSave } from '../observation/runner/FieldSave.tsx';
import type { SaveState } from '../observation/runner/itemState.ts';
import '../observation/runner/detail.css';

export interface ProblemFormProps {
  /** Unique on the screen: its fields are named by it. */
  readonly name: string;
  readonly fields: FindingFields;
  readonly save: SaveState;
  /** Fields that submission still asks for. */
  readonly missing: readonly FindingField[];
  readonly onChange: (fields: FindingFields) => void;
  /** Null: the record belongs to a failing item and stays. */
  readonly onRemove: (() => void) | null;
}

/** The id of a field, to put the hands there. */
export const problemFieldId = (field: FindingField, name: string): string => `${field}-${name}`;

export function ProblemForm({ name, fields, save, missing, onChange, onRemove }: ProblemFormProps) {
  const { t } = useTranslation();
  const edit = (part: Partial<FindingFields>) => onChange({ ...fields, ...part });
  const id = (field: FindingField) => problemFieldId(field, name);
  const place = (field: FindingField, input: ReactNode, wide = false) => (
    <div className={wide ? 'finding-field finding-wide' : 'finding-field'}>
      <label htmlFor={id(field)} id={`${id(field)}-label`} className={missing.includes(field) ? 'finding-missing' : ''}>
        {t(`observation.field.${field}`)}
        {missing.includes(field) && <span> ({t('observation.detail.toFill')})</span>}
      </label>
      {input}
    </div>
  );
  const text = (field: 'place' | 'serviceContent' | 'description' | 'scopeOfImpact', max: number) => ({
    id: id(field),
    value: fields[field],
    maxLength: max,
    onChange: (event: { target: { value: string } }) => edit({ [field]: event.target.value }),
  });
  return (
    <fieldset className="finding">
      <legend>
        {t('observation.detail.record')} <FieldSave save={save} />
        {onRemove && (
          <Button size="small" type="text" icon={<DeleteOutlined />} onClick={onRemove}>
            {t('observation.detail.removeRecord')}
          </Button>
        )}
      </legend>
      <div className="finding-fields">
        {place(
          'description',
          <Input.TextArea {...text('description', 2000)} autoSize={{ minRows: 2, maxRows: 8 }} />,
          true,
        )}
        {place(
          'class',
          <Radio.Group
            id={id('class')}
            aria-labelledby={`${id('class')}-label`}
            optionType="button"
            size="small"
            value={fields.class}
            options={PROBLEM_CLASSES.map((one) => ({ value: one, label: t(`words.problemClass.${one}`) }))}
            onChange={(event) => edit({ class: event.target.value as FindingFields['class'] })}
          />,
          true,
        )}
        {place(
          'scopeOfImpact',
          <Input {...text('scopeOfImpact', 500)} placeholder={t('observation.detail.scopeHint')} />,
        )}
        {place('serviceContent', <Input {...text('serviceContent', 500)} />)}
        {place('place', <Input {...text('place', 120)} />)}
        {place(
          'occurredAt',
          <InstantField
            id={id('occurredAt')}
            value={fields.occurredAt}
            onChange={(occurredAt) => edit({ occurredAt })}
          />,
        )}
      </div>
    </fieldset>
  );
}
