// Handlers of 计划与覆盖.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { addToPlan } from '../features/plan/add.ts';
import { moveDraw, replaceDraw } from '../features/plan/changes.ts';
import { estimatePlan } from '../features/plan/estimate.ts';
import { closePlan, discardPlan, drawingOf, keepDraft, verifyPlan } from '../features/plan/plans.ts';
import { listPlans, planRecord } from '../features/plan/rows.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { plan } = area({ plan: contract.plan });

export const planRoutes: Handlers<Contract['plan']> = {
  list: plan.list.handler(({ context: { console } }) => listPlans(console.store)),
  get: plan.get.handler(({ context: { console }, input }) => planRecord(console.store, input.id)),
  draw: plan.draw.handler(async function* ({ context, input, signal }) {
    const { store, run } = context.console;
    const drawn = yield* run('plan.draw', drawingOf(store, input), signal);
    return keepDraft(store, actorOf(context), input, drawn);
  }),
  estimate: plan.estimate.handler(({ context: { console }, input }) => estimatePlan(console.store, input)),
  add: plan.add.handler(({ context, input }) => addToPlan(context.console.store, actorOf(context), input)),
  enforce: plan.enforce.handler(({ context, input, signal }) => {
    const { store, run } = context.console;
    const { timeZone } = readSettings(store.read);
    const task = { file: store.file, planId: input.id, actor: actorOf(context), timeZone, now: store.clock() };
    return finish(run('plan.enforce', task, signal));
  }),
  discard: plan.discard.handler(({ context, input }) => discardPlan(context.console.store, actorOf(context), input)),
  close: plan.close.handler(({ context, input }) => closePlan(context.console.store, actorOf(context), input)),
  move: plan.move.handler(({ context, input }) => moveDraw(context.console.store, actorOf(context), input)),
  replace: plan.replace.handler(({ context, input }) => replaceDraw(context.console.store, actorOf(context), input)),
  verify: plan.verify.handler(({ context: { console }, input }) => verifyPlan(console.store.read, input.id)),
};
