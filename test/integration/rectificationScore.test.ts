// What rectifications say to others: the desk, the runner, and the score. Each title names the fault that would turn it red.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { sql } from '../../electron/db/sql.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { rectificationsOfPeriod } from '../../electron/features/rectification/period.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../shared/domain/scoring/score.ts';
import { addDays, startOfDay } from '../../shared/domain/time.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, observing } from '../support/observing.ts';
import { finding, PLAN, submittedRectification } from '../support/rectifying.ts';

const DAY = 86_400_000;
const ZONE = 'Asia/Shanghai';
const JULY = { kind: 'month' as const, start: '2026-07-01', end: '2026-08-01', timeZone: ZONE };
const CLAIM = { fact: '到场复查，礼仪符合要求', reference: '复查记录 2026-07-15' };

const points = (run: TestConsole, agentId: string, asOf: number): number => {
  const window = windowOf(JULY, asOf);
  const evidence = evidenceOfAgent(run.console.store.read, agentId, window);
  return scorePeriod(evidence, window, MODEL_1).adjustments.rectifications.points;
};

describe('who is reminded', () => {
  test('the desk forgets a deadline, a check or an effect, and the runner what is open', async () => {
    using run = testConsole();
    const { agentId, start } = await observing(run);
    const { findings, rectification } = run.client;
    const one = await findings.record(finding(agentId));
    const { id } = await rectification.plan({
      ...{ ...PLAN, findingIds: [one.id], deadline: '2026-07-20', follows: null },
    });
    const clocks = async () => (await run.client.home.get()).clocks.filter(({ record }) => record?.id === id);
    expect(await clocks()).toEqual([]);
    run.advance(7 * DAY);
    await run.signInAs('zhao', ['supervisor']);
    expect(await clocks()).toMatchObject([{ kind: 'rectificationCheck', dueOn: '2026-07-08' }]);
    await rectification.start({ id });
    await rectification.check({ id, day: '2026-07-08', progress: 'onTrack', note: '按计划' });
    expect(await clocks()).toEqual([]);
    run.advance(14 * DAY);
    await run.signInAs('zhao', ['supervisor']);
    expect(await clocks()).toMatchObject([{ kind: 'rectification', dueOn: '2026-07-20' }]);
    const session = await start();
    expect((await run.client.observation.background({ id: session.id })).rectifications).toEqual([
      { id, title: PLAN.title, deadline: '2026-07-20', daysOverdue: 2, criteria: ['3.4-1'] },
    ]);
    expect((await rectification.list()).rows[0]).toMatchObject({ id, daysOverdue: 2, nextCheck: '2026-07-15' });
    await rectification.submit({ id, done: '已完成' });
    await asAdmin(run);
    await rectification.verify({ id, ...CLAIM });
    expect(await clocks()).toEqual([]);
    run.advance(30 * DAY);
    await asAdmin(run);
    expect(await clocks()).toMatchObject([{ kind: 'rectificationEffect', dueOn: '2026-08-21' }]);
  });
});

describe('the score', () => {
  test('an overdue rectification costs nothing, one verified late costs for ever, or a granted extension is ignored', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const id = await submittedRectification(run, [findingId], { deadline: '2026-07-10' });
    const midnight = startOfDay('2026-07-11', ZONE);
    expect(points(run, agentId, midnight - 1)).toBe(0);
    expect(points(run, agentId, midnight)).toBe(-1);
    run.advance(20 * DAY);
    await asAdmin(run);
    await rectification.verify({ id, ...CLAIM });
    expect(points(run, agentId, midnight)).toBe(-1);
    expect(points(run, agentId, run.now())).toBe(0);
    const [row] = rectificationsOfPeriod(run.console.store.read, [agentId], windowOf(JULY, midnight));
    expect(row).toMatchObject({ id, rootCause: PLAN.cause.root, findings: 1 });

    const second = await findings.record(finding(agentId));
    await run.signInAs('zhao', ['supervisor']);
    const later = await submittedRectification(run, [second.id], { deadline: '2026-07-25' });
    await rectification.askExtension({ id: later, to: '2026-08-05', reason: '培训改期' });
    expect(points(run, agentId, startOfDay('2026-07-27', ZONE))).toBe(-1);
    await asAdmin(run);
    await rectification.decideExtension({ id: later, granted: true, reason: '属实' });
    expect(points(run, agentId, startOfDay('2026-07-27', ZONE))).toBe(0);
    expect(points(run, agentId, startOfDay('2026-09-01', ZONE))).toBe(0);
  });

  test('property: what the store gives the engine differs from a day-by-day count of open rectifications', async () => {
    using run = testConsole({ startsAt: '2026-06-01T09:00:00+08:00' });
    const { agentId, branchId, assessorId } = await observing(run);
    const { id: findingId } = await run.client.findings.record(
      finding(agentId, { occurredAt: '2026-05-30T01:00:00.000Z' }),
    );
    const managerId = await asAdmin(run);
    const anyDay = (least: number, most: number) => fc.integer({ min: least, max: most });
    const history = fc.record({
      deadline: anyDay(0, 80),
      longer: fc.option(anyDay(1, 30), { nil: null }),
      verified: fc.option(anyDay(0, 110 * 24), { nil: null }),
      withdrawn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(history, { maxLength: 9 }), anyDay(0, 100 * 24), (histories, hours) => {
        const start = startOfDay('2026-06-05', ZONE);
        const asOf = start + hours * 3_600_000;
        let counted = 0;
        try {
          run.console.store.change(null, (tx) => {
            for (const { deadline, longer, verified, withdrawn } of histories) {
              const first = addDays('2026-06-05', deadline);
              const inForce = addDays(first, longer ?? 0);
              const verifiedAt =
                verified === null || withdrawn ? null : new Date(start + verified * 3_600_000).toISOString();
              const state = withdrawn ? 'withdrawn' : verifiedAt === null ? 'inProgress' : 'verified';
              const id = tx.newId();
              tx.run(sql`INSERT INTO rectification (id, title, agent_id, branch_id, team, state, owner_kind, owner_name, causes,
                  whys, root_cause, measures, requirements, effect_days, first_deadline, deadline, planned_at, planned_by,
                  submitted_by, verified_at, verified_by, withdraw_reason)
                VALUES (${id}, '整改', ${agentId}, ${branchId}, '', ${state}, 'agent', '', '[]', '[]', '', '', '', 30, ${first},
                  ${inForce}, ${tx.at}, ${assessorId}, ${assessorId}, ${verifiedAt},
                  ${verifiedAt === null ? null : managerId}, ${withdrawn ? '重复' : null})`);
              tx.run(sql`INSERT INTO rectification_finding (rectification_id, finding_id, joined_at)
                VALUES (${id}, ${findingId}, ${tx.at})`);
              // Slowly: the days of July one after another, and whether it was open at the moment.
              for (let day = '2026-07-01'; day < '2026-08-01'; day = addDays(day, 1)) {
                const moment = Math.min(asOf, startOfDay('2026-08-01', ZONE));
                const ended = startOfDay(addDays(day, 1), ZONE) <= moment;
                const open = verifiedAt === null || Date.parse(verifiedAt) > moment;
                if (day === inForce && ended && open && !withdrawn) counted += 1;
              }
            }
            const window = windowOf(JULY, asOf);
            const evidence = evidenceOfAgent(tx, agentId, window);
            expect(scorePeriod(evidence, window, MODEL_1).adjustments.rectifications.points).toBe(
              Math.max(-5, -counted) + 0,
            );
            throw new RangeError('roll back');
          });
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });
});
