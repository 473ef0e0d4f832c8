// The base of every handler: sign-in, idle lock and permission are checked here, before a handler sees a request, and
// every exception leaves as a typed error or is logged.
import type { AnyContractRouter } from '@orpc/contract';
import { implement, ORPCError, os, type ImplementerInternalWithMiddlewares, type Router } from '@orpc/server';
import type { Actor } from '../../shared/contract/account.ts';
import { AppError, type ErrorCode } from '../../shared/contract/errors.ts';
import type { RoutePermission } from '../../shared/contract/permissions.ts';
import { may } from '../../shared/domain/permissions.ts';
import type { Console } from '../console.ts';

export interface RequestContext {
  readonly console: Console;
}

/** Permissions that stay open while a password of one's own is still to be chosen. */
const BEFORE_OWN_PASSWORD: ReadonlySet<RoutePermission> = new Set(['public', 'account.use']);

/** All that main answers while clients have the screen. */
const FOR_CLIENTS: ReadonlySet<string> = new Set([
  'account.state',
  'survey.clientPage',
  'survey.clientSubmit',
  'survey.clientLeave',
]);

/** @throws AppError UNAUTHENTICATED, LOCKED or FORBIDDEN */
function admit(console: Console, route: string, permission: RoutePermission): Actor | null {
  const { signIn, store } = console;
  if (signIn.handedOver && !FOR_CLIENTS.has(route)) throw new AppError('LOCKED', 'handedOver');
  if (permission === 'public') return signIn.actor;
  if (!signIn.actor) throw new AppError('UNAUTHENTICATED', 'signInFirst');
  if (signIn.locked(store)) throw new AppError('LOCKED', 'screenLocked');
  if (signIn.mustChange && !BEFORE_OWN_PASSWORD.has(permission)) throw new AppError('FORBIDDEN', 'choosePasswordFirst');
  if (!may(signIn.actor.roles, permission)) throw new AppError('FORBIDDEN', 'notPermitted');
  return signIn.actor;
}

const typed = (code: ErrorCode, reason: string, params: AppError['params']): ORPCError<ErrorCode, unknown> =>
  new ORPCError(code, { message: reason, data: { reason, params } });

/** SQLite and file errors that a user can mend; everything else is a fault of ours. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new AppError('FILE', 'diskFull', { path: '' });
  if (code === 'SQLITE_BUSY') return new AppError('CONFLICT', 'databaseBusy');
  if (error instanceof DOMException && error.name === 'AbortError') return new AppError('CANCELLED', 'cancelled');
  return null;
}

/** Turns whatever a handler threw into what may cross the border. */
export function outgoing(console: Console, route: string, error: unknown): unknown {
  if (error instanceof ORPCError) return error;
  const known = asAppError(error);
  if (known) {
    console.log.write('warn', `${route} ${known.code} ${known.reason}`);
    return typed(known.code, known.reason, known.params);
  }
  console.log.write('error', `${route} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return typed('INTERNAL', 'internal', {});
}

/** Watches a stream of progress for exceptions too: they come after the handler has returned. */
async function* guarded(console: Console, route: string, stream: AsyncGenerator<unknown, unknown>): AsyncGenerator {
  try {
    return yield* stream;
  } catch (error) {
    throw outgoing(console, route, error);
  }
}

const isStream = (output: unknown): output is AsyncGenerator<unknown, unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;

const admission = os.$context<RequestContext>().middleware(async ({ context, procedure, path, next }) => {
  const route = path.join('.');
  try {
    const permission = (procedure['~orpc'].meta as { permission?: RoutePermission }).permission;
    if (permission === undefined) throw new Error(`${route} names no permission`);
    const result = await next({ context: { actorOrNull: admit(context.console, route, permission) } });
    return isStream(result.output) ? { ...result, output: guarded(context.console, route, result.output) } : result;
  } catch (error) {
    throw outgoing(context.console, route, error);
  }
});

type Area<Part extends AnyContractRouter> = ImplementerInternalWithMiddlewares<
  Part,
  RequestContext,
  RequestContext & { readonly actorOrNull: Actor | null }
>;

/** Implements one area of the contract; sign-in, lock and permission are checked before any of its handlers. */
export function area<Part extends AnyContractRouter>(part: Part): Area<Part> {
  // The library's own type of `use` depends on what Part is, which is not known here.
  const open = implement(part).$context<RequestContext>() as unknown as {
    readonly use: (middleware: typeof admission) => Area<Part>;
  };
  return open.use(admission);
}

/** The handlers of one area: every route of its contract, or it does not compile. */
export type Handlers<Part extends AnyContractRouter> = Router<Part, RequestContext>;

/** The signed-in person; for handlers of routes that are not public. */
export function actorOf(context: { readonly actorOrNull: Actor | null }): Actor {
  if (!context.actorOrNull) throw new AppError('UNAUTHENTICATED', 'signInFirst');
  return context.actorOrNull;
}
