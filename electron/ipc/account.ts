// Handlers of account, users, settings, backup, audit and exports: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { Console } from '../console.ts';
import { EXCEL } from '../desktop.ts';
import { runFirst } from '../features/account/firstRun.ts';
import { recover } from '../features/account/recovery.ts';
import { accountState, changePassword, signInWith, unlock } from '../features/account/signIn.ts';
import { addUser, listUsers, resetPassword, setUserStatus, updateUser } from '../features/account/users.ts';
import { auditPage, choicesOf } from '../features/auditReading.ts';
import { listBackups, makeBackup } from '../features/backup/backups.ts';
import { restoreBeforeFirstRun, restorePicked } from '../features/backup/restorePicked.ts';
import { exportById, listExports, recordExport } from '../features/exports.ts';
import { savePicture } from '../features/picture.ts';
import { readSettings, setSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { account, users, settings, backup, audit, exports } = area({
  account: contract.account,
  users: contract.users,
  settings: contract.settings,
  backup: contract.backup,
  audit: contract.audit,
  exports: contract.exports,
});

/** The menu is main's: it follows the settings, which the page only reads. */
const showLanguage = ({ desktop, store }: Console): void => desktop.showLanguage?.(readSettings(store.read).language);

export const accountRoutes: Handlers<Contract['account']> = {
  state: account.state.handler(({ context: { console } }) => accountState(console.store, console.signIn)),
  firstRun: account.firstRun.handler(async ({ context: { console }, input }) => {
    const done = await runFirst(console.store, input);
    showLanguage(console);
    return done;
  }),
  signIn: account.signIn.handler(({ context: { console }, input }) =>
    signInWith(console.store, console.signIn, input.login, input.password),
  ),
  signOut: account.signOut.handler(({ context: { console } }) => {
    console.signIn.end();
    return accountState(console.store, console.signIn);
  }),
  lock: account.lock.handler(({ context: { console } }) => {
    console.signIn.lock();
    return accountState(console.store, console.signIn);
  }),
  unlock: account.unlock.handler(({ context: { console }, input }) =>
    unlock(console.store, console.signIn, input.password),
  ),
  touch: account.touch.handler(({ context: { console } }) => console.signIn.touch(console.store.clock())),
  changePassword: account.changePassword.handler(({ context, input }) =>
    changePassword(context.console.store, context.console.signIn, actorOf(context), input),
  ),
  recover: account.recover.handler(({ context: { console }, input }) => recover(console.store, input)),
  restoreBackup: account.restoreBackup.handler(async function* ({ context: { console }, signal }) {
    const done = yield* restoreBeforeFirstRun(console, signal);
    showLanguage(console);
    return done;
  }),
};

export const usersRoutes: Handlers<Contract['users']> = {
  list: users.list.handler(({ context: { console } }) => listUsers(console.store.read)),
  add: users.add.handler(({ context, input }) => addUser(context.console.store, actorOf(context), input)),
  update: users.update.handler(({ context, input }) => {
    const { store, signIn } = context.console;
    const user = updateUser(store, actorOf(context), input);
    signIn.renew({ userId: user.id, login: user.login, name: user.name, roles: user.roles });
    return user;
  }),
  setStatus: users.setStatus.handler(({ context, input }) =>
    setUserStatus(context.console.store, actorOf(context), input),
  ),
  resetPassword: users.resetPassword.handler(({ context, input }) =>
    resetPassword(context.console.store, actorOf(context), input),
  ),
};

export const settingsRoutes: Handlers<Contract['settings']> = {
  get: settings.get.handler(({ context: { console } }) => readSettings(console.store.read)),
  set: settings.set.handler(({ context, input }) => {
    const set = setSettings(context.console.store, actorOf(context), input);
    if (input.language !== undefined) showLanguage(context.console);
    return set;
  }),
};

export const backupRoutes: Handlers<Contract['backup']> = {
  list: backup.list.handler(({ context: { console } }) => ({
    folder: readSettings(console.store.read).backupFolder,
    backups: listBackups(console.store),
  })),
  chooseFolder: backup.chooseFolder.handler(async ({ context }) => {
    const { console } = context;
    const folder = await console.desktop.pickFolder({ title: '备份文件夹 Backup folder' });
    if (folder !== null) setSettings(console.store, actorOf(context), { backupFolder: folder });
    return { folder: readSettings(console.store.read).backupFolder };
  }),
  run: backup.run.handler(async function* ({ context, signal }) {
    const { store, run } = context.console;
    return yield* makeBackup(store, run, actorOf(context).userId, 'manual', signal);
  }),
  restore: backup.restore.handler(async function* ({ context, signal }) {
    const done = yield* restorePicked(context.console, actorOf(context).userId, signal);
    showLanguage(context.console);
    return done;
  }),
};

export const auditRoutes: Handlers<Contract['audit']> = {
  list: audit.list.handler(({ context, input, signal }) =>
    auditPage(context.console.store, context.console.run, actorOf(context).userId, input, signal),
  ),
  choices: audit.choices.handler(({ context: { console }, signal }) => choicesOf(console.store, console.run, signal)),
  verify: audit.verify.handler(({ context: { console }, signal }) =>
    finish(console.run('audit.verify', { file: console.store.file }, signal)),
  ),
};

export const exportsRoutes: Handlers<Contract['exports']> = {
  list: exports.list.handler(({ context: { console }, input }) => listExports(console.store.read, input.kind)),
  grid: exports.grid.handler(async function* ({ context, input, signal }) {
    const { store, desktop, run } = context.console;
    const path = await desktop.pickSaveFile({ title: input.title, name: `${input.title}.xlsx`, kinds: [EXCEL] });
    if (path === null) return { path: null };
    yield* run('grid.write', { sheet: input, path, timeZone: readSettings(store.read).timeZone }, signal);
    recordExport(store, actorOf(context), {
      kind: 'grid',
      title: input.title,
      path,
      rows: input.rows.length,
      masked: true,
      reason: null,
      digest: null,
      facts: {},
    });
    return { path };
  }),
  picture: exports.picture.handler(({ context, input }) => savePicture(context.console, actorOf(context), input)),
  reveal: exports.reveal.handler(({ context: { console }, input }) => {
    console.desktop.showInFolder(exportById(console.store.read, input.id).path);
  }),
};
