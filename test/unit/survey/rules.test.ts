// The rules of satisfaction surveys: values, distributions, intervals, what is shown, what a questionnaire must be, who withdraws.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_ID, BUILT_IN_QUESTIONNAIRE } from '../../../shared/domain/survey/builtIn.ts';
import {
  answersIn,
  csiOf,
  dimensionsOf,
  estimateOf,
  likertScore,
  meanOfCounts,
  NO_COUNTS,
  plus,
  shownFrom,
} from '../../../shared/domain/survey/likert.ts';
import {
  answersRefusal,
  canonicalQuestionnaire,
  checkQuestionnaire,
} from '../../../shared/domain/survey/questionnaire.ts';
import { surveyWithdrawalRefusal } from '../../../shared/domain/survey/withdrawal.ts';
import { DIMENSIONS, Id } from '../../../shared/contract/vocabulary.ts';
import { LIKERT, QuestionnaireContent, SURVEY_MEANS, SURVEY_STATES } from '../../../shared/contract/survey.ts';
import '../../support/seed.ts';

const likert = fc.constantFrom(...LIKERT);
const answered = fc.array(fc.record({ dimension: fc.constantFrom(...DIMENSIONS), likert }), { maxLength: 20 });

describe('values', () => {
  property.prop([fc.array(likert, { maxLength: 50 })])(
    'a distribution has the mean of its answers, whatever their order',
    (answers) => {
      const counts = answers.reduce((sum, value) => plus(sum, value, 1), NO_COUNTS);
      expect(answersIn(counts)).toBe(answers.length);
      const direct = answers.reduce((sum, value) => sum + likertScore(value), 0) / answers.length;
      if (answers.length === 0) expect(meanOfCounts(counts)).toBeNull();
      else expect(meanOfCounts(counts)).toBeCloseTo(direct, 9);
    },
  );

  property.prop([answered])('a missing answer is never 0: what was not answered changes no mean', (items) => {
    const values = dimensionsOf(items);
    for (const dimension of DIMENSIONS)
      expect(values[dimension] === null).toBe(!items.some((item) => item.dimension === dimension));
    const csi = csiOf(items);
    expect(csi === null).toBe(items.length === 0);
    if (csi !== null) {
      expect(csi).toBeGreaterThanOrEqual(Math.min(...items.map((item) => likertScore(item.likert))) - 1e-9);
      expect(csi).toBeLessThanOrEqual(Math.max(...items.map((item) => likertScore(item.likert))) + 1e-9);
    }
  });

  property.prop([fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 })])(
    'an interval holds its mean, stays within 0..100, and is none for equal values',
    (values) => {
      const estimate = estimateOf(values);
      if (estimate === null) {
        expect(values).toEqual([]);
        return;
      }
      expect(estimate.count).toBe(values.length);
      if (estimate.low === null || estimate.high === null) return;
      expect(new Set(values).size).toBeGreaterThan(1);
      expect(estimate.low).toBeLessThanOrEqual(estimate.mean);
      expect(estimate.high).toBeGreaterThanOrEqual(estimate.mean);
      expect(estimate.low).toBeGreaterThanOrEqual(0);
      expect(estimate.high).toBeLessThanOrEqual(100);
    },
  );

  it('the interval is Student’s: 50, 60, 70 gives 60 ± 4.3027 × 10 / √3', () => {
    const estimate = estimateOf([50, 60, 70])!;
    expect(estimate.low).toBeCloseTo(60 - (4.302652729911275 * 10) / Math.sqrt(3), 8);
    expect(estimate.high).toBeCloseTo(60 + (4.302652729911275 * 10) / Math.sqrt(3), 8);
    expect(estimateOf([80])).toEqual({ mean: 80, low: null, high: null, count: 1 });
    expect(estimateOf([80, 80, 80])).toEqual({ mean: 80, low: null, high: null, count: 3 });
  });

  it('fewer than five are not shown, five are', () => {
    expect([0, 4, 5].map((count) => shownFrom(count, 'x'))).toEqual([null, null, 'x']);
  });
});

describe('a questionnaire', () => {
  it('built in is whole, asks every dimension, and fits the contract', () => {
    expect(checkQuestionnaire(BUILT_IN_QUESTIONNAIRE)).toEqual([]);
    expect(QuestionnaireContent.parse(BUILT_IN_QUESTIONNAIRE)).toEqual(BUILT_IN_QUESTIONNAIRE);
    expect(Id.safeParse(BUILT_IN_ID).success).toBe(true);
  });

  it('is refused without items, text, a dimension, or with a code twice', () => {
    const { title, items } = BUILT_IN_QUESTIONNAIRE;
    const problems = (content: QuestionnaireContent) =>
      checkQuestionnaire(content).map(({ problem, subject }) => `${problem} ${subject}`.trim());
    expect(problems({ title: { zh: '', en: 'x' }, items: [] })).toEqual(['titleMissing', 'noItems']);
    expect(problems({ title, items: items.filter(({ dimension }) => dimension !== 'followUp') })).toEqual([
      'dimensionMissing followUp',
    ]);
    expect(problems({ title, items: [...items, { ...items[0]!, code: 'a1' }] })).toEqual(['codeTwice a1']);
    expect(problems({ title, items: [...items, { ...items[0]!, code: 'A9', text: { zh: '有', en: ' ' } }] })).toEqual([
      'textMissing A9',
    ]);
  });

  it('has a digest text that follows content and order alone', () => {
    const { title, items } = BUILT_IN_QUESTIONNAIRE;
    const shuffledKeys = items.map(({ code, dimension, text }) => ({
      text: { en: text.en, zh: text.zh },
      dimension,
      code,
    }));
    expect(canonicalQuestionnaire({ items: shuffledKeys, title })).toBe(canonicalQuestionnaire(BUILT_IN_QUESTIONNAIRE));
    expect(canonicalQuestionnaire({ title, items: items.toReversed() })).not.toBe(
      canonicalQuestionnaire(BUILT_IN_QUESTIONNAIRE),
    );
  });

  it('takes any answers of its items but none at all', () => {
    const { items } = BUILT_IN_QUESTIONNAIRE;
    expect(answersRefusal(items, { A1: 3 })).toBeNull();
    expect(answersRefusal(items, {})).toEqual({ reason: 'surveyEmpty', code: '' });
    expect(answersRefusal(items, { A1: 3, Z9: 1 })).toEqual({ reason: 'surveyItemUnknown', code: 'Z9' });
  });
});

property.prop([
  fc.record({
    state: fc.constantFrom(...SURVEY_STATES),
    means: fc.constantFrom(...SURVEY_MEANS),
    own: fc.boolean(),
    enteredToday: fc.boolean(),
    decides: fc.boolean(),
  }),
])(
  'nobody takes back a bad answer of their own round: only slips of today, or a manager who did not enter it',
  (given) => {
    const refused = surveyWithdrawalRefusal(given) !== null;
    const slip = given.own && given.means === 'paper' && given.enteredToday;
    const decision = given.decides && !given.own;
    expect(refused).toBe(given.state === 'withdrawn' || !(slip || decision));
  },
);
