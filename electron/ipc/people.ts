// Handlers of branches, agents and roster: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { Console } from '../console.ts';
import { EXCEL } from '../desktop.ts';
import { agentPage, searchAgents } from '../features/people/agentLists.ts';
import { addAgent, agentRecord, assignAgent, revealPhone, updateAgent } from '../features/people/agents.ts';
import { addBranch, listBranches, updateBranch } from '../features/people/branches.ts';
import { RosterDesk } from '../features/people/rosterDesk.ts';
import { makeTemplate, templateTitle } from '../features/people/rosterTemplate.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { branches, agents, roster } = area({
  branches: contract.branches,
  agents: contract.agents,
  roster: contract.roster,
});

export const branchesRoutes: Handlers<Contract['branches']> = {
  list: branches.list.handler(({ context: { console } }) => listBranches(console.store.read)),
  add: branches.add.handler(({ context, input }) => addBranch(context.console.store, actorOf(context), input)),
  update: branches.update.handler(({ context, input }) => updateBranch(context.console.store, actorOf(context), input)),
};

export const agentsRoutes: Handlers<Contract['agents']> = {
  page: agents.page.handler(({ context: { console }, input }) => agentPage(console.store.read, input.after)),
  search: agents.search.handler(({ context: { console }, input }) => searchAgents(console.store.read, input)),
  get: agents.get.handler(({ context: { console }, input }) => agentRecord(console.store.read, input.id)),
  add: agents.add.handler(({ context, input }) => addAgent(context.console.store, actorOf(context), input)),
  update: agents.update.handler(({ context, input }) => updateAgent(context.console.store, actorOf(context), input)),
  assign: agents.assign.handler(({ context, input }) => assignAgent(context.console.store, actorOf(context), input)),
  revealPhone: agents.revealPhone.handler(({ context, input }) =>
    revealPhone(context.console.store, actorOf(context), input),
  ),
};

const desks = new WeakMap<Console, RosterDesk>();

/** The import under way in a console. */
function deskOf(console: Console): RosterDesk {
  const known = desks.get(console) ?? new RosterDesk();
  desks.set(console, known);
  return known;
}

export const rosterRoutes: Handlers<Contract['roster']> = {
  open: roster.open.handler(async function* ({ context: { console }, signal }) {
    const path = await console.desktop.pickOpenFile({ title: '花名册 Roster', kinds: [EXCEL] });
    return path === null ? null : yield* deskOf(console).open(console.store, console.run, path, signal);
  }),
  preview: roster.preview.handler(async function* ({ context: { console }, input, signal }) {
    return yield* deskOf(console).preview(console.store, console.run, input, signal);
  }),
  rows: roster.rows.handler(({ context: { console }, input }) => deskOf(console).rows(input.previewId, input.page)),
  apply: roster.apply.handler(async function* ({ context, input, signal }) {
    const { console } = context;
    return yield* deskOf(console).apply(console.store, console.run, actorOf(context), input.previewId, signal);
  }),
  template: roster.template.handler(async ({ context }) => {
    const { store, run, desktop } = context.console;
    const { language } = readSettings(store.read);
    const title = templateTitle(language);
    const path = await desktop.pickSaveFile({ title, name: `${title}.xlsx`, kinds: [EXCEL] });
    if (path !== null) await makeTemplate(store, run, actorOf(context), language, path);
    return { path };
  }),
};
