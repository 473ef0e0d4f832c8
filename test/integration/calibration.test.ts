// A calibration through the contract: blind until it has ended, never evidence, its red lines veto, its figures.
import { expect, test } from 'vitest';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { severityOf } from '../../electron/features/calibration/severity.ts';
import { calibrationsOfPeriod } from '../../electron/features/calibration/period.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { currentModel } from '../../electron/features/score/models.ts';
import { PASSWORD, testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, CONTEXT, observing, refusal, type Observing } from '../support/observing.ts';

const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;
const TEAM = ['qian', 'sun'] as const;

interface Calibrating extends Observing {
  readonly id: string;
  readonly ids: readonly string[];
  /** The person's session, answered, the named items failing; not yet signed. */
  readonly score: (login: string, failing?: readonly string[]) => Promise<string>;
  readonly hand: (login: string, observationId: string) => Promise<void>;
}

async function calibrating(run: TestConsole): Promise<Calibrating> {
  const seen = await observing(run);
  const ids = [];
  for (const login of TEAM) ids.push(await run.signInAs(login, ['supervisor']));
  await asAdmin(run);
  const { id } = await run.client.calibration.create({
    agentId: seen.agentId,
    context: CONTEXT,
    serviceAt: new Date(run.now()).toISOString(),
    assessorIds: ids,
  });
  return {
    ...seen,
    id,
    ids,
    score: async (login, failing = []) => {
      await run.signInAs(login, ['supervisor']);
      const { observationId } = await run.client.calibration.begin({ id });
      await run.client.observation.confirmNotice({ id: observationId });
      await seen.answerAll(await run.client.observation.open({ id: observationId }), failing);
      return observationId;
    },
    hand: async (login, observationId) => {
      await run.signInAs(login, ['supervisor']);
      await run.client.observation.signAssessor({ id: observationId, password: PASSWORD });
      await run.client.observation.submit({ id: observationId });
    },
  };
}

const FILTER = { states: [], limit: 100 };

/** Every route that could tell something of a session. */
async function glimpses(run: TestConsole, id: string): Promise<string[]> {
  const { observation, audit, home } = run.client;
  const found: string[] = [];
  const tries: Record<string, () => Promise<unknown>> = {
    open: () => observation.open({ id }),
    revision: () => observation.readRevision({ id, number: 1 }),
    review: () => observation.review({ id }),
    history: () => observation.history({ id }),
    background: () => observation.background({ id }),
    evidence: () => observation.evidenceBytes({ id, evidenceId: id }),
    image: () => observation.signatureImage({ id, signatureId: id }),
    answer: () => observation.answer({ id, criterion: '3.4-1', answer: { kind: 'scored', value: 1 }, position: null }),
    withdraw: () => observation.withdraw({ id, reason: '看看' }),
    statement: () => observation.redLineStatement({ id, redLineId: id, statement: '' }),
    decide: () => observation.decideRedLine({ id, redLineId: id, confirmed: true, reason: '看看' }),
  };
  for (const [name, attempt] of Object.entries(tries)) {
    const error = await attempt().then(
      () => null,
      (thrown: unknown) => (thrown as { data?: { reason?: string } }).data?.reason,
    );
    // A manager without observation.write still learns nothing from being refused by role.
    if (error !== 'observationMissing' && error !== 'notPermitted') found.push(`${name} ${String(error)}`);
  }
  const { rows } = await observation.list(FILTER);
  if (rows.some((row) => row.id === id)) found.push('list');
  if ((await observation.pendingRedLines()).some(({ observationId }) => observationId === id)) found.push('redLines');
  if (JSON.stringify(await home.get()).includes(id)) found.push('home');
  const log = await audit.list({ before: null, limit: 5000 }).catch(() => null);
  if (log?.entries.some(({ entityId, details }) => entityId === id || details.includes(id))) found.push('audit');
  return found;
}

