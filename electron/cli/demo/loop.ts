// The closed loop of the demo: what is put down on the agenda for each of its quarters, so that headquarters finds cases in every
// state (4.4 and chapters 6 to 8).
import type { Actor } from '../../../shared/contract/account.ts';
import { addDays, addMonths } from '../../../shared/domain/time.ts';
import type { Console } from '../../console.ts';
import { saveFigure } from '../../features/responses/figures.ts';
import type { Agenda } from './agenda.ts';
import { planComplaints, type DemoCase } from './complaints.ts';
import { planImprovements, planReport, setDepartments } from './improve.ts';
import type { Chance } from './random.ts';
import { planRectifications } from './rectify.ts';
import { addCourses, leavePlans, trainQuarter } from './train.ts';

export interface Loop {
  readonly console: Console;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly branchId: string;
  readonly supervisors: readonly Actor[];
  readonly manager: Actor;
  readonly agentIds: readonly string[];
  readonly chance: Chance;
}

type Case = Omit<DemoCase, 'agentId' | 'start'>;

const EARLIER: readonly Case[] = [
  { after: 20, matter: 1, until: 'archived', conclusion: 'ordinary' },
  { after: 41, matter: 3, until: 'archived', conclusion: 'notUpheld' },
];
/** Days after 1 July; the last ones came before the holidays and are still on their way on 8 October. */
const REPORTED: readonly Case[] = [
  { after: 7, matter: 0, until: 'archived', conclusion: 'minor', reexamined: true },
  { after: 19, matter: 2, until: 'archived', conclusion: 'ordinary', sentBack: true, rectified: true },
  { after: 22, matter: 1, until: 'archived', conclusion: 'serious', slow: 9 },
  { after: 31, matter: 4, until: 'archived', conclusion: 'minor', newFacts: true },
  { after: 42, matter: 4, until: 'withdrawn' },
  { after: 55, matter: 3, until: 'archived', conclusion: 'notUpheld' },
  { after: 56, matter: 3, until: 'archived', joins: true },
  { after: 76, matter: 1, until: 'classified', people: 23, paused: true },
  { after: 83, matter: 0, until: 'reviewed', conclusion: 'minor' },
  { after: 84, matter: 4, until: 'answered', conclusion: 'minor' },
  { after: 85, matter: 2, until: 'handled', conclusion: 'minor' },
  { after: 88, matter: 0, until: 'investigated' },
  { after: 90, matter: 1, until: 'classified' },
  { after: 91, matter: 3, until: 'accepted' },
  { after: 91, matter: 0, until: 'received' },
];

/** What complaints are set against (5.5): each agent's month, entered on the first day after it. */
function planFigures({ console: { store }, agenda, supervisors, agentIds, chance }: Loop, start: string): void {
  for (const n of [0, 1, 2]) {
    const month = addMonths(start, n).slice(0, 7);
    agenda.put(Date.parse(`${addMonths(start, n + 1)}T09:30:00+08:00`), () => {
      for (const [index, agentId] of agentIds.entries()) {
        const clients = 120 + chance.below(160);
        const churned = chance.below(6);
        saveFigure(store, supervisors[index % supervisors.length]!, {
          ...{ id: null, revision: null, reason: null },
          fields: {
            ...{ agentId, month, services: 25 + chance.below(40), policies: Math.round(clients * 1.4), clients },
            ...{ retained: clients - churned, repurchased: chance.below(9), churned },
            ...{ cost: 2_000 + 100 * chance.below(30), benefit: 6_000 + 100 * chance.below(90) },
          },
        });
      }
    });
  }
}

/** Before the first quarter: courses, departments and what happens in both quarters. */
export function planLoop(loop: Loop, [first, second]: readonly [string, string]): void {
  const { console, agenda, agentIds, zone, supervisors, manager } = loop;
  const { store } = console;
  const here = { store, agenda, zone, supervisors, manager };
  const courses = addCourses(store, manager);
  setDepartments(loop, first);
  const training = { ...here, agentIds, chance: loop.chance };
  trainQuarter(training, courses, first, 0);
  trainQuarter(training, courses, second, 3);
  const ofAgents = (cases: readonly Case[], start: string, from: number): DemoCase[] =>
    cases.map((one, index) => {
      const place = from + 3 * (one.joins ? index - 1 : index);
      return { ...one, start, agentId: agentIds[place % agentIds.length]! };
    });
  for (const start of [first, second]) planFigures(loop, start);
  planComplaints(here, ofAgents(EARLIER, first, 7));
  planComplaints(here, ofAgents(REPORTED, second, 2));
  for (const day of [addDays(first, 30), addDays(first, 65), addDays(second, 14), addDays(second, 34)])
    planRectifications(here, day, 'ended');
  planRectifications(here, addDays(second, 72), 'left');
  planReport(loop, first, addDays(second, 6));
  planImprovements(loop, second);
  agenda.put(Date.parse(`${addDays(second, 90)}T10:00:00+08:00`), () =>
    leavePlans(training, courses, addDays(second, 150)),
  );
}
