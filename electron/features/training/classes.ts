// A course held for several agents at once: each gets a record, all of them in one transaction or none.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ClassInput, RecordFields } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CHECKS } from '../../../shared/contract/trainingWords.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { isMark } from '../../../shared/domain/training/mark.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { addRow } from '../responses/kept.ts';
import { readSettings } from '../settings.ts';
import { checkDay, nameOf, versionOf } from './records.ts';
import { trainingTable } from './rows.ts';
import { settlePlan } from './settling.ts';

/**
 * @throws AppError INVALID dayInFuture, markInvalid; NOT_FOUND agentUnknown, courseMissing; CONFLICT courseRetired, trainingClassMany,
 *   trainingClassAgent, trainingClassPlan (agent), trainingDayFull
 */
export const saveClass = (store: Store, actor: Actor, { course, rows }: ClassInput): { recorded: number } =>
  store.change(actor.userId, (tx) => {
    const today = dayOf(Date.parse(tx.at), readSettings(tx).timeZone);
    const courseVersion = versionOf(tx, course.courseId, null);
    const seen = new Set<string>();
    for (const { planId, ...row } of rows) {
      const fields: RecordFields = { ...course, ...row, courseVersion };
      const { agentId, day, title } = fields;
      const agent = nameOf(tx, agentId);
      if (seen.has(agentId)) throw new AppError('CONFLICT', 'trainingClassMany', { agent });
      seen.add(agentId);
      if (day > today) throw new AppError('INVALID', 'dayInFuture', { day });
      for (const check of TRAINING_CHECKS) {
        const mark = fields[check];
        if (mark !== null && !isMark(mark)) throw new AppError('INVALID', 'markInvalid', { mark });
      }
      const twice = tx.get(sql`SELECT 1 FROM training_record
        WHERE agent_id = ${agentId} AND day = ${day} AND title = ${title} AND state = 'standing'`);
      if (twice) throw new AppError('CONFLICT', 'trainingClassAgent', { agent, day, title });
      checkDay(tx, fields, null);
      const open = sql`SELECT 1 FROM training_plan WHERE id = ${planId} AND agent_id = ${agentId} AND state = 'planned'`;
      if (planId !== null && !tx.get(open)) throw new AppError('CONFLICT', 'trainingClassPlan', { agent });
      const id = addRow(tx, trainingTable, fields, { actorId: actor.userId, via: 'form' });
      settlePlan(tx, id, fields, planId);
    }
    return { recorded: rows.length };
  });