/** A required red-line criterion of the built-in standard. */
async function redLineOf(run: TestConsole): Promise<string> {
  const { criteria } = await run.client.observation.paper({ versionId: null });
  return criteria.find(({ redLine, scale }) => redLine && scale === 'passFail')!.code;
}

// Would catch: a list, a record, a route or the log that shows one assessor's answers to another before all have submitted.
test('no one sees a session of another until all have submitted', async () => {
  using run = testConsole();
  const { id, agentId, branchId, score, hand } = await calibrating(run);
  const redLine = await redLineOf(run);
  const first = await score('qian', ['3.4-1', redLine]);
  await hand('qian', first);
  const second = await score('sun', ['3.4-2']);
  expect(await glimpses(run, first)).toEqual([]);
  await asAdmin(run);
  expect(await glimpses(run, first)).toEqual([]);
  expect(await glimpses(run, second)).toEqual([]);
  const blind = await run.client.calibration.get({ id });
  expect(blind.comparison).toBeNull();
  // Nor do counts and evidence tell that one of them found a red line.
  const { missing } = await run.client.report.preview({ branchId, kind: 'month', start: '2026-07-01' });
  expect(missing.redLinesPending).toBe(0);
  const window = windowOf(JULY, run.now());
  expect(evidenceOfAgent(run.console.store.read, agentId, window).redLines).toEqual([]);
  expect(blind.sessions.map(({ observationId, score: of, redLines }) => [observationId, of, redLines])).toEqual([
    [null, null, 0],
    [null, null, 0],
  ]);
  expect(blind.assessors.map(({ name, state }) => [name, state])).toEqual([
    ['qian', 'submitted'],
    ['sun', 'inProgress'],
  ]);
  // One's own session stays open to its assessor.
  await run.signInAs('qian', ['supervisor']);
  expect((await run.client.observation.open({ id: first })).calibrationId).toBe(id);
  await hand('sun', second);

  const open = await run.client.calibration.get({ id });
  expect(open.state).toBe('complete');
  expect(open.comparison?.compared.map(({ name }) => name)).toEqual(['qian', 'sun']);
  expect(open.sessions.every(({ observationId }) => observationId !== null)).toBe(true);
  expect((await run.client.observation.open({ id: first })).state).toBe('submitted');
  const differing = open.comparison!.lines.filter(({ verdict }) => verdict === 'differ');
  expect(differing.map(({ criterion }) => criterion.code).sort()).toEqual(['3.4-1', '3.4-2', redLine].sort());
  const [passFail] = open.comparison!.scales;
  const items = open.comparison!.lines.filter(({ criterion }) => criterion.scale === 'passFail').length;
  const missed = differing.filter(({ criterion }) => criterion.scale === 'passFail').length;
  expect(passFail).toMatchObject({ scale: 'passFail', metric: 'nominal', items });
  expect(passFail!.percent).toBeCloseTo(1 - missed / items, 12);
  expect(passFail!.kappa).not.toBeNull();
  await expect(run.client.observation.amend({ id: second, reason: '改' })).rejects.toEqual(
    refusal('calibrationNotAmendable'),
  );
});

