// The only door to pinyin-pro, a dependency that ships beside the bundle. It is loaded at its first use: its dictionaries
// take longer to read than the console's start allows, and most starts need none of them.
import { createRequire } from 'node:module';
import type * as Library from 'pinyin-pro';

let loaded: typeof Library | undefined;
const library = (): typeof Library => (loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof Library);

type Surname = 'head' | 'off';

/** Syllables without tones, ü as v; a run of other letters or digits is split at its spaces and marks. */
const syllables = (text: string, surname: Surname): string[] =>
  library()
    .pinyin(text.normalize('NFKC'), { surname, toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .flatMap((part) => part.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part !== '');

const firstLetters = (parts: readonly string[]): string => parts.map((part) => Array.from(part)[0] ?? '').join('');

/** 保险合同 → baoxianhetong */
export const pinyinFull = (text: string): string => syllables(text, 'off').join('');

/** 保险合同 → bxht */
export const pinyinInitials = (text: string): string => firstLetters(syllables(text, 'off'));

interface NamePinyin {
  readonly pinyin: string;
  readonly initials: string;
}

/** Names read before: an import reads all of its own before it locks the store. */
const read = new Map<string, NamePinyin>();
const KEPT = 60_000;

/** Both for a person's name; a surname is read as one: 单雄信 → shanxiongxin, sxx. */
export function pinyinOfName(name: string): NamePinyin {
  const known = read.get(name);
  if (known) return known;
  const parts = syllables(name, 'head');
  const found = { pinyin: parts.join(''), initials: firstLetters(parts) };
  if (read.size >= KEPT) read.clear();
  read.set(name, found);
  return found;
}
