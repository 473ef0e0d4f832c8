// Puts a plan in force, in the worker: every draw of a large branch becomes a planned observation with its audit entry, all in
// one change, and the window goes on meanwhile.
import type { Actor } from '../../../shared/contract/account.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { changeInWorker } from '../../db/workerChange.ts';
import type { Task } from '../../tasks/task.ts';
import { insteadOfPast, observeDraw } from './changes.ts';
import { drawsOf, planFor } from './rows.ts';

export interface EnforceInput {
  /** The database file; the task writes through a connection of its own. */
  readonly file: string;
  readonly planId: string;
  readonly actor: Actor;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Draws whose day went by meanwhile get another one; agents out of service get no observation and wait for their replacement. */
function enforce(tx: Change, { planId, actor }: EnforceInput, today: string): void {
  const plan = planFor(tx, planId, 'enforce');
  insteadOfPast(tx, plan, today);
  const draws = drawsOf(tx, plan, today).filter(({ state }) => state === 'drafted');
  tx.run(sql`UPDATE plan SET state = 'inForce' WHERE id = ${planId}`);
  for (const draw of draws) observeDraw(tx, actor, plan, draw);
  tx.note({ action: 'plan.enforced', entity: 'plan', entityId: planId, facts: { draws: draws.length } });
}

/** Puts a draft in force. @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong, planFull; CANCELLED */
export const enforceTask: Task<EnforceInput, undefined> = async (input) => {
  const { file, planId, actor, timeZone, now } = input;
  const db = connect(file);
  try {
    await changeInWorker(db, { actorId: actor.userId, now, seed: `plan:${planId}` }, (tx) => {
      enforce(tx, input, dayOf(now, timeZone));
      return Promise.resolve();
    });
    return undefined;
  } finally {
    db.close();
  }
};
