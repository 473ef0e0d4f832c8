import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sql } from '../../electron/db/sql.ts';
import { dailyBackupDue, makeBackup } from '../../electron/features/backup/backups.ts';
import { openOrRestore } from '../../electron/openOrRestore.ts';
import { builtInStandard } from '../../shared/standard/builtIn.ts';
import { ADMIN, drain, PASSWORD, testConsole, type TestConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { tempDir } from '../support/tempDir.ts';

async function prepared(into: string): Promise<TestConsole> {
  const run = testConsole();
  await run.setUp();
  run.answers.folder = into;
  await run.client.backup.chooseFolder();
  return run;
}

const loginsOf = async (run: TestConsole): Promise<string[]> =>
  (await run.client.users.list()).map(({ login }) => login);

describe('a backup', () => {
  test('holds database and evidence, verified, and is listed; restoring it brings that state back and signs out', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const sha = run.console.store.blobs.put(Buffer.from('photo'));
    const { result, steps } = await drain(await run.client.backup.run());
    expect(result).toMatchObject({ kind: 'manual', evidenceFiles: 1 });
    expect(steps.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['database', 'evidence', 'verify']));
    expect((await run.client.backup.list()).backups).toEqual([result]);
    expect(readdirSync(into.path)).toEqual(['督导台备份-2026-07-01 090000']);

    await run.client.users.add({ login: 'later', name: '后来', roles: ['supervisor'], password: 'given password' });
    rmSync(join(run.folder, 'evidence', sha.slice(0, 2)), { recursive: true });
    run.answers.folder = result.path;
    expect((await drain(await run.client.backup.restore())).result).toEqual({ restored: true });
    expect(await run.client.account.state()).toMatchObject({ actor: null });
    await run.client.account.signIn({ login: ADMIN, password: PASSWORD });
    expect(await loginsOf(run)).toEqual([ADMIN]);
    expect(run.console.store.blobs.read(sha).toString()).toBe('photo');
  });

  test('that is restored is noted in the restored log, under the restorer where the backup knows them', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { result } = await drain(await run.client.backup.run());
    run.answers.folder = result.path;
    const restored = async () => {
      await drain(await run.client.backup.restore());
      await run.signInAs(ADMIN, ['administrator', 'manager']);
      expect(await run.client.audit.verify()).toMatchObject({ intact: true });
      const { entries } = await run.client.audit.list({ before: null, limit: 5000 });
      const [entry, ...more] = entries.filter(({ action }) => action === 'backup.restored');
      expect(more).toEqual([]);
      return { ...entry!, facts: JSON.parse(entry!.details) as unknown };
    };
    const userId = await run.signInAs(ADMIN, ['administrator', 'manager']);
    expect(await restored()).toMatchObject({ actorId: userId, facts: { at: result.at, by: userId } });
    const later = await run.signInAs('later', ['administrator', 'manager']);
    expect(await restored()).toMatchObject({ actorId: null, facts: { at: result.at, by: later } });
  });

  test('with one byte changed, or a photo missing, is refused and the live data stays', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    run.console.store.blobs.put(Buffer.from('photo'));
    const { result } = await drain(await run.client.backup.run());
    await run.client.users.add({ login: 'later', name: '后来', roles: ['supervisor'], password: 'given password' });
    run.answers.folder = result.path;
    const restore = async () => drain(await run.client.backup.restore());
    const database = readFileSync(join(result.path, 'console.db'));
    appendFileSync(join(result.path, 'console.db'), 'x');
    await expect(restore()).rejects.toMatchObject({ data: { reason: 'backupDamaged' } });
    writeFileSync(join(result.path, 'console.db'), database);
    rmSync(join(result.path, 'evidence'), { recursive: true });
    await expect(restore()).rejects.toMatchObject({ data: { reason: 'backupDamaged' } });
    run.answers.folder = into.path;
    await expect(restore()).rejects.toMatchObject({ data: { reason: 'backupNotFound' } });
    expect(await loginsOf(run)).toEqual(['later', ADMIN]);
    expect(readdirSync(run.folder)).not.toContain('restore-staging');
  });

  test('that cannot be written says which folder, and leaves nothing half-written', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    rmSync(into.path, { recursive: true });
    await expect(drain(await run.client.backup.run())).rejects.toMatchObject({
      data: { reason: 'folderMissing', params: { path: into.path } },
    });
  });

  test('is due once a day while a folder is chosen', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    expect(dailyBackupDue(run.console.store)).toBe(true);
    await drain(await run.client.backup.run());
    expect(dailyBackupDue(run.console.store)).toBe(false);
    run.advance(14 * 3_600_000);
    expect(dailyBackupDue(run.console.store)).toBe(false);
    run.advance(2 * 3_600_000);
    expect(dailyBackupDue(run.console.store)).toBe(true);
  });
});

