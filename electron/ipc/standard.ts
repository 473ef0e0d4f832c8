// Handlers of 标准库: each one calls one use case; workbooks are written and read in the worker.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { EXCEL } from '../desktop.ts';
import { recordExport } from '../features/exports.ts';
import {
  checkVersion,
  compareVersions,
  createDraft,
  deleteDraft,
  importDraft,
  publishDraft,
  removeCriterion,
  renameDraft,
  saveClause,
  saveCriterion,
  standardRecord,
} from '../features/standard/drafts.ts';
import { listVersions } from '../features/standard/versions.ts';
import { actorOf, area, type Handlers } from './base.ts';

const standard = area(contract.standard);

export const standardRoutes: Handlers<Contract['standard']> = {
  list: standard.list.handler(({ context: { console } }) => listVersions(console.store.read)),
  get: standard.get.handler(({ context: { console }, input }) => standardRecord(console.store.read, input.id)),
  compare: standard.compare.handler(({ context: { console }, input }) => compareVersions(console.store.read, input)),
  check: standard.check.handler(({ context: { console }, input }) => checkVersion(console.store.read, input.id)),
  createDraft: standard.createDraft.handler(({ context, input }) =>
    createDraft(context.console.store, actorOf(context), input),
  ),
  rename: standard.rename.handler(({ context, input }) => renameDraft(context.console.store, actorOf(context), input)),
  saveClause: standard.saveClause.handler(({ context, input }) =>
    saveClause(context.console.store, actorOf(context), input),
  ),
  saveCriterion: standard.saveCriterion.handler(({ context, input }) =>
    saveCriterion(context.console.store, actorOf(context), input),
  ),
  removeCriterion: standard.removeCriterion.handler(({ context, input }) =>
    removeCriterion(context.console.store, actorOf(context), input),
  ),
  publish: standard.publish.handler(({ context, input }) =>
    publishDraft(context.console.store, actorOf(context), input.id),
  ),
  deleteDraft: standard.deleteDraft.handler(({ context, input }) =>
    deleteDraft(context.console.store, actorOf(context), input.id),
  ),
  exportWorkbook: standard.exportWorkbook.handler(async function* ({ context, input, signal }) {
    const { store, desktop, run } = context.console;
    const { version, content } = standardRecord(store.read, input.id);
    const path = await desktop.pickSaveFile({
      title: version.title,
      name: `${version.title.replace(/[\\/:*?"<>|]/g, ' ')} v${version.number}.xlsx`,
      kinds: [EXCEL],
    });
    if (path === null) return { path: null };
    const { rows } = yield* run('standard.write', { version, content, language: input.language, path }, signal);
    recordExport(store, actorOf(context), {
      kind: 'standard',
      title: version.title,
      path,
      rows,
      masked: true,
      reason: null,
      digest: version.digest,
      facts: { number: version.number, status: version.status },
    });
    return { path };
  }),
  importWorkbook: standard.importWorkbook.handler(async function* ({ context, signal }) {
    const { store, desktop, run } = context.console;
    const path = await desktop.pickOpenFile({ title: '导入标准 Import a standard', kinds: [EXCEL] });
    if (path === null) return { draft: null, problems: [] };
    const { title, content, problems } = yield* run('standard.read', { path }, signal);
    if (!content) return { draft: null, problems: [...problems] };
    return { draft: importDraft(store, actorOf(context), { title, basedOn: null, content }), problems: [] };
  }),
};
