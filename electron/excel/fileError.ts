// What the file system and the package can do wrong with a workbook file, said as typed errors of code FILE.
// Reasons: fileMissing, fileBusy, fileDenied, fileDiskFull, fileFailed, workbookNotRecognised, workbookOldFormat,
// workbookEncrypted, workbookDamaged, workbookTooLarge; a cancelled task is CANCELLED with the reason `cancelled`.
import { basename } from 'node:path';
import { AppError, type ErrorParams } from '../../shared/contract/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'fileMissing',
  ENOTDIR: 'fileMissing',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  EPERM: 'fileBusy', // Windows answers this, or EACCES, when Excel holds the file that is to be replaced
  EACCES: 'fileDenied',
  EROFS: 'fileDenied',
  EISDIR: 'fileDenied',
  ENOSPC: 'fileDiskFull',
  EDQUOT: 'fileDiskFull',
};

/** The workbook cannot be read for the given reason; `detail` says where, for the log and the message. */
export function workbookError(reason: string, params: ErrorParams = {}): AppError {
  return new AppError('FILE', reason, params);
}

/** Turns an error of the file system into an AppError; every other error passes unchanged. */
export function fileError(error: unknown, file: string, platform: NodeJS.Platform = process.platform): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^E[A-Z0-9]+$/.test(code)) return error;
  const reason = code === 'EACCES' && platform === 'win32' ? 'fileBusy' : (REASONS[code] ?? 'fileFailed');
  return new AppError('FILE', reason, { file: basename(file), code });
}

/** Throws CANCELLED when the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('CANCELLED', 'cancelled');
}

/** Lets the event loop run once; a long loop calls it between pieces of at most some tens of milliseconds. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  throwIfCancelled(signal);
}
