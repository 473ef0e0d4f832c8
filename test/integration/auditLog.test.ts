// The audit log as its screen asks for it: every filter and the search see all entries, however many there are.
import { expect, test } from 'vitest';
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

test('a hundred thousand entries are searched within a second', async () => {
  using run = testConsole();
  await run.setUp();
  run.console.store.change(null, (tx) => {
    for (let n = 0; n < 100_000; n += 1)
      tx.note({ action: 'agent.changed', entity: 'agent', entityId: `a${n}`, facts: { via: 'roster', row: n } });
  });
  const from = performance.now();
  const found = await run.client.audit.list({ ...page, words: [word('"row":99999')] });
  expect(found.entries.map(({ entityId }) => entityId)).toEqual(['a99999']);
  expect(performance.now() - from).toBeLessThan(1000);
});
