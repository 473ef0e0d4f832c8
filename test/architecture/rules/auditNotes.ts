// Reads what the sources write into the audit log: actions, kinds of records, names of facts. By brackets, not by a parser:
// the house writes notes as object literals.
import type { Source } from '../../support/sources.ts';

export interface Noted {
  readonly path: string;
  readonly actions: readonly string[];
  readonly entities: readonly string[];
  readonly facts: readonly string[];
}

const OPEN = '([{';
const CLOSE = ')]}';

/** The text between the bracket at `from` and its partner; strings and templates are left out of the count. */
function inside(text: string, from: number): string {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (`'"\``.includes(sign)) quote = sign;
    else if (OPEN.includes(sign)) depth += 1;
    else if (CLOSE.includes(sign)) {
      depth -= 1;
      if (depth === 0) return text.slice(from + 1, at);
    }
  }
  return '';
}

/** The parts of a list that commas part, brackets and strings whole. */
function parts(text: string): string[] {
  const found: string[] = [];
  let part = '';
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === ',' && depth === 0 && quote === '') {
      found.push(part.trim());
      part = '';
      continue;
    }
    part += sign;
    if (quote !== '') {
      if (sign === '\\') {
        at += 1;
        part += text[at] ?? '';
      } else if (sign === quote) quote = '';
    } else if (`'"\``.includes(sign)) quote = sign;
    else if (OPEN.includes(sign)) depth += 1;
    else if (CLOSE.includes(sign)) depth -= 1;
  }
  return [...found, part.trim()].filter((one) => one !== '');
}

/** The keys of the object literals in a text, those of spread literals too, with what stands behind each. */
function entries(literal: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of parts(literal)) {
    const spread = part.indexOf('{');
    if (part.startsWith('...')) {
      if (spread >= 0) for (const [key, value] of entries(inside(part, spread))) found.set(key, value);
      continue;
    }
    const [, key, value] = /^(\w+)(?::\s*([\s\S]*))?$/.exec(part) ?? [];
    if (key !== undefined) found.set(key, value ?? '');
  }
  return found;
}

const literalsOf = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word!);

/** Everything that calls of `note(…)` in a source say; what is put together at run time is the wrapper's own. */
export function notedIn({ path, text }: Source): Noted {
  const [actions, entities, facts]: string[][] = [[], [], []];
  for (const call of text.matchAll(/\bnote\(/g)) {
    for (const argument of parts(inside(text, call.index + call[0].length - 1))) {
      if (!argument.startsWith('{')) continue;
      const given = entries(inside(argument, 0));
      const action = given.get('action');
      // Without a kind of record it is what a note of the feature's own is given: its facts.
      if (action === undefined && !given.has('entity')) {
        facts!.push(...given.keys());
        continue;
      }
      actions!.push(...[...(action ?? '').matchAll(/'(\w+\.\w+)'/g)].map(([, name]) => name!));
      entities!.push(...literalsOf(given.get('entity') ?? ''));
      for (const name of ['facts', 'fields']) {
        const value = given.get(name) ?? '';
        if (value.startsWith('{')) facts!.push(...entries(inside(value, 0)).keys());
      }
    }
  }
  return { path, actions: actions!, entities: entities!, facts: facts! };
}
