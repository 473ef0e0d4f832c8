// What the numbers of the scoring model are called, and what is wrong with one.
import type { TFunction } from 'i18next';
import { MODEL_RANGES, type ModelReason } from '../../../../shared/contract/model.ts';
import type { Grade, Indicator } from '../../../../shared/contract/vocabulary.ts';
import type { ModelField } from '../../../../shared/domain/scoring/modelFields.ts';
import { measureName } from '../../../components/derivation/stepWords.ts';

/** The name beside a field in its group. */
export function fieldName(t: TFunction, key: string): string {
  const [kind = '', of = '', ...rest] = key.split('.');
  if (kind === 'indicator') return t(`words.indicator.${of as Indicator}`);
  if (kind === 'measure') return `${t(`words.indicator.${of as Indicator}`)} ← ${measureName(t, rest.join('.'))}`;
  if (kind === 'grade') return t('model.from', { grade: t(`words.grade.${of as Grade}`) });
  // Every other key of the model stands under `model.field` as it is.
  return (t as unknown as (key: string) => string)(`model.field.${key}`);
}

export function problemWords(t: TFunction, { range }: ModelField, reason: ModelReason): string {
  const { least, most } = MODEL_RANGES[range];
  return t(`model.problem.${reason}`, { least, most });
}
