// What the report screen shows before the workbook is written: the cover's figures, the rows of the summary, and what
// should be settled first. Runs in the worker.
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { ReportPreview } from '../../../shared/contract/report.ts';
import { GRADES } from '../../../shared/contract/vocabulary.ts';
import { ADJUSTMENTS } from '../../../shared/domain/scoring/adjustments.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { SHOWN } from '../calibration/blind.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import { agentsOn } from '../people/agentLists.ts';
import { getBranch } from '../people/branches.ts';
import { assessBranch, meanOf, reportDay } from '../score/branchAssessment.ts';
import { currentModel } from '../score/models.ts';

export interface PreviewInput {
  readonly file: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

function openMatters(db: ReadDb, agentIds: readonly string[], period: PeriodDays): { drafts: number; pending: number } {
  const ids = listOf([JSON.stringify(agentIds)]);
  // A planned session has an open revision from the start: a draft is only what someone has begun, or is amending.
  const drafts = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM observation o WHERE o.agent_id IN (SELECT value FROM json_each(${ids}))
      AND o.calibration_id IS NULL AND o.day >= ${period.start} AND o.day < ${period.end} AND EXISTS
        (SELECT 1 FROM observation_revision r WHERE r.observation_id = o.id AND r.state = 'open') AND o.state IN ('inProgress', 'submitted')`,
  );
  const pending = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM red_line l JOIN observation o ON o.id = l.observation_id
      WHERE l.state = 'pending' AND o.state IN ('submitted', 'withdrawn') AND ${SHOWN}
        AND o.agent_id IN (SELECT value FROM json_each(${ids})) AND o.day >= ${period.start} AND o.day < ${period.end}`,
  );
  return { drafts: drafts?.n ?? 0, pending: pending?.n ?? 0 };
}

/** The standards of the sessions that the workbook lists, by number. */
function standardsOf(db: ReadDb, agentIds: readonly string[], period: PeriodDays): ReportPreview['standards'] {
  return db
    .all<{ id: string }>(
      sql`SELECT DISTINCT standard_version_id AS id FROM observation WHERE state = 'submitted' AND calibration_id IS NULL
        AND agent_id IN (SELECT value FROM json_each(${JSON.stringify(agentIds)}))
        AND day >= ${period.start} AND day < ${period.end}`,
    )
    .map(({ id }) => pinnedStandard(db, id))
    .sort((a, b) => a.number - b.number)
    .map(({ number, title }) => ({ number, title }));
}

export const previewReport: Task<PreviewInput, ReportPreview> = (input, { signal, onProgress }) => {
  const { branchId, period, timeZone, now } = input;
  const db = connect(input.file, { readonly: true });
  try {
    const today = dayOf(now, timeZone);
    const { model } = currentModel(db);
    const branch = getBranch(db, branchId);
    const { agents } = assessBranch(db, branchId, {
      ...{ period, timeZone, asOf: now, today, signal, model },
      onAgent: (done, total) => onProgress({ stage: 'scores', done, total }),
    });
    const ids = agents.map(({ agentId }) => agentId);
    const known = agentsOn(db, ids, reportDay(period, today));
    const scored = agents.flatMap(({ agentId, assessment: { score, units } }) => {
      const agent = known.get(agentId);
      return agent && !(agent.employed === 0 && score.base === null && !score.vetoed)
        ? [{ agentId, agent, score, units }]
        : [];
    });
    const observed = scored.filter(({ score }) => score.sessions > 0).length;
    const { drafts, pending } = openMatters(db, ids, period);
    const sessions = scored.flatMap(({ units }) => units.session);
    return Promise.resolve({
      branchName: branch.name,
      branchCode: branch.code,
      standards: standardsOf(db, ids, period),
      modelVersion: model.version,
      period,
      agents: scored.length,
      observed,
      sessions: sessions.length,
      composite: meanOf(scored.map(({ score }) => score.graded)),
      grades: Object.fromEntries(
        GRADES.map((grade) => [grade, scored.filter(({ score }) => score.grade === grade).length]),
      ) as ReportPreview['grades'],
      rows: scored.map(({ agentId, agent, score }) => ({
        agentId,
        employeeNumber: agent.number,
        agentName: agent.name,
        team: agent.team,
        sessions: score.sessions,
        indicators: score.indicators,
        base: score.base,
        coverage: score.coverage,
        adjustments: ADJUSTMENTS.reduce((sum, adjustment) => sum + score.adjustments[adjustment].points, 0),
        composite: score.composite,
        graded: score.graded,
        grade: score.grade,
        redLines: score.vetoes.length,
      })),
      missing: {
        drafts,
        redLinesPending: pending,
        agentsWithoutEvidence: scored.length - observed,
        coverage: scored.length === 0 ? 0 : observed / scored.length,
        periodEnded: today >= period.end,
      },
    });
  } finally {
    db.close();
  }
};
