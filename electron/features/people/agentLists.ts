// Lists of agents: the whole list in pages by columns for the grid, and the quick search by name, number or pinyin.
import { AGENT_PAGE, type AgentHit, type AgentPage } from '../../../shared/contract/people.ts';
import { maskPhone } from '../../../shared/domain/people/phone.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { placedOn } from './assignments.ts';

type PageRow = { readonly [Column in keyof Omit<AgentPage, 'next' | 'total'>]: AgentPage[Column][number] };

/** The page after the employee number `after`, by number, telephone numbers masked. */
export function agentPage(db: ReadDb, after: string | null): AgentPage {
  const rows = db.all<PageRow>(
    sql`SELECT agent.id, number, name, pinyin, initials, gender, licence, engagement, phone, hired_on AS hiredOn, status,
        a.team, a.branch_id AS branchId
      FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND a.until_day IS NULL
      WHERE number > ${after ?? ''} ORDER BY number LIMIT ${AGENT_PAGE}`,
  );
  const column = <Name extends keyof PageRow>(name: Name): PageRow[Name][] => rows.map((row) => row[name]);
  return {
    id: column('id'),
    number: column('number'),
    name: column('name'),
    pinyin: column('pinyin'),
    initials: column('initials'),
    gender: column('gender'),
    licence: column('licence'),
    engagement: column('engagement'),
    phone: column('phone').map((phone) => (phone === null ? null : maskPhone(phone))),
    hiredOn: column('hiredOn'),
    status: column('status'),
    team: column('team'),
    branchId: column('branchId'),
    next: rows.length === AGENT_PAGE ? (rows.at(-1)?.number ?? null) : null,
    total: db.get<{ n: number }>(sql`SELECT count(*) AS n FROM agent`)?.n ?? 0,
  };
}

/** Agents whose number, name, pinyin or initials hold the text; whole matches first, those who left last. */
export function searchAgents(db: ReadDb, input: { readonly text: string; readonly limit: number }): AgentHit[] {
  const text = input.text.normalize('NFKC').trim();
  const latin = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (text === '' || latin === '') return [];
  // LIKE folds the case of Latin letters ten times faster than lower() would.
  const inNumber = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  // The branch and team are looked up for the few that are answered, not for all that are searched.
  return db.all<AgentHit>(
    sql`WITH hit AS (
          SELECT id, number, name, status,
            CASE WHEN number = ${text} OR name = ${text} THEN 0
              WHEN instr(name, ${text}) = 1 OR initials = ${latin} OR pinyin = ${latin} THEN 1
              WHEN number LIKE ${inNumber.slice(1)} ESCAPE '\\' OR instr(pinyin, ${latin}) = 1 THEN 2 ELSE 3 END AS rank
          FROM agent
          WHERE instr(pinyin, ${latin}) OR instr(initials, ${latin}) OR instr(name, ${text})
            OR number LIKE ${inNumber} ESCAPE '\\'
          ORDER BY status = 'left', rank, number LIMIT ${input.limit}
        )
        SELECT hit.id, number, hit.name, a.team, a.branch_id AS branchId, branch.name AS branchName, status FROM hit
        JOIN agent_assignment a ON a.agent_id = hit.id AND a.until_day IS NULL JOIN branch ON branch.id = a.branch_id
        ORDER BY status = 'left', rank, number`,
  );
}

export interface ReportedAgent {
  readonly number: string;
  readonly name: string;
  /** 0 for those who have left or were hired after the day asked for: listed where there is evidence about them. */
  readonly employed: number;
  /** On the day asked for. */
  readonly team: string;
}

/** Whether a row of `agent` is employed on a day, as far as is known: not left, and not hired later. */
export const employedOn = (day: string): Sql =>
  sql`(agent.status <> 'left' AND (agent.hired_on IS NULL OR agent.hired_on <= ${day}))`;

/** Agents by id with the team they were in on a day. */
export function agentsOn(db: ReadDb, ids: readonly string[], day: string): Map<string, ReportedAgent> {
  const rows = db.all<ReportedAgent & { readonly id: string }>(
    sql`SELECT agent.id, number, agent.name, ${employedOn(day)} AS employed, a.team
      FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND ${placedOn(day)}
      WHERE agent.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, ...agent }) => [id, agent]));
}
