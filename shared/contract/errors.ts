// Errors that cross the process border: a closed code, a reason that the screens translate, and its parameters.
import { z } from 'zod';

export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'LOCKED',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID',
  'CANCELLED',
  'FILE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** `reason` is a key of the i18n area `errors`; `params` fill its placeholders. */
export const ErrorData = z.object({
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ErrorData = z.infer<typeof ErrorData>;
export type ErrorParams = ErrorData['params'];

/** Thrown by use cases for everything that a user can cause; the ipc layer turns it into the route's typed error. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, reason: string, params: ErrorParams = {}) {
    super(`${code} ${reason} ${JSON.stringify(params)}`);
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.params = params;
  }
}
