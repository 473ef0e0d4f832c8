// Handlers of the scoring model's settings.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { periodStarting } from '../features/report/report.ts';
import { keepComparison } from '../features/score/modelComparisons.ts';
import { beginDraft, discardDraft, publishDraft, readDraft, saveDraft } from '../features/score/modelDraft.ts';
import { modelVersions } from '../features/score/models.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { model } = area({ model: contract.model });

export const modelRoutes: Handlers<Contract['model']> = {
  read: model.read.handler(({ context: { console } }) => ({
    versions: modelVersions(console.store.read),
    draft: readDraft(console.store.read, console.store.clock()),
  })),
  begin: model.begin.handler(({ context }) => beginDraft(context.console.store, actorOf(context))),
  save: model.save.handler(({ context, input }) => saveDraft(context.console.store, actorOf(context), input)),
  discard: model.discard.handler(({ context }) => discardDraft(context.console.store, actorOf(context))),
  compare: model.compare.handler(async function* ({ context, input, signal }) {
    const { store, run } = context.console;
    const asked = {
      file: store.file,
      branchId: input.branchId,
      period: periodStarting(input.kind, input.start),
      timeZone: readSettings(store.read).timeZone,
      now: store.clock(),
    };
    const found = yield* run('model.compare', asked, signal);
    keepComparison(store, actorOf(context), input.branchId, found);
    return found;
  }),
  publish: model.publish.handler(({ context, input }) => publishDraft(context.console.store, actorOf(context), input)),
};
