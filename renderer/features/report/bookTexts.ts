// The workbook's own words in the language that it will have, so that the preview reads like the file.
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { words as wordsEn } from '../../../shared/i18n/en/words.ts';
import { workbook as workbookEn } from '../../../shared/i18n/en/workbook.ts';
import type { SameKeys } from '../../../shared/i18n/texts.ts';
import { words as wordsZh } from '../../../shared/i18n/zh-CN/words.ts';
import { workbook as workbookZh } from '../../../shared/i18n/zh-CN/workbook.ts';

export interface BookTexts {
  readonly book: SameKeys<typeof workbookZh>;
  readonly words: SameKeys<typeof wordsZh>;
}

const TEXTS: Readonly<Record<Language, BookTexts>> = {
  'zh-CN': { book: workbookZh, words: wordsZh },
  en: { book: workbookEn, words: wordsEn },
};

export const bookTexts = (language: Language): BookTexts => TEXTS[language];
