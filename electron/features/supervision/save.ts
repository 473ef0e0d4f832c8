// Writes a report of supervision as a PDF and logs it like every file that leaves the console.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReportRow } from '../../../shared/contract/supervision.ts';
import type { Store } from '../../db/store.ts';
import type { Desktop } from '../../desktop.ts';
import { savePrinted } from '../saveFile.ts';
import { listReports } from './reports.ts';

/** @throws AppError NOT_FOUND supervisionReportMissing, supervisionIssueMissing */
function wantedReport(store: Store, id: string, number: number | null): ReportRow {
  const report = listReports(store.read).find((one) => one.id === id);
  if (!report) throw new AppError('NOT_FOUND', 'supervisionReportMissing');
  if (number !== null && number > (report.issue?.number ?? 0))
    throw new AppError('NOT_FOUND', 'supervisionIssueMissing', { number });
  return report;
}

/** The path, null when the dialog was closed. @throws AppError as `savePrinted` and `wantedReport` */
export async function saveReportPdf(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { id, number, title }: { readonly id: string; readonly number: number | null; readonly title: string },
): Promise<string | null> {
  const { branchName, period, branchId } = wantedReport(store, id, number);
  const facts = { branch: branchId, kind: period.kind, start: period.start, number: number ?? 0 };
  return savePrinted(
    { store, desktop, actor },
    {
      name: `${title} ${branchName} ${period.start}${number === null ? '' : ` ${number}`}.pdf`,
      entry: { kind: 'supervisionReport', title, rows: 1, masked: true, reason: null, facts },
    },
  );
}
