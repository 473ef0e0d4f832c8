// Would catch: an entry of the audit log that shows a name of the program instead of words.
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN/index.ts';
import { code, source } from '../support/sources.ts';
import { notedIn } from './rules/auditNotes.ts';

const { actions, entities, facts } = zhCN.audit;
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = actions;

/** What has no words, each with its file. English has the same keys as Chinese. */
const unworded = (files: Parameters<typeof notedIn>[0][]): string[] =>
  files.map(notedIn).flatMap(({ path, ...noted }) => [
    ...noted.actions
      .filter((action) => {
        const [entity = '', what = ''] = action.split('.');
        return ACTIONS[entity]?.[what] === undefined;
      })
      .map((action) => `${path}: action ${action}`),
    ...noted.entities.filter((entity) => !(entity in entities)).map((entity) => `${path}: entity ${entity}`),
    ...noted.facts.filter((fact) => !(fact in facts.name)).map((fact) => `${path}: fact ${fact}`),
  ]);

test('every action, kind of record and fact that is noted in the audit log has words', () => {
  const bad = source(
    'electron/a.ts',
    `tx.note({ action: on ? 'agent.flown' : 'agent.added', entity: 'bird', entityId: id,
      facts: { agent: row.id, ...{ wings: two(1, 2) }, 'x': 1, ...rest }, fields: { name: "a, b: c", beak } });
    note(tx, 'x', id, { feather: 1 });`,
  );
  expect(unworded([bad])).toEqual([
    'electron/a.ts: action agent.flown',
    'electron/a.ts: entity bird',
    'electron/a.ts: fact wings',
    'electron/a.ts: fact beak',
    'electron/a.ts: fact feather',
  ]);
  const program = code.filter(({ path }) => path.startsWith('electron/'));
  expect(program.flatMap((file) => notedIn(file).actions).length).toBeGreaterThan(60);
  expect(unworded(program)).toEqual([]);
});
