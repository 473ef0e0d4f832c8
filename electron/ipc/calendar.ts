// Handlers of 工作日历.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { Console } from '../console.ts';
import { EXCEL, type FileKind } from '../desktop.ts';
import { CalendarDesk } from '../features/calendar/importDesk.ts';
import { makeTemplate, templateTitle } from '../features/calendar/template.ts';
import { missingYears, todayOf, workingCalendar } from '../features/calendar/years.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { calendar } = area({ calendar: contract.calendar });

const SHEET_OR_TEXT: FileKind = { name: 'Excel, CSV', extensions: ['xlsx', 'csv'] };

const desks = new WeakMap<Console, CalendarDesk>();

/** The import under way in a console. */
function deskOf(console: Console): CalendarDesk {
  const known = desks.get(console) ?? new CalendarDesk();
  desks.set(console, known);
  return known;
}

export const calendarRoutes: Handlers<Contract['calendar']> = {
  get: calendar.get.handler(({ context: { console } }) => workingCalendar(console.store)),
  missing: calendar.missing.handler(({ context: { console } }) => ({
    years: missingYears(console.store.read, todayOf(console.store)),
  })),
  open: calendar.open.handler(async function* ({ context: { console }, signal }) {
    const { store, run, desktop } = console;
    const title = templateTitle(readSettings(store.read).language);
    const path = await desktop.pickOpenFile({ title, kinds: [SHEET_OR_TEXT] });
    return path === null ? null : yield* deskOf(console).open(store, run, path, signal);
  }),
  apply: calendar.apply.handler(({ context, input }) => ({
    years: deskOf(context.console).apply(context.console.store, actorOf(context), input.previewId),
  })),
  template: calendar.template.handler(async ({ context }) => {
    const { store, run, desktop } = context.console;
    const { language } = readSettings(store.read);
    const title = templateTitle(language);
    const path = await desktop.pickSaveFile({ title, name: `${title}.xlsx`, kinds: [EXCEL] });
    if (path !== null) await makeTemplate(store, run, actorOf(context), language, path);
    return { path };
  }),
};
