// The draw of a sampling plan: how many of each stratum, who of them, on which day and by whom. Everything follows from the
// frame, the seed and the rule's version, so that anyone can draw the same plan again.
import { drawOrder } from '../records/draw.ts';
import { agentsFor } from './coverage.ts';
import { firstDay, Fitting, freeDays, placeAgain, shareOut, spread, type Room, type Stretch } from './schedule.ts';
import { byWeight, keyOf, stratumOf, weightOf, type FrameAgent, type StratumKey } from './strata.ts';

export interface DrawInput {
  readonly rule: number;
  readonly seed: string;
  /** First day of the period. */
  readonly start: string;
  /** Share of the frame to be observed, 0..1. */
  readonly goal: number;
  /** Observations wanted of every agent who is observed; left out, as by rule 1, it is one. */
  readonly sessions?: number;
  /** All agents in service at the branch and below; their order does not matter, nor that of the assessors. */
  readonly frame: readonly FrameAgent[];
  readonly room: Room;
}

export interface Draw {
  readonly agentId: string;
  readonly day: string;
  readonly assessorId: string;
}

export interface StratumRow extends StratumKey {
  readonly weight: number;
  /** Agents of the frame in it, those of them already covered, and those drawn. */
  readonly size: number;
  readonly covered: number;
  readonly drawn: number;
}

export interface Drawn {
  /** By day, then assessor. */
  readonly draws: readonly Draw[];
  /** Heaviest first. */
  readonly strata: readonly StratumRow[];
  /** Agents still to be covered when the plan was drawn. */
  readonly needed: number;
  /** Of those, how many found no place. */
  readonly missing: number;
  /** Observations beyond the first, of those drawn or covered already, that found no place. */
  readonly short: number;
}

