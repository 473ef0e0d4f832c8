// What must hold for any evidence (scoring model, sections 1 to 5). FAST_CHECK_SEED repeats a run.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { derivePeriod } from '../../../shared/domain/scoring/derivation.ts';
import { NO_EVIDENCE } from '../../../shared/domain/scoring/evidence.ts';
import type { Answer, Evidence, Session } from '../../../shared/domain/scoring/evidence.ts';
import { MEASURES } from '../../../shared/domain/scoring/measure.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { assess, scorePeriod, sessionScore } from '../../../shared/domain/scoring/score.ts';
import type { PeriodScore } from '../../../shared/domain/scoring/score.ts';
import '../../support/seed.ts';
import { anyAnswer, anyEvidence } from './arbitrary.ts';
import { quarter } from './quarter.ts';

const holds = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>): void =>
  fc.assert(property, { numRuns: 300 });

const window = quarter();
const scored = (evidence: Evidence, model: ScoringModel = MODEL_1): PeriodScore => scorePeriod(evidence, window, model);

const near = (a: number | null, b: number | null): void => {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThan(1e-9);
};
/** Everything a reader sees is the same, but for the last bits of a double. */
const same = (a: PeriodScore, b: PeriodScore): void => {
  for (const measure of MEASURES) near(a.measures[measure], b.measures[measure]);
  for (const indicator of INDICATORS) near(a.indicators[indicator], b.indicators[indicator]);
  near(a.base, b.base);
  near(a.coverage, b.coverage);
  const shown = ({ composite, graded, grade, vetoed, sufficient, sessions }: PeriodScore) => ({
    composite,
    graded,
    grade,
    vetoed,
    sufficient,
    sessions,
  });
  expect(shown(a)).toEqual(shown(b));
};
const withAnswers = (evidence: Evidence, change: (answer: Answer, session: Session) => Answer): Evidence => ({
  ...evidence,
  sessions: evidence.sessions.map((each) => ({ ...each, answers: each.answers.map((answer) => change(answer, each)) })),
});

it('does not depend on the order of evidence', () => {
  const shuffled = <T>(items: readonly T[], key: number): T[] =>
    [...items].sort((a, b) => ((items.indexOf(a) * key) % 7) - ((items.indexOf(b) * key) % 7)).reverse();
  holds(
    fc.property(anyEvidence, fc.integer({ min: 1, max: 6 }), (evidence, key) => {
      const mixed = Object.fromEntries(
        Object.entries(evidence).map(([name, items]) => [name, Array.isArray(items) ? shuffled(items, key) : items]),
      ) as unknown as Evidence;
      const turned = {
        ...mixed,
        sessions: mixed.sessions.map((each) => ({ ...each, answers: shuffled(each.answers, key) })),
        surveys: mixed.surveys.map((each) => ({ ...each, items: shuffled(each.items, key) })),
        reviews: mixed.reviews.map((each) => ({ ...each, checks: shuffled(each.checks, key) })),
      };
      same(scored(turned), scored(evidence));
    }),
  );
});

it('scores as if not-applicable and unanswered answers were not there, and keeps the proportions of the rest', () => {
  holds(
    fc.property(anyEvidence, (evidence) => {
      const without = {
        ...evidence,
        sessions: evidence.sessions.map((each) => ({
          ...each,
          answers: each.answers.filter(({ value }) => value !== null),
        })),
      };
      same(scored(without), scored(evidence));
    }),
  );
  holds(
    fc.property(anyEvidence, (evidence) => {
      const tree = derivePeriod(assess(evidence, window, MODEL_1));
      const check = (node: typeof tree): void => {
        for (const { node: inner } of node.terms) check(inner);
        if (node.rule !== 'weightedMean' || node.value === null) return;
        const present = node.terms.filter(({ node: { value } }) => value !== null);
        near(
          present.reduce((sum, { share }) => sum + share, 0),
          1,
        );
        for (const term of node.terms) if (term.node.value === null) expect(term.share).toBe(0);
        for (const { share, weight } of present) {
          expect(share / present[0]!.share / (weight / present[0]!.weight)).toBeCloseTo(1, 9);
        }
      };
      check(tree);
    }),
  );
});

