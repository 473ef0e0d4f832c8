// Files that a person saves. Would catch: a file cut short by a failure in place of the one that was there, a raw error of the
// system, a closed dialog that prints or logs, an unlogged file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../shared/contract/account.ts';
import { savePrinted, type SavedFile } from '../../electron/features/saveFile.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

let run: TestConsole;
let actor: Actor;
beforeEach(async () => {
  run = testConsole();
  const { userId } = await run.setUp();
  actor = { userId, login: 'lin.manager', name: '林经理', roles: ['manager'] };
});
afterEach(() => run[Symbol.dispose]());

const wanted: Pick<SavedFile, 'name' | 'entry'> = {
  name: '整改/结案: 报告.pdf',
  entry: { kind: 'closingReport', title: '结案报告', rows: 3, masked: false, reason: '结案报告', facts: {} },
};
const logged = () => run.client.exports.list({ kind: 'closingReport' });

it('offers a name that any disk takes, replaces the file whole and logs it', async () => {
  const path = join(run.folder, 'report.pdf');
  writeFileSync(path, 'the one before');
  let offered = '';
  const desktop = {
    printPage: () => Promise.resolve(Buffer.from('%PDF-1.7 new')),
    pickSaveFile: ({ name }: { readonly name: string }) => {
      offered = name;
      return Promise.resolve(path);
    },
  };
  expect(await savePrinted({ store: run.console.store, desktop, actor }, wanted)).toBe(path);
  expect(offered).toBe('整改 结案  报告.pdf');
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 new');
  expect(readdirSync(run.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(await logged()).toMatchObject([{ path, rows: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
});

it('leaves the file of before and no log where it cannot be written, printed or shown', async () => {
  const folder = join(run.folder, 'target.pdf');
  mkdirSync(folder); // a folder stands where the file should be: the rename fails as it does on a file in use
  const { store } = run.console;
  const printPage = () => Promise.resolve(Buffer.from('%PDF'));
  const at = (path: string | null) => ({ pickSaveFile: () => Promise.resolve(path) });
  await expect(savePrinted({ store, actor, desktop: { ...at(folder), printPage } }, wanted)).rejects.toMatchObject({
    ...{ code: 'FILE', reason: 'fileUnwritable', params: { file: 'target.pdf' } },
  });
  expect(readdirSync(run.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  const missing = join(run.folder, 'no', 'such', 'report.pdf');
  await expect(savePrinted({ store, actor, desktop: { ...at(missing), printPage } }, wanted)).rejects.toMatchObject({
    reason: 'fileUnwritable',
  });
  const failing = { ...at(join(run.folder, 'x.pdf')), printPage: () => Promise.reject(new Error('gone')) };
  await expect(savePrinted({ store, actor, desktop: failing }, wanted)).rejects.toMatchObject({
    reason: 'printFailed',
  });
  await expect(savePrinted({ store, actor, desktop: at(null) }, wanted)).rejects.toMatchObject({
    reason: 'copyNeedsWindow',
  });
  let printed = 0;
  const closed = { ...at(null), printPage: () => Promise.resolve(Buffer.from(String((printed += 1)))) };
  expect(await savePrinted({ store, actor, desktop: closed }, wanted)).toBeNull();
  expect([printed, await logged()]).toEqual([0, []]);
});
