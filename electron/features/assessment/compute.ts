// Computes a numbered result of an assessment in the worker: sections 1 to 7 of the scoring model over all agents of the
// branch. Agents are read a few at a time from one unchanging view of the store and only their values stay in memory; the
// rows are written at the end, so the store is locked for that moment alone and a stop before it leaves nothing.
import type { CountedEvidence, CountedKind, CountedVeto } from '../../../shared/contract/assessment.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { countedOf, type Counted } from '../../../shared/domain/assessment/counted.ts';
import { writeSnapshot } from '../../../shared/domain/assessment/snapshot.ts';
import { storedScore } from '../../../shared/domain/assessment/stored.ts';
import { windowOf, type Evidence, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { withIntervals, type Measured } from '../../../shared/domain/scoring/interval.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { rankingsOf } from '../../../shared/domain/scoring/ranking.ts';
import { assess, type Assessment } from '../../../shared/domain/scoring/score.ts';
import type { Unit } from '../../../shared/domain/scoring/units.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import { connect, type Connection, type ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { changeInWorker } from '../../db/workerChange.ts';
import { breathe } from '../../excel/fileError.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { employedOn } from '../people/agentLists.ts';
import { agentsOfBranchesAt, placedOn } from '../people/assignments.ts';
import { branchAndBelow } from '../people/branches.ts';
import { reportDay } from '../score/branchAssessment.ts';
import { evidenceOfAgents } from '../score/evidence.ts';
import { currentModel, type StoredModel } from '../score/models.ts';
import { assessmentById, type KnownAssessment } from './known.ts';
import { insertResult, supersedeOpen, type NewLine } from './lines.ts';
import { redLineRecords } from './redLineRecords.ts';

export interface ComputeInput {
  /** The database file; the task writes through a connection of its own. */
  readonly file: string;
  readonly assessmentId: string;
  readonly reason: string | null;
  readonly actorId: string;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Agents between two reports of progress. */
const STEP = 25;

interface Place {
  readonly id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly employed: number;
}

/** Where each agent is on the day that tells the branch of the period. */
function placesOf(db: ReadDb, ids: readonly string[], day: string): ReadonlyMap<string, Place> {
  const rows = db.all<Place>(
    sql`SELECT agent.id, a.branch_id, a.team, ${employedOn(day)} AS employed FROM agent
        JOIN agent_assignment a ON a.agent_id = agent.id AND ${placedOn(day)}
      WHERE agent.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is kept of an agent until the whole branch is known. */
interface Scored {
  readonly place: Place;
  readonly measured: Measured;
  readonly counted: readonly Counted[];
  readonly snapshot: string;
  readonly pending: number;
}

const valuesOnly = ({ units }: Assessment): Measured['units'] => {
  const of = (list: readonly Unit[]) => list.map(({ values }) => ({ values }));
  return {
    session: of(units.session),
    survey: of(units.survey),
    review: of(units.review),
    request: of(units.request),
    visit: of(units.visit),
  };
};

function scored(place: Place, evidence: Evidence, window: Window, model: ScoringModel): Scored {
  const assessment = assess(evidence, window, model);
  const { score } = assessment;
  const counting = new Set(score.evidence.flatMap(({ kind, id }) => (kind === 'redLine' ? [id] : [])));
  return {
    place,
    measured: { score, model, units: valuesOnly(assessment) },
    counted: countedOf(evidence, score.evidence, sha256),
    snapshot: writeSnapshot(evidence),
    pending: evidence.redLines.filter(({ id, confirmed }) => !confirmed && counting.has(id)).length,
  };
}

interface Reading {
  readonly known: KnownAssessment;
  readonly window: Window;
  readonly model: ScoringModel;
}

async function readBranch(db: ReadDb, { known, window, model }: Reading, context: TaskContext): Promise<Scored[]> {
  const { branchId, period } = known;
  const day = reportDay(period, window.asOfDay);
  const ids = agentsOfBranchesAt(db, branchAndBelow(db, branchId), day);
  const places = placesOf(db, ids, day);
  const agents: Scored[] = [];
  let done = 0;
  for (const { agentId, evidence } of evidenceOfAgents(db, ids, window)) {
    if (done % STEP === 0) {
      context.onProgress({ stage: 'scores', done, total: ids.length });
      await breathe(context.signal);
    }
    done += 1;
    const place = places.get(agentId);
    if (!place) continue;
    const agent = scored(place, evidence, window, model);
    // Those who have left or were hired later are assessed for periods in which there is something about them.
    if (place.employed === 1 || agent.counted.length > 0) agents.push(agent);
  }
  context.onProgress({ stage: 'scores', done, total: ids.length });
  return agents;
}

/** The lines in the order given, with what needs the whole branch. */
function linesOf(db: ReadDb, agents: readonly Scored[]): NewLine[] {
  const scores = withIntervals(agents.map(({ measured }) => measured));
  const rankings = rankingsOf(scores);
  return agents.map(({ place, counted, snapshot, pending }, index): NewLine => {
    const score = scores[index]!;
    const ranking = rankings[index] ?? null;
    const records = redLineRecords(
      db,
      counted.filter(({ kind }) => kind === 'redLine').map(({ id }) => id),
    );
    const recordOf = (kind: CountedKind, id: string): CountedEvidence['record'] =>
      records.get(id)?.record ?? { kind, id };
    const vetoes = score.vetoes.map(({ id, clause, at }): CountedVeto => ({
      ...{ id, clause, at: new Date(at).toISOString() },
      reason: records.get(id)?.reason ?? '',
      record: recordOf('redLine', id),
    }));
    const evidence = counted.map((one) => ({ ...one, record: recordOf(one.kind, one.id) }));
    return {
      agentId: place.id,
      branchId: place.branch_id,
      team: place.team,
      pending,
      score: storedScore(score, ranking, { vetoes, evidence }),
      evidence: snapshot,
    };
  });
}

interface Computed {
  readonly lines: readonly NewLine[];
  readonly stored: StoredModel;
  readonly results: number;
}

/** Reads and computes in one view of the store, whatever is written meanwhile. */
async function computeLines(db: Connection, input: ComputeInput, context: TaskContext): Promise<Computed> {
  db.exec('BEGIN');
  try {
    const known = assessmentById(db, input.assessmentId);
    const { start } = known.period;
    if (start > dayOf(input.now, input.timeZone)) throw new AppError('CONFLICT', 'assessmentTooEarly', { day: start });
    if (known.results > 0 && input.reason === null) throw new AppError('INVALID', 'assessmentReasonMissing');
    const stored = currentModel(db);
    const window = windowOf({ ...known.period, timeZone: input.timeZone }, input.now);
    const agents = await readBranch(db, { known, window, model: stored.model }, context);
    if (agents.length === 0) throw new AppError('CONFLICT', 'assessmentWithoutAgents');
    return { lines: linesOf(db, agents), stored, results: known.results };
  } finally {
    db.exec('COMMIT');
  }
}

/**
 * Computes and stores the next result; one that is still open is superseded by it.
 * @throws AppError NOT_FOUND assessmentMissing; CONFLICT assessmentTooEarly, assessmentWithoutAgents,
 *   assessmentComputedMeanwhile; INVALID assessmentReasonMissing; CANCELLED
 */
export const computeAssessment: Task<ComputeInput, { resultId: string }> = async (input, context) => {
  const db = connect(input.file);
  // A million answers are read once each, but the pages that lead to them again and again.
  db.pragma('cache_size = -65536');
  try {
    const { lines, stored, results } = await computeLines(db, input, context);
    const { actorId, now, assessmentId } = input;
    context.onProgress({ stage: 'writing', done: 0, total: lines.length });
    await breathe(context.signal);
    return await changeInWorker(db, { actorId, now, seed: `${assessmentId}:${results}` }, async (tx) => {
      if (assessmentById(tx, assessmentId).results !== results)
        throw new AppError('CONFLICT', 'assessmentComputedMeanwhile');
      supersedeOpen(tx, assessmentId);
      const head = {
        ...{ assessmentId, number: results + 1, reason: results === 0 ? null : input.reason },
        ...{ computedBy: actorId, timeZone: input.timeZone },
        ...{ modelVersion: stored.model.version, modelDigest: stored.digest },
      };
      return { resultId: await insertResult(tx, head, lines, context) };
    });
  } finally {
    db.close();
  }
};
