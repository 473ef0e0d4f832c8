// What agents need, from the values of their criteria (7.3; the rule stands in shared/domain/training/needs.ts), in the worker.
import type { AgentNeeds, Needs } from '../../../shared/contract/trainingInsight.ts';
import type { TrainingContent } from '../../../shared/contract/trainingWords.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/domain/time.ts';
import {
  AWAITED_DAYS,
  contentsFor,
  isKnown,
  isWeak,
  weakest,
  type Tallied,
} from '../../../shared/domain/training/needs.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { knownAgents, type KnownAgent } from '../dashboard/agents.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow } from '../people/branches.ts';
import { criterionScores, type CriterionScore } from '../score/criterionScores.ts';
import { criteriaNow, type TrainedCriterion } from './criteriaNow.ts';

export interface NeedsInput {
  readonly file: string;
  /** Null for all branches. */
  readonly branchId: string | null;
  /** Null for all teams. */
  readonly team: string | null;
  /** Looked back from today. */
  readonly days: number;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Agents read at once, so that their values never stand in memory together. */
const CHUNK = 100;

interface Branch {
  agents: number;
  known: number;
  sum: number;
  answers: number;
}

function agentsAsked(db: ReadDb, { branchId, team }: NeedsInput, today: string): KnownAgent[] {
  const ids =
    branchId === null
      ? db.all<{ id: string }>(sql`SELECT id FROM agent ORDER BY number`).map(({ id }) => id)
      : agentsOfBranchesAt(db, branchAndBelow(db, branchId), today);
  const known = knownAgents(db, ids, today);
  return ids.flatMap((id) => {
    const agent = known.get(id);
    return agent && agent.employed === 1 && (team === null || agent.team === team) ? [agent] : [];
  });
}

/** Day of the latest standing training of an agent and content that began to be awaited not before the day. */
const taughtSince = (db: ReadDb, day: string): ReadonlyMap<string, string> =>
  new Map(
    db
      .all<{ key: string; day: string }>(
        sql`SELECT agent_id || ' ' || content AS key, max(day) AS day FROM training_record
          WHERE state = 'standing' AND day >= ${day} GROUP BY agent_id, content`,
      )
      .map((one) => [one.key, one.day] as const),
  );

/** Sum and count of each agent's values by criterion. */
function tally(scores: Iterable<CriterionScore>) {
  const found = new Map<string, Map<string, Tallied>>();
  for (const { agentId, criterion, value } of scores) {
    const own = found.get(agentId) ?? new Map<string, Tallied>();
    found.set(agentId, own);
    const { sum, answers } = own.get(criterion) ?? { sum: 0, answers: 0 };
    own.set(criterion, { sum: sum + value, answers: answers + 1 });
  }
  return found;
}

const plannedOf = (db: ReadDb): ReadonlySet<string> =>
  new Set(
    db
      .all<{ key: string }>(
        sql`SELECT DISTINCT agent_id || ' ' || content AS key FROM training_plan WHERE state = 'planned'`,
      )
      .map(({ key }) => key),
  );

function add(totals: Map<string, Branch>, code: string, { sum, answers }: Tallied): void {
  const total = totals.get(code) ?? { agents: 0, known: 0, sum: 0, answers: 0 };
  totals.set(code, total);
  total.known += 1;
  total.sum += sum;
  total.answers += answers;
}

const mostFirst = (a: { readonly agents: number }, b: { readonly agents: number }): number => b.agents - a.agents;

const shownCriteria = (totals: ReadonlyMap<string, Branch>, now: ReadonlyMap<string, TrainedCriterion>) =>
  [...totals]
    .flatMap(([code, { agents, known, sum, answers }]) => {
      const criterion = now.get(code);
      return criterion && agents > 0 ? [{ ...criterion, agents, known, answers, mean: sum / answers }] : [];
    })
    .sort((a, b) => mostFirst(a, b) || a.mean - b.mean);

/** @throws AppError NOT_FOUND standardMissing; when the signal fires */
export const trainingNeeds: Task<NeedsInput, Needs> = (input, { signal, onProgress }) => {
  const db = connect(input.file, { readonly: true });
  try {
    const { timeZone, now } = input;
    const to = dayOf(now, timeZone);
    const from = addDays(to, 1 - input.days);
    const [startsAt, endsAt] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)];
    const criteria = criteriaNow(db);
    const planned = plannedOf(db);
    const taught = taughtSince(db, addDays(to, 1 - AWAITED_DAYS));
    const asked = agentsAsked(db, input, to);
    const agents: AgentNeeds[] = [];
    const totals = new Map<string, Branch>();
    const perContent = new Map<TrainingContent, number>();
    for (let first = 0; first < asked.length; first += CHUNK) {
      signal.throwIfAborted();
      onProgress({ stage: 'reading', done: first, total: asked.length });
      const some = asked.slice(first, first + CHUNK);
      const ids = some.map(({ id }) => id);
      const scores = [...criterionScores(db, { agentIds: ids, criteria: null, from: startsAt, to: endsAt })];
      const tallies = tally(scores);
      /** What was taught of a content whose criteria have not fallen since; null where there is none. */
      const awaitingOf = (id: string, content: TrainingContent) => {
        const trainedOn = taught.get(`${id} ${content}`);
        if (trainedOn === undefined) return null;
        const after = startOfDay(addDays(trainedOn, 1), timeZone);
        const since = tally(
          scores.filter(
            (one) => one.agentId === id && one.at >= after && criteria.get(one.criterion)?.content === content,
          ),
        ).get(id);
        const again = [...(since ?? [])].some(([, tallied]) => isWeak(tallied));
        return again ? null : { trainedOn, until: addDays(trainedOn, AWAITED_DAYS) };
      };
      for (const { id, agentName, employeeNumber, branchName, team } of some) {
        // Items that the standard no longer has need no training.
        const own = new Map([...(tallies.get(id) ?? [])].filter(([code]) => criteria.has(code)));
        for (const [code, tallied] of own) if (isKnown(tallied)) add(totals, code, tallied);
        const weak = weakest(own).map(({ code, mean, answers }) => ({ ...criteria.get(code)!, mean, answers }));
        if (weak.length === 0) continue;
        for (const { code } of weak) totals.get(code)!.agents += 1;
        const contents = contentsFor(weak);
        for (const content of contents) perContent.set(content, (perContent.get(content) ?? 0) + 1);
        agents.push({
          ...{ agentId: id, agentName, employeeNumber, branchName, team, criteria: weak },
          contents: contents.map((content) => ({
            ...{ content, planned: planned.has(`${id} ${content}`), awaiting: awaitingOf(id, content) },
          })),
        });
      }
    }
    return Promise.resolve({
      ...{ from, to, agents, criteria: shownCriteria(totals, criteria) },
      contents: [...perContent].map(([content, count]) => ({ content, agents: count })).sort(mostFirst),
    });
  } finally {
    db.close();
  }
};