// Would catch: a calibration that scores the agent, counts as coverage, or whose red line is lost.
test('calibration sessions are no evidence, but a confirmed red line in one vetoes', async () => {
  using run = testConsole();
  const { id, agentId, branchId, score, hand } = await calibrating(run);
  const redLine = await redLineOf(run);
  const sessions = [await score('qian', [redLine]), await score('sun')];
  await hand('qian', sessions[0]!);
  await hand('sun', sessions[1]!);
  await asAdmin(run);
  const db = run.console.store.read;
  const window = windowOf(JULY, run.now());
  expect(evidenceOfAgent(db, agentId, window)).toMatchObject({ sessions: [], redLines: [{ confirmed: false }] });
  const home = await run.client.home.get();
  expect(home.period).toMatchObject({ sessions: 0, observed: 0 });
  expect(home.unobserved.map((agent) => agent.id)).toContain(agentId);
  const preview = await run.client.report.preview({ branchId, kind: 'month', start: '2026-07-01' });
  expect(preview).toMatchObject({ sessions: 0, observed: 0, missing: { drafts: 0, redLinesPending: 1 } });
  const [line] = await run.client.observation.pendingRedLines();
  const of = { id: line!.observationId, redLineId: line!.id };
  await run.client.observation.redLineStatement({ ...of, statement: '没有' });
  await run.client.observation.decideRedLine({ ...of, confirmed: true, reason: '核实' });
  expect(evidenceOfAgent(db, agentId, window)).toMatchObject({ sessions: [], redLines: [{ confirmed: true }] });
  const scored = await run.client.score.agent({ agentId, kind: 'month', start: '2026-07-01' });
  expect(scored.result).toMatchObject({ vetoed: true, grade: 'fail', composite: null, sessions: 0 });
  expect(scored.sessions).toEqual([]);
  const background = await run.client.observation.background({ id: sessions[0]! });
  expect(background.last).toBeNull();
  expect(calibrationsOfPeriod(db, [branchId], window)).toMatchObject([{ id, assessors: [{}, {}] }]);
});

// Would catch: a closed calibration in which someone goes on scoring after having seen the others.
test('closing reveals what was submitted and withdraws the rest', async () => {
  using run = testConsole();
  const { id, score, hand } = await calibrating(run);
  const first = await score('qian');
  const second = await score('sun');
  await hand('qian', first);
  await expect(run.client.calibration.close({ id, reason: '到期' })).rejects.toEqual(refusal('notPermitted'));
  await asAdmin(run);
  await run.client.calibration.close({ id, reason: '到期' });
  await expect(run.client.calibration.close({ id, reason: '再' })).rejects.toEqual(refusal('calibrationEnded'));
  expect((await run.client.observation.open({ id: second })).state).toBe('withdrawn');
  const record = await run.client.calibration.get({ id });
  expect(record).toMatchObject({ state: 'closed', endReason: '到期', comparison: { scales: [] } });
  expect(record.history.map(({ action }) => action)).toEqual(['calibration.closed', 'calibration.created']);
  await run.signInAs('sun', ['supervisor']);
  await expect(run.client.calibration.begin({ id })).rejects.toEqual(refusal('calibrationEnded'));
});

test('only those named take part, a third-party assessor sees only their own, a future service waits', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const own = await run.signInAs('wu', ['assessor']);
  const other = await run.signInAs('zheng', ['assessor']);
  const clerk = await run.signInAs('clerk', ['headquarters']);
  await asAdmin(run);
  const asked = { agentId, context: CONTEXT, serviceAt: new Date(run.now() + 600_000).toISOString() };
  await expect(run.client.calibration.create({ ...asked, assessorIds: [own, own] })).rejects.toEqual(
    refusal('calibrationAssessors'),
  );
  await expect(run.client.calibration.create({ ...asked, assessorIds: [own, clerk] })).rejects.toEqual(
    refusal('calibrationNotAssessor'),
  );
  const third = await run.signInAs('zhao', ['supervisor']);
  await asAdmin(run);
  const { id } = await run.client.calibration.create({ ...asked, assessorIds: [own, third] });
  const { id: foreign } = await run.client.calibration.create({ ...asked, assessorIds: [other, third] });
  await run.signInAs('wu', ['assessor']);
  expect((await run.client.calibration.list()).map((row) => row.id)).toEqual([id]);
  await expect(run.client.calibration.get({ id: foreign })).rejects.toEqual(refusal('calibrationMissing'));
  await expect(run.client.calibration.begin({ id: foreign })).rejects.toEqual(refusal('calibrationMissing'));
  await expect(run.client.calibration.begin({ id })).rejects.toEqual(refusal('calibrationTooEarly'));
  run.advance(600_000);
  const { observationId } = await run.client.calibration.begin({ id });
  expect(await run.client.calibration.begin({ id })).toEqual({ observationId });
});

