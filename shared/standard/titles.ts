// Titles of versions. A version has one title, in the words of whoever published it; that of the built-in standard is
// known in both languages.
import type { Bilingual, Language } from '../contract/vocabulary.ts';

export const BUILT_IN_TITLE: Bilingual = {
  zh: '保险业务员服务质量评价行为标准',
  en: 'Service quality standard for insurance agents',
};

/** A version's title in a language, or as it was given where it is known in one only. */
export const titleIn = (title: string, language: Language): string =>
  title === BUILT_IN_TITLE.zh && language === 'en' ? BUILT_IN_TITLE.en : title;
