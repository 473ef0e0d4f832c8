// The words of a report in its language.
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { words as wordsEn } from '../../../shared/i18n/en/words.ts';
import { workbook as workbookEn } from '../../../shared/i18n/en/workbook.ts';
import type { SameKeys } from '../../../shared/i18n/texts.ts';
import { words as wordsZh } from '../../../shared/i18n/zh-CN/words.ts';
import { workbook as workbookZh } from '../../../shared/i18n/zh-CN/workbook.ts';
import type { Measure } from '../../../shared/domain/scoring/measure.ts';

export type WorkbookTexts = SameKeys<typeof workbookZh>;
export interface Texts {
  readonly book: WorkbookTexts;
  readonly words: SameKeys<typeof wordsZh>;
}

export function textsOf(language: Language): Texts {
  return language === 'en' ? { book: workbookEn, words: wordsEn } : { book: workbookZh, words: wordsZh };
}

/** What a measure is called; the indicator it belongs to stands above its column. */
export function measureLabel(measure: Measure, { book, words }: Texts): string {
  const [kind, part] = measure.split('.') as [keyof WorkbookTexts['measure'], string | undefined];
  if (kind === 'observation') return `${book.measure.observation} · ${words.indicator[part as 'attitude']}`;
  if (kind === 'survey') return `${book.measure.survey} · ${words.dimension[part as 'attitude']}`;
  return book.measure[kind];
}
