// When and by whom: which agents fit into the room that assessors have on working days, spread evenly over the period, and
// never on a day before an agent's employment.

export interface Room {
  /** Working days that are left, in order. */
  readonly days: readonly string[];
  readonly assessors: readonly string[];
  /** Observations an assessor can do on a day. */
  readonly capacity: number;
  /** Observations that are planned already, by `takenKey`. */
  readonly taken: Readonly<Record<string, number>>;
}

export const takenKey = (assessorId: string, day: string): string => `${assessorId} ${day}`;

export const freeOf = (room: Room, assessorId: string, day: string): number =>
  Math.max(0, room.capacity - (room.taken[takenKey(assessorId, day)] ?? 0));

/** Observations that fit into each day, in the order of the days. */
export const freeDays = (room: Room): number[] =>
  room.days.map((day) => room.assessors.reduce((sum, assessor) => sum + freeOf(room, assessor, day), 0));

/** The first day on which the agent is employed, as its place among the days; their number where there is none. */
export function firstDay(days: readonly string[], from: string | null): number {
  const at = from === null ? 0 : days.findIndex((day) => day >= from);
  return at === -1 ? days.length : at;
}

/**
 * Takes agents one by one as long as all taken ones fit. Windows only differ in their first day, so they fit exactly when
 * from every day on no more agents must come than places are left.
 */
export class Fitting {
  private readonly left: number[];

  constructor(free: readonly number[]) {
    this.left = free.map((_, at) => free.slice(at).reduce((sum, places) => sum + places, 0));
  }

  /** Takes one whose first day is `first`, or refuses. */
  take(first: number): boolean {
    if (first >= this.left.length || this.left.slice(0, first + 1).some((places) => places === 0)) return false;
    for (let at = 0; at <= first; at += 1) this.left[at]! -= 1;
    return true;
  }
}

/** An order of 0..n−1 in which each stretch of it is spread over the whole: bits reversed. */
function spreadOrder(n: number): number[] {
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, n))));
  const reversed = (at: number): number =>
    Number.parseInt(at.toString(2).padStart(bits, '0').split('').reverse().join(''), 2);
  return Array.from({ length: n }, (_, at) => at).sort((a, b) => reversed(a) - reversed(b));
}

/** Days that are preferred, by their places: `to` is the first after them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const within = (day: number, stretch: Stretch | undefined): boolean =>
  stretch === undefined || (day >= stretch.from && day < stretch.to);

/** The days of the stretch first, each part spread over itself. */
const stretched = (n: number, stretch: Stretch | undefined): number[] =>
  spreadOrder(n).sort((a, b) => Number(within(b, stretch)) - Number(within(a, stretch)));

/** Whether a day serves better than the best so far: one of the stretch, then the least loaded. */
function better(load: readonly number[], day: number, best: number, stretch: Stretch | undefined): boolean {
  if (best === -1) return true;
  if (within(best, stretch) && !within(day, stretch)) return false;
  return load[day]! < load[best]!;
}

export interface Again {
  readonly first: number;
  /** Places of the agent's other observations, none of which may be taken again. */
  readonly days: readonly number[];
}

/**
 * A further observation of agents who have one: a day of the stretch where there is room, else any other day of theirs. Null
 * for those who found none. `free` is what is left of each day, and is used up.
 */
export function placeAgain(agents: readonly Again[], free: number[], stretch: Stretch): (number | null)[] {
  const most = [...free];
  const order = stretched(free.length, stretch);
  return agents.map(({ first, days }) => {
    let best: number | null = null;
    const load = most.map((places, day) => places - free[day]!);
    for (const day of order)
      if (day >= first && free[day]! > 0 && !days.includes(day) && better(load, day, best ?? -1, stretch)) best = day;
    if (best !== null) free[best]! -= 1;
    return best;
  });
}

/**
 * Gives agents that fit their days: those who can come latest are placed first, each on the least loaded day of theirs.
 * Among agents of the same first day the earlier in the list gets the earlier day. Days of the stretch go before the others.
 * Answers places among the days.
 */
export function spread(firsts: readonly number[], free: readonly number[], stretch?: Stretch): number[] {
  const load = free.map(() => 0);
  const order = stretched(free.length, stretch);
  const classes = Map.groupBy(firsts.keys(), (agent) => firsts[agent]!);
  const given: number[] = firsts.map(() => -1);
  for (const [first, agents] of [...classes].sort(([a], [b]) => b - a)) {
    const days = agents.map(() => {
      let best = -1;
      for (const day of order)
        if (day >= first && load[day]! < free[day]! && better(load, day, best, stretch)) best = day;
      if (best === -1) throw new RangeError('more agents than places');
      load[best]! += 1;
      return best;
    });
    days.sort((a, b) => a - b);
    agents.forEach((agent, at) => {
      given[agent] = days[at]!;
    });
  }
  return given;
}

/** Shares agents out among assessors day by day: whoever has room and the fewest so far; equals in the order of the list. */
export function shareOut(daysOfAgents: readonly number[], room: Room): string[] {
  const total = new Map(room.assessors.map((assessor) => [assessor, 0]));
  const today = new Map<string, number>();
  const given = daysOfAgents.map(() => '');
  const order = [...daysOfAgents.keys()].sort((a, b) => daysOfAgents[a]! - daysOfAgents[b]! || a - b);
  for (const agent of order) {
    const day = room.days[daysOfAgents[agent]!]!;
    const [chosen] = room.assessors
      .filter((assessor) => (today.get(takenKey(assessor, day)) ?? 0) < freeOf(room, assessor, day))
      .sort((a, b) => total.get(a)! - total.get(b)!);
    if (chosen === undefined) throw new RangeError('more agents than places');
    given[agent] = chosen;
    total.set(chosen, total.get(chosen)! + 1);
    today.set(takenKey(chosen, day), (today.get(takenKey(chosen, day)) ?? 0) + 1);
  }
  return given;
}

export interface Wish {
  /** First day of employment; null where it is not recorded. */
  readonly from: string | null;
  readonly day: string;
  readonly assessorId: string;
}

/** A place for one more agent: the wished one, else the wished assessor's next day, else anyone's next. Null without room. */
export function placeFor(room: Room, { from, day, assessorId }: Wish): { day: string; assessorId: string } | null {
  const days = room.days.slice(firstDay(room.days, from));
  const has = (one: string, who: string): boolean => room.assessors.includes(who) && freeOf(room, who, one) > 0;
  if (days.includes(day) && has(day, assessorId)) return { day, assessorId };
  const others = [assessorId, ...room.assessors.filter((who) => who !== assessorId)];
  for (const who of others) {
    const found = days.find((one) => has(one, who));
    if (found !== undefined) return { day: found, assessorId: who };
  }
  return null;
}
