// People who sign in: the first run, sign-in, the idle lock, and Settings › Users.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { Id, Instant, Language, Progress, Role } from './vocabulary.ts';

/** At least 10 characters; longer beats composition rules. */
export const Password = z.string().min(10).max(200);
export const Login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{2,40}$/);

export const Actor = z.object({ userId: Id, login: z.string(), name: z.string(), roles: z.array(Role) });
export type Actor = z.infer<typeof Actor>;

export const Theme = z.enum(['light', 'dark', 'system']);
export type Theme = z.infer<typeof Theme>;

export const AccountState = z.object({
  firstRun: z.boolean(),
  /** Signed in, possibly behind the idle lock. */
  actor: Actor.nullable(),
  locked: z.boolean(),
  /** Clients have the screen (survey client mode); only the password of the person takes it back. */
  handedOver: z.boolean(),
  /** The person must choose a password of their own before anything else. */
  mustChangePassword: z.boolean(),
  language: Language,
  theme: Theme,
  /** Minutes without input after which the screen locks; 1 to 120. */
  idleMinutes: z.int(),
});
export type AccountState = z.infer<typeof AccountState>;

export const FirstRun = z.object({
  branch: z.object({ code: z.string().trim().min(1).max(40), name: z.string().trim().min(1).max(80) }),
  user: z.object({ login: Login, name: z.string().trim().min(1).max(40), password: Password }),
  language: Language,
});
export type FirstRun = z.infer<typeof FirstRun>;

export const User = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  status: z.enum(['active', 'disabled']),
  createdAt: Instant,
  lastSignInAt: Instant.nullable(),
  lockedUntil: Instant.nullable(),
  mustChangePassword: z.boolean(),
});
export type User = z.infer<typeof User>;

export const account = {
  state: route('public').output(AccountState),
  firstRun: route('public')
    .input(FirstRun)
    .output(z.object({ recoveryCode: z.string() })),
  signIn: route('public')
    .input(z.object({ login: z.string(), password: z.string() }))
    .output(AccountState),
  signOut: route('public').output(AccountState),
  /** Locks the screen; only `unlock`, `state` and `signOut` answer until the password is given. */
  lock: route('public').output(AccountState),
  unlock: route('public')
    .input(z.object({ password: z.string() }))
    .output(AccountState),
  /** Called on input at most once a minute so that main can enforce the idle lock too. */
  touch: route('account.use').output(z.void()),
  changePassword: route('account.use')
    .input(z.object({ current: z.string(), next: Password }))
    .output(z.void()),
  /** The recovery code of the first run sets an administrator's new password and is replaced by a new one. */
  recover: route('public')
    .input(z.object({ login: Login, recoveryCode: z.string(), password: Password }))
    .output(z.object({ recoveryCode: z.string() })),
  /** As backup.restore, for a computer that has no users yet; refused on any other. */
  restoreBackup: route('public').output(eventIterator(Progress, z.object({ restored: z.boolean() }))),
};

const UserFields = z.object({
  name: z.string().trim().min(1).max(40),
  roles: z.array(Role).min(1),
});

export const users = {
  list: route('users.manage').output(z.array(User)),
  add: route('users.manage')
    .input(UserFields.extend({ login: Login, password: Password }))
    .output(User),
  update: route('users.manage')
    .input(UserFields.extend({ id: Id }))
    .output(User),
  setStatus: route('users.manage')
    .input(z.object({ id: Id, status: z.enum(['active', 'disabled']) }))
    .output(User),
  resetPassword: route('users.manage')
    .input(z.object({ id: Id, password: Password }))
    .output(User),
};
