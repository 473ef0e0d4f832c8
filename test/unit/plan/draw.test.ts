// The sampling plan (8.1): reproducible, covering, within everybody's room. Would catch: a draw that depends on the order of the
// frame, an agent missed though there was room, an assessor with too much on a day, a day that is none of the working days.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { announcedCalendar } from '../../../electron/features/calendar/calendar.ts';
import { LastResult } from '../../../shared/contract/plan.ts';
import { workingDays } from '../../../shared/domain/calendar.ts';
import { agentsFor } from '../../../shared/domain/plan/coverage.ts';
import { allocate, drawPlan, type DrawInput } from '../../../shared/domain/plan/draw.ts';
import { takenKey } from '../../../shared/domain/plan/schedule.ts';
import { weightOf, type FrameAgent } from '../../../shared/domain/plan/strata.ts';
import { addDays } from '../../../shared/domain/time.ts';

const START = '2026-10-01';
const QUARTER = workingDays(announcedCalendar(), { start: START, end: '2027-01-01' });

const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map((days) => addDays(START, days));
const agents: fc.Arbitrary<readonly FrameAgent[]> = fc
  .array(
    fc.record({
      branchId: fc.constantFrom('b1', 'b2'),
      team: fc.constantFrom('一组', '二组', ''),
      result: fc.constantFrom(...LastResult.options),
      lastObserved: fc.option(day(-300, -1)),
      covered: fc.oneof({ arbitrary: fc.constant(false), weight: 4 }, fc.constant(true)),
      from: fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, day(-10, 91)),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((agent, at) => ({ id: `a${at}`, ...agent })));

const inputs: fc.Arbitrary<DrawInput> = fc.record({
  rule: fc.constant(1),
  seed: fc.string({ minLength: 1, maxLength: 12 }),
  start: fc.constant(START),
  goal: fc.constantFrom(0.92, 0.95, 1),
  frame: agents,
  room: fc
    .record({
      days: fc.shuffledSubarray(QUARTER, { maxLength: 12 }).map((days) => days.toSorted()),
      assessors: fc.constantFrom(['u1'], ['u1', 'u2', 'u3']),
      capacity: fc.integer({ min: 1, max: 4 }),
    })
    .chain((room) =>
      fc
        .array(
          fc.tuple(fc.constantFrom(...room.assessors), fc.constantFrom(...QUARTER), fc.integer({ min: 1, max: 5 })),
          {
            maxLength: 10,
          },
        )
        .map((taken) => ({ ...room, taken: Object.fromEntries(taken.map(([who, on, n]) => [takenKey(who, on), n])) })),
    ),
});

/** The most agents that can be placed, by augmenting paths: another way than the program's. */
function mostPlaces({ frame, room }: DrawInput): number {
  const places = room.days.flatMap((on) =>
    room.assessors.flatMap((who) =>
      Array.from({ length: Math.max(0, room.capacity - (room.taken[takenKey(who, on)] ?? 0)) }, () => on),
    ),
  );
  const holder = places.map((): FrameAgent | null => null);
  const place = (agent: FrameAgent, seen: Set<number>): boolean =>
    places.some((on, at) => {
      if (seen.has(at) || (agent.from !== null && on < agent.from)) return false;
      seen.add(at);
      const before = holder[at];
      if (before && !place(before, seen)) return false;
      holder[at] = agent;
      return true;
    });
  return frame.filter((agent) => !agent.covered && place(agent, new Set())).length;
}

describe('a plan', () => {
  test.prop([inputs, fc.infiniteStream(fc.nat())])(
    'is the same for the same seed and frame in any order',
    (input, order) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
      const { room } = input;
      const again = drawPlan({
        ...input,
        frame: shuffled(input.frame),
        room: { ...room, assessors: shuffled(room.assessors) },
      });
      expect(again).toEqual(drawPlan(input));
    },
  );

  test.prop([inputs])('reaches the goal whenever there is room, else says exactly how many are missing', (input) => {
    const { draws, needed, missing } = drawPlan(input);
    const covered = input.frame.filter((agent) => agent.covered).length;
    expect(needed).toBe(Math.max(0, agentsFor(input.goal, input.frame.length) - covered));
    expect(draws.length).toBe(Math.min(needed, mostPlaces(input)));
    expect(missing).toBe(needed - draws.length);
    if (missing === 0) expect(covered + draws.length).toBeGreaterThanOrEqual(input.goal * input.frame.length - 1e-9);
  });

  test.prop([inputs])('keeps to working days, employment and everybody’s room, and draws nobody twice', (input) => {
    const { draws, strata } = drawPlan(input);
    const { room, frame } = input;
    const byId = new Map(frame.map((agent) => [agent.id, agent]));
    expect(new Set(draws.map(({ agentId }) => agentId)).size).toBe(draws.length);
    for (const { agentId, day: on } of draws) {
      expect(room.days).toContain(on);
      expect(byId.get(agentId)!.covered).toBe(false);
      expect(on >= (byId.get(agentId)!.from ?? '')).toBe(true);
    }
    for (const [key, own] of Map.groupBy(draws, (draw) => takenKey(draw.assessorId, draw.day)))
      expect(own.length + (room.taken[key] ?? 0)).toBeLessThanOrEqual(room.capacity);
    expect(strata.reduce((sum, { size }) => sum + size, 0)).toBe(frame.length);
    expect(strata.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(draws.length);
  });

  /** Several observations of each, and agents who have some of them already. */
  const several = inputs.chain((input) =>
    fc
      .record({
        sessions: fc.integer({ min: 2, max: 3 }),
        days: fc.array(fc.subarray([...QUARTER], { maxLength: 3 }), {
          minLength: input.frame.length,
          maxLength: input.frame.length,
        }),
      })
      .map(({ sessions, days }): DrawInput => ({
        ...input,
        sessions,
        frame: input.frame.map((agent, at) => ({ ...agent, days: agent.covered ? [QUARTER[0]!, ...days[at]!] : [] })),
      })),
  );
  test.prop([several])(
    'of several observations covers as many agents as one of one, and nobody twice a day',
    (input) => {
      const { draws, missing, short, needed } = drawPlan(input);
      const { sessions = 1, room, frame } = input;
      const byAgent = Map.groupBy(draws, ({ agentId }) => agentId);
      const byId = new Map(frame.map((agent) => [agent.id, agent]));
      const drawn = [...byAgent.keys()].filter((id) => !byId.get(id)!.covered);
      expect(drawn.length).toBe(Math.min(needed, mostPlaces(input)));
      expect(missing).toBe(needed - drawn.length);
      for (const [id, own] of byAgent) {
        const { days = [], from } = byId.get(id)!;
        const all = [...days, ...own.map(({ day: on }) => on)];
        expect(new Set(own.map(({ day: on }) => on)).size).toBe(own.length);
        expect(own.every(({ day: on }) => on >= (from ?? '') && !days.includes(on))).toBe(true);
        expect(all.length).toBeLessThanOrEqual(Math.max(sessions, days.length));
      }
      for (const [key, own] of Map.groupBy(draws, (draw) => takenKey(draw.assessorId, draw.day)))
        expect(own.length + (room.taken[key] ?? 0)).toBeLessThanOrEqual(room.capacity);
      // Whatever is wanted of those drawn or covered and not drawn is said.
      const wanted = frame
        .filter(({ id, covered }) => covered || byAgent.has(id))
        .reduce((sum, { days = [] }) => sum + Math.max(0, sessions - days.length), 0);
      expect(draws.length + short).toBe(wanted);
    },
  );

  it('lays the observations of one agent apart over the period', () => {
    const frame = Array.from({ length: 10 }, (_, at): FrameAgent => ({
      ...{ id: `a${at}`, branchId: 'b', team: '一组', covered: false, from: null, days: [] },
      ...{ result: 'good', lastObserved: null },
    }));
    const room = { days: QUARTER, assessors: ['u1'], capacity: 2, taken: {} };
    const { draws, short } = drawPlan({ rule: 2, seed: 's', start: START, goal: 1, sessions: 2, frame, room });
    expect(short).toBe(0);
    const half = QUARTER[Math.floor(QUARTER.length / 2)]!;
    for (const own of Map.groupBy(draws, ({ agentId }) => agentId).values())
      expect(own.map(({ day: on }) => on < half)).toEqual([true, false]);
  });

  it('stays what version 1 of the rule drew', () => {
    const frame = Array.from({ length: 8 }, (_, at): FrameAgent => ({
      ...{ id: `a${at}`, branchId: 'b', team: at < 4 ? '一组' : '二组', covered: at === 7, from: null },
      ...{ result: at % 2 === 0 ? 'fail' : 'good', lastObserved: at < 4 ? null : '2026-09-01' },
    }));
    const room = { days: QUARTER.slice(0, 4), assessors: ['u1', 'u2'], capacity: 1, taken: {} };
    const { draws, needed } = drawPlan({ rule: 1, seed: '2026Q4', start: START, goal: 0.92, frame, room });
    expect(needed).toBe(7);
    expect(draws.map(({ agentId, assessorId, day: on }) => `${on} ${assessorId} ${agentId}`)).toMatchInlineSnapshot(`
      [
        "2026-10-08 u1 a0",
        "2026-10-08 u2 a2",
        "2026-10-09 u1 a1",
        "2026-10-09 u2 a3",
        "2026-10-10 u1 a6",
        "2026-10-10 u2 a4",
        "2026-10-12 u1 a5",
      ]
    `);
  });
});

describe('the shares of the strata', () => {
  const strata = fc.array(fc.record({ size: fc.nat(30), weight: fc.constantFrom(1, 1.5, 2, 4.5, 9) }), {
    maxLength: 8,
  });
  test.prop([strata, fc.nat(120)])(
    'sum to what is wanted, none above its size, heavier ones never a smaller part',
    (list, total) => {
      const shares = allocate(list, total);
      const size = list.reduce((sum, one) => sum + one.size, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(total, size));
      shares.forEach((share, at) => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(list[at]!.size);
      });
      for (const [a, one] of list.entries())
        for (const [b, other] of list.entries())
          // One place more or less is the rounding.
          if (one.size > 0 && other.size > 0 && one.weight > other.weight)
            expect((shares[a]! + 1) / one.size).toBeGreaterThanOrEqual((shares[b]! - 1) / other.size - 1e-9);
    },
  );

  it('favour the weak and the long unobserved', () => {
    const weak = weightOf({ result: 'fail', recency: 'never' });
    const strong = weightOf({ result: 'excellent', recency: 'recent' });
    expect(weak).toBeGreaterThan(strong);
    expect(
      allocate(
        [
          { size: 10, weight: weak },
          { size: 10, weight: strong },
        ],
        10,
      ),
    ).toEqual([9, 1]);
  });
});

it('the goal is counted exactly', () => {
  expect([0, 1, 12, 13, 25, 50, 75, 100, 2000].map((agents) => agentsFor(0.92, agents))).toEqual([
    0, 1, 12, 12, 23, 46, 69, 92, 1840,
  ]);
});
