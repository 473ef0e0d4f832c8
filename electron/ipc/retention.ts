// Handlers of 个人信息保存期限: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { RetentionRule } from '../../shared/contract/retention.ts';
import type { Console } from '../console.ts';
import { oldCopies, removeCopies } from '../features/retention/copies.ts';
import { purgeRuns } from '../features/retention/purge.ts';
import { setRetention } from '../features/retention/retention.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { retention } = area({ retention: contract.retention });

const rulesOf = ({ store, run }: Console, signal: AbortSignal | undefined): Promise<RetentionRule[]> =>
  finish(run('retention.rules', { database: store.file, now: store.clock() }, signal));

export const retentionRoutes: Handlers<Contract['retention']> = {
  rules: retention.rules.handler(({ context: { console }, signal }) => rulesOf(console, signal)),
  setRule: retention.setRule.handler(({ context, input, signal }) => {
    setRetention(context.console.store, actorOf(context), input);
    return rulesOf(context.console, signal);
  }),
  due: retention.due.handler(({ context: { console }, input, signal }) =>
    finish(
      console.run('retention.due', { database: console.store.file, now: console.store.clock(), ...input }, signal),
    ),
  ),
  run: retention.run.handler(async function* ({ context, input: { table, digest }, signal }) {
    const { store, run } = context.console;
    const { folder, clock } = store;
    const { userId: actorId } = actorOf(context);
    return yield* run('retention.purge', { folder, actorId, now: clock(), table, digest }, signal);
  }),
  erase: retention.erase.handler(async function* ({ context, signal }) {
    const { folder, clock } = context.console.store;
    const { userId: actorId } = actorOf(context);
    return yield* context.console.run('retention.erase', { folder, actorId, now: clock() }, signal);
  }),
  runs: retention.runs.handler(({ context: { console } }) => purgeRuns(console.store.read)),
  copies: retention.copies.handler(({ context: { console } }) => oldCopies(console.store)),
  removeCopies: retention.removeCopies.handler(async function* ({ context, input, signal }) {
    return yield* removeCopies(context.console.store, context.console.run, actorOf(context), input, signal);
  }),
};
