// The dashboard through the contract on a seeded branch: its figures are the engine's, its rows lead to what they count, and
// who may not see it does not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assessBranch, meanOf } from '../../electron/features/score/branchAssessment.ts';
import { currentModel } from '../../electron/features/score/models.ts';
import type { DashboardRows } from '../../shared/contract/dashboard.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import { drain, PASSWORD, testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, CONTEXT, observing, refusal, type Observing } from '../support/observing.ts';
import { seedInspections } from '../support/seedInspections.ts';
import { seedSurveys } from '../support/seedSurveys.ts';

let run: TestConsole;
let seen: Observing;
let failing: string;

const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

beforeEach(async () => {
  run = testConsole();
  seen = await observing(run);
  failing = '3.4-1';
  await seen.submitted([failing]);
  run.advance(60_000);
  await seen.submitted([failing]);
  run.advance(60_000);
  await seen.submitted();
  await seedSurveys(run, seen.agentId);
  await seedInspections(run, seen.agentId);
});
afterEach(() => run[Symbol.dispose]());

const asked = () => ({ branchId: seen.branchId, kind: 'month' as const, start: null });

const rowsOf = async (more: { what: DashboardRows; start?: string; bar?: string }) =>
  (await drain(await run.client.dashboard.rows({ ...asked(), bar: null, ...more }))).result;

describe('the branch dashboard', () => {
  // Would catch: a second way of scoring, a mean over sessions instead of agents, the wrong period shown.
  it('shows what the engine gives', async () => {
    const { result } = await drain(await run.client.dashboard.branch(asked()));
    const today = dayOf(run.now(), ZONE);
    const period = { kind: 'month' as const, ...periodOf('month', today) };
    const { model } = currentModel(run.console.store.read);
    const how = { period, timeZone: ZONE, asOf: run.now(), today, model };
    const { agents } = assessBranch(run.console.store.read, seen.branchId, how);
    const scores = agents.map(({ assessment }) => assessment.score);
    expect(result.period).toEqual(period);
    expect(result.trend).toHaveLength(8);
    const last = result.trend.at(-1)!;
    expect(last.composite).toBe(meanOf(scores.map(({ composite }) => composite)));
    expect(last.indicators.satisfaction).toBe(meanOf(scores.map(({ indicators }) => indicators.satisfaction)));
    expect(result.agents[0]).toMatchObject({
      composite: scores[0]!.composite,
      grade: scores[0]!.grade,
      sessions: 3,
      team: '一组',
      indicators: scores[0]!.indicators,
    });
    expect(result.teams).toMatchObject([{ team: '一组', agents: 1, composite: last.composite }]);
    expect(result.csi.csi!.mean).toBeCloseTo(scores[0]!.measures.csi!, 9);
    // No period before has anything: an empty point, not a rate of 0.
    expect(result.trend[0]).toMatchObject({ agents: 0, composite: null });
    expect(result.control.points[0]).toMatchObject({ checked: 0, rate: null, reading: 'none' });
  });

  // Would catch: partly met answers or not applicable ones counted as failing, drafts and patrols of others counted.
  it('counts failing checks and problem records as their rows do', async () => {
    const { result } = await drain(await run.client.dashboard.branch(asked()));
    expect(result.failing.find(({ criterion }) => criterion === failing)).toMatchObject({
      source: 'observation',
      failed: 2,
      checked: 3,
    });
    expect(result.failing[0]!.text.zh).not.toBe('');
    expect(result.failing.filter(({ source }) => source === 'record').map(({ failed }) => failed)).toEqual([1, 1]);
    const { rows, total } = await rowsOf({ what: 'failing' });
    const failed = result.failing.reduce((sum, one) => sum + one.failed, 0);
    expect(total).toBe(failed);
    expect(result.control.points.at(-1)!.failed).toBe(failed);
    expect(rows.filter(({ criterion }) => criterion === failing).map(({ record }) => record.kind)).toEqual([
      'session',
      'session',
    ]);
    const problems = await rowsOf({ what: 'problems' });
    expect(result.problems).toEqual([{ class: 'content', observation: 2, record: 2, patrol: 1 }]);
    expect(problems.rows.map(({ source }) => source).sort()).toEqual([
      'observation',
      'observation',
      'patrol',
      'record',
      'record',
    ]);
    expect((await rowsOf({ what: 'control' })).total).toBe(failed);
  });

  // Would catch: a CSI of a single customer that can be read off the rows.
  it('shows no single CSI below five surveys', async () => {
    const { rows } = await rowsOf({ what: 'surveys' });
    expect(rows).toHaveLength(7);
    expect(rows.every(({ value }) => value !== null)).toBe(true);
    await asAdmin(run);
    for (const { record } of rows.slice(0, 3)) await run.client.survey.withdraw({ id: record.id, reason: '录错' });
    const { result } = await drain(await run.client.dashboard.branch(asked()));
    expect(result.csi).toMatchObject({ surveys: 4, csi: null, bands: null });
    const few = await rowsOf({ what: 'surveys' });
    expect(few.rows.map(({ value }) => value)).toEqual([null, null, null, null]);
  });

  it('counts requests and visits as the score does', async () => {
    const base = { agentId: seen.agentId, number: '', channel: null, client: '' };
    const at = (hours: number) => new Date(run.now() - hours * 3_600_000).toISOString();
    const request = { ...base, kind: 'enquiry' as const, content: '', repliedAt: null, solvedAt: null, outcome: null };
    run.advance(86_400_000 * 5);
    await asAdmin(run);
    const save = (fields: object) =>
      run.client.responses.saveRequest({
        id: null,
        revision: null,
        reason: null,
        fields: { ...request, askedAt: at(40), ...fields },
      });
    await save({});
    await save({ repliedAt: at(38) });
    const { result } = await drain(await run.client.dashboard.branch(asked()));
    expect(result.responses).toMatchObject({ requests: 2, reply24: { met: 1, decided: 2 }, medianHours: 2 });
    const { rows } = await rowsOf({ what: 'requests' });
    expect(rows.map(({ value }) => value).sort()).toEqual([2, null]);
  });
});

