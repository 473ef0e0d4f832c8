// Handlers of 看板.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { PeriodKind } from '../../shared/contract/score.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import type { Console } from '../console.ts';
import type { DashboardInput } from '../features/dashboard/branch.ts';
import { interventionsOf } from '../features/dashboard/compare.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { area, type Handlers } from './base.ts';

const { dashboard } = area({ dashboard: contract.dashboard });

interface Asked {
  readonly branchId: string;
  readonly kind: PeriodKind;
  readonly start: string | null;
}

const seen = ({ store }: Console) => {
  const { timeZone } = readSettings(store.read);
  const now = store.clock();
  return { file: store.file, timeZone, now, today: dayOf(now, timeZone) };
};

function inputOf(console: Console, { branchId, kind, start }: Asked): DashboardInput {
  const { file, timeZone, now, today } = seen(console);
  return { file, branchId, timeZone, now, period: { kind, ...periodOf(kind, start ?? today) } };
}

export const dashboardRoutes: Handlers<Contract['dashboard']> = {
  branch: dashboard.branch.handler(async function* ({ context: { console }, input, signal }) {
    return yield* console.run('dashboard.branch', inputOf(console, input), signal);
  }),
  agents: dashboard.agents.handler(async function* ({ context: { console }, input, signal }) {
    return yield* console.run('dashboard.agents', inputOf(console, input), signal);
  }),
  rows: dashboard.rows.handler(async function* ({ context: { console }, input, signal }) {
    const { what, bar } = input;
    return yield* console.run('dashboard.rows', { ...inputOf(console, input), what, bar }, signal);
  }),
  interventions: dashboard.interventions.handler(({ context: { console }, input }) => {
    const { today, timeZone } = seen(console);
    return interventionsOf(console.store.read, input.branchId, today, timeZone);
  }),
  compare: dashboard.compare.handler(({ context: { console }, input, signal }) => {
    const { file, timeZone, now } = seen(console);
    return finish(console.run('dashboard.compare', { ...input, file, timeZone, now }, signal));
  }),
};
