// The interface's texts: the same keys and placeholders in both languages, plain statements, nothing left untranslated.
import type { TextTree } from '../../../shared/i18n/texts.ts';

const HAN = /\p{Script=Han}/u;

/** Leaves by their dotted key. */
export function leaves(tree: TextTree, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1]!))].sort().join();

/** `x_one` stands beside the source's `x_other` where English counts. */
const sourceKey = (key: string) => key.replace(/_one$/, '_other');

export function differences(zh: TextTree, en: TextTree): readonly string[] {
  const source = leaves(zh);
  const other = leaves(en);
  const missing = [...source.keys()].filter((key) => !other.has(key)).map((key) => `${key}: missing in English`);
  const wrong = [...other].flatMap(([key, text]) => {
    const from = source.get(key) ?? source.get(sourceKey(key));
    if (from === undefined) return [`${key}: not in Chinese`];
    const [inSource, inText] = [placeholders(from), placeholders(text)];
    // "one agent" need not repeat the number.
    const fits = inSource === inText || (key.endsWith('_one') && inText === '' && inSource === 'count');
    return fits ? [] : [`${key}: {{${inSource}}} in Chinese, {{${inText}}} in English`];
  });
  return [...missing, ...wrong];
}

export const badWording = (tree: TextTree, language: 'zh-CN' | 'en'): readonly string[] =>
  [...leaves(tree)].flatMap(([key, text]) => {
    if (text.trim() === '') return [`${key}: empty`];
    if (/[!！]/.test(text)) return [`${key}: exclamation mark`];
    if (language === 'en' && HAN.test(text) && !/language|中文/i.test(`${key}${text}`))
      return [`${key}: Chinese in English`];
    return [];
  });
