// Would catch: a route that anyone may call, one that answers what no schema checks, a permission that guards nothing.
import { oc } from '@orpc/contract';
import { expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { PERMISSIONS } from '../../shared/contract/permissions.ts';
import { code } from '../support/sources.ts';
import { faults, routes } from './rules/routes.ts';

const all = routes(contract);

test('every route names a permission, an output and the typed errors', () => {
  expect(faults(routes({ a: { b: oc.$meta({ permission: 'everything' }) } }), PERMISSIONS)).toEqual([
    'a.b: no permission',
    'a.b: no output schema',
    'a.b: no typed errors',
  ]);
  expect(all.length).toBeGreaterThan(50);
  expect(faults(all, [...PERMISSIONS, 'public'])).toEqual([]);
});

test('what is open before sign-in is a short, deliberate list', () => {
  const open = all.filter(({ permission }) => permission === 'public').map(({ name }) => name);
  expect(open.sort()).toEqual([
    ...['account.firstRun', 'account.lock', 'account.recover', 'account.restoreBackup', 'account.signIn'],
    ...['account.signOut', 'account.state', 'account.unlock'],
  ]);
});

test('every permission guards a route, or a part of one inside its use case', () => {
  const used = new Set(all.map(({ permission }) => permission));
  const cases = code.filter(({ path }) => path.startsWith('electron/features/')).map(({ text }) => text);
  const asked = (permission: string) => cases.some((text) => text.includes(`'${permission}'`));
  expect(PERMISSIONS.filter((permission) => !used.has(permission) && !asked(permission))).toEqual([]);
});
