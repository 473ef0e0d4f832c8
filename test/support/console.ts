// The console without a window, on a folder of its own, called through the real contract: permissions, parsing and
// typed errors included. The clock stands still until a test moves it.
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Desktop } from '../../electron/desktop.ts';
import { openConsole, type Console } from '../../electron/console.ts';
import { setUpConsole } from '../../electron/features/account/firstRun.ts';
import { hashSecret } from '../../electron/features/account/passwords.ts';
import { findUserByLogin, insertUser } from '../../electron/features/account/users.ts';
import { router } from '../../electron/ipc/router.ts';
import type { Actor, FirstRun } from '../../shared/contract/account.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Language, Role } from '../../shared/contract/vocabulary.ts';
import { tempDir } from './tempDir.ts';

export const PASSWORD = 'correct horse battery';
export const ADMIN = 'lin.manager';

export const FIRST_RUN: FirstRun = {
  branch: { code: '3101', name: '上海分公司' },
  user: { login: ADMIN, name: '林经理', password: PASSWORD },
  language: 'zh-CN',
};
const cheapHash = hashSecret(PASSWORD, 8);
const begin = (console: Console, actor: Actor): void => console.signIn.begin(actor, false, console.store.clock());

export interface TestConsole extends Disposable {
  readonly console: Console;
  readonly client: ContractRouterClient<Contract>;
  readonly folder: string;
  /** What the next dialogs answer: a path, or null for closed. */
  readonly answers: { open: string | null; save: string | null; folder: string | null };
  /** The languages that the application menu was given, in order. */
  readonly menuLanguages: readonly Language[];
  /** Moves the clock forward. */
  readonly advance: (milliseconds: number) => void;
  readonly now: () => number;
  /** Sets the console up as its first run does and signs the administrator and manager in; cheap keys, so that it is quick. */
  readonly setUp: () => Promise<{ branchId: string; userId: string }>;
  /** Adds a person, unless known, whose password is PASSWORD, and puts them at the console. Returns their id. */
  readonly signInAs: (login: string, roles: Role[]) => Promise<string>;
}

/** Opens a console on a temporary folder at 2026-07-01 09:00 in Shanghai, or on a given folder and time. */
export function testConsole(options: { folder?: string; startsAt?: string } = {}): TestConsole {
  const dir = options.folder === undefined ? tempDir('console-') : undefined;
  const folder = options.folder ?? dir!.path;
  let now = Date.parse(options.startsAt ?? '2026-07-01T09:00:00+08:00');
  const answers: TestConsole['answers'] = { open: null, save: null, folder: null };
  const menuLanguages: Language[] = [];
  const desktop: Desktop = {
    pickOpenFile: () => Promise.resolve(answers.open),
    pickSaveFile: () => Promise.resolve(answers.save),
    pickFolder: () => Promise.resolve(answers.folder),
    printPage: () => Promise.resolve(Buffer.from('%PDF-1.7')),
    showInFolder: () => undefined,
    showLanguage: (language) => void menuLanguages.push(language),
    openFile: () => Promise.resolve(),
  };
  const console = openConsole({
    folder,
    workerFile: new URL('../../electron/worker.ts', import.meta.url),
    desktop,
    clock: () => now,
  });
  const client: ContractRouterClient<Contract> = createRouterClient(router, { context: { console } });
  return {
    console,
    client,
    folder,
    answers,
    menuLanguages,
    advance: (milliseconds) => (now += milliseconds),
    now: () => now,
    setUp: async () => {
      const password = await cheapHash;
      const { userId, branchId } = console.store.change(null, (tx) =>
        setUpConsole(tx, FIRST_RUN, { password, recovery: password }),
      );
      begin(console, { userId, login: ADMIN, name: '林经理', roles: ['administrator', 'manager'] });
      return { branchId, userId };
    },
    signInAs: async (login, roles) => {
      const passwordHash = await cheapHash;
      const known = findUserByLogin(console.store.read, login)?.id;
      const userId =
        known ??
        console.store.change(null, (tx) =>
          insertUser(tx, { login, name: login, roles, passwordHash, mustChange: false }),
        );
      begin(console, { userId, login, name: login, roles });
      return userId;
    },
    [Symbol.dispose]: () => {
      console.close();
      dir?.[Symbol.dispose]();
    },
  };
}

/** Runs a stream of progress to its end and returns the result and every step. */
export async function drain<Step, Result>(stream: {
  readonly next: () => Promise<IteratorResult<Step, Result>>;
}): Promise<{ steps: Step[]; result: Result }> {
  const steps: Step[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done) return { steps, result: step.value };
    steps.push(step.value);
  }
}
