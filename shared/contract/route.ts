// The base of every route: its permission as metadata and the closed list of typed errors.
import { oc } from '@orpc/contract';
import { ErrorData } from './errors.ts';
import type { RoutePermission } from './permissions.ts';

export interface RouteMeta {
  readonly permission: RoutePermission;
}

const failure = { data: ErrorData };
const ERRORS = {
  UNAUTHENTICATED: failure,
  FORBIDDEN: failure,
  LOCKED: failure,
  NOT_FOUND: failure,
  CONFLICT: failure,
  INVALID: failure,
  CANCELLED: failure,
  FILE: failure,
  INTERNAL: failure,
};

/** Starts a route that only holders of `permission` may call. */
export const route = (permission: RoutePermission) => oc.$meta<RouteMeta>({ permission }).errors(ERRORS);
