// Adds an agent to a plan after its draw, with the reason: whoever joined meanwhile, or whom the branch wants observed besides.
// They get as many observations as the plan wants of everybody, apart from each other, as far as there is room.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { placeFor } from '../../../shared/domain/plan/schedule.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { observeDraw } from './changes.ts';
import { agentsToCover, daysOfAgent } from './coverage.ts';
import { roomOf } from './room.ts';
import { planFor, todayOf } from './rows.ts';

export interface Addition {
  readonly id: string;
  readonly agentId: string;
  readonly reason: string;
}

/**
 * Answers the days that the agent was given.
 * @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong, planAgentEnough, planFull; INVALID planAgentElsewhere
 */
export const addToPlan = (store: Store, actor: Actor, { id, agentId, reason }: Addition): { days: string[] } =>
  store.change(actor.userId, (tx) => {
    const plan = planFor(tx, id, 'change');
    const today = todayOf(store);
    const { period, capacity, sessions, branchId } = plan;
    const agent = agentsToCover(tx, branchId, period, today).find((one) => one.id === agentId);
    if (!agent) throw new AppError('INVALID', 'planAgentElsewhere');
    const drafted = tx
      .all<{ day: string }>(
        sql`SELECT day FROM plan_draw WHERE plan_id = ${id} AND agent_id = ${agentId} AND replaced_at IS NULL
          AND observation_id IS NULL`,
      )
      .map(({ day }) => day);
    const own = [...daysOfAgent(agent), ...drafted];
    const wanted = sessions - own.length;
    if (wanted <= 0) throw new AppError('CONFLICT', 'planAgentEnough', { count: own.length });
    const given: string[] = [];
    for (let round = 0; round < wanted; round += 1) {
      const room = roomOf(tx, calendarOf(tx), { period, today, capacity, assessors: plan.input.room.assessors });
      const days = room.days.filter((day) => !own.includes(day));
      const from = days[Math.floor((round * days.length) / wanted)];
      const place = (notBefore: string | null) =>
        placeFor(
          { ...room, days },
          { from: notBefore, day: notBefore ?? today, assessorId: room.assessors[round % room.assessors.length] ?? '' },
        );
      const at = (from === undefined ? null : place(later(agent.hiredOn, from))) ?? place(agent.hiredOn);
      if (!at) break;
      const draw = { id: tx.newId(), agentId, ...at };
      tx.run(sql`INSERT INTO plan_draw (id, plan_id, agent_id, day, assessor_id, first_day, first_assessor, added_reason)
        VALUES (${draw.id}, ${id}, ${agentId}, ${at.day}, ${at.assessorId}, ${at.day}, ${at.assessorId}, ${reason})`);
      if (plan.state === 'inForce') observeDraw(tx, actor, plan, draw);
      own.push(at.day);
      given.push(at.day);
    }
    if (given.length === 0) throw new AppError('CONFLICT', 'planFull');
    tx.note({
      action: 'plan.added',
      entity: 'plan',
      entityId: id,
      facts: { agent: agentId, days: given.join(', ') },
      fields: { reason },
    });
    return { days: given };
  });

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b);