// Would catch: severity that mixes calibration sessions in, or a rate without its count.
test('severity and not-applicable rates are over normal sessions, with their rows', async () => {
  using run = testConsole();
  const { id, agentId, branchId, start, answerAll, submitted, sign, score, hand } = await calibrating(run);
  await run.signInAs('qian', ['supervisor']);
  await submitted();
  await run.signInAs('sun', ['supervisor']);
  const strict = await start();
  const optional = strict.standard!.criteria.find(({ notApplicableAllowed }) => notApplicableAllowed)!;
  await answerAll(strict, ['3.4-1']);
  await run.client.observation.answer({
    id: strict.id,
    criterion: optional.code,
    answer: { kind: 'notApplicable', reason: 'otherService', words: '' },
    position: null,
  });
  await sign(strict.id);
  const { revision } = await run.client.observation.submit({ id: strict.id });
  const blind = [await score('qian', ['3.4-2']), await score('sun')];
  await hand('qian', blind[0]!);
  await hand('sun', blind[1]!);
  const result = await run.client.calibration.consistency({ branchId, kind: 'month', start: '2026-07-01' });
  const gap = 100 - revision!.score!;
  expect(result.severity.map(({ name, sessions, compared }) => [name, sessions, compared])).toEqual([
    ['qian', 1, 1],
    ['sun', 1, 1],
  ]);
  expect(result.severity[0]!.difference).toBeCloseTo(gap, 9);
  expect(result.severity[1]!.difference).toBeCloseTo(-gap, 9);
  expect(result.severity[1]!.rows).toMatchObject([{ observationId: strict.id, others: 100 }]);
  expect(result.calibrations).toBe(1);
  expect(result.pairs).toMatchObject([{ first: 'qian', second: 'sun', calibrations: 1 }]);
  // The figures open to as many lines as they count, and the criterion they disagreed on to its answers.
  expect(result.disagreements).toMatchObject([{ criterion: '3.4-2', compared: 1, differ: 1, applicability: 0 }]);
  const lines = await run.client.calibration.lines({ branchId, kind: 'month', start: '2026-07-01' });
  const rated = (scale: string) =>
    lines.filter(
      ({ criterion, answers }) =>
        criterion.scale === scale && answers.filter(({ answer }) => (answer?.value ?? null) !== null).length >= 2,
    ).length;
  expect(result.scales.map(({ items }) => items)).toEqual(result.scales.map(({ scale }) => rated(scale)));
  expect(result.pairs[0]!.items).toBe(rated('passFail'));
  expect(lines.filter(({ verdict }) => verdict === 'differ')).toMatchObject([
    { calibrationId: id, criterion: { code: '3.4-2' }, answers: [{ name: 'qian' }, { name: 'sun' }] },
  ]);
  const [qian, sun] = result.byAssessor;
  expect([qian!.notApplicable, sun!.notApplicable, sun!.reasons.otherService]).toEqual([0, 1, 1]);
  expect(sun!.interval!.low).toBeGreaterThan(0);
  expect(result.byCriterion).toMatchObject([{ criterion: optional.code, answers: 2, notApplicable: 1 }]);
  const rows = await run.client.calibration.notApplicable({
    ...{ branchId, kind: 'month', start: '2026-07-01' },
    ...{ assessorId: null, criterion: optional.code },
  });
  expect(rows).toMatchObject([{ observationId: strict.id, reason: 'otherService', assessorName: 'sun' }]);
  const db = run.console.store.read;
  const direct = severityOf(db, [branchId], windowOf(JULY, run.now()), currentModel(db).model);
  expect(direct).toEqual(result.severity);
  expect(evidenceOfAgent(db, agentId, windowOf(JULY, run.now())).sessions).toHaveLength(2);
});