it('is never lowered by one better answer', () => {
  holds(
    fc.property(anyEvidence, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (evidence, pick, step) => {
      const answers = evidence.sessions.flatMap((each) => each.answers).filter(({ value }) => value !== null);
      const chosen = answers[pick % Math.max(1, answers.length)];
      const better = scored(
        withAnswers(evidence, (answer) =>
          answer === chosen ? { ...answer, value: answer.value! + (1 - answer.value!) * step } : answer,
        ),
      );
      const before = scored(evidence);
      if (before.base !== null) expect(better.base!).toBeGreaterThanOrEqual(before.base - 1e-9);
      if (before.graded !== null) expect(better.graded!).toBeGreaterThanOrEqual(before.graded);
    }),
  );
});

it('vetoes down to 59 at most, keeps the composite beside it, and grades by the rounded value', () => {
  holds(
    fc.property(anyEvidence, (evidence) => {
      const { vetoed, graded, composite, grade, sufficient } = scored(evidence);
      if (vetoed) expect(grade).toBe('fail');
      if (vetoed && graded !== null) expect(graded).toBe(Math.min(59, composite!));
      if (!vetoed) expect([graded, grade === 'insufficient']).toEqual([composite, !sufficient]);
    }),
  );
});

it('keeps only the proportions of criterion weights and of indicator weights', () => {
  const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  holds(
    fc.property(anyEvidence, factor, (evidence, by) => {
      same(scored(withAnswers(evidence, (answer) => ({ ...answer, weight: answer.weight * by }))), scored(evidence));
      const indicators = Object.fromEntries(
        INDICATORS.map((name) => [name, { ...MODEL_1.indicators[name], weight: MODEL_1.indicators[name].weight * by }]),
      ) as ScoringModel['indicators'];
      same(scored(evidence, { ...MODEL_1, indicators }), scored(evidence));
    }),
  );
});

it('never makes a NaN, an infinity or a value outside its range', () => {
  const wild = fc.oneof(
    fc.constantFrom(5e-324, 1e-300, 1e300, Number.MAX_VALUE),
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  );
  holds(
    fc.property(anyEvidence, fc.array(wild, { minLength: 1, maxLength: 5 }), (evidence, weights) => {
      let next = 0;
      const result = scored(
        withAnswers(evidence, (answer) => ({ ...answer, weight: weights[next++ % weights.length]! })),
      );
      const numbers = [
        ...Object.values(result.measures),
        ...Object.values(result.indicators),
        result.base,
        result.graded,
      ];
      for (const value of numbers) {
        if (value === null) continue;
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(100 + 1e-9);
      }
      expect(
        Object.values(result.adjustments).every(({ points }) => Number.isFinite(points) && !Object.is(points, -0)),
      ).toBe(true);
      expect(JSON.stringify(derivePeriod(assess(evidence, window, MODEL_1)))).not.toContain('NaN');
    }),
  );
});

it('gives a session the score of a period with that session alone', () => {
  holds(
    fc.property(
      fc.array(anyAnswer, { maxLength: 20 }),
      fc.option(fc.double({ min: 0, max: 30, noNaN: true })),
      (answers, minutes) => {
        const only: Session = {
          id: 's',
          at: window.startsAt,
          status: 'submitted',
          introductionMinutes: minutes,
          answers,
        };
        const evidence = { sessions: [only] };
        const period = scored({ ...NO_EVIDENCE, ...evidence });
        expect(sessionScore(only, MODEL_1)).toMatchObject({ score: period.base, coverage: period.coverage });
      },
    ),
  );
});
