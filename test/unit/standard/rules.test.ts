// The rules over a standard: check, comparison, canonical form.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Criterion, StandardContent } from '../../../shared/contract/standard.ts';
import type { StandardProblemReason } from '../../../shared/contract/standardDraft.ts';
import { canonicalStandardText } from '../../../shared/domain/standard/canonical.ts';
import { checkStandard } from '../../../shared/domain/standard/check.ts';
import { compareStandards } from '../../../shared/domain/standard/compare.ts';
import { byCode } from '../../../shared/domain/standard/order.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';

const withCriterion = (code: string, change: Partial<Criterion>): StandardContent => ({
  clauses: builtInStandard.clauses,
  criteria: builtInStandard.criteria.map((c) => (c.code === code ? { ...c, ...change } : c)),
});

const withoutCriteria = (gone: (criterion: Criterion) => boolean): StandardContent => ({
  clauses: builtInStandard.clauses,
  criteria: builtInStandard.criteria.filter((c) => !gone(c)),
});

const withoutClause = (id: string): StandardContent => ({
  clauses: builtInStandard.clauses.filter((c) => c.id !== id),
  criteria: builtInStandard.criteria,
});

const withClause = (id: string, change: object): StandardContent => ({
  clauses: builtInStandard.clauses.map((c) => (c.id === id ? { ...c, ...change } : c)),
  criteria: builtInStandard.criteria,
});

describe('check', () => {
  const cases: readonly [
    reason: StandardProblemReason,
    code: string,
    field: string | null,
    content: StandardContent,
  ][] = [
    ['textMissing', '3.4-1', 'meets.en', withCriterion('3.4-1', { meets: { zh: '有问候', en: ' ' } })],
    ['textNotChinese', '3.4-1', 'text.zh', withCriterion('3.4-1', { text: { zh: 'Greets', en: 'Greets' } })],
    ['textNotEnglish', '3.4-1', 'fails.en', withCriterion('3.4-1', { fails: { zh: '没有问候', en: '没有' } })],
    ['textMissing', '1.1', 'title.zh', withClause('1.1', { title: { zh: '', en: 'Purpose' } })],
    ['parentWrong', '1.2.1', 'parent', withClause('1.2.1', { parent: '1.3' })],
    ['clauseMissing', '5.5', null, withoutClause('5.5')],
    ['codeMalformed', 'x', 'code', withCriterion('3.4-1', { code: 'x' })],
    ['codeDuplicate', '3.4-2', 'code', withCriterion('3.4-1', { code: '3.4-2' })],
    ['codeOutsideClause', '3.4-1', 'code', withCriterion('3.4-1', { clause: '3.3' })],
    ['clauseUnknown', '3.9-1', 'clause', withCriterion('3.4-1', { code: '3.9-1', clause: '3.9' })],
    ['weightOutOfRange', '3.4-1', 'weight', withCriterion('3.4-1', { weight: 0 })],
    ['weightOutOfRange', '3.4-1', 'weight', withCriterion('3.4-1', { weight: Number.NaN })],
    ['weightOutOfRange', '3.4-1', 'weight', withCriterion('3.4-1', { weight: 101 })],
    ['stageMissing', '3.4-1', 'stage', withCriterion('3.4-1', { stage: null })],
    ['stageUnexpected', '2.5.1-1', 'stage', withCriterion('2.5.1-1', { stage: 'end' })],
    ['recordNotPassFail', '2.5.1-1', 'scale', withCriterion('2.5.1-1', { scale: 'likert' })],
    ['redLineNotPassFail', '2.4.1-1', 'scale', withCriterion('2.4.1-1', { scale: 'threeStep' })],
    ['redLineNotRequired', '2.4.1-1', 'required', withCriterion('2.4.1-1', { required: false })],
    ['redLineMissing', '2.5.1', null, withoutCriteria((c) => c.clause === '2.5.1' && c.redLine)],
    ['clauseUncovered', '3.5', null, withoutCriteria((c) => c.clause === '3.5')],
  ];
  for (const [reason, code, field, content] of cases)
    test(`${reason} at ${code} ${field ?? ''} goes unnoticed`, () => {
      expect(checkStandard(content)).toContainEqual({
        kind: code.includes('-') || code === 'x' ? 'criterion' : 'clause',
        code,
        field,
        reason,
      });
    });

  test('two criteria with one text pass', () => {
    const [first, second] = builtInStandard.criteria as [Criterion, Criterion];
    const problems = checkStandard(withCriterion(second.code, { text: first.text }));
    expect(problems).toEqual([{ kind: 'criterion', code: second.code, field: 'text.zh', reason: 'textDuplicate' }]);
  });

  test('a parent clause without criteria of its own is called uncovered although a sub-clause has them', () => {
    expect(checkStandard(builtInStandard)).toEqual([]);
    const reasons = checkStandard(withoutCriteria((c) => c.clause.startsWith('3'))).map(({ code }) => code);
    expect(reasons).toEqual(['3', '3.1', '3.2', '3.3', '3.4', '3.5']);
  });
});

