// The scoring model as fields: complete, reversible, refused field by field, and compared by what it changes.
import '../../support/seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf, MODEL_FIELDS, valuesOf } from '../../../shared/domain/scoring/modelFields.ts';
import { MODEL_1, type ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { compareScores, gradeShift, ranksOf } from '../../../shared/domain/scoring/modelComparison.ts';
import { modelProblems } from '../../../shared/domain/scoring/modelValidity.ts';
import { assess } from '../../../shared/domain/scoring/score.ts';
import { anyEvidence } from './arbitrary.ts';
import { quarter } from './quarter.ts';

/** All leaves of a model but its version, as numbers. */
const numbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => (key === 'version' ? [] : numbers(inner)))
      : [];

const WINDOW = quarter();
const VALUES = valuesOf(MODEL_1);
const weights = MODEL_FIELDS.filter(({ range }) => range === 'weight').map(({ key }) => key);
const scaled = (by: number): ScoringModel =>
  modelOf({ ...VALUES, ...Object.fromEntries(weights.map((key) => [key, VALUES[key]! * by])) }, 2);
const branch = fc.array(anyEvidence, { minLength: 1, maxLength: 6 });
const scores = (evidence: readonly Parameters<typeof assess>[0][], model: ScoringModel) =>
  evidence.map((one) => assess(one, WINDOW, model).score);

describe('the fields of a model', () => {
  // Would catch: a number of the model that the settings cannot reach, or that publishing loses.
  it('are all of its numbers and make it again', () => {
    expect(modelOf(VALUES, 1)).toEqual(MODEL_1);
    expect(MODEL_FIELDS).toHaveLength(numbers(MODEL_1).length);
    expect(new Set(MODEL_FIELDS.map(({ key }) => key)).size).toBe(MODEL_FIELDS.length);
    expect(modelProblems(VALUES)).toEqual([]);
  });

  // Would catch: an editor that moves what the handbook fixes.
  it('keep what the handbook fixes', () => {
    expect(MODEL_FIELDS.filter(({ fixedBy }) => fixedBy !== null).map(({ key }) => key)).toEqual([
      ...['introduction.full', 'replyHours', 'solveHours', 'training.hours', 'grade.fail'],
    ]);
    for (const { key } of MODEL_FIELDS.filter(({ fixedBy }) => fixedBy !== null))
      expect(modelProblems({ ...VALUES, [key]: VALUES[key]! + 1 })).toContainEqual({ field: key, reason: 'fixed' });
  });
});

describe('an invalid model', () => {
  const broken = (change: Record<string, number | null>) => modelProblems({ ...VALUES, ...change });

  // Would catch: a published model that divides by nothing, or whose grades cannot be told apart.
  it.each([
    [{ 'indicator.content': 0 }, 'indicator.content', 'positive'],
    [{ 'measure.content.survey.content': -3 }, 'measure.content.survey.content', 'positive'],
    [{ 'indicator.content': null }, 'indicator.content', 'missing'],
    [{ 'introduction.none': 10 }, 'introduction.none', 'aboveFull'],
    [{ 'complaints.cap': -1 }, 'complaints.cap', 'range'],
    [{ 'complaints.minor': 1 }, 'complaints.minor', 'range'],
    [{ 'complaints.serious': -0.5 }, 'complaints.serious', 'heavier'],
    [{ 'grade.good': 90 }, 'grade.good', 'falling'],
    [{ 'grade.basic': 0 }, 'grade.fail', 'falling'],
    [{ redLineCap: 60 }, 'redLineCap', 'belowBasic'],
    [{ 'minimum.coverage': 1.01 }, 'minimum.coverage', 'range'],
    [{ 'minimum.sessions.year': 2.5 }, 'minimum.sessions.year', 'whole'],
    [{ 'minimum.sessions.month': 0 }, 'minimum.sessions.month', 'range'],
  ] as const)('%o is refused by its field and reason', (change, field, reason) => {
    expect(broken(change)).toContainEqual({ field, reason });
  });

  it('is refused field by field, once each, whatever the values', () => {
    const value = fc.oneof(fc.constant(null), fc.double({ min: -200, max: 1200, noNaN: true }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...MODEL_FIELDS.map(({ key }) => key)), value), (change) => {
        const found = broken(change);
        expect(new Set(found.map(({ field }) => field)).size).toBe(found.length);
        for (const { key, range, fixedBy } of MODEL_FIELDS) {
          const given = key in change ? change[key]! : VALUES[key]!;
          const bad =
            given === null || (range === 'weight' && given <= 0) || (fixedBy !== null && given !== VALUES[key]);
          if (bad) expect(found.map(({ field }) => field)).toContain(key);
        }
      }),
    );
  });
});

describe('the comparison of two models', () => {
  // Would catch: weights that are read as shares without being divided by their sum.
  it('finds no difference in a doubled set of weights', () => {
    fc.assert(
      fc.property(branch, fc.constantFrom(2, 4, 0.5), (evidence, by) => {
        const rows = compareScores(scores(evidence, MODEL_1), scores(evidence, scaled(by)));
        for (const row of rows) {
          expect(row.after).toEqual(row.before);
          expect(row.difference ?? 0).toBe(0);
          expect([row.gradeChanged, row.rankChanged]).toEqual([false, false]);
        }
      }),
    );
  });

  it('counts every agent once before and once after, and ranks the highest first', () => {
    fc.assert(
      fc.property(branch, (evidence) => {
        const stricter = modelOf({ ...VALUES, 'grade.excellent': 99, 'grade.good': 95, 'minimum.coverage': 0.1 }, 2);
        const [before, after] = [scores(evidence, MODEL_1), scores(evidence, stricter)];
        const rows = compareScores(before, after);
        const shift = gradeShift(rows);
        for (const side of ['before', 'after'] as const)
          expect(shift.reduce((sum, grade) => sum + grade[side], 0)).toBe(evidence.length);
        const ranks = ranksOf(after);
        after.forEach((one, a) =>
          after.forEach((other, b) => {
            const [own, theirs] = [ranks[a] ?? null, ranks[b] ?? null];
            if (own === null || theirs === null) return;
            expect(one.composite! > other.composite!).toBe(own < theirs);
          }),
        );
      }),
    );
  });
});
