// Which half of a bilingual text is shown.
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../Appearance.tsx';

export type Tongue = 'zh' | 'en';

export const useTongue = (): Tongue => (useAppearance().language === 'en' ? 'en' : 'zh');

/** Picks the text in the language in force. */
export function useSpoken(): (text: Bilingual) => string {
  const tongue = useTongue();
  return (text) => text[tongue];
}
