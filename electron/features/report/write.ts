// Writes a branch's workbook in the worker: reads the dataset on a connection of its own, closes it, builds the file.
import { connect } from '../../db/connection.ts';
import { writeReport, type ReportOutcome } from '../../excel/report/write.ts';
import type { ReportData } from '../../excel/report/data.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { reportDataset, type DatasetChoice } from './dataset.ts';

export interface WriteReportInput extends DatasetChoice {
  readonly file: string;
  /** Where the workbook goes. */
  readonly target: string;
}

function read(input: WriteReportInput, context: TaskContext): ReportData {
  const db = connect(input.file, { readonly: true });
  try {
    return reportDataset(db, input, context);
  } finally {
    db.close();
  }
}

/** @throws AppError FILE as writeReport; CANCELLED */
export const writeBranchReport: Task<WriteReportInput, ReportOutcome> = async (input, context) => {
  const data = read(input, context);
  // Compressed as far as pays: the file is sent to headquarters.
  return writeReport(data, input.target, { ...context, level: 6 });
};