interface Stratum {
  readonly key: StratumKey;
  readonly members: readonly FrameAgent[];
  /** Those not yet covered, in the order of the draw. */
  readonly order: readonly FrameAgent[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The members of a stratum in the order in which the seed draws them; whoever is replaced gives way to the next. */
export const stratumOrder = <Member extends { readonly id: string }>(
  members: readonly Member[],
  key: StratumKey,
  seed: string,
): Member[] =>
  drawOrder(
    [...members].sort((a, b) => compareText(a.id, b.id)),
    `${seed}/${keyOf(key)}`,
  );

/**
 * Shares a number out among strata in proportion to size × weight, none above its size: shares in full first where the
 * proportion goes beyond it, then whole numbers by the largest remainder, equal ones by the order of the strata.
 */
export function allocate(
  strata: readonly { readonly size: number; readonly weight: number }[],
  total: number,
): number[] {
  const share = strata.map(() => 0);
  let open = [...strata.keys()].filter((at) => strata[at]!.size > 0);
  let left = Math.min(
    total,
    strata.reduce((sum, { size }) => sum + size, 0),
  );
  const wanted = left;
  while (open.length > 0 && left > 0) {
    const mass = open.reduce((sum, at) => sum + strata[at]!.size * strata[at]!.weight, 0);
    const rate = left / mass;
    const full = open.filter((at) => rate * strata[at]!.weight >= 1 - 1e-12);
    for (const at of full.length > 0 ? full : open)
      share[at] = full.length > 0 ? strata[at]!.size : rate * strata[at]!.weight * strata[at]!.size;
    if (full.length === 0) break;
    left -= full.reduce((sum, at) => sum + strata[at]!.size, 0);
    open = open.filter((at) => !full.includes(at));
  }
  const whole = share.map((value) => Math.floor(value + 1e-9));
  const rest = wanted - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = [...strata.keys()]
    .filter((at) => whole[at]! < strata[at]!.size)
    .sort((a, b) => share[b]! - whole[b]! - (share[a]! - whole[a]!) || a - b);
  for (const at of byRemainder.slice(0, rest)) whole[at]! += 1;
  return whole;
}

function strataOf({ frame, start, seed }: DrawInput): Stratum[] {
  const groups = Map.groupBy(frame, (agent) => keyOf(stratumOf(agent, start)));
  return [...groups.values()]
    .map((members) => {
      const key = stratumOf(members[0]!, start);
      return { key, members, order: stratumOrder(members, key, seed).filter(({ covered }) => !covered) };
    })
    .sort((a, b) => byWeight(a.key, b.key));
}

interface Visit {
  readonly id: string;
  /** Its place among the working days. */
  readonly day: number;
}

/**
 * When those taken are observed. The first observation of each goes before the second of any; where more than one is wanted,
 * each has a stretch of the period of its own, so that one agent's lie apart.
 */
function visitsOf(
  taken: readonly FrameAgent[],
  frame: readonly FrameAgent[],
  days: readonly string[],
  { free, sessions }: { readonly free: readonly number[]; readonly sessions: number },
): { visits: Visit[]; short: number } {
  const first = ({ from }: FrameAgent): number => firstDay(days, from);
  const stretchOf = (round: number): Stretch => ({
    from: Math.floor((round * days.length) / sessions),
    to: Math.floor(((round + 1) * days.length) / sessions),
  });
  const own = new Map(frame.map((agent) => [agent.id, (agent.days ?? []).map((day) => days.indexOf(day))] as const));
  const visits: Visit[] = [];
  const visit = (id: string, day: number): void => {
    visits.push({ id, day });
    own.get(id)?.push(day);
  };
  const placed = sessions === 1 ? spread(taken.map(first), free) : spread(taken.map(first), free, stretchOf(0));
  taken.forEach(({ id }, at) => visit(id, placed[at]!));

  const left = free.map((places, day) => places - placed.filter((one) => one === day).length);
  const again = [...taken, ...[...frame].sort((a, b) => compareText(a.id, b.id)).filter(({ covered }) => covered)];
  let short = 0;
  for (let round = 1; round < sessions; round += 1) {
    const open = again.filter(({ id }) => (own.get(id)?.length ?? 0) <= round);
    const found = placeAgain(
      open.map((agent) => ({ first: first(agent), days: own.get(agent.id) ?? [] })),
      left,
      stretchOf(round),
    );
    open.forEach(({ id }, at) => {
      const day = found[at];
      if (day === null || day === undefined) short += 1;
      else visit(id, day);
    });
  }
  return { visits, short };
}

/** Draws the plan. What does not fit in is counted as missing, and whoever can be observed takes the place of who cannot. */
export function drawPlan(input: DrawInput): Drawn {
  const { frame, goal, seed } = input;
  const room = {
    ...input.room,
    assessors: drawOrder([...input.room.assessors].sort(compareText), `${seed}/assessors`),
  };
  const free = freeDays(room);
  const places = free.reduce((sum, one) => sum + one, 0);
  const covered = frame.filter((agent) => agent.covered).length;
  const needed = Math.max(0, agentsFor(goal, frame.length) - covered);
  const wanted = Math.min(needed, places);

  const strata = strataOf(input);
  const shares = allocate(
    strata.map(({ key, order }) => ({ size: order.length, weight: weightOf(key) })),
    wanted,
  );
  const chosen = strata.flatMap(({ order }, at) => order.slice(0, shares[at]));
  const reserve = strata.flatMap(({ order }, at) => order.slice(shares[at]));
  const fitting = new Fitting(free);
  const taken: FrameAgent[] = [];
  for (const agent of [...chosen, ...reserve])
    if (taken.length < wanted && fitting.take(firstDay(room.days, agent.from))) taken.push(agent);

  const { visits, short } = visitsOf(taken, frame, room.days, { free, sessions: input.sessions ?? 1 });
  const assessors = shareOut(
    visits.map(({ day }) => day),
    room,
  );
  const draws = visits.map(({ id, day }, at) => ({ agentId: id, day: room.days[day]!, assessorId: assessors[at]! }));
  const drawn = new Set(taken.map(({ id }) => id));
  return {
    draws: draws.sort((a, b) => compareText(a.day, b.day) || compareText(a.assessorId, b.assessorId)),
    strata: strata.map(({ key, members }) => ({
      ...key,
      weight: weightOf(key),
      size: members.length,
      covered: members.filter((agent) => agent.covered).length,
      drawn: members.filter(({ id }) => drawn.has(id)).length,
    })),
    needed,
    missing: needed - taken.length,
    short,
  };
}
