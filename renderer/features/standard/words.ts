// Names of versions, fields and their values in words, for detail, comparison and check.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import type { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import { titleIn } from '../../../shared/standard/titles.ts';
import { useAppearance } from '../../Appearance.tsx';

/** Names a version in the language in force. */
export function useVersionName(): (version: StandardVersion) => string {
  const { t } = useTranslation();
  const { language } = useAppearance();
  return ({ status, number, title: given }) => {
    const title = titleIn(given, language);
    return status === 'draft' ? t('standard.draftOption', { title }) : t('standard.versionOption', { number, title });
  };
}

type FieldKey = keyof typeof zhCN.standard.field;

/** `title.zh` is named under `titleZh`. */
export function fieldName(t: TFunction, field: string): string {
  const key = field.replace(/\.(zh|en)$/, (_, language: string) => (language === 'zh' ? 'Zh' : 'En')) as FieldKey;
  return t(`standard.field.${key}`);
}

/** Fields whose values are words of a closed list. */
const LISTS = {
  method: 'method',
  stage: 'stage',
  indicator: 'indicator',
  scale: 'scale',
  evidence: 'evidenceRule',
  protection: 'protection',
} as const;

/** A field's value as people read it. */
export function valueText(t: TFunction, field: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t('words.yes') : t('words.no');
  if (typeof value === 'number') return String(value);
  if (!Object.hasOwn(LISTS, field)) return value;
  // The value belongs to the list by the contract; the type of the key cannot know.
  return (t as unknown as (key: string) => string)(`words.${LISTS[field as keyof typeof LISTS]}.${value}`);
}
