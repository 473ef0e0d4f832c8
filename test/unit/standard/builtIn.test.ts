// The built-in standard against the list of clause ids of the handbook: coverage, texts, red lines, fields.
import { describe, expect, test } from 'vitest';
import { StandardContent } from '../../../shared/contract/standard.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { checkStandard } from '../../../shared/domain/standard/check.ts';
import { canonicalStandard } from '../../../shared/domain/standard/canonical.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';
import { BUILT_IN_TITLE, titleIn } from '../../../shared/standard/titles.ts';

/** Every clause id of the handbook, written out: the oracle. */
const CLAUSE_IDS = [
  ...['1', '1.1', '1.2', '1.2.1', '1.2.2', '1.3', '1.3.1', '1.3.2', '1.4', '1.4.1', '1.4.2', '1.5', '1.5.1', '1.5.2'],
  ...['2', '2.1', '2.2', '2.2.1', '2.2.2', '2.2.3', '2.3', '2.3.1', '2.3.2', '2.3.3'],
  ...['2.4', '2.4.1', '2.4.2', '2.4.3', '2.5', '2.5.1', '2.5.2', '2.5.3'],
  ...['3', '3.1', '3.2', '3.3', '3.4', '3.5'],
  ...['4', '4.1', '4.2', '4.3', '4.4', '4.5'],
  ...['5', '5.1', '5.2', '5.3', '5.4', '5.5'],
  ...['6', '6.1', '6.2', '6.3', '6.4', '6.5'],
  ...['7', '7.1', '7.2', '7.3', '7.4', '7.5'],
  ...['8', '8.1', '8.2', '8.3', '8.4', '8.5'],
];
const { clauses, criteria } = builtInStandard;
const CHINESE = /\p{Script=Han}/u;
const FULL_WIDTH = /[\u3000-\u303f\uff00-\uffef]/;

const count = (filter: (criterion: Criterion) => boolean): number => criteria.filter(filter).length;
const redLines = criteria.filter(({ redLine }) => redLine);

describe('clauses', () => {
  test('a clause of the handbook left out or one invented', () => {
    expect(clauses.map(({ id }) => id)).toEqual(CLAUSE_IDS);
  });

  test('a clause that hangs under the wrong one', () => {
    for (const { id, parent } of clauses)
      expect(parent, id).toBe(id.includes('.') ? id.split('.').slice(0, -1).join('.') : null);
  });
});

describe('texts', () => {
  const texts = [
    ...clauses.flatMap(({ id, title, text }) => [[`${id} title`, title] as const, [`${id} text`, text] as const]),
    ...criteria.flatMap(({ code, text, meets, fails }) => [
      [`${code} text`, text] as const,
      [`${code} meets`, meets] as const,
      [`${code} fails`, fails] as const,
    ]),
  ];

  test('a text missing in one language, or written in the other', () => {
    for (const [place, { zh, en }] of texts) {
      expect(zh, place).toMatch(CHINESE);
      expect(en.trim().length, place).toBeGreaterThan(2);
      expect(en, place).not.toMatch(CHINESE);
      expect(en, place).not.toMatch(FULL_WIDTH);
      expect(zh.trim(), place).toBe(zh);
      expect(en.trim(), place).toBe(en);
      expect(zh + en, place).not.toMatch(/[!！\n]/);
    }
  });

  test('the same words used for two criteria, or an anchor copied from its opposite', () => {
    for (const language of ['zh', 'en'] as const) {
      const lines = criteria.map(({ text }) => text[language]);
      expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
      for (const { code, text, meets, fails } of criteria)
        expect(new Set([text[language], meets[language], fails[language]]).size, code).toBe(3);
    }
  });

  test('an anchor too long for one line of the runner', () => {
    for (const { code, meets, fails } of criteria)
      for (const line of [meets, fails]) {
        expect(line.zh.length, code).toBeLessThanOrEqual(45);
        expect(line.en.length, code).toBeLessThanOrEqual(135);
      }
  });
});

