// The items of a draft as rows of fields, moved up and down with buttons.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireItem } from '../../../../shared/contract/survey.ts';
import { DIMENSIONS, type Dimension } from '../../../../shared/contract/vocabulary.ts';

export interface ItemsEditorProps {
  readonly items: readonly QuestionnaireItem[];
  /** No more items than these. */
  readonly most: number;
  readonly onChange: (items: QuestionnaireItem[]) => void;
}

const swapped = (items: readonly QuestionnaireItem[], a: number, b: number): QuestionnaireItem[] =>
  items.map((item, at) => (at === a ? items[b]! : at === b ? items[a]! : item));

/** A code that no item has yet. */
function freeCode(items: readonly QuestionnaireItem[]): string {
  const codes = new Set(items.map(({ code }) => code));
  let number = items.length + 1;
  while (codes.has(`N${number}`)) number += 1;
  return `N${number}`;
}

export function ItemsEditor({ items, most, onChange }: ItemsEditorProps) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<QuestionnaireItem>) =>
    onChange(items.map((item, place) => (place === at ? { ...item, ...part } : item)));
  return (
    <>
      <ol className="questionnaire-items">
        {items.map(({ code, dimension, text }, at) => (
          // The place is the row: a code changes while it is typed.
          <li key={at}>
            <Input
              className="questionnaire-code"
              aria-label={t('survey.questionnaire.code')}
              maxLength={12}
              value={code}
              onChange={(event) => set(at, { code: event.target.value.replace(/[^A-Za-z0-9.-]/g, '') })}
            />
            <Select<Dimension>
              aria-label={t('survey.questionnaire.dimension')}
              value={dimension}
              options={DIMENSIONS.map((value) => ({ value, label: t(`words.dimension.${value}`) }))}
              onChange={(value) => set(at, { dimension: value })}
            />
            <Input
              aria-label={t('survey.questionnaire.zh')}
              maxLength={200}
              value={text.zh}
              onChange={(event) => set(at, { text: { ...text, zh: event.target.value } })}
            />
            <Input
              aria-label={t('survey.questionnaire.en')}
              maxLength={300}
              value={text.en}
              onChange={(event) => set(at, { text: { ...text, en: event.target.value } })}
            />
            <span className="questionnaire-tools">
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={t('survey.questionnaire.up', { code })}
                onClick={() => onChange(swapped(items, at, at - 1))}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={at === items.length - 1}
                aria-label={t('survey.questionnaire.down', { code })}
                onClick={() => onChange(swapped(items, at, at + 1))}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('survey.questionnaire.remove', { code })}
                onClick={() => onChange(items.filter((_, place) => place !== at))}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon={<PlusOutlined />}
          disabled={items.length >= most}
          onClick={() =>
            onChange([...items, { code: freeCode(items), dimension: 'attitude', text: { zh: '', en: '' } }])
          }
        >
          {t('survey.questionnaire.add')}
        </Button>
      </div>
    </>
  );
}
