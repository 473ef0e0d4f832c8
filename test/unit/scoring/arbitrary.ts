// Random evidence of every kind, inside and around the third quarter of 2026, for the properties of the score.
import fc from 'fast-check';
import { DIMENSIONS, INDICATORS } from '../../../shared/contract/vocabulary.ts';
import type { Answer, Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { at } from './quarter.ts';

const FIRST = at('2026-06-20T00:00:00');
const LAST = at('2026-10-10T00:00:00');

const unit = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const weight = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }));

export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    criterion: fc.constantFrom('3.4-1', '3.4-2', '2.2.1-1'),
    indicator: fc.constantFrom(...INDICATORS),
    weight,
    value: fc.option(unit),
    notApplicable: fc.boolean(),
  })
  .map((answer) => ({ ...answer, notApplicable: answer.notApplicable && answer.value === null }));

/** A list whose ids are a0, a1 … */
const list = <T extends object>(
  item: fc.Arbitrary<T>,
  maxLength = 4,
  minLength = 0,
): fc.Arbitrary<({ id: string } & T)[]> =>
  fc.array(item, { minLength, maxLength }).map((items) => items.map((each, index) => ({ ...each, id: `a${index}` })));

interface Spread {
  readonly instant: fc.Arbitrary<number>;
  readonly day: fc.Arbitrary<string>;
  /** The least units of each kind, and answers or items of each. */
  readonly fewest: number;
}

const evidenceOf = ({ instant, day, fewest }: Spread): fc.Arbitrary<Evidence> =>
  fc.record({
    sessions: list(
      fc.record({
        at: instant,
        status: fc.constantFrom(
          'submitted' as const,
          'submitted' as const,
          'withdrawn' as const,
          'calibration' as const,
        ),
        introductionMinutes: fc.option(fc.double({ min: 0, max: 40, noNaN: true })),
        answers: fc.array(anyAnswer, { minLength: 4 * fewest, maxLength: 12 }),
      }),
      6,
      fewest,
    ),
    surveys: list(
      fc.record({
        at: instant,
        items: fc.array(
          fc.record({ dimension: fc.constantFrom(...DIMENSIONS), likert: fc.integer({ min: 1, max: 5 }) }),
          { minLength: fewest, maxLength: 6 },
        ),
      }),
      4,
      fewest,
    ),
    reviews: list(
      fc.record({
        at: instant,
        checks: fc.array(
          fc.record({ kind: fc.constantFrom('record' as const, 'file' as const), passed: fc.option(fc.boolean()) }),
          { minLength: fewest, maxLength: 6 },
        ),
      }),
      4,
      fewest,
    ),
    requests: list(
      fc.record({ askedAt: instant, repliedAt: fc.option(instant), solvedAt: fc.option(instant) }),
      4,
      fewest,
    ),
    visits: list(fc.record({ dueOn: day, madeOn: fc.option(day) }), 4, fewest),
    complaints: list(
      fc.record({
        at: instant,
        upheld: fc.constantFrom('minor' as const, 'ordinary' as const, 'serious' as const, null),
      }),
    ),
    rectifications: list(fc.record({ deadline: day, verifiedAt: fc.option(instant) })),
    training: fc.option(
      fc.record({ hours: fc.double({ min: 0, max: 30, noNaN: true }), months: fc.integer({ min: 0, max: 12 }) }),
    ),
    commendations: list(fc.record({ at: instant, confirmed: fc.boolean() })),
    redLines: list(fc.record({ at: instant, clause: fc.constant('2.4.1'), confirmed: fc.boolean() }), 2),
  });

/** Anything, often empty. */
export const anyEvidence: fc.Arbitrary<Evidence> = evidenceOf({
  instant: fc.integer({ min: FIRST, max: LAST }),
  day: fc.integer({ min: 0, max: 110 }).map((days) => addDays('2026-06-20', days)),
  fewest: 0,
});

/** At least two units of each kind inside the quarter: what intervals and ranks need. */
export const fullEvidence: fc.Arbitrary<Evidence> = evidenceOf({
  instant: fc.integer({ min: at('2026-07-01T00:00:00'), max: at('2026-07-31T00:00:00') }),
  day: fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-07-01', days)),
  fewest: 2,
});
