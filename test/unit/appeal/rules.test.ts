// The rules of appeals as properties. Each title names the fault that would turn it red.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { APPEAL_STATES, type AppealState } from '../../../shared/contract/appeal.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { announcedCalendar } from '../../../electron/features/calendar/calendar.ts';
import { corrected, type Correction } from '../../../shared/domain/appeal/correction.ts';
import { decisionDue, filingEnds } from '../../../shared/domain/appeal/limits.ts';
import { overturnRatesBy } from '../../../shared/domain/appeal/rates.ts';
import { APPEAL_MOVES, handlingRefusal, nextAppealState } from '../../../shared/domain/appeal/states.ts';
import { NO_EVIDENCE, windowOf, type Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../../shared/domain/scoring/score.ts';

const ENDS: readonly AppealState[] = ['kept', 'raised', 'withdrawn'];
const QUARTER = windowOf(
  { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' },
  Date.parse('2026-10-08T09:00:00+08:00'),
);
const AT = QUARTER.startsAt + 86_400_000;

describe('the states', () => {
  test.prop([fc.array(fc.constantFrom(...APPEAL_MOVES), { maxLength: 12 })])(
    'lead out of an end, decide what nobody took, or decide twice',
    (moves) => {
      let state: AppealState = 'filed';
      let taken = false;
      for (const move of moves) {
        const next = nextAppealState(state, move);
        if (ENDS.includes(state)) expect(next).toBeNull();
        if (next === 'kept' || next === 'raised') expect(taken).toBe(true);
        if (next !== null && !ENDS.includes(next)) taken ||= move === 'take';
        state = next ?? state;
      }
      expect(APPEAL_STATES).toContain(state);
    },
  );

  test.prop([
    fc.array(fc.constantFrom<'a' | 'b' | 'c' | 'd'>('a', 'b', 'c'), { minLength: 1 }),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
  ])('let an original assessor handle it', (assessorIds, personId, filedById, tookPartIds) => {
    const refusal = handlingRefusal({ personId, assessorIds, filedById, tookPartIds });
    if (assessorIds.includes(personId)) expect(refusal).toBe('appealOriginalAssessor');
    else expect(refusal !== null).toBe(personId === filedById && tookPartIds.includes(personId));
  });
});

const value = fc.constantFrom(0, 0.25, 0.5, 0.75, 1, null);
const evidence = fc
  .record({
    answers: fc.array(
      fc.record({ indicator: fc.constantFrom(...INDICATORS), value, weight: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    ),
    checks: fc.array(fc.constantFrom(true, false, null), { maxLength: 8 }),
    red: fc.boolean(),
  })
  .map(({ answers, checks, red }): Evidence => ({
    ...NO_EVIDENCE,
    sessions: [
      {
        ...{ id: 's1', at: AT, status: 'submitted', introductionMinutes: null },
        answers: answers.map((one, at) => ({ ...one, criterion: `c${at}`, notApplicable: one.value === null })),
      },
    ],
    reviews: [
      {
        ...{ id: 'r1', at: AT },
        checks: checks.map((passed, at) => ({
          ...{ criterion: `c${at}`, passed },
          kind: at % 2 === 0 ? ('record' as const) : ('file' as const),
        })),
      },
    ],
    redLines: red ? [{ id: 'x1', at: AT, clause: '2.4.1', confirmed: true }] : [],
  }));
const corrections = fc.array(
  fc
    .record({
      of: fc.constantFrom<Pick<Correction, 'kind' | 'evidenceId'>>(
        { kind: 'session', evidenceId: 's1' },
        { kind: 'review', evidenceId: 'r1' },
        { kind: 'redLine', evidenceId: 'x1' },
      ),
      criterion: fc.integer({ min: 0, max: 19 }).map((at) => `c${at}`),
      after: fc.constantFrom(0.25, 0.5, 0.75, 1),
    })
    .map(({ of, ...rest }): Correction => ({ appealId: rest.criterion, ...of, ...rest })),
  { maxLength: 6 },
);
const ORDER = ['insufficient', 'fail', 'basic', 'pass', 'good', 'excellent'];

describe('a raised value', () => {
  test.prop([evidence, corrections])(
    'lowers a score, scores what was not applicable, or changes its source',
    (given, raised) => {
      const text = JSON.stringify(given);
      const after = corrected(given, raised, (words) => words);
      const then = scorePeriod(given, QUARTER, MODEL_1);
      const now = scorePeriod(after, QUARTER, MODEL_1);
      expect(JSON.stringify(given)).toBe(text);
      expect(now.composite ?? 0).toBeGreaterThanOrEqual((then.composite ?? 0) - 1e-9);
      expect(now.graded ?? 0).toBeGreaterThanOrEqual((then.graded ?? 0) - 1e-9);
      expect(now.coverage).toBe(then.coverage);
      // Lifting a veto may leave too little evidence for a grade; nothing else moves a grade down.
      if (now.grade !== 'insufficient')
        expect(ORDER.indexOf(now.grade)).toBeGreaterThanOrEqual(ORDER.indexOf(then.grade));
    },
  );

  test('leaves the digest as it was, so that a difference goes unseen', () => {
    const given: Evidence = {
      ...NO_EVIDENCE,
      sessions: [
        {
          ...{ id: 's1', at: AT, status: 'submitted', introductionMinutes: null, digest: 'd' },
          answers: [{ criterion: 'c0', indicator: 'attitude', weight: 1, value: 0, notApplicable: false }],
        },
      ],
    };
    const raise: Correction = { appealId: 'a', kind: 'session', evidenceId: 's1', criterion: 'c0', after: 1 };
    const after = corrected(given, [raise], (words) => words);
    expect(after.sessions[0]!.answers[0]!.value).toBe(1);
    expect(after.sessions[0]!.digest).not.toBe('d');
    expect(corrected(given, [], (words) => words)).toBe(given);
  });
});

test('the limits count a holiday, or miss a weekend that is worked', () => {
  const calendar = announcedCalendar();
  // 2026-10-01 to 10-07 are free, 09-20 and 10-10 are worked.
  expect(filingEnds(calendar, '2026-09-30')).toBe('2026-10-13');
  expect(filingEnds(calendar, '2026-08-05')).toBe('2026-08-12');
  expect(decisionDue(calendar, '2026-08-05')).toBe('2026-08-19');
});

test('an appeal against evidence of two people counts for one alone, or a rate has no interval', () => {
  const decided = [
    ...[true, true, true, true].map((raised) => ({ criterion: '3.4-1', assessorIds: ['a', 'b'], raised })),
    { criterion: '3.4-2', assessorIds: ['a'], raised: false },
  ];
  const [a, b] = overturnRatesBy(decided, ({ assessorIds }) => assessorIds);
  expect(a).toMatchObject({ key: 'a', decided: 5, raised: 4 });
  expect(a!.interval!.low).toBeCloseTo(0.3755, 4);
  expect(a!.interval!.high).toBeCloseTo(0.9638, 4);
  expect(b).toMatchObject({ key: 'b', decided: 4, raised: 4 });
});
