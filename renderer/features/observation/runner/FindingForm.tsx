// The problem record of a failing item with the fields of 8.2: time, place, service content, description, scope of
// impact, class. Time and place come from the session; everything is saved while it is written.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingField, FindingFields } from '../../../../shared/contract/observationRecord.ts';
import { PROBLEM_CLASSES } from '../../../../shared/contract/vocabulary.ts';
import { InstantField } from '../InstantField.tsx';
import { FieldSave } from './FieldSave.tsx';
import type { SaveState } from './itemState.ts';
import { useRunner } from './runnerContext.ts';

export interface FindingFormProps {
  readonly code: string;
  readonly fields: FindingFields;
  readonly save: SaveState;
  /** Not a failing item: the record may be taken away again. */
  readonly removable: boolean;
  /** Fields that submission still asks for. */
  readonly missing: readonly FindingField[];
}

export function FindingForm({ code, fields, save, removable, missing }: FindingFormProps) {
  const { t } = useTranslation();
  const { store } = useRunner();
  const edit = (part: Partial<FindingFields>) => store.editFinding(code, { ...fields, ...part });
  const id = (field: FindingField) => `${field}-${code}`;
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
        {removable && (
          <Button size="small" type="text" icon={<DeleteOutlined />} onClick={() => store.removeFinding(code)}>
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
