// Two standards compared line by line: which clauses and criteria came, went or changed, and in which fields.
import type { Clause, Criterion, StandardContent } from '../../contract/standard.ts';
import type { ChangedField, StandardChange } from '../../contract/standardDraft.ts';
import { byCode } from './order.ts';

type Plain = string | number | boolean | null;

/** A line's fields as flat name → value, the two languages apart: `title.zh`. */
function flat(line: Clause | Criterion): ReadonlyMap<string, Plain> {
  const fields = new Map<string, Plain>();
  for (const [name, value] of Object.entries(line) as [string, Plain | { zh: string; en: string }][]) {
    if (value !== null && typeof value === 'object') {
      fields.set(`${name}.zh`, value.zh);
      fields.set(`${name}.en`, value.en);
    } else fields.set(name, value);
  }
  return fields;
}

function changedFields(before: Clause | Criterion, after: Clause | Criterion): ChangedField[] {
  const left = flat(before);
  const right = flat(after);
  return [...right]
    .filter(([name, value]) => left.get(name) !== value)
    .map(([field, value]) => ({ field, before: left.get(field) ?? null, after: value }));
}

function compareLines<L extends Clause | Criterion>(
  kind: StandardChange['kind'],
  key: (line: L) => string,
  before: readonly L[],
  after: readonly L[],
): StandardChange[] {
  const old = new Map(before.map((line) => [key(line), line]));
  const fresh = new Map(after.map((line) => [key(line), line]));
  const codes = [...new Set([...old.keys(), ...fresh.keys()])].sort(byCode);
  return codes.flatMap((code): StandardChange[] => {
    const left = old.get(code);
    const right = fresh.get(code);
    if (!left) return [{ kind, code, change: 'added', fields: [] }];
    if (!right) return [{ kind, code, change: 'removed', fields: [] }];
    const fields = changedFields(left, right);
    return fields.length > 0 ? [{ kind, code, change: 'changed', fields }] : [];
  });
}

/**
 * The lines in which `after` differs from `before`: clauses first, then criteria, each in order of number. Order of
 * rows is no difference. Codes are taken as unique, as `checkStandard` demands.
 */
export function compareStandards(before: StandardContent, after: StandardContent): StandardChange[] {
  return [
    ...compareLines('clause', ({ id }: Clause) => id, before.clauses, after.clauses),
    ...compareLines('criterion', ({ code }: Criterion) => code, before.criteria, after.criteria),
  ];
}
