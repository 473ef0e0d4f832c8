// Says in the worker whether a workbook is as it was exported.
import type { ReportVerdict } from '../../../shared/contract/report.ts';
import { verifyWorkbook } from '../../excel/report/verify.ts';
import type { Task } from '../../tasks/task.ts';

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const verifyReport: Task<{ readonly path: string }, ReportVerdict> = async ({ path }, { signal }) => {
  const { state, changes, exportedAt, digest } = await verifyWorkbook(path, { signal });
  return { state, changes: [...changes], exportedAt, digest };
};
