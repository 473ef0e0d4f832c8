// Handlers of requests, return visits and figures: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { Console } from '../console.ts';
import { EXCEL } from '../desktop.ts';
import { listFigures, saveFigure } from '../features/responses/figures.ts';
import { ResponseDesk } from '../features/responses/importDesk.ts';
import { responseRecord, withdrawResponse } from '../features/responses/records.ts';
import { listRequests, saveRequest } from '../features/responses/requests.ts';
import { statisticsOf } from '../features/responses/statistics.ts';
import { makeTemplate, templateTitle } from '../features/responses/template.ts';
import { listVisits, saveVisit } from '../features/responses/visits.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { responses } = area({ responses: contract.responses });

const desks = new WeakMap<Console, ResponseDesk>();

/** The import under way in a console. */
function deskOf(console: Console): ResponseDesk {
  const known = desks.get(console) ?? new ResponseDesk();
  desks.set(console, known);
  return known;
}

export const responsesRoutes: Handlers<Contract['responses']> = {
  requests: responses.requests.handler(({ context: { console }, input }) => listRequests(console.store.read, input)),
  visits: responses.visits.handler(({ context: { console }, input }) => listVisits(console.store.read, input)),
  figures: responses.figures.handler(({ context: { console }, input }) => listFigures(console.store.read, input)),
  record: responses.record.handler(({ context: { console }, input }) =>
    responseRecord(console.store.read, input.kind, input.id),
  ),
  saveRequest: responses.saveRequest.handler(({ context, input }) =>
    saveRequest(context.console.store, actorOf(context), input),
  ),
  saveVisit: responses.saveVisit.handler(({ context, input }) =>
    saveVisit(context.console.store, actorOf(context), input),
  ),
  saveFigure: responses.saveFigure.handler(({ context, input }) =>
    saveFigure(context.console.store, actorOf(context), input),
  ),
  withdraw: responses.withdraw.handler(({ context, input }) =>
    withdrawResponse(context.console.store, actorOf(context), input),
  ),
  statistics: responses.statistics.handler(({ context: { console }, input }) =>
    statisticsOf(console.store.read, input, console.store.clock()),
  ),
  open: responses.open.handler(async function* ({ context: { console }, input, signal }) {
    const title = templateTitle(readSettings(console.store.read).language, input.kind);
    const path = await console.desktop.pickOpenFile({ title, kinds: [EXCEL] });
    return path === null ? null : yield* deskOf(console).open(console.store, console.run, input.kind, path, signal);
  }),
  preview: responses.preview.handler(async function* ({ context: { console }, input, signal }) {
    return yield* deskOf(console).preview(console.store, console.run, input, signal);
  }),
  rows: responses.rows.handler(({ context: { console }, input }) => deskOf(console).rows(input.previewId, input.page)),
  apply: responses.apply.handler(async function* ({ context, input, signal }) {
    const { console } = context;
    return yield* deskOf(console).apply(console.store, console.run, actorOf(context), input.previewId, signal);
  }),
  template: responses.template.handler(async ({ context, input }) => {
    const { store, run, desktop } = context.console;
    const { language } = readSettings(store.read);
    const title = templateTitle(language, input.kind);
    const path = await desktop.pickSaveFile({ title, name: `${title}.xlsx`, kinds: [EXCEL] });
    if (path !== null) await makeTemplate(store, run, actorOf(context), language, input.kind, path);
    return { path };
  }),
};
