// Session scores before and after a day for a branch's agents, whole, by team, and for one agent beside the others; and the
// days on which something happened that such a comparison can be built around.
import type { BeforeAfter, ComparedGroup, ComparedSession, Intervention } from '../../../shared/contract/dashboard.ts';
import { compareMeans } from '../../../shared/domain/dashboard/beforeAfter.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { assess, sessionScore } from '../../../shared/domain/scoring/score.ts';
import { addDays, dayOf, isDay } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { evidenceOfAgents } from '../score/evidence.ts';
import { currentModel } from '../score/models.ts';
import { knownAgents, type KnownAgent } from './agents.ts';

export interface CompareInput {
  readonly file: string;
  readonly branchId: string;
  readonly day: string;
  /** Days looked at on either side. */
  readonly days: number;
  readonly agentId: string | null;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Scored {
  readonly agent: KnownAgent;
  readonly session: ComparedSession;
}

type Head = Pick<ComparedGroup, 'key' | 'kind' | 'name' | 'detail'>;

function groupOf(head: Head, own: readonly Scored[]): ComparedGroup {
  const on = (side: ComparedSession['side']): number[] =>
    own.filter(({ session }) => session.side === side).map(({ session }) => session.score);
  const agents = new Set(own.map(({ agent }) => agent.id)).size;
  return { ...head, agents, ...compareMeans(on('before'), on('after')) };
}

const teamKey = ({ branchId, team }: KnownAgent): string => `${branchId} ${team}`;

function groupsOf(scored: readonly Scored[], agentId: string | null): ComparedGroup[] {
  const whole = groupOf({ key: 'whole', kind: 'whole', name: '', detail: '' }, scored);
  const ofAgent = scored.filter(({ agent }) => agent.id === agentId);
  const others = scored.filter(({ agent }) => agent.id !== agentId);
  const named = ofAgent[0]?.agent;
  const chosen =
    agentId === null
      ? []
      : [
          groupOf(
            { key: agentId, kind: 'agent', name: named?.agentName ?? '', detail: named?.employeeNumber ?? '' },
            ofAgent,
          ),
          groupOf({ key: 'others', kind: 'others', name: '', detail: '' }, others),
        ];
  const teams = [...Map.groupBy(scored, ({ agent }) => teamKey(agent))]
    .map(([key, own]) => {
      const { team, branchName } = own[0]!.agent;
      return groupOf({ key, kind: 'team', name: team, detail: branchName }, own);
    })
    .sort((a, b) => `${a.detail} ${a.name}`.localeCompare(`${b.detail} ${b.name}`, 'zh-CN', { numeric: true }));
  return [whole, ...chosen, ...teams];
}

function readComparison(db: ReadDb, input: CompareInput, signal: AbortSignal): BeforeAfter {
  const { branchId, day, days, timeZone, now } = input;
  const branch = getBranch(db, branchId);
  const { model } = currentModel(db);
  const before = { start: addDays(day, -days), end: day };
  const after = { start: addDays(day, 1), end: addDays(day, days + 1) };
  // The same agents on both sides: those whom the branch had on the day, or has today if it is to come.
  const today = dayOf(now, timeZone);
  const there = day < today ? day : today;
  const ids = agentsOfBranchesAt(db, branchAndBelow(db, branchId), there);
  const known = knownAgents(db, ids, there);
  const beside = (agentId: string): string[] =>
    input.agentId === null ? [] : [agentId === input.agentId ? agentId : 'others'];
  const scored = (['before', 'after'] as const).flatMap((side) => {
    const window = windowOf({ kind: 'month', ...(side === 'before' ? before : after), timeZone }, now);
    const found: Scored[] = [];
    for (const { agentId, evidence } of evidenceOfAgents(db, ids, window)) {
      signal.throwIfAborted();
      const agent = known.get(agentId);
      if (!agent) continue;
      for (const { source } of assess(evidence, window, model).units.session) {
        const { score } = sessionScore(source, model);
        if (score === null) continue;
        const { agentName, employeeNumber, team } = agent;
        found.push({
          agent,
          session: {
            ...{ observationId: source.id, day: dayOf(source.at, timeZone), side, score },
            ...{ agentName, employeeNumber, team },
            groups: ['whole', ...beside(agentId), teamKey(agent)],
          },
        });
      }
    }
    return found;
  });
  return {
    ...{ branchName: branch.name, day, before, after, groups: groupsOf(scored, input.agentId) },
    sessions: scored.map(({ session }) => session).sort((a, b) => a.day.localeCompare(b.day)),
  };
}

/** Compares in the worker. @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const compareSessions: Task<CompareInput, BeforeAfter> = (input, { signal }) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(readComparison(db, input, signal));
  } finally {
    db.close();
  }
};

const LISTED = 200;
/** A whole team's training is one row for each; these must not push out the rest. */
const LISTED_TRAININGS = 60;

/** Confirmed red lines, rectifications decided and verified for agents who are at the branch or below it on a day, newest first. */
export function interventionsOf(db: ReadDb, branchId: string, today: string, timeZone: string): Intervention[] {
  getBranch(db, branchId);
  const ids = among(agentsOfBranchesAt(db, branchAndBelow(db, branchId), today));
  const rows = db.all<Omit<Intervention, 'day'> & { readonly at: string }>(sql`
    SELECT happened.id, kind, at, agent_id AS agentId, a.name AS agentName, a.number AS employeeNumber FROM (
      SELECT l.id, 'redLine' AS kind, l.decided_at AS at, o.agent_id FROM red_line l
        JOIN observation o ON o.id = l.observation_id WHERE l.state = 'confirmed'
      UNION ALL SELECT id, 'redLine', decided_at, agent_id FROM inspection_red_line WHERE state = 'confirmed'
      UNION ALL SELECT id, 'rectification', decided_at, agent_id FROM assessment_decision
        WHERE kind = 'rectification' AND withdrawn_at IS NULL
      UNION ALL SELECT id, 'verified', verified_at, agent_id FROM rectification WHERE verified_at IS NOT NULL
      UNION ALL SELECT * FROM (SELECT id, 'training', day, agent_id FROM training_record
        WHERE state = 'standing' AND agent_id IN ${ids} ORDER BY day DESC, id LIMIT ${LISTED_TRAININGS})
    ) happened JOIN agent a ON a.id = happened.agent_id
    WHERE agent_id IN ${ids} ORDER BY at DESC, happened.id LIMIT ${LISTED}`);
  return rows.map(({ at, ...row }) => ({ ...row, day: isDay(at) ? at : dayOf(Date.parse(at), timeZone) }));
}
