// Who sits at the console: sign-in, growing locks after wrong passwords, the idle lock. The state lives in main memory
// only, so a page cannot claim to be someone.
import type { AccountState, Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { hashSecret, matchesSecret } from './passwords.ts';
import {
  anyUser,
  findUserByLogin,
  recordFailure,
  recordSuccess,
  rolesOf,
  setPassword,
  userById,
  type UserRow,
} from './users.ts';

/** Wrong passwords in a row that lock an account, and the longest lock in minutes. */
const ALLOWED_FAILURES = 5;
const LONGEST_LOCK = 60;
/** Seconds by which main waits longer than the page before it locks by itself. */
const GRACE = 60;

/** Minutes of lock after so many failures in a row: none below 5, then 1, 2, 4 … 60. */
export const lockMinutes = (failures: number): number =>
  failures < ALLOWED_FAILURES ? 0 : Math.min(LONGEST_LOCK, 2 ** (failures - ALLOWED_FAILURES));

/** What the screen was handed to clients for: whose service they answer about, on which questionnaire. */
export interface HandedOver {
  readonly agentId: string;
  readonly questionnaireId: string;
}

export class SignIn {
  #actor: Actor | null = null;
  #mustChange = false;
  #locked = false;
  #touchedAt = 0;
  #handedOver: HandedOver | null = null;

  get actor(): Actor | null {
    return this.#actor;
  }

  /** Whether the person must first choose a password of their own. */
  get mustChange(): boolean {
    return this.#mustChange;
  }

  /** Whether the idle lock is on, switching it on when the time has run out. */
  locked(store: Store): boolean {
    // Clients may sit there longer than the limit, and see nothing that a lock would hide.
    if (this.#handedOver) return false;
    const limit = readSettings(store.read).idleMinutes * 60_000 + GRACE * 1000;
    if (this.#actor && store.clock() - this.#touchedAt > limit) this.#locked = true;
    return this.#locked;
  }

  /** Set while clients have the screen: then main answers client mode alone. */
  get handedOver(): HandedOver | null {
    return this.#handedOver;
  }

  handOver(to: HandedOver): void {
    this.#handedOver = to;
  }

  takeBack(now: number): void {
    this.#handedOver = null;
    this.#touchedAt = now;
  }

  begin(actor: Actor, mustChange: boolean, now: number): void {
    this.#handedOver = null;
    this.#actor = actor;
    this.#mustChange = mustChange;
    this.#locked = false;
    this.#touchedAt = now;
  }

  /** The rights of the person at the console, read anew after they were changed. */
  renew(actor: Actor): void {
    if (this.#actor?.userId === actor.userId) this.#actor = actor;
  }

  passwordChosen(): void {
    this.#mustChange = false;
  }

  touch(now: number): void {
    this.#touchedAt = now;
  }

  lock(): void {
    if (this.#actor) this.#locked = true;
  }

  end(): void {
    this.#actor = null;
    this.#handedOver = null;
    this.#locked = false;
    this.#mustChange = false;
  }
}

/** What the page needs before and after sign-in. */
export function accountState(store: Store, signIn: SignIn): AccountState {
  const { language, theme, idleMinutes } = readSettings(store.read);
  return {
    firstRun: !anyUser(store.read),
    actor: signIn.actor,
    mustChangePassword: signIn.mustChange,
    locked: signIn.locked(store),
    handedOver: signIn.handedOver !== null,
    language,
    theme,
    idleMinutes,
  };
}

/** Minutes until a locked account may try again; 0 or less when it may now. */
const minutesLeft = (store: Store, user: UserRow): number =>
  user.locked_until === null ? 0 : Math.ceil((Date.parse(user.locked_until) - store.clock()) / 60_000);

// An unknown login costs the same time as a wrong password, so logins cannot be found by timing.
export const NOBODY = `scrypt$17$8$1$${'A'.repeat(22)}==$${'A'.repeat(43)}=`;

/** Counts one wrong password or recovery code; returns the minutes of lock it brings, 0 for none. */
const countFailure = (store: Store, userId: string): number =>
  store.change(userId, (tx) => {
    const failures = userById(tx, userId).failures + 1;
    const lock = lockMinutes(failures);
    recordFailure(tx, userId, failures, lock > 0 ? new Date(store.clock() + lock * 60_000).toISOString() : null);
    return lock;
  });

const turns = new WeakMap<Store, Map<string, Promise<unknown>>>();

/** Work on one login at a time, in the order of asking: hashing takes long enough for a dozen guesses to overtake the count. */
async function inTurn<T>(store: Store, login: string, work: () => Promise<T>): Promise<T> {
  const waiting = turns.get(store) ?? new Map<string, Promise<unknown>>();
  turns.set(store, waiting);
  const key = login.trim().toLowerCase();
  const before = waiting.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  waiting.set(key, mine);
  try {
    return await mine;
  } finally {
    if (waiting.get(key) === mine) waiting.delete(key);
  }
}

/**
 * One guess at the secret of a login, a password or the recovery code: refused while the account is locked, counted when
 * wrong. The next guess at the same login waits until this one has ended.
 * @throws AppError LOCKED accountLocked with the minutes left, or UNAUTHENTICATED with the reason `wrong`
 */
export const guess = <T>(
  store: Store,
  login: string,
  wrong: 'wrongPassword' | 'recoveryWrong',
  matches: (user: UserRow | undefined) => Promise<boolean>,
  right: (user: UserRow) => T | Promise<T>,
): Promise<T> =>
  inTurn(store, login, async () => {
    const user = findUserByLogin(store.read, login);
    const left = user ? minutesLeft(store, user) : 0;
    if (left > 0) throw new AppError('LOCKED', 'accountLocked', { minutes: left });
    const matched = await matches(user);
    if (user && matched) return right(user);
    const minutes = user ? countFailure(store, user.id) : 0;
    if (minutes > 0) throw new AppError('LOCKED', 'accountLocked', { minutes });
    throw new AppError('UNAUTHENTICATED', wrong);
  });

/**
 * Checks a person's password, counting wrong ones.
 * @throws AppError UNAUTHENTICATED accountDisabled, and as `guess`
 */
export const checkPassword = (
  store: Store,
  login: string,
  password: string,
  action: 'user.signedIn' | 'user.unlocked' | 'user.confirmed',
): Promise<UserRow> =>
  guess(
    store,
    login,
    'wrongPassword',
    (user) => matchesSecret(password, user?.password ?? NOBODY),
    (user) => {
      if (user.status === 'disabled') throw new AppError('UNAUTHENTICATED', 'accountDisabled');
      if (action !== 'user.confirmed') store.change(user.id, (tx) => recordSuccess(tx, user.id, action));
      return user;
    },
  );

/** Signs a person in. @throws as checkPassword */
export async function signInWith(store: Store, signIn: SignIn, login: string, password: string): Promise<AccountState> {
  const user = await checkPassword(store, login, password, 'user.signedIn');
  const actor: Actor = { userId: user.id, login: user.login, name: user.name, roles: rolesOf(store.read, user.id) };
  signIn.begin(actor, user.must_change === 1, store.clock());
  return accountState(store, signIn);
}

/** Ends the idle lock with the password of the person who is signed in. @throws as checkPassword */
export async function unlock(store: Store, signIn: SignIn, password: string): Promise<AccountState> {
  const { actor } = signIn;
  if (!actor) throw new AppError('UNAUTHENTICATED', 'signInFirst');
  const user = await checkPassword(store, actor.login, password, 'user.unlocked');
  signIn.begin({ ...actor, roles: rolesOf(store.read, user.id) }, user.must_change === 1, store.clock());
  return accountState(store, signIn);
}

/** A person changes their own password. @throws as checkPassword */
export async function changePassword(
  store: Store,
  signIn: SignIn,
  actor: Actor,
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  await checkPassword(store, actor.login, input.current, 'user.confirmed');
  const hash = await hashSecret(input.next);
  store.change(actor.userId, (tx) =>
    setPassword(tx, actor.userId, hash, { action: 'user.passwordChanged', mustChange: false }),
  );
  signIn.passwordChosen();
}
