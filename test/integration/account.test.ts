import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../shared/contract/permissions.ts';
import { may } from '../../shared/domain/permissions.ts';
import { lockMinutes } from '../../electron/features/account/signIn.ts';
import { ADMIN, FIRST_RUN, PASSWORD, testConsole } from '../support/console.ts';

const refusal = (reason: string): unknown =>
  expect.objectContaining({ data: expect.objectContaining({ reason }) as unknown });

describe('the first run', () => {
  test('makes one branch and one person, once: a second run would take the console over', async () => {
    using run = testConsole();
    expect(await run.client.account.state()).toMatchObject({ firstRun: true, actor: null });
    const { recoveryCode } = await run.client.account.firstRun(FIRST_RUN);
    await run.client.account.signIn({ login: ADMIN, password: PASSWORD });
    expect(recoveryCode).toMatch(/^([2-9A-Z]{5}-){4}[2-9A-Z]{5}$/);
    expect(await run.client.account.state()).toMatchObject({
      firstRun: false,
      actor: { login: ADMIN, roles: ['administrator', 'manager'] },
    });
    await expect(run.client.account.firstRun(FIRST_RUN)).rejects.toEqual(refusal('alreadySetUp'));
  });

  test('keeps no password and no recovery code readable in the database', async () => {
    using run = testConsole();
    const { recoveryCode } = await run.client.account.firstRun(FIRST_RUN);
    const rows = JSON.stringify([
      run.console.store.read.all({ text: 'SELECT * FROM user', values: [] }),
      run.console.store.read.all({ text: 'SELECT * FROM recovery_code', values: [] }),
      run.console.store.read.all({ text: 'SELECT * FROM audit_entry', values: [] }),
    ]);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).not.toContain(recoveryCode);
    expect(rows).toContain('scrypt$17$8$1$');
  });
});

describe('sign-in', () => {
  test('five wrong passwords lock for a minute, each further one for longer, and the right one is refused meanwhile', async () => {
    using run = testConsole();
    await run.setUp();
    const wrong = () => run.client.account.signIn({ login: ADMIN, password: 'not the password' });
    for (let n = 1; n <= 4; n += 1) await expect(wrong()).rejects.toEqual(refusal('wrongPassword'));
    await expect(wrong()).rejects.toMatchObject({ data: { reason: 'accountLocked', params: { minutes: 1 } } });
    await expect(run.client.account.signIn({ login: ADMIN, password: PASSWORD })).rejects.toEqual(
      refusal('accountLocked'),
    );
    run.advance(61_000);
    await expect(wrong()).rejects.toMatchObject({ data: { reason: 'accountLocked', params: { minutes: 2 } } });
    run.advance(121_000);
    expect(await run.client.account.signIn({ login: ADMIN, password: PASSWORD })).toMatchObject({ locked: false });
    await expect(wrong()).rejects.toEqual(refusal('wrongPassword'));
  });

  test('ten wrong guesses sent at once are checked one by one, so that no more than five are looked at', async () => {
    using run = testConsole();
    const { recoveryCode } = await run.client.account.firstRun(FIRST_RUN);
    const guesses = Array.from({ length: 10 }, (_, n) =>
      n % 3 === 2
        ? run.client.account.recover({ login: ADMIN, recoveryCode: `${recoveryCode}X`, password: 'another long one' })
        : run.client.account.signIn({ login: n % 2 ? ADMIN.toUpperCase() : ` ${ADMIN}`, password: `wrong guess ${n}` }),
    );
    const ends = await Promise.allSettled(guesses);
    const reasons = ends.map((end) => (end as { reason?: { data?: { reason?: string } } }).reason?.data?.reason);
    expect(reasons.filter((reason) => reason !== 'accountLocked')).toHaveLength(4);
    expect(reasons.slice(4).every((reason) => reason === 'accountLocked')).toBe(true);
    expect(run.console.store.read.get({ text: 'SELECT failures FROM user', values: [] })).toEqual({ failures: 5 });
  });

  test('locks never end above an hour nor begin below five failures', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 60].map(lockMinutes)).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60]);
  });

  test('an unknown login and a disabled person are refused', async () => {
    using run = testConsole();
    await run.setUp();
    await run.signInAs('third.party', ['assessor']);
    await run.signInAs(ADMIN, ['administrator', 'manager']);
    const third = (await run.client.users.list()).find(({ login }) => login === 'third.party')!;
    await run.client.users.setStatus({ id: third.id, status: 'disabled' });
    await expect(run.client.account.signIn({ login: 'third.party', password: PASSWORD })).rejects.toEqual(
      refusal('accountDisabled'),
    );
    await expect(run.client.account.signIn({ login: 'nobody', password: PASSWORD })).rejects.toEqual(
      refusal('wrongPassword'),
    );
  });

  test('the recovery code sets a new password once and is replaced', async () => {
    using run = testConsole();
    const { recoveryCode } = await run.client.account.firstRun(FIRST_RUN);
    const again = {
      login: ADMIN,
      recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' '),
      password: 'another long one',
    };
    const next = await run.client.account.recover(again);
    expect(next.recoveryCode).not.toBe(recoveryCode);
    await run.client.account.signIn({ login: ADMIN, password: 'another long one' });
    await expect(run.client.account.recover(again)).rejects.toEqual(refusal('recoveryWrong'));
  });
});

