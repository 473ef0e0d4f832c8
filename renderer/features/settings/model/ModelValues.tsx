// The numbers of the model in their groups. What the handbook fixes has a lock and its clause; what is wrong says why
// beside its field. A change is kept when the field is left.
import { LockOutlined } from '@ant-design/icons';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ModelValues as Values } from '../../../../shared/contract/model.ts';
import { MODEL_FIELDS, MODEL_GROUPS, type ModelField } from '../../../../shared/domain/scoring/modelFields.ts';
import { modelProblems } from '../../../../shared/domain/scoring/modelValidity.ts';
import { percent } from '../../../format.ts';
import { fieldName, problemWords } from './fieldWords.ts';

export interface ModelValuesProps {
  readonly values: Values;
  /** Of the version in force: what differs from it is marked. */
  readonly before: Values;
  /** Without it nothing can be edited. */
  readonly onChange?: (key: string, value: number | null) => void;
  readonly onLeave?: () => void;
}

/** The fields that share a sum: all indicators, or the measures of one. */
const sumOf = (key: string): string =>
  key
    .split('.')
    .slice(0, key.startsWith('measure.') ? 2 : 1)
    .join('.');

function shareOf(values: Values, { key, range }: ModelField): number | null {
  if (range !== 'weight') return null;
  const sum = MODEL_FIELDS.filter((field) => field.range === 'weight' && sumOf(field.key) === sumOf(key)).reduce(
    (total, field) => total + (values[field.key] ?? 0),
    0,
  );
  const own = values[key] ?? 0;
  return sum > 0 && own > 0 ? own / sum : null;
}

export function ModelValues({ values, before, onChange, onLeave }: ModelValuesProps) {
  const { t } = useTranslation();
  const problems = new Map(modelProblems(values).map(({ field, reason }) => [field, reason]));
  const note = (field: ModelField): string | undefined => {
    if (field.fixedBy !== null)
      return field.fixedBy === 'model' ? t('model.fixedByModel') : t('model.fixedBy', { clause: field.fixedBy });
    const share = shareOf(values, field);
    return share === null ? undefined : t('model.share', { percent: percent(share) });
  };
  return (
    <div className="model-groups">
      {MODEL_GROUPS.map((group) => (
        <section key={group} className="panel" aria-labelledby={`model-${group}`}>
          <h2 id={`model-${group}`}>{t(`model.group.${group}`)}</h2>
          {MODEL_FIELDS.filter((field) => field.group === group).map((field) => {
            const { key, fixedBy } = field;
            const reason = problems.get(key);
            const changed = values[key] !== before[key];
            return (
              <Form.Item
                key={key}
                className={changed ? 'model-field model-field-changed' : 'model-field'}
                layout="horizontal"
                label={fieldName(t, key)}
                htmlFor={`model-${key}`}
                colon={false}
                {...(reason ? { validateStatus: 'error' as const, help: problemWords(t, field, reason) } : {})}
              >
                <InputNumber<number>
                  id={`model-${key}`}
                  value={values[key] ?? null}
                  disabled={onChange === undefined || fixedBy !== null}
                  {...(fixedBy === null ? {} : { prefix: <LockOutlined aria-hidden /> })}
                  onChange={(value) => onChange?.(key, value)}
                  onBlur={() => onLeave?.()}
                  onPressEnter={() => onLeave?.()}
                />
                <span className="model-note">
                  {note(field)}
                  {changed && ` ${t('model.was', { value: before[key] ?? '' })}`}
                </span>
              </Form.Item>
            );
          })}
        </section>
      ))}
    </div>
  );
}
