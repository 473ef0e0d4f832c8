// Handlers of 报送总部.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { EXCEL } from '../desktop.ts';
import { exportById, listExports } from '../features/exports.ts';
import { exportReport, periodStarting, reportFileName, reportPeriods } from '../features/report/report.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { report } = area({ report: contract.report });

export const reportRoutes: Handlers<Contract['report']> = {
  periods: report.periods.handler(({ context: { console }, input }) =>
    reportPeriods(console.store, input.branchId, input.kind),
  ),
  preview: report.preview.handler(({ context: { console }, input, signal }) =>
    finish(
      console.run(
        'report.preview',
        {
          file: console.store.file,
          branchId: input.branchId,
          period: periodStarting(input.kind, input.start),
          timeZone: readSettings(console.store.read).timeZone,
          now: console.store.clock(),
        },
        signal,
      ),
    ),
  ),
  export: report.export.handler(async function* ({ context, input, signal }) {
    const { store, desktop, run } = context.console;
    const name = reportFileName(store, input);
    const target = await desktop.pickSaveFile({ title: name, name, kinds: [EXCEL] });
    if (target === null) return null;
    return yield* exportReport(store, run, actorOf(context), { ...input, target }, signal);
  }),
  history: report.history.handler(({ context: { console } }) => listExports(console.store.read, 'report')),
  verify: report.verify.handler(async ({ context: { console }, signal }) => {
    const path = await console.desktop.pickOpenFile({ title: '核验 Verify', kinds: [EXCEL] });
    if (path === null) return null;
    return { path, verdict: await finish(console.run('report.verify', { path }, signal)) };
  }),
  open: report.open.handler(async ({ context: { console }, input }) => {
    const found = exportById(console.store.read, input.exportId, 'report');
    if (!existsSync(found.path)) throw new AppError('FILE', 'fileUnreadable', { file: basename(found.path) });
    if (input.what === 'folder') console.desktop.showInFolder(found.path);
    else await console.desktop.openFile(found.path);
  }),
};