describe('the rows behind one place of a chart', () => {
  // Would catch: a bar that opens the rows of all bars, or whose rows are not as many as it is high.
  it('are those of the bar, as many as it counts', async () => {
    const { result } = await drain(await run.client.dashboard.branch(asked()));
    for (const { source, criterion, failed } of result.failing) {
      const { rows, total } = await rowsOf({ what: 'failing', bar: `${source} ${criterion}` });
      expect([total, new Set(rows.map((row) => row.criterion))]).toEqual([failed, new Set([criterion])]);
    }
    for (const one of result.problems)
      expect((await rowsOf({ what: 'problems', bar: one.class ?? 'none' })).total).toBe(
        one.observation + one.record + one.patrol,
      );
    for (const [band, surveys] of result.csi.bands!.entries())
      expect((await rowsOf({ what: 'surveys', bar: String(band) })).total).toBe(surveys);
    for (const [band, requests] of Object.entries(result.responses.bands))
      expect((await rowsOf({ what: 'requests', bar: band })).total).toBe(requests);
  });

  // Would catch: a point of the past that opens the rows of the shown period.
  it('are those of the period of a point', async () => {
    const then = periodOf('month', dayOf(run.now(), ZONE));
    run.advance(31 * DAY);
    await asAdmin(run);
    const now = (await drain(await run.client.dashboard.branch(asked()))).result;
    const point = now.control.points.at(-2)!;
    expect(point.period).toMatchObject(then);
    expect(now.control.points.at(-1)!.failed).toBe(0);
    expect((await rowsOf({ what: 'failing', start: then.start })).total).toBe(point.failed);
    expect((await rowsOf({ what: 'failing' })).total).toBe(0);
    const behind = await drain(await run.client.dashboard.agents({ ...asked(), start: then.start }));
    expect(behind.result).toMatchObject([{ agentId: seen.agentId, sessions: 3 }]);
    expect(meanOf(behind.result.map(({ composite }) => composite))).toBe(now.trend.at(-2)!.composite);
  });

  // Would catch: a reading of eight periods that looks as if it hung, and one that goes on when its drawer was closed.
  it('tell how far they are, and stop when left', async () => {
    const { steps } = await drain(await run.client.dashboard.rows({ ...asked(), what: 'control', bar: null }));
    const last = steps.at(-1);
    expect(last).toMatchObject({ done: last?.total });
    expect(last!.total).toBeGreaterThan(1);
    const left = new AbortController();
    const reading = await run.client.dashboard.rows(
      { ...asked(), what: 'control', bar: null },
      { signal: left.signal },
    );
    left.abort();
    await expect(drain(reading)).rejects.toThrow();
  });
});

