// Rules about style sheets: a class has one owner, so that a change on one screen never shows on another.
import type { Source } from '../../support/sources.ts';

/** Selectors of the rules that stand outside of any @media or other block. */
function topLevel(css: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let since = 0;
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (depth === 0) found.push(text.slice(since, at).trim());
      depth += 1;
    } else if (text[at] === '}') {
      depth -= 1;
      since = at + 1;
    } else if (text[at] === ';' && depth === 0) since = at + 1;
  }
  return found.filter((selector) => !selector.startsWith('@'));
}

/** The classes that a sheet's selectors begin with: those it styles, or from which it reaches inside. */
const classesOf = (css: string): ReadonlySet<string> =>
  new Set(
    topLevel(css)
      .flatMap((selectors) => selectors.split(','))
      .flatMap((selector) => /^(?:[a-z][a-z0-9]*)?\.([\w-]+)/i.exec(selector.trim())?.[1] ?? []),
  );

/** `class: sheet, sheet` for every class that two style sheets begin a selector with. */
export function sharedClasses(files: readonly Source[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { path, text } of files.filter((file) => file.path.endsWith('.css')))
    for (const name of classesOf(text)) owners.set(name, [...(owners.get(name) ?? []), path]);
  return [...owners].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}
