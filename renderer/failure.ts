// What went wrong, for people: the contract's typed errors to words of the i18n area `errors`.
//   const { t } = useTranslation(); failureText(t, error)
import type { TFunction } from 'i18next';
import { zhCN } from '../shared/i18n/zh-CN/index.ts';
import { ErrorData, type ErrorCode } from '../shared/contract/errors.ts';

type Reason = keyof typeof zhCN.errors;
const isReason = (reason: string): reason is Reason => Object.hasOwn(zhCN.errors, reason);

const BY_CODE: Readonly<Partial<Record<string, Reason>>> = {
  INVALID: 'invalid',
  BAD_REQUEST: 'invalid',
  CANCELLED: 'cancelled',
  FORBIDDEN: 'notPermitted',
  NOT_FOUND: 'notFound',
  UNAUTHENTICATED: 'signInFirst',
  LOCKED: 'screenLocked',
  INTERNAL: 'internal',
};

/** The code of a typed error, or undefined for anything else. */
export function failureCode(error: unknown): ErrorCode | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? (error.code as ErrorCode) : undefined;
}

/** One plain sentence about a failure in the present language; never the technical message. */
export function failureText(t: TFunction, error: unknown): string {
  const data =
    typeof error === 'object' && error !== null && 'data' in error ? ErrorData.safeParse(error.data).data : undefined;
  const reason = data && isReason(data.reason) ? data.reason : BY_CODE[failureCode(error) ?? ''];
  // The parameters are the error's own: their names are checked where the error is thrown and worded, not here.
  const words = t as unknown as (key: string, params?: Readonly<Record<string, string | number>>) => string;
  return words(`errors.${reason ?? 'unknown'}`, data?.params);
}
