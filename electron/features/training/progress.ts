// Hours of the year against the 20 that are asked for (1.4.2), for agents in service; and what the home screen reminds of.
import type { ProgressRow } from '../../../shared/contract/trainingInsight.ts';
import { askedOf, standingOf, type Asked } from '../../../shared/domain/training/progress.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { branchAndBelow } from '../people/branches.ts';
import { currentModel } from '../score/models.ts';
import { readSettings } from '../settings.ts';

/** The part of a store that is read: the worker has no other. */
type Reading = Pick<Store, 'clock'> & { readonly read: ReadDb };

type Read = Omit<ProgressRow, 'required' | 'whole' | 'standing' | 'missing'> & { readonly branchId: string };

function readRows(db: ReadDb, branchId: string | null, year: number, today: string): Read[] {
  const branches = branchId === null ? null : JSON.stringify(branchAndBelow(db, branchId));
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return db.all<Read>(sql`
    SELECT agent.id AS agentId, agent.name AS agentName, agent.number AS employeeNumber, a.branch_id AS branchId,
      branch.name AS branchName, a.team, agent.hired_on AS hiredOn, coalesce(r.hours, 0) AS hours, r.lastOn,
      coalesce(r.contents, 0) AS contents, coalesce(p.planned, 0) AS planned, coalesce(p.overdue, 0) AS overdue
    FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND a.until_day IS NULL
      JOIN branch ON branch.id = a.branch_id
      LEFT JOIN (SELECT agent_id, round(sum(hours), 2) AS hours, max(day) AS lastOn,
          count(DISTINCT content) AS contents FROM training_record
        WHERE state = 'standing' AND day >= ${first} AND day <= ${last} GROUP BY agent_id) r ON r.agent_id = agent.id
      LEFT JOIN (SELECT agent_id, count(*) AS planned, sum(due_on < ${today}) AS overdue FROM training_plan
        WHERE state = 'planned' GROUP BY agent_id) p ON p.agent_id = agent.id
    WHERE agent.status = 'active' AND (agent.hired_on IS NULL OR agent.hired_on <= ${last})
      AND (${branches} IS NULL OR a.branch_id IN (SELECT value FROM json_each(${branches})))
    ORDER BY agent.number`);
}

const todayOf = (store: Reading): string => dayOf(store.clock(), readSettings(store.read).timeZone);

/** Hours of a whole year, of the model in force. */
export const hoursAsked = (db: ReadDb): { hoursPerYear: number } => ({
  hoursPerYear: currentModel(db).model.adjustments.training.hoursPerYear,
});

/** Agents in service now, of a branch and those below it or of all, by employee number. */
export function trainingProgress(
  store: Reading,
  { branchId, year }: { readonly branchId: string | null; readonly year: number },
): (ProgressRow & { readonly branchId: string })[] {
  const db = store.read;
  const today = todayOf(store);
  const { model } = currentModel(db);
  // Whoever was hired in one month is asked for the same hours: worked out once, not for each of thousands.
  const known = new Map<string, Asked>();
  return readRows(db, branchId, year, today).map((row) => {
    const { hours, hiredOn } = row;
    const month = hiredOn?.slice(0, 7) ?? '';
    const asked = known.get(month) ?? askedOf({ hiredOn, year, today }, model);
    known.set(month, asked);
    return { ...row, ...standingOf(hours, asked) };
  });
}

/** Agents short of the hours asked for so far, where their branch keeps trainings this year, as the score has it; overdue plans. */
export function trainingReminder(store: Reading): { short: number; overdue: number } {
  const today = todayOf(store);
  const year = Number(today.slice(0, 4));
  const kept = new Set(
    store.read
      .all<{ id: string }>(
        sql`SELECT DISTINCT branch_id AS id FROM training_record WHERE state = 'standing' AND day >= ${`${year}-01-01`}`,
      )
      .map(({ id }) => id),
  );
  const overdue =
    store.read.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM training_plan WHERE state = 'planned' AND due_on < ${today}`,
    )?.n ?? 0;
  if (kept.size === 0) return { short: 0, overdue };
  const rows = trainingProgress(store, { branchId: null, year });
  return { overdue, short: rows.filter(({ standing, branchId }) => standing === 'short' && kept.has(branchId)).length };
}
