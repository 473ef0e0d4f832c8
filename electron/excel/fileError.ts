// What the file system and the package can do wrong with a workbook file, said as typed errors of code FILE.
// Reasons: fileUnreadable, fileUnwritable, fileInUse, diskFull, workbookNotRecognised, workbookOldFormat,
// workbookEncrypted, workbookDamaged, workbookTooLarge, workbookSheetMissing; a cancelled task is CANCELLED `cancelled`.
import { basename } from 'node:path';
import { AppError, type ErrorParams } from '../../shared/contract/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EBUSY: 'fileInUse',
  ETXTBSY: 'fileInUse',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
};

/** The workbook cannot be read for the given reason; `detail` says where, for the log and the message. */
export function workbookError(reason: string, params: ErrorParams = {}): AppError {
  return new AppError('FILE', reason, params);
}

/** Turns an error of the file system into an AppError; every other error passes unchanged. */
export function fileError(
  error: unknown,
  file: string,
  doing: 'read' | 'write',
  platform: NodeJS.Platform = process.platform,
): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^E[A-Z0-9]+$/.test(code)) return error;
  // Windows answers EPERM or EACCES when Excel holds the file that is to be replaced.
  const held = platform === 'win32' && doing === 'write' && (code === 'EPERM' || code === 'EACCES');
  const otherwise = doing === 'read' ? 'fileUnreadable' : 'fileUnwritable';
  return new AppError('FILE', held ? 'fileInUse' : (REASONS[code] ?? otherwise), { file: basename(file), code });
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
