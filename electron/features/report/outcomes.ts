// Reads what was decided for the period for the workbook: the newest result of the branch with its decisions, and the
// calibrations that have ended (4.5; scoring model, section 6).
import type { ResultState } from '../../../shared/contract/assessment.ts';
import type { DecisionKind } from '../../../shared/contract/assessment.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { Grade, Language } from '../../../shared/contract/vocabulary.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { Band } from '../../../shared/domain/scoring/ranking.ts';
import { civilTime } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type {
  ReportAppeal,
  ReportCalibration,
  ReportDecision,
  ReportOutcomes,
  ReportResult,
} from '../../excel/report/evidenceData.ts';
import { appealsOfPeriod } from '../appeal/period.ts';
import { calibrationsOfPeriod } from '../calibration/period.ts';
import { agentsOn } from '../people/agentLists.ts';
import { branchAndBelow } from '../people/branches.ts';
import { numbering } from './methodEvidence.ts';

export interface ReadingOutcomes {
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly window: Window;
  readonly language: Language;
  /** Day on which the agents' names and teams are looked at. */
  readonly day: string;
}

const textsOf = (language: Language) => (language === 'en' ? en : zhCN);

interface Newest {
  readonly id: string;
  readonly number: number;
  readonly state: ResultState;
}

/** The newest result of the period that is not superseded. */
const newestResult = (db: ReadDb, { branchId, period }: ReadingOutcomes): Newest | undefined =>
  db.get<Newest>(sql`SELECT r.id, r.number, r.state FROM assessment_result r JOIN assessment a ON a.id = r.assessment_id
    WHERE a.branch_id = ${branchId} AND a.kind = ${period.kind} AND a.start_day = ${period.start}
      AND r.state <> 'superseded' ORDER BY r.number DESC LIMIT 1`);

interface AgentLine {
  readonly employeeNumber: string;
  readonly name: string;
  readonly team: string;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: Grade;
  readonly vetoed: number;
  readonly sufficient: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly ranking_value: number | null;
  readonly band: Band | null;
  readonly reviewer: string | null;
  readonly reviewed_at: string | null;
  readonly remark: string | null;
}

function resultsOf(db: ReadDb, newest: Newest, { window, language }: ReadingOutcomes): ReportResult[] {
  const texts = textsOf(language);
  const rows = db.all<AgentLine>(sql`SELECT a.number AS employeeNumber, a.name, x.team, x.composite, x.graded, x.grade,
      x.vetoed, x.sufficient, x.low, x.high, x.ranking_value, x.band, u.name AS reviewer, v.reviewed_at, v.remark
    FROM assessment_agent x JOIN agent a ON a.id = x.agent_id
      LEFT JOIN assessment_review v ON v.result_id = x.result_id AND v.agent_id = x.agent_id
      LEFT JOIN user u ON u.id = v.reviewed_by
    WHERE x.result_id = ${newest.id}
    ORDER BY x.ranking_value IS NULL, x.ranking_value DESC, x.graded DESC, a.number`);
  return rows.map((row, index) => ({
    employeeNumber: row.employeeNumber,
    name: row.name,
    team: row.team,
    resultNumber: newest.number,
    state: texts.assessment.state[newest.state],
    rank: row.ranking_value === null ? null : index + 1,
    composite: row.composite,
    graded: row.graded,
    grade: texts.words.grade[row.grade],
    low: row.low,
    high: row.high,
    rankingValue: row.ranking_value,
    band: row.band === null ? '' : texts.assessment.bands[row.band],
    vetoed: row.vetoed === 1,
    reviewedBy: row.reviewer ?? '',
    reviewedAt: row.reviewed_at === null ? null : civilTime(Date.parse(row.reviewed_at), window.timeZone),
    remark: row.remark ?? '',
  }));
}

const REWARDS: ReadonlySet<DecisionKind> = new Set(['bonus', 'title', 'promotion']);

function decisionsOf(db: ReadDb, newest: Newest, { window, language }: ReadingOutcomes): ReportDecision[] {
  const say = textsOf(language).assessment.decision;
  return db
    .all<{
      employeeNumber: string;
      agent: string;
      kind: DecisionKind;
      name: string;
      reason: string;
      decider: string;
      decided_at: string;
    }>(
      sql`SELECT a.number AS employeeNumber, a.name AS agent, d.kind, d.name, d.reason, u.name AS decider, d.decided_at
        FROM assessment_decision d JOIN agent a ON a.id = d.agent_id JOIN user u ON u.id = d.decided_by
        WHERE d.result_id = ${newest.id} AND d.withdrawn_at IS NULL ORDER BY a.number, d.decided_at, d.id`,
    )
    .map((row) => ({
      employeeNumber: row.employeeNumber,
      name: row.agent,
      resultNumber: newest.number,
      kind: REWARDS.has(row.kind) ? say.rewards : say.penalties,
      measure: row.name === '' ? say.kinds[row.kind] : `${say.kinds[row.kind]} · ${row.name}`,
      reason: row.reason,
      decidedBy: row.decider,
      decidedAt: civilTime(Date.parse(row.decided_at), window.timeZone),
    }));
}

function calibrationsOf(db: ReadDb, reading: ReadingOutcomes): ReportCalibration[] {
  const { branchId, window, language, day } = reading;
  const texts = textsOf(language);
  const found = calibrationsOfPeriod(db, branchAndBelow(db, branchId), window);
  const names = agentsOn(db, [...new Set(found.map(({ agentId }) => agentId))], day);
  const next = numbering();
  return found.flatMap((one) => {
    const servedAt = civilTime(Date.parse(one.serviceAt), window.timeZone);
    const number = next(servedAt.slice(0, 10));
    return one.scales.map(({ scale, items, percent, ac1, kappa, alpha }) => ({
      number,
      scale: texts.words.scale[scale],
      servedAt,
      agent: names.get(one.agentId)?.name ?? '',
      standardNumber: one.standardNumber,
      assessors: one.assessors.map(({ name }) => name).join(language === 'en' ? ', ' : '、'),
      compared: items,
      agreement: percent,
      ac1,
      kappa,
      alpha,
      state: texts.calibration.state[one.state],
    }));
  });
}

function appealsOf(db: ReadDb, { branchId, period, window, language }: ReadingOutcomes): ReportAppeal[] {
  const { state } = textsOf(language).appeal;
  const civil = (instant: string): string => civilTime(Date.parse(instant), window.timeZone);
  return appealsOfPeriod(db, { branchIds: branchAndBelow(db, branchId) }, period).map((one) => ({
    employeeNumber: one.employeeNumber,
    name: one.agentName,
    resultNumber: one.resultNumber,
    item: one.criterion,
    filedAt: civil(one.filedAt),
    reason: one.reason,
    originalAssessor: one.assessors.join(language === 'en' ? ', ' : '、'),
    handler: one.handler ?? '',
    state: state[one.state],
    before: one.before,
    after: one.after,
    decidedAt: one.endedAt === null ? null : civil(one.endedAt),
    decision: one.endReason ?? '',
  }));
}

/** Everything decided for the branch and period; empty where nothing was. */
export function readOutcomes(db: ReadDb, reading: ReadingOutcomes): ReportOutcomes {
  const newest = newestResult(db, reading);
  return {
    results: newest ? resultsOf(db, newest, reading) : [],
    decisions: newest ? decisionsOf(db, newest, reading) : [],
    appeals: appealsOf(db, reading),
    calibrations: calibrationsOf(db, reading),
  };
}