describe('criteria', () => {
  test('a field outside the contract', () => {
    expect(StandardContent.safeParse(builtInStandard).error).toBeUndefined();
    expect(titleIn(BUILT_IN_TITLE.zh, 'zh-CN')).toMatch(CHINESE);
    expect(titleIn(BUILT_IN_TITLE.zh, 'en')).not.toMatch(CHINESE);
    expect(titleIn('上海分公司的标准', 'en')).toBe('上海分公司的标准');
  });

  test('fewer criteria than the standard promises', () => {
    expect(criteria.length).toBeGreaterThanOrEqual(100);
    expect(count(({ method }) => method === 'observation')).toBeGreaterThanOrEqual(52);
    expect(count(({ method }) => method === 'record')).toBeGreaterThanOrEqual(20);
    expect(count(({ method }) => method === 'patrol')).toBeGreaterThanOrEqual(20);
    for (const stage of ['preparation', 'start', 'progress', 'end'] as const)
      expect(
        count((criterion) => criterion.stage === stage),
        stage,
      ).toBeGreaterThanOrEqual(5);
  });

  test('two criteria under one code, or a code that belongs to another clause', () => {
    expect(new Set(criteria.map(({ code }) => code)).size).toBe(criteria.length);
    for (const { code, clause } of criteria) expect(code.startsWith(`${clause}-`), code).toBe(true);
  });

  test('codes of a clause with a hole in their numbering', () => {
    for (const [clause, group] of Map.groupBy(criteria, (criterion) => criterion.clause))
      expect(group.map(({ code }) => code).sort(), clause).toEqual(group.map((_, i) => `${clause}-${i + 1}`).sort());
  });

  test('a lowest clause of chapters 1 to 3 without a criterion', () => {
    const leaves = CLAUSE_IDS.filter((id) => id < '4' && !CLAUSE_IDS.some((other) => other.startsWith(`${id}.`)));
    expect(leaves.length).toBe(27);
    for (const leaf of leaves)
      expect(
        count(({ clause }) => clause === leaf),
        leaf,
      ).toBeGreaterThan(0);
  });

  test('a weight that would make a criterion vanish', () => {
    for (const { code, weight } of criteria) expect(weight, code).toBeGreaterThan(0);
  });

  test('only one kind of scale, or an indicator that observation must feed without a criterion', () => {
    for (const scale of ['passFail', 'threeStep', 'likert'] as const)
      expect(
        count((c) => c.method === 'observation' && c.scale === scale),
        scale,
      ).toBeGreaterThan(3);
    for (const indicator of ['attitude', 'efficiency', 'content', 'compliance', 'followUp'] as const)
      expect(
        count((c) => c.method === 'observation' && c.indicator === indicator),
        indicator,
      ).toBeGreaterThan(3);
  });
});

describe('red lines', () => {
  test('a duty of 1.2.1, a prohibition of 2.4.1 or the false record of 2.5.1 without its veto', () => {
    const observed = (clause: string): string[] =>
      redLines.filter((c) => c.clause === clause && c.method === 'observation').map(({ text }) => text.zh);
    const expected: readonly [clause: string, words: RegExp][] = [
      ['1.2.1', /不伪造、不篡改、不隐瞒.*知情权和选择权/],
      ['1.2.1', /审慎.*误导/],
      ['1.2.1', /谋取私利.*财物/],
      ['1.2.1', /不泄露个人信息、合同内容和商业秘密/],
      ['1.2.1', /代客户签名/],
      ['1.2.1', /不经手保费/],
      ['1.2.1', /不承诺合同以外的利益/],
      ['1.2.1', /不诱导客户退保/],
      ['2.4.1', /获批准或备案/],
      ['2.4.1', /不隐瞒责任免除/],
      ['2.4.1', /虚假宣传/],
      ['2.4.1', /公布之前宣布产品停售/],
    ];
    for (const [clause, words] of expected)
      expect(
        observed(clause).filter((text) => words.test(text)),
        `${clause} ${words}`,
      ).toHaveLength(1);
    const record = redLines.find(({ clause }) => clause === '2.5.1');
    expect(record).toMatchObject({ method: 'record', redLine: true, scale: 'passFail' });
  });

  test('a veto outside the clauses that allow one, or one that can be skipped or shaded', () => {
    for (const criterion of redLines) {
      expect(['1.2.1', '2.4.1', '2.5.1'], criterion.code).toContain(criterion.clause);
      expect(criterion, criterion.code).toMatchObject({
        scale: 'passFail',
        required: true,
        notApplicableAllowed: false,
        evidence: 'onFailing',
      });
    }
  });

  test('what a service often does not show blocks its submission, or a rule of conduct can be passed over', () => {
    const optional = builtInStandard.criteria.filter(({ required }) => !required);
    expect(optional.map(({ code }) => code).sort()).toEqual(['2.2.2-2', '2.2.3-2', '3.1-2', '3.4-2', '3.5-1', '3.5-2']);
    for (const { method, indicator, code } of optional) {
      expect(method, code).toBe('observation');
      expect(indicator === 'compliance' && code !== '3.1-2', code).toBe(false);
    }
  });

  test('a rule of conduct that is no veto lost from the observation', () => {
    for (const words of [
      /执业证/,
      /犹豫期/,
      /等待期/,
      /退保损失/,
      /投诉渠道/,
      /逐条解释责任免除/,
      /需求、经济能力和已有保障/,
      /不相称.*建议不买/,
      /65岁/,
      /资质等级/,
    ])
      expect(
        count((c) => c.method === 'observation' && !c.redLine && words.test(c.text.zh)),
        String(words),
      ).toBe(1);
  });
});

describe('records', () => {
  test('a fact of a service record (2.5.1) or a document of the client file (2.3.3) that no check asks for', () => {
    const of = (clause: string): string =>
      criteria
        .filter((c) => c.clause === clause && c.method === 'record')
        .map(({ text }) => text.zh)
        .join('；');
    for (const word of ['时间', '内容', '反馈', '经办人', '真实', '完整', '准确']) expect(of('2.5.1')).toContain(word);
    for (const word of ['投保单', '健康问卷', '缴费记录', '理赔记录', '产品选择', '服务记录', '客户反馈', '追溯'])
      expect(of('2.3.3')).toContain(word);
    expect(of('2.5.3')).toMatch(/时间先后.*定期检查/);
  });
});

test('a built-in standard that the check itself would not let through, or out of its canonical order', () => {
  expect(checkStandard(builtInStandard)).toEqual([]);
  expect(canonicalStandard(builtInStandard)).toEqual(builtInStandard);
});
