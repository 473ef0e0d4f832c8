// How a version of the standard lies in a workbook: sheets 说明, 条款, 检查项 with their columns and words, in Chinese or
// English. Writing and reading use this one table, so that a round trip changes nothing.
import { EVIDENCE_RULES, METHODS, SCALES, STAGES } from '../../../shared/contract/standard.ts';
import { INDICATORS, PROTECTION_ELEMENTS, type Language } from '../../../shared/contract/vocabulary.ts';
import { words as en } from '../../../shared/i18n/en/words.ts';
import { words as zh } from '../../../shared/i18n/zh-CN/words.ts';

type Words = Readonly<Record<Language, string>>;

/** The values of a closed list with their words in both languages. */
export type WordList = readonly { readonly value: string | boolean; readonly words: Words }[];

export type ColumnKind = 'text' | 'number' | WordList;

export interface Column {
  /** The field's path in the line: text.zh */
  readonly field: string;
  readonly header: Words;
  /** In characters. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** May be empty: texts of a draft, and the stage of what is not observed. */
  readonly mayBeEmpty: boolean;
}

export interface SheetLayout {
  readonly name: Words;
  readonly columns: readonly Column[];
}

const both = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

const listOf = <Value extends string>(
  values: readonly Value[],
  chinese: Readonly<Record<Value, string>>,
  english: Readonly<Record<Value, string>>,
): WordList => values.map((value) => ({ value, words: both(chinese[value], english[value]) }));

const yesNo: WordList = [
  { value: true, words: both(zh.yes, en.yes) },
  { value: false, words: both(zh.no, en.no) },
];

const column = (
  field: string,
  header: Words,
  width: number,
  kind: ColumnKind = 'text',
  mayBeEmpty = false,
): Column => ({
  field,
  header,
  width,
  kind,
  mayBeEmpty,
});

const texts = (field: string, chinese: string, english: string, width: number): Column[] => [
  column(`${field}.zh`, both(`${chinese}（中文）`, `${english} (Chinese)`), width, 'text', true),
  column(`${field}.en`, both(`${chinese}（英文）`, `${english} (English)`), width, 'text', true),
];

export const ABOUT: Words = both('说明', 'About');
export const ABOUT_TITLE: Words = both('标题', 'Title');

export const CLAUSES: SheetLayout = {
  name: both('条款', 'Clauses'),
  columns: [
    column('id', both('条款号', 'Clause'), 10),
    ...texts('title', '标题', 'Title', 26),
    ...texts('text', '内容', 'Text', 60),
  ],
};

export const CRITERIA: SheetLayout = {
  name: both('检查项', 'Criteria'),
  columns: [
    column('code', both('编号', 'Code'), 10),
    column('clause', both('条款号', 'Clause'), 10),
    column('method', both('方法', 'Method'), 14, listOf(METHODS, zh.method, en.method)),
    column('stage', both('阶段', 'Stage'), 12, listOf(STAGES, zh.stage, en.stage), true),
    column('indicator', both('指标', 'Indicator'), 14, listOf(INDICATORS, zh.indicator, en.indicator)),
    column('scale', both('量表', 'Scale'), 12, listOf(SCALES, zh.scale, en.scale)),
    column('weight', both('权重', 'Weight'), 8, 'number'),
    column('required', both('必答', 'Required'), 9, yesNo),
    column('notApplicableAllowed', both('可不适用', 'May be not applicable'), 10, yesNo),
    column('evidence', both('证据', 'Evidence'), 12, listOf(EVIDENCE_RULES, zh.evidenceRule, en.evidenceRule)),
    column('redLine', both('红线', 'Red line'), 9, yesNo),
    column(
      'protection',
      both('消保要素', 'Protection element'),
      16,
      listOf(PROTECTION_ELEMENTS, zh.protection, en.protection),
    ),
    ...texts('text', '检查内容', 'Text', 44),
    ...texts('meets', '达标表现', 'Meets', 44),
    ...texts('fails', '不达标表现', 'Does not meet', 44),
  ],
};