describe('what main refuses whatever the page asks', () => {
  test('nothing without sign-in, nothing behind the idle lock, nothing above the role', async () => {
    using run = testConsole();
    await expect(run.client.users.list()).rejects.toEqual(refusal('signInFirst'));
    await run.setUp();
    await run.client.account.lock();
    await expect(run.client.users.list()).rejects.toEqual(refusal('screenLocked'));
    await expect(run.client.account.unlock({ password: 'wrong password' })).rejects.toEqual(refusal('wrongPassword'));
    await run.client.account.unlock({ password: PASSWORD });
    expect(await run.client.users.list()).toHaveLength(1);
    await run.signInAs('third.party', ['assessor']);
    await expect(run.client.users.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(run.client.audit.list({ before: null, limit: 10 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('main locks by itself when the page never does', async () => {
    using run = testConsole();
    await run.setUp();
    run.advance(14 * 60_000);
    await run.client.account.touch();
    run.advance(15 * 60_000 + 59_000);
    expect(await run.client.users.list()).toHaveLength(1);
    run.advance(2_000);
    await expect(run.client.users.list()).rejects.toEqual(refusal('screenLocked'));
    expect(await run.client.account.state()).toMatchObject({ locked: true });
  });

  test('a given password must be changed before anything else', async () => {
    using run = testConsole();
    await run.setUp();
    await run.client.users.add({ login: 'new.one', name: '新人', roles: ['supervisor'], password: 'given password' });
    await run.client.account.signIn({ login: 'new.one', password: 'given password' });
    await expect(run.client.settings.get()).rejects.toEqual(refusal('choosePasswordFirst'));
    await run.client.account.changePassword({ current: 'given password', next: 'a password of mine' });
    expect(await run.client.settings.get()).toMatchObject({ language: 'zh-CN' });
  });

  test('every permission is held by some role, so none is unreachable', () => {
    const roles = ['assessor', 'supervisor', 'manager', 'headquarters', 'administrator'] as const;
    expect(PERMISSIONS.filter((permission) => !may(roles, permission))).toEqual([]);
    expect(may(['supervisor'], 'report.unmask')).toBe(false);
    expect(may(['assessor'], 'redLine.decide')).toBe(false);
  });
});

describe('users', () => {
  test('the last administrator cannot be demoted, and nobody can disable themself', async () => {
    using run = testConsole();
    await run.setUp();
    const [me] = await run.client.users.list();
    await expect(run.client.users.update({ id: me!.id, name: '林', roles: ['manager'] })).rejects.toEqual(
      refusal('lastAdministrator'),
    );
    await expect(run.client.users.setStatus({ id: me!.id, status: 'disabled' })).rejects.toEqual(
      refusal('notYourself'),
    );
    expect((await run.client.users.list())[0]).toMatchObject({ status: 'active', roles: ['administrator', 'manager'] });
  });

  test('every change stands in the audit log without names', async () => {
    using run = testConsole();
    await run.setUp();
    const user = await run.client.users.add({
      login: 'wang',
      name: '王小明',
      roles: ['supervisor'],
      password: 'given password',
    });
    await run.client.users.update({ id: user.id, name: '王大明', roles: ['supervisor', 'manager'] });
    await run.client.users.resetPassword({ id: user.id, password: 'another password' });
    const { entries } = await run.client.audit.list({ before: null, limit: 100 });
    const about = entries.filter(({ entityId }) => entityId === user.id).map(({ action }) => action);
    expect(about).toEqual(['user.passwordReset', 'user.changed', 'user.added']);
    expect(JSON.stringify(entries)).not.toMatch(/王|wang"/);
  });
});

// Would catch: an application menu that keeps the language of the start.
test('the menu is worded again at the first run and with each choice of language, and with nothing else', async () => {
  using run = testConsole();
  await run.client.account.firstRun({ ...FIRST_RUN, language: 'en' });
  await run.client.account.signIn({ login: ADMIN, password: PASSWORD });
  await run.client.settings.set({ theme: 'dark' });
  expect(run.menuLanguages).toEqual(['en']);
  await run.client.settings.set({ language: 'zh-CN' });
  expect(run.menuLanguages).toEqual(['en', 'zh-CN']);
});
