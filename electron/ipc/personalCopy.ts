// Handlers of 本人查阅件.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { personalCopyOf } from '../features/personalCopy/read.ts';
import { savePersonalCopy } from '../features/personalCopy/save.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { personalCopy } = area({ personalCopy: contract.personalCopy });

export const personalCopyRoutes: Handlers<Contract['personalCopy']> = {
  get: personalCopy.get.handler(({ context: { console }, input }) => personalCopyOf(console.store, input)),
  save: personalCopy.save.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await savePersonalCopy(store, desktop, actorOf(context), input) };
  }),
};
