// The draw of a sampling plan: how many of each stratum, who of them, on which day and by whom. Everything follows from the
// frame, the seed and the rule's version, so that anyone can draw the same plan again.
import { drawOrder } from '../records/draw.ts';
import { agentsFor } from './coverage.ts';
import { firstDay, Fitting, freeDays, shareOut, spread, type Room } from './schedule.ts';
import { byWeight, keyOf, stratumOf, weightOf, type FrameAgent, type StratumKey } from './strata.ts';

export interface DrawInput {
  readonly rule: number;
  readonly seed: string;
  /** First day of the period. */
  readonly start: string;
  /** Share of the frame to be observed, 0..1. */
  readonly goal: number;
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

  const days = spread(
    taken.map(({ from }) => firstDay(room.days, from)),
    free,
  );
  const assessors = shareOut(days, room);
  const draws = taken.map(({ id }, at) => ({ agentId: id, day: room.days[days[at]!]!, assessorId: assessors[at]! }));
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
  };
}
