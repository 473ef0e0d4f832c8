// What the agent's copy shows: from a result as it was stored where there is one, else from the evidence of now.
import type { CountedEvidence, CountedVeto } from '../../../shared/contract/assessment.ts';
import type { Derivation } from '../../../shared/contract/derivation.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PersonalCopy } from '../../../shared/contract/personalCopy.ts';
import type { PeriodKind } from '../../../shared/contract/score.ts';
import { countedOf } from '../../../shared/domain/assessment/counted.ts';
import { derivePeriod } from '../../../shared/domain/scoring/derivation.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { assess } from '../../../shared/domain/scoring/score.ts';
import { dayOf, periodOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { lastFilingDay } from '../appeal/items.ts';
import { agentResult, decisionsAbout } from '../assessment/agentResult.ts';
import { assessmentById } from '../assessment/known.ts';
import { redLineRecords } from '../assessment/redLineRecords.ts';
import { getAgent } from '../people/agents.ts';
import { agentAt } from '../people/assignments.ts';
import { getBranch } from '../people/branches.ts';
import { reportDay } from '../score/branchAssessment.ts';
import { evidenceOfAgent } from '../score/evidence.ts';
import { currentModel } from '../score/models.ts';
import { readSettings } from '../settings.ts';

export interface CopyOf {
  readonly agentId: string;
  readonly kind: PeriodKind;
  /** First day of the period; needed where no result is named. */
  readonly start: string | null;
  readonly resultId: string | null;
}

/** Units and answers are left out: a page has no room for them. Measures keep the number of their units. */
const downToMeasures = (node: Derivation): Derivation =>
  node.level === 'measure'
    ? { ...node, terms: [] }
    : { ...node, terms: node.terms.map((term) => ({ ...term, node: downToMeasures(term.node) })) };

type Seen = Pick<CountedEvidence, 'kind' | 'at'>;

function tallied(evidence: readonly Seen[], timeZone: string): PersonalCopy['evidence'] {
  const dayIn = (at: string): string => (at.length === 10 ? at : dayOf(Date.parse(at), timeZone));
  return [...Map.groupBy(evidence, ({ kind }) => kind)].map(([kind, own]) => {
    const days = own.flatMap(({ at }) => (at === null ? [] : [dayIn(at)])).toSorted();
    return { kind, count: own.length, from: days[0] ?? null, to: days.at(-1) ?? null };
  });
}

const person = (db: ReadDb, agentId: string, place: { readonly branchId: string; readonly team: string }) => {
  const { name, number } = getAgent(db, agentId);
  return { id: agentId, name, number, branchName: getBranch(db, place.branchId).name, team: place.team };
};

/** The last result of the period in which the agent was finalised. */
const lastFinalised = (db: ReadDb, { agentId, kind, start }: CopyOf): string | null =>
  db.get<{ id: string }>(
    sql`SELECT r.id FROM assessment_agent x JOIN assessment_result r ON r.id = x.result_id
        JOIN assessment a ON a.id = r.assessment_id
      WHERE x.agent_id = ${agentId} AND a.kind = ${kind} AND a.start_day = ${start} AND r.state = 'finalised'
      ORDER BY r.finalised_at DESC LIMIT 1`,
  )?.id ?? null;

function ofResult(db: ReadDb, resultId: string, agentId: string): PersonalCopy {
  const stored = agentResult(db, resultId, agentId);
  const { head, score, assessment } = stored;
  const review = db.get<{ at: string; by: string; remark: string }>(
    sql`SELECT reviewed_at AS at, u.name AS by, remark FROM assessment_review v JOIN user u ON u.id = v.reviewed_by
      WHERE result_id = ${resultId} AND agent_id = ${agentId}`,
  );
  const { composite, graded, grade, vetoed, coverage, sessions, interval } = score;
  return {
    agent: person(db, agentId, stored),
    period: assessmentById(db, head.assessmentId).period,
    result: {
      ...{ number: head.number, finalisedAt: head.finalisedAt, finalisedBy: head.finalisedBy },
      digest: stored.digest,
    },
    asOf: head.asOf,
    model: head.model,
    ...{ composite, graded, grade, vetoed, coverage, sessions },
    interval: interval && { low: interval.low, high: interval.high },
    derivation: downToMeasures(derivePeriod(assessment)),
    vetoes: [...score.vetoes],
    evidence: tallied(score.evidence, head.timeZone),
    review: review ?? null,
    decisions: decisionsAbout(db, resultId, agentId).filter(({ withdrawnAt }) => withdrawnAt === null),
    appealUntil: head.finalisedAt === null ? null : lastFilingDay(db, stored),
  };
}

function ofNow(store: Store, { agentId, kind, start }: CopyOf): PersonalCopy {
  const db = store.read;
  const { timeZone } = readSettings(db);
  const period = { kind, ...periodOf(kind, start ?? dayOf(store.clock(), timeZone)) };
  const window = windowOf({ ...period, timeZone }, store.clock());
  const stored = currentModel(db);
  const evidence = evidenceOfAgent(db, agentId, window);
  const assessment = assess(evidence, window, stored.model);
  const { composite, graded, grade, vetoed, coverage, sessions, vetoes, evidence: refs } = assessment.score;
  const place = agentAt(db, agentId, reportDay(period, window.asOfDay));
  if (!place) throw new AppError('NOT_FOUND', 'agentMissing');
  const records = redLineRecords(
    db,
    vetoes.map(({ id }) => id),
  );
  return {
    agent: person(db, agentId, place),
    period,
    result: null,
    asOf: new Date(store.clock()).toISOString(),
    model: { version: stored.model.version, digest: stored.digest },
    ...{ composite, graded, grade, vetoed, coverage, sessions },
    interval: null,
    derivation: downToMeasures(derivePeriod(assessment)),
    vetoes: vetoes.map(({ id, clause, at }): CountedVeto => ({
      ...{ id, clause, at: new Date(at).toISOString() },
      reason: records.get(id)?.reason ?? '',
      record: records.get(id)?.record ?? { kind: 'redLine', id },
    })),
    evidence: tallied(countedOf(evidence, refs, sha256), timeZone),
    review: null,
    decisions: [],
    appealUntil: null,
  };
}

/** @throws AppError NOT_FOUND agentUnknown, agentMissing, assessmentResultMissing */
export function personalCopyOf(store: Store, of: CopyOf): PersonalCopy {
  const resultId = of.resultId ?? lastFinalised(store.read, of);
  return resultId === null ? ofNow(store, of) : ofResult(store.read, resultId, of.agentId);
}
