// Scores of the trained criteria before and after a training (7.3), in the worker. A unit is one session or record review: the
// mean of its values of those criteria, in percent, so that one service is not counted for each of its answers. The criteria
// are those that the plan named, else all of the training's content. Only agents with values on both sides are compared, so
// that a change of people is not read as a change of scores. Of trainings of one content an agent's first counts.
import type { Effect } from '../../../shared/contract/trainingInsight.ts';
import type { TrainingContent } from '../../../shared/contract/trainingWords.ts';
import { compareMeans } from '../../../shared/domain/dashboard/beforeAfter.ts';
import { mean } from '../../../shared/domain/scoring/mean.ts';
import { addDays, startOfDay } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { criterionScores, type CriterionScore } from '../score/criterionScores.ts';
import { criteriaNow, type TrainedCriterion } from './criteriaNow.ts';

export interface EffectInput {
  readonly file: string;
  readonly of: { readonly kind: 'course' | 'record' | 'agent'; readonly id: string };
  readonly days: number;
  readonly timeZone: string;
}

interface Trained {
  readonly id: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly day: string;
  readonly content: TrainingContent;
  /** Codes as a JSON list; null or empty where no plan named any. */
  readonly criteria: string | null;
}

const SCOPE: Readonly<Record<EffectInput['of']['kind'], (id: string) => Sql>> = {
  course: (id) => sql`r.course_id = ${id}`,
  record: (id) => sql`r.id = ${id}`,
  agent: (id) => sql`r.agent_id = ${id}`,
};

/** The first standing training of each agent and content. */
function trainedOf(db: ReadDb, of: EffectInput['of']): Trained[] {
  const rows = db.all<Trained>(sql`SELECT r.id, r.agent_id AS agentId, agent.name AS agentName,
      agent.number AS employeeNumber, r.day, r.content, p.criteria
    FROM training_record r JOIN agent ON agent.id = r.agent_id LEFT JOIN training_plan p ON p.record_id = r.id
    WHERE r.state = 'standing' AND ${SCOPE[of.kind](of.id)} ORDER BY r.day, r.id`);
  const seen = new Set<string>();
  return rows.filter(({ agentId, content }) => {
    const key = `${agentId} ${content}`;
    return !seen.has(key) && seen.add(key);
  });
}

function codesFor({ criteria, content }: Trained, now: ReadonlyMap<string, TrainedCriterion>): string[] {
  const named = criteria === null ? [] : (JSON.parse(criteria) as string[]);
  return named.length > 0
    ? named
    : [...now.values()].filter((criterion) => criterion.content === content).map(({ code }) => code);
}

const inPercent = (scores: readonly CriterionScore[]): number => (mean(scores.map(({ value }) => value)) ?? 0) * 100;

/** One value for each session or review. */
const unitsOf = (scores: readonly CriterionScore[]): number[] =>
  [...Map.groupBy(scores, ({ kind, evidenceId }) => `${kind} ${evidenceId}`).values()].map(inPercent);

interface Sides {
  readonly trained: Trained;
  readonly before: readonly CriterionScore[];
  readonly after: readonly CriterionScore[];
}

function sidesOf(db: ReadDb, trained: Trained, codes: readonly string[], input: EffectInput): Sides {
  const { days, timeZone } = input;
  const { day, agentId } = trained;
  const at = (offset: number): number => startOfDay(addDays(day, offset), timeZone);
  const read = (from: number, to: number) =>
    criterionScores(db, { agentIds: [agentId], criteria: codes, from: at(from), to: at(to) });
  return { trained, before: read(-days, 0), after: read(1, days + 1) };
}

function effectOf(sides: readonly Sides[], days: number, now: ReadonlyMap<string, TrainedCriterion>): Effect {
  const both = sides.filter(({ before, after }) => before.length > 0 && after.length > 0);
  const befores = both.map(({ before }) => before);
  const afters = both.map(({ after }) => after);
  const units = (of: readonly (readonly CriterionScore[])[], code?: string): number[] =>
    of.flatMap((scores) => unitsOf(code === undefined ? scores : scores.filter(({ criterion }) => criterion === code)));
  const codes = new Set(both.flatMap(({ before, after }) => [...before, ...after].map(({ criterion }) => criterion)));
  const agents = (some: readonly Sides[]): number => new Set(some.map(({ trained }) => trained.agentId)).size;
  return {
    ...{ days, trained: agents(sides), compared: agents(both) },
    whole: compareMeans(units(befores), units(afters)),
    criteria: [...now.values()]
      .filter(({ code }) => codes.has(code))
      .map(({ code, text }) => ({ code, text, ...compareMeans(units(befores, code), units(afters, code)) })),
    rows: sides.map(({ trained, before, after }) => {
      const [left, right] = [unitsOf(before), unitsOf(after)];
      const { id: recordId, agentName, employeeNumber, day } = trained;
      return {
        ...{ recordId, agentName, employeeNumber, day, before: mean(left), beforeCount: left.length },
        ...{ after: mean(right), afterCount: right.length },
      };
    }),
  };
}

/** @throws AppError NOT_FOUND standardMissing; when the signal fires */
export const trainingEffect: Task<EffectInput, Effect> = (input, { signal, onProgress }) => {
  const db = connect(input.file, { readonly: true });
  try {
    const now = criteriaNow(db);
    const trained = trainedOf(db, input.of);
    const sides = trained.map((one, done) => {
      signal.throwIfAborted();
      if (done % 50 === 0) onProgress({ stage: 'reading', done, total: trained.length });
      return sidesOf(db, one, codesFor(one, now), input);
    });
    return Promise.resolve(effectOf(sides, input.days, now));
  } finally {
    db.close();
  }
};
