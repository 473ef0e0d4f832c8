// Handlers of 校准.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { beginSession, closeCalibration, createCalibration } from '../features/calibration/calibrations.ts';
import { consistencyLines } from '../features/calibration/disagreement.ts';
import { calibrationsOfPeriod } from '../features/calibration/period.ts';
import { notApplicableRows } from '../features/calibration/notApplicable.ts';
import { listCalibrations, readCalibration } from '../features/calibration/record.ts';
import { branchAndBelow } from '../features/people/branches.ts';
import { periodStarting } from '../features/report/report.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { calibration } = area({ calibration: contract.calibration });

export const calibrationRoutes: Handlers<Contract['calibration']> = {
  list: calibration.list.handler(({ context }) => listCalibrations(context.console.store.read, actorOf(context))),
  get: calibration.get.handler(({ context, input }) =>
    readCalibration(context.console.store.read, actorOf(context), input.id),
  ),
  create: calibration.create.handler(({ context, input }) =>
    createCalibration(context.console.store, actorOf(context), input),
  ),
  begin: calibration.begin.handler(({ context, input }) =>
    beginSession(context.console.store, actorOf(context), input),
  ),
  close: calibration.close.handler(({ context, input }) =>
    closeCalibration(context.console.store, actorOf(context), input),
  ),
  consistency: calibration.consistency.handler(({ context, input, signal }) => {
    const { store, run } = context.console;
    const asked = {
      file: store.file,
      branchId: input.branchId,
      period: periodStarting(input.kind, input.start),
      timeZone: readSettings(store.read).timeZone,
      now: store.clock(),
    };
    return finish(run('calibration.consistency', asked, signal));
  }),
  lines: calibration.lines.handler(({ context: { console }, input }) => {
    const { store } = console;
    const { timeZone } = readSettings(store.read);
    const window = windowOf({ ...periodStarting(input.kind, input.start), timeZone }, store.clock());
    const branchIds = branchAndBelow(store.read, input.branchId);
    return consistencyLines(store.read, calibrationsOfPeriod(store.read, branchIds, window));
  }),
  notApplicable: calibration.notApplicable.handler(({ context: { console }, input }) => {
    const { store } = console;
    const { timeZone } = readSettings(store.read);
    const window = windowOf({ ...periodStarting(input.kind, input.start), timeZone }, store.clock());
    return notApplicableRows(store.read, branchAndBelow(store.read, input.branchId), window, input);
  }),
};
