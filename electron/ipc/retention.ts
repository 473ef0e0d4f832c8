// Handlers of 个人信息保存期限: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { dueForPurge, purgeRuns, retentionRules, runPurge, setRetention } from '../features/retention/retention.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { retention } = area({ retention: contract.retention });

export const retentionRoutes: Handlers<Contract['retention']> = {
  rules: retention.rules.handler(({ context: { console } }) => retentionRules(console.store)),
  setRule: retention.setRule.handler(({ context, input }) =>
    setRetention(context.console.store, actorOf(context), input),
  ),
  due: retention.due.handler(({ context: { console }, input }) => dueForPurge(console.store, input)),
  run: retention.run.handler(({ context, input }) => runPurge(context.console.store, actorOf(context), input)),
  runs: retention.runs.handler(({ context: { console } }) => purgeRuns(console.store.read)),
};
