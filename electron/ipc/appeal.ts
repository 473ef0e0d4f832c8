// Handlers of 申诉.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { periodOf } from '../../shared/domain/time.ts';
import {
  appealRecord,
  fileAppeal,
  keepAppeal,
  offeredItems,
  raiseAppeal,
  takeAppeal,
  withdrawAppeal,
} from '../features/appeal/handling.ts';
import { listAppeals } from '../features/appeal/known.ts';
import { overturnRates } from '../features/appeal/period.ts';
import { branchAndBelow, getBranch } from '../features/people/branches.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { appeal } = area({ appeal: contract.appeal });

export const appealRoutes: Handlers<Contract['appeal']> = {
  list: appeal.list.handler(({ context: { console } }) => listAppeals(console.store.read)),
  get: appeal.get.handler(({ context, input }) => appealRecord(context.console.store, actorOf(context), input.id)),
  items: appeal.items.handler(({ context: { console }, input }) => offeredItems(console.store, input)),
  file: appeal.file.handler(({ context, input }) => fileAppeal(context.console.store, actorOf(context), input)),
  take: appeal.take.handler(({ context, input }) => takeAppeal(context.console.store, actorOf(context), input.id)),
  keep: appeal.keep.handler(({ context, input }) => keepAppeal(context.console.store, actorOf(context), input)),
  raise: appeal.raise.handler(({ context, input }) => raiseAppeal(context.console.store, actorOf(context), input)),
  withdraw: appeal.withdraw.handler(({ context, input }) =>
    withdrawAppeal(context.console.store, actorOf(context), input),
  ),
  rates: appeal.rates.handler(({ context: { console }, input: { branchId, kind, start } }) => {
    const { store } = console;
    const { timeZone } = readSettings(store.read);
    const branchIds = branchAndBelow(store.read, getBranch(store.read, branchId).id);
    const window = windowOf({ kind, ...periodOf(kind, start), timeZone }, store.clock());
    return overturnRates(store.read, branchIds, window);
  }),
};
