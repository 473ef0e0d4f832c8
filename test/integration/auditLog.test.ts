// The audit log as its screen asks for it: every filter and the search see all entries, however many there are.
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { listAudit } from '../../electron/features/auditLog.ts';
import { ADMIN, testConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';

const page = { before: null, limit: 1000 };
const word = (text: string, more: { actions?: string[]; entities?: string[] } = {}) => ({
  text,
  actions: more.actions ?? [],
  entities: more.entities ?? [],
});

test('filters and search narrow the whole log and not only the page that was read', async () => {
  using run = testConsole();
  const { agentId, assessorId, start } = await observing(run);
  const { id } = await start();
  run.advance(2 * 86_400_000);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  await run.client.settings.set({ idleMinutes: 20 });
  const { audit } = run.client;
  const all = await audit.list(page);
  const [oldest] = all.entries.slice(-1);

  expect((await audit.list({ ...page, limit: 1, actions: [oldest!.action] })).entries).toEqual(
    all.entries.filter(({ action }) => action === oldest!.action).slice(0, 1),
  );
  const byAssessor = await audit.list({ ...page, actors: [assessorId] });
  expect(byAssessor.total).toBe(all.entries.filter(({ actorId }) => actorId === assessorId).length);
  expect(byAssessor.total).toBeGreaterThan(0);
  const bySystem = await audit.list({ ...page, system: true });
  expect(bySystem.entries).toEqual(all.entries.filter(({ actorId }) => actorId === null));
  const agents = await audit.list({ ...page, entities: ['agent'] });
  expect(agents.entries.map(({ entityId }) => entityId)).toEqual([agentId]);

  const today = new Date(run.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect((await audit.list({ ...page, from: today })).entries.map(({ action }) => action)).toEqual([
    'settings.changed',
  ]);
  expect((await audit.list({ ...page, to: today })).total).toBe(all.total);

  // A name finds the person's own entries and those of the observations; a word of the screen finds its action.
  const named = await audit.list({ ...page, words: [word('李四')] });
  expect(new Set(named.entries.map(({ entity }) => entity))).toEqual(new Set(['agent', 'observation']));
  expect(named.names[id]).toBe('李四');
  const both = await audit.list({ ...page, words: [word('李四'), word('开始', { actions: ['observation.started'] })] });
  expect(both.entries.map(({ action }) => action)).toEqual(['observation.started']);
  expect((await audit.list({ ...page, words: [word('%')] })).total).toBe(0);

  const choices = await audit.choices();
  expect(choices.actions).toContain('observation.started');
  expect(choices.actors.map(({ id }) => id)).toContain(assessorId);
});

test('a hundred thousand entries are searched within a second, and beside the console', async () => {
  using run = testConsole();
  const { userId } = await run.setUp();
  const { store } = run.console;
  store.change(null, (tx) => {
    for (let n = 0; n < 100_000; n += 1)
      tx.note({ action: 'agent.changed', entity: 'agent', entityId: `a${n}`, facts: { via: 'roster', row: n } });
  });
  const nothing = { actors: [], system: false, actions: [], entities: [], from: null, to: null };
  const asked = { ...page, ...nothing, words: [word('"row":99999')] };
  const from = performance.now();
  const direct = listAudit(store.read, userId, asked);
  const alone = performance.now() - from;
  expect(direct.entries.map(({ entityId }) => entityId)).toEqual(['a99999']);
  expect(alone).toBeLessThan(1000);

  // Read on the console's own thread the clock would not tick once.
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 5);
  expect(await run.client.audit.list(asked)).toEqual(direct);
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(3);
  expect((await run.client.audit.choices()).entities).toContain('agent');
}, 60_000);