describe('comparison', () => {
  test('one changed field hides, or drags in lines that did not change', () => {
    const before = builtInStandard;
    const after = withCriterion('3.4-2', { weight: 4, text: { zh: '拜访先约好', en: 'Visits are agreed' } });
    const old = before.criteria.find(({ code }) => code === '3.4-2')!;
    expect(compareStandards(before, after)).toEqual([
      {
        kind: 'criterion',
        code: '3.4-2',
        change: 'changed',
        fields: [
          { field: 'weight', before: old.weight, after: 4 },
          { field: 'text.zh', before: old.text.zh, after: '拜访先约好' },
          { field: 'text.en', before: old.text.en, after: 'Visits are agreed' },
        ],
      },
    ]);
  });

  test('a line that came or went', () => {
    const fewer = withoutCriteria(({ code }) => code === '3.4-2');
    expect(compareStandards(builtInStandard, fewer)).toEqual([
      { kind: 'criterion', code: '3.4-2', change: 'removed', fields: [] },
    ]);
    expect(compareStandards(fewer, builtInStandard)[0]).toMatchObject({ code: '3.4-2', change: 'added' });
  });
});

test('3.4-10 sorted before 3.4-9, or a clause after its sub-clause', () => {
  expect(['3.4-10', '3.4-9', '2.5.3-1', '2.5-1', '2.5', '2.5.3', '10-1', '2'].sort(byCode)).toEqual([
    '2',
    '2.5',
    '2.5-1',
    '2.5.3',
    '2.5.3-1',
    '3.4-9',
    '3.4-10',
    '10-1',
  ]);
});

describe('canonical form', () => {
  const shuffled = fc
    .tuple(
      fc.shuffledSubarray(builtInStandard.clauses, { minLength: builtInStandard.clauses.length }),
      fc.shuffledSubarray(builtInStandard.criteria, { minLength: builtInStandard.criteria.length }),
    )
    .map(([clauses, criteria]) => ({
      clauses: clauses.map((c) => Object.fromEntries(Object.entries(c).reverse())),
      criteria: criteria.map((c) => Object.fromEntries(Object.entries(c).reverse())),
    }));

  property.prop([shuffled], { numRuns: 20 })('the digest depends on the order of rows or fields', (content) => {
    const read = content as unknown as StandardContent;
    expect(canonicalStandardText(read)).toBe(canonicalStandardText(builtInStandard));
    expect(compareStandards(builtInStandard, read)).toEqual([]);
  });

  property.prop([fc.nat({ max: builtInStandard.criteria.length - 1 }), fc.integer({ min: 6, max: 100 })])(
    'a changed weight leaves the digest as it was',
    (index, weight) => {
      const { code } = builtInStandard.criteria[index]!;
      const changed = withCriterion(code, { weight });
      expect(canonicalStandardText(changed)).not.toBe(canonicalStandardText(builtInStandard));
      expect(compareStandards(builtInStandard, changed)).toHaveLength(1);
    },
  );
});
