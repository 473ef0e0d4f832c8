// Shares of the supervision work, whose department a day's work is, and the work by department.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTMENTS, type Department, type ShareSet } from '../../../shared/contract/supervision.ts';
import {
  departmentOn,
  HANDBOOK_SHARES,
  sharesOn,
  sumsToWhole,
  withHandbook,
} from '../../../shared/domain/supervision/shares.ts';
import { departmentWork, type Work } from '../../../shared/domain/supervision/work.ts';

const set = (number: number, fromDay: string): ShareSet => ({
  ...{ number, fromDay, values: { ...HANDBOOK_SHARES, customerService: 70, compliance: 13 } },
  ...{ reason: '分工调整', setAt: '2026-01-01T00:00:00.000Z', setBy: '林经理' },
});

describe('shares', () => {
  // Would catch: 8.1's own shares refused because 75 + 8 + 8.5 + 8.5 or 33.3 + 33.3 + 33.4 is not 100 in doubles.
  it('make 100% in tenths', () => {
    expect(HANDBOOK_SHARES).toMatchObject({ customerService: 75, compliance: 8 });
    expect(sumsToWhole(HANDBOOK_SHARES)).toBe(true);
    const of = (tenths: readonly number[]) =>
      Object.fromEntries(DEPARTMENTS.map((name, n) => [name, tenths[n]! / 10])) as typeof HANDBOOK_SHARES;
    const tenth = fc.integer({ min: 0, max: 333 });
    fc.assert(
      fc.property(tenth, tenth, tenth, fc.constantFrom(-1, 0, 1), (a, b, c, off) => {
        expect(sumsToWhole(of([a, b, c, 1000 - a - b - c + off]))).toBe(off === 0);
      }),
    );
  });

  // Would catch: shares set for next month that change this one's targets.
  it('are those that begin last by the day', () => {
    const sets = [set(1, '2026-03-01'), set(2, '2026-06-01'), set(3, '2026-06-01'), set(4, '2026-01-01')];
    const on = (day: string) => sharesOn(sets, day).number;
    expect(['2025-12-31', '2026-01-01', '2026-03-01', '2026-05-31', '2026-06-01'].map(on)).toEqual([0, 4, 1, 1, 3]);
    expect(withHandbook(sets).map(({ number }) => number)).toEqual([4, 3, 2, 1, 0]);
  });
});

// Would catch: somebody who moves and takes the work of the past along.
it('a person’s work belongs to the department of its day; the first one reaches back', () => {
  const own = [
    { department: 'compliance', fromDay: '2026-03-01' },
    { department: null, fromDay: '2026-05-01' },
    { department: 'business', fromDay: '2026-06-01' },
  ] as const;
  const days = ['2025-01-01', '2026-03-01', '2026-05-15', '2026-06-01'];
  expect(days.map((day) => departmentOn(own, day))).toEqual(['compliance', 'compliance', null, 'business']);
  expect(departmentOn([], '2026-01-01')).toBeNull();
});

describe('the work by department', () => {
  const DAY = '2026-07-01';
  const kinds = ['observation', 'record', 'patrol'] as const;
  const of: Readonly<Record<string, Department | null>> = { a: 'customerService', b: 'compliance', c: null };
  const departmentOf = ({ personId }: { readonly personId: string }) => of[personId] ?? null;

  it('counts works, people, problems and rectifications, with a row of nobody’s department only where needed', () => {
    const work = (personId: string, kind: Work['kind']): Work => ({ personId, day: DAY, kind });
    const done = {
      works: [work('a', 'observation'), work('a', 'record'), work('a', 'observation'), work('b', 'patrol')],
      found: [
        { personId: 'a', day: DAY, closed: true },
        { personId: 'a', day: DAY, closed: false },
      ],
      verified: [{ personId: 'b', day: DAY }],
    };
    const rows = departmentWork(done, departmentOf, HANDBOOK_SHARES);
    expect(rows.map(({ department }) => department)).toEqual([...DEPARTMENTS]);
    expect(rows[0]).toMatchObject({ people: 1, observations: 2, records: 1, patrols: 0, works: 3, share: 0.75 });
    expect(rows[0]).toMatchObject({ target: 0.75, found: 2, closed: 1, verified: 0 });
    expect(rows[1]).toMatchObject({ works: 1, share: 0.25, verified: 1 });
    // Wilson's interval of 3 of 4.
    expect(rows[0]!.low).toBeCloseTo(0.3006, 4);
    const withNobody = departmentWork(
      { ...done, verified: [{ personId: 'c', day: DAY }] },
      departmentOf,
      HANDBOOK_SHARES,
    );
    expect(withNobody.at(-1)).toMatchObject({ department: null, works: 0, verified: 1, target: null });
    expect(departmentWork({ works: [], found: [], verified: [] }, departmentOf, HANDBOOK_SHARES)[0]).toMatchObject({
      ...{ share: null, low: null, high: null },
    });
  });

  // Would catch: work that is lost between the departments or counted twice.
  it('leaves nothing out: works add up and shares make the whole', () => {
    const works = fc.array(
      fc.record({
        personId: fc.constantFrom('a', 'b', 'c', 'd'),
        day: fc.constant(DAY),
        kind: fc.constantFrom(...kinds),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(works, (some) => {
        const rows = departmentWork({ works: some, found: [], verified: [] }, departmentOf, HANDBOOK_SHARES);
        expect(rows.reduce((sum, row) => sum + row.works, 0)).toBe(some.length);
        expect(rows.reduce((sum, row) => sum + (row.share ?? 0), 0)).toBeCloseTo(1, 9);
        for (const row of rows) expect(row.observations + row.records + row.patrols).toBe(row.works);
      }),
    );
  });
});