describe('before and after', () => {
  // Would catch: a practice session of assessors, or a withdrawn one, in the comparison.
  it('leaves calibration sessions and withdrawn ones out', async () => {
    const assessorIds = [];
    for (const login of ['qian', 'sun']) assessorIds.push(await run.signInAs(login, ['supervisor']));
    await asAdmin(run);
    const serviceAt = new Date(run.now()).toISOString();
    const { id } = await run.client.calibration.create({
      agentId: seen.agentId,
      context: CONTEXT,
      serviceAt,
      assessorIds,
    });
    for (const login of ['qian', 'sun']) {
      await run.signInAs(login, ['supervisor']);
      const { observationId } = await run.client.calibration.begin({ id });
      await run.client.observation.confirmNotice({ id: observationId });
      await seen.answerAll(await run.client.observation.open({ id: observationId }), [failing]);
      await run.client.observation.signAssessor({ id: observationId, password: PASSWORD });
      await run.client.observation.submit({ id: observationId });
    }
    expect((await run.client.calibration.get({ id })).state).toBe('complete');
    const day = dayOf(run.now() + DAY, ZONE);
    const compare = () =>
      run.client.dashboard.compare({ branchId: seen.branchId, day, days: 30, agentId: seen.agentId });
    const counted = await compare();
    expect(counted.sessions).toHaveLength(3);
    const [withdrawn] = counted.sessions;
    await asAdmin(run);
    await run.client.observation.withdraw({ id: withdrawn!.observationId, reason: '录错人员' });
    const left = await compare();
    expect(left.sessions.map(({ observationId }) => observationId)).toEqual(
      counted.sessions.slice(1).map(({ observationId }) => observationId),
    );
    // Each session says in which groups of the table it counts.
    expect(left.groups.map(({ before, after }) => before.count + after.count)).toEqual(
      left.groups.map(({ key }) => left.sessions.filter(({ groups }) => groups.includes(key)).length),
    );
  });

  // Would catch: the day of the intervention on a side, sessions of calibration or withdrawn ones, another score.
  it('compares the session scores of the sides and leaves the day itself out', async () => {
    const day = dayOf(run.now(), ZONE);
    const on = (at: string) =>
      run.client.dashboard.compare({ branchId: seen.branchId, day: at, days: 30, agentId: seen.agentId });
    const here = await on(day);
    expect(here.sessions).toEqual([]);
    const later = await on(dayOf(run.now() + 86_400_000, ZONE));
    expect(later.sessions.map(({ side }) => side)).toEqual(['before', 'before', 'before']);
    const score = await run.client.score.agent({ agentId: seen.agentId, kind: 'month', start: null });
    expect(later.sessions.map((one) => one.score).sort()).toEqual(score.sessions.map((one) => one.score).sort());
    expect(later.groups.map(({ kind }) => kind)).toEqual(['whole', 'agent', 'others', 'team']);
    expect(later.groups[0]).toMatchObject({ agents: 1, before: { count: 3 }, after: { count: 0 }, change: 'tooFew' });
  });

  it('offers the days on which a red line was confirmed', async () => {
    expect(await run.client.dashboard.interventions({ branchId: seen.branchId })).toEqual([]);
    await asAdmin(run);
    const [line] = (await run.client.home.get()).inspectionRedLines;
    const { sourceId: id, id: redLineId } = line!;
    await run.client.records.redLineStatement({ id, redLineId, statement: '当事人陈述' });
    await run.client.records.decideRedLine({ id, redLineId, confirmed: true, reason: '属实' });
    expect(await run.client.dashboard.interventions({ branchId: seen.branchId })).toMatchObject([
      { kind: 'redLine', day: dayOf(run.now(), ZONE), agentId: seen.agentId, employeeNumber: 'A0012' },
    ]);
  });
});

it('is not for third-party assessors', async () => {
  await run.signInAs('outside', ['assessor']);
  await expect(run.client.dashboard.branch(asked())).rejects.toEqual(refusal('notPermitted'));
  await expect(rowsOf({ what: 'failing' })).rejects.toEqual(refusal('notPermitted'));
  const compare = run.client.dashboard.compare({ branchId: seen.branchId, day: '2026-07-01', days: 30, agentId: null });
  await expect(compare).rejects.toEqual(refusal('notPermitted'));
  for (const role of ['supervisor', 'manager', 'headquarters'] as const) {
    await run.signInAs(role, [role]);
    await expect(run.client.dashboard.interventions({ branchId: seen.branchId })).resolves.toEqual([]);
  }
});

// Would catch: a file that leaves the console without a trace, and one that is no picture.
it('saves a chart as a picture and logs it', async () => {
  run.answers.save = join(run.folder, 'chart.png');
  await run.client.exports.picture({ title: '综合得分', png: PIXEL });
  expect(existsSync(run.answers.save)).toBe(true);
  expect(readFileSync(run.answers.save).toString('base64')).toBe(PIXEL);
  await asAdmin(run);
  const [entry] = await run.client.exports.list({ kind: 'picture' });
  expect(entry).toMatchObject({ title: '综合得分', path: run.answers.save });
  await expect(run.client.exports.picture({ title: 'x', png: 'AAAA' })).rejects.toEqual(refusal('pictureDamaged'));
});
