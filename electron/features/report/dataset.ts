// Puts together what a branch's workbook for a period is made from. Runs in the worker on a reading connection; the
// workbook itself is built from the plain values that come out of here.
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { withIntervals } from '../../../shared/domain/scoring/interval.ts';
import { rankingsOf } from '../../../shared/domain/scoring/ranking.ts';
import type { PeriodScore } from '../../../shared/domain/scoring/score.ts';
import { dayOf, shiftPeriod } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { ReportAgent, ReportData, ReportSession } from '../../excel/report/data.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { raisedValues } from '../appeal/corrections.ts';
import { agentsOn } from '../people/agentLists.ts';
import { getBranch } from '../people/branches.ts';
import { assessBranch, meanOf, reportDay } from '../score/branchAssessment.ts';
import { currentModel } from '../score/models.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import { filed, readRecordedFindings, type ReadFinding } from './filed.ts';
import { readInspectionFindings, readLateRedLines } from './inspectionFindings.ts';
import { readLoop } from './loop.ts';
import { inChunks, numbering, readMethods } from './methodEvidence.ts';
import { readOutcomes } from './outcomes.ts';
import { readSessions } from './sessions.ts';

/** Periods on the trend chart, the one reported included. */
const TREND = 8;

export interface DatasetChoice {
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly language: Language;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly exportedBy: string;
  readonly masking: ReportData['masking'];
}

/** 2026-07, 2026-Q3 or 2026. */
export function periodLabel({ kind, start }: PeriodDays): string {
  const [year = '', month = ''] = start.split('-');
  if (kind === 'year') return year;
  return kind === 'month' ? `${year}-${month}` : `${year}-Q${Math.floor((Number(month) - 1) / 3) + 1}`;
}

function trendOf(db: ReadDb, choice: DatasetChoice, context: TaskContext): ReportData['trend'] {
  const { branchId, period, timeZone, now } = choice;
  const { model } = currentModel(db);
  return Array.from({ length: TREND }, (_, n): PeriodDays => {
    return { kind: period.kind, ...shiftPeriod(period.kind, period.start, n - TREND + 1) };
  }).map((one, n) => {
    const today = dayOf(now, timeZone);
    const how = { period: one, timeZone, asOf: now, today, model, signal: context.signal };
    const scores = assessBranch(db, branchId, how).agents.map(({ assessment }) => assessment.score);
    context.onProgress({ stage: 'trend', done: n + 1, total: TREND });
    return {
      label: periodLabel(one),
      composite: meanOf(scores.map(({ graded }) => graded)),
      agents: scores.filter(({ sessions }) => sessions > 0).length,
    };
  });
}

/** The whole dataset. @throws AppError NOT_FOUND branchMissing; when the signal fires */
export function reportDataset(db: ReadDb, choice: DatasetChoice, context: TaskContext): ReportData {
  const { branchId, period, language, timeZone, now } = choice;
  const branch = getBranch(db, branchId);
  const { model, digest } = currentModel(db);
  const today = dayOf(now, timeZone);
  const { window, agents: assessed } = assessBranch(db, branchId, {
    ...{ period, timeZone, asOf: now, today, model },
    signal: context.signal,
    onAgent: (done, total) => context.onProgress({ stage: 'scores', done, total }),
  });
  const scores: readonly PeriodScore[] = withIntervals(assessed.map(({ assessment }) => assessment));
  const rankings = rankingsOf(scores);
  const agents: ReportAgent[] = [];
  const numbers = new Map<string, string>();
  const unlisted = new Set<string>();
  const sessions: ReportSession[] = [];
  const findings: ReadFinding[] = [];
  const standards = new Set<string>();
  const nextNumber = numbering();
  const ids = assessed.map(({ agentId }) => agentId);
  const known = agentsOn(db, ids, reportDay(period, today));
  const raised = new Map(inChunks(ids, (some) => [...raisedValues(db, some)]));
  assessed.forEach(({ agentId }, index) => {
    context.signal.throwIfAborted();
    const score = scores[index]!;
    const agent = known.get(agentId);
    // Those who have left or were hired later are reported for periods in which there is evidence about them.
    if (!agent || (agent.employed === 0 && score.base === null && !score.vetoed)) return;
    const vetoes = new Set(score.vetoes.map(({ id }) => id));
    const read = readSessions(
      db,
      { id: agentId, employeeNumber: agent.number },
      { window, language, vetoes, raised },
      nextNumber,
    );
    sessions.push(...read.sessions);
    findings.push(...read.findings);
    for (const id of vetoes) if (!read.vetoesListed.has(id)) unlisted.add(id);
    numbers.set(agentId, agent.number);
    for (const version of read.standardVersions) standards.add(version);
    agents.push({
      employeeNumber: agent.number,
      name: agent.name,
      team: agent.team,
      score,
      rankingValue: rankings[index]?.value ?? null,
    });
    context.onProgress({ stage: 'sessions', done: index + 1, total: assessed.length });
  });
  const unmasked = !choice.masking.masked;
  const { evidence, reviewNumbers, surveyNumbers } = readMethods(db, numbers, { window, language, unmasked, raised });
  const reading = { window, language, vetoes: unlisted, reviewNumbers };
  findings.push(
    ...readInspectionFindings(db, numbers, reading),
    ...readLateRedLines(db, numbers, reading),
    ...readRecordedFindings(db, numbers, { window, language, surveyNumbers }),
  );
  const day = reportDay(period, today);
  return {
    language,
    branch: { code: branch.code, name: branch.name },
    period,
    timeZone,
    exportedAt: new Date(now).toISOString(),
    exportedBy: choice.exportedBy,
    masking: choice.masking,
    model,
    modelDigest: digest,
    standards: [...standards]
      .map((id) => pinnedStandard(db, id))
      .sort((a, b) => a.number - b.number)
      .map(({ number, title, digest: of }) => ({ number, title, digest: of })),
    agents,
    sessions,
    findings: filed(db, findings, { unmasked }),
    evidence,
    loop: readLoop(db, numbers, { branchId, period, window, language }),
    outcomes: readOutcomes(db, { branchId, period, window, language, day }),
    trend: trendOf(db, choice, context),
  };
}