describe('evidence that was lost', () => {
  test('is counted in the backup, which holds everything else and can be restored', async () => {
    using into = tempDir('backups-');
    using run = testConsole();
    const { submitted } = await observing(run);
    const code = builtInStandard.criteria.find(
      ({ method, evidence, redLine }) => method === 'observation' && evidence === 'onFailing' && !redLine,
    )!.code;
    const { evidence } = await submitted([code]);
    await run.signInAs(ADMIN, ['administrator', 'manager']);
    run.answers.folder = into.path;
    await run.client.backup.chooseFolder();
    const { sha256 } = evidence[0]!;
    const named = run.console.store.blobs.list().length;
    const file = join(run.folder, 'evidence', sha256.slice(0, 2), sha256);
    writeFileSync(file, 'the disk turned these bytes');
    const damaged = (await drain(await run.client.backup.run())).result;
    expect(damaged).toMatchObject({ missing: 1, evidenceFiles: named - 1 });
    rmSync(file);
    run.advance(1000);
    const { result } = await drain(await run.client.backup.run());
    expect(result).toMatchObject({ missing: 1, evidenceFiles: named - 1 });
    expect((await run.client.home.get()).backup).toMatchObject({ missing: 1 });
    expect((await run.client.backup.list()).backups).toEqual([result, damaged]);
    expect(JSON.parse(readFileSync(join(result.path, 'manifest.json'), 'utf8'))).toMatchObject({ missing: [sha256] });
    run.answers.folder = result.path;
    await drain(await run.client.backup.restore());
    expect(run.console.store.read.get(sql`SELECT sha256 FROM evidence`)).toEqual({ sha256 });
  });
});

describe('daily backups', () => {
  test('are kept to the newest 30; what is by hand, of another console or not ours any more stays', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { store } = run.console;
    const byHand = (await drain(await run.client.backup.run())).result;
    const made: string[] = [];
    // Recorded as written each day; the folders hold what pruning looks at.
    const day = (n: number): string => {
      const at = new Date(run.now() + n * 86_400_000).toISOString();
      const path = join(into.path, `daily ${String(n).padStart(2, '0')}`);
      cpSync(byHand.path, path, { recursive: true });
      const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as object;
      writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, at }));
      store.change(null, (tx) => {
        tx.run(sql`INSERT INTO backup (id, path, at, bytes, evidence_files, kind)
          VALUES (${tx.newId()}, ${path}, ${at}, 1, 0, 'daily')`);
        tx.note({ action: 'backup.written', entity: 'backup', entityId: path });
      });
      made.push(path);
      return path;
    };
    for (let n = 1; n <= 33; n += 1) day(n);
    writeFileSync(join(made[0]!, 'manifest.json'), '{}');
    cpSync(byHand.path, join(into.path, 'of another console'), { recursive: true });
    run.advance(40 * 86_400_000);
    const { result } = await drain(makeBackup(store, run.console.run, null, 'daily'));
    expect(readdirSync(into.path).sort()).toEqual(
      [byHand.path, result.path, made[0]!, ...made.slice(4)]
        .map((path) => basename(path))
        .concat('of another console')
        .sort(),
    );
    await run.signInAs(ADMIN, ['administrator', 'manager']);
    const { entries } = await run.client.audit.list({ before: null, limit: 5 });
    expect(entries[0]).toMatchObject({ action: 'backup.pruned', details: '{"removed":3,"kept":30}' });
  });
});

describe('an interrupted restore', () => {
  test('is finished at the next start, wherever it stopped', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { result } = await drain(await run.client.backup.run());
    await run.client.users.add({ login: 'later', name: '后来', roles: ['supervisor'], password: 'given password' });
    await drain(run.console.run('backup.stage', { backup: result.path, target: run.folder, by: null }));
    // The power fails after the live files were moved aside and before the staged ones took their place.
    run.console.store.close();
    for (const name of ['console.db', 'console.db-wal', 'console.db-shm'])
      rmSync(join(run.folder, name), { force: true });
    using again = testConsole({ folder: run.folder });
    await again.client.account.signIn({ login: ADMIN, password: PASSWORD });
    expect(await loginsOf(again)).toEqual([ADMIN]);
    run.console.reopen();
  });

  test('that was cancelled before it was ready leaves the live data alone', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { result } = await drain(await run.client.backup.run());
    await drain(run.console.run('backup.stage', { backup: result.path, target: run.folder, by: null }));
    rmSync(join(run.folder, 'restore-staging', 'ready'));
    run.console.reopen();
    await run.client.account.signIn({ login: ADMIN, password: PASSWORD });
    expect(readdirSync(run.folder)).not.toContain('restore-staging');
  });
});

