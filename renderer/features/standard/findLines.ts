// Clauses and criteria of the version in force for Ctrl+K: by number, by text in either language, by pinyin initials.
import { api, queryClient } from '../../client.ts';
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import type { PaletteProvider } from '../palette/providers.ts';
import { addressOfLine, currentOf } from './useStandard.ts';

const MOST = 8;

/** Best first: the number itself, then numbers that begin so, then texts. */
function rankOf(wanted: string, code: string, texts: readonly Bilingual[], initials: string): number | null {
  if (code === wanted) return 0;
  if (code.startsWith(wanted)) return 1;
  if (texts.some(({ zh, en }) => `${zh}\n${en}`.toLowerCase().includes(wanted))) return 2;
  return initials.includes(wanted) ? 3 : null;
}

export const findLines: PaletteProvider = {
  id: 'standard',
  permission: 'standard.read',
  title: (t) => t('standard.palette'),
  search: async (text, { language, signal }) => {
    const versions = await queryClient.query(api.standard.list.queryOptions());
    const current = currentOf(versions);
    if (!current || signal.aborted) return [];
    const { content, initials } = await queryClient.query(api.standard.get.queryOptions({ input: { id: current.id } }));
    const wanted = text.toLowerCase();
    const spoken = (words: Bilingual): string => (language === 'en' ? words.en : words.zh);
    const lines = [
      ...content.clauses.map(({ id, title, text: words }) => ({
        id,
        title: spoken(title),
        rank: rankOf(wanted, id, [title, words], initials[id] ?? ''),
        to: addressOfLine({ clause: id }),
      })),
      ...content.criteria.map(({ code, text: words }) => ({
        id: code,
        title: spoken(words),
        rank: rankOf(wanted, code, [words], initials[code] ?? ''),
        to: addressOfLine({ criterion: code }),
      })),
    ];
    return lines
      .flatMap(({ rank, ...line }) => (rank === null ? [] : [{ ...line, rank }]))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .map(({ id, title, to }) => ({ id, title, detail: id, to }));
  },
};