describe('restored data that does not open', () => {
  test('is taken back out: the console goes on with what it had, and says so', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { result } = await drain(await run.client.backup.run());
    await run.client.users.add({ login: 'later', name: '后来', roles: ['supervisor'], password: 'given password' });
    await drain(run.console.run('backup.stage', { backup: result.path, target: run.folder, by: null }));
    writeFileSync(join(run.folder, 'restore-staging', 'console.db'), 'the disk lost this');
    expect(() => run.console.reopen()).toThrow(expect.objectContaining({ reason: 'restoreFailed' }));
    await run.signInAs(ADMIN, ['administrator', 'manager']);
    expect(await loginsOf(run)).toEqual(['later', ADMIN]);
    expect(readdirSync(run.folder)).not.toContain('restore-staging');
  });

  test('and none to go back to: every call says that the database is damaged', async () => {
    using run = testConsole();
    await run.setUp();
    run.console.store.close();
    writeFileSync(run.console.store.file, 'broken');
    expect(() => run.console.reopen()).toThrow(expect.objectContaining({ reason: 'databaseDamaged' }));
    await expect(run.client.account.state()).rejects.toMatchObject({ data: { reason: 'databaseDamaged' } });
  });
});

describe('a computer without data', () => {
  test('takes a backup before its first run, and only then', async () => {
    using into = tempDir('backups-');
    using old = await prepared(into.path);
    const sha = old.console.store.blobs.put(Buffer.from('photo'));
    const { result } = await drain(await old.client.backup.run());
    using run = testConsole();
    expect((await drain(await run.client.account.restoreBackup())).result).toEqual({ restored: false });
    run.answers.folder = result.path;
    expect((await drain(await run.client.account.restoreBackup())).result).toEqual({ restored: true });
    expect(await run.client.account.state()).toMatchObject({ firstRun: false, actor: null });
    await run.client.account.signIn({ login: ADMIN, password: PASSWORD });
    expect(run.console.store.blobs.has(sha)).toBe(true);
    await expect(drain(await run.client.account.restoreBackup())).rejects.toMatchObject({
      data: { reason: 'alreadySetUp' },
    });
  });

  test('that is set up while the backup is being checked keeps what was set up', async () => {
    using into = tempDir('backups-');
    using old = await prepared(into.path);
    const { result } = await drain(await old.client.backup.run());
    using run = testConsole();
    run.answers.folder = result.path;
    const restoring = await run.client.account.restoreBackup();
    await restoring.next();
    const { userId } = await run.setUp();
    await expect(drain(restoring)).rejects.toMatchObject({ data: { reason: 'alreadySetUp' } });
    run.console.reopen();
    expect(run.console.store.read.get(sql`SELECT id FROM user`)).toEqual({ id: userId });
    expect(readdirSync(run.folder)).not.toContain('restore-staging');
  });

  test('or with a damaged database offers a backup until one opens, and keeps the damaged file', async () => {
    using into = tempDir('backups-');
    using run = await prepared(into.path);
    const { result } = await drain(await run.client.backup.run());
    run.console.close();
    writeFileSync(join(run.folder, 'console.db'), 'damaged');
    const picks: (string | null)[] = [null, into.path, result.path];
    const asked: (string | null)[] = [];
    const options = {
      folder: run.folder,
      workerFile: new URL('../../electron/worker.ts', import.meta.url),
      desktop: { ...run.console.desktop, pickFolder: () => Promise.resolve(picks.shift() ?? null) },
    };
    expect(await openOrRestore(options, () => Promise.resolve(false))).toBeNull();
    const opened = await openOrRestore(options, (problem) => {
      asked.push(problem?.reason ?? null);
      return Promise.resolve(true);
    });
    expect(asked).toEqual([null, null, 'backupNotFound']);
    expect(opened?.store.read.get(sql`SELECT login FROM user`)).toEqual({ login: ADMIN });
    opened?.close();
    expect(readFileSync(join(run.folder, 'before-restore', 'console.db'), 'utf8')).toBe('damaged');
  });
});

describe('the sweep', () => {
  test('takes files that no row has named for a day and leaves evidence alone', async () => {
    using run = testConsole();
    const { submitted } = await observing(run);
    const code = builtInStandard.criteria.find(
      ({ method, evidence, redLine }) => method === 'observation' && evidence === 'onFailing' && !redLine,
    )!.code;
    const record = await submitted([code]);
    const [photo] = record.evidence;
    const orphan = run.console.store.blobs.put(Buffer.from('no row'));
    const sweep = (now: number) => drain(run.console.run('evidence.sweep', { folder: run.folder, now }));
    expect((await sweep(Date.now() + 60_000)).result).toEqual({ swept: 0 });
    expect((await sweep(Date.now() + 25 * 3_600_000)).result).toEqual({ swept: 1 });
    expect(run.console.store.blobs.list().sort()).not.toContain(orphan);
    expect(run.console.store.blobs.has(photo!.sha256)).toBe(true);
  });
});
