// A branch's period scored with the model in force and with the draft: who would change grade or rank, and by how much.
// Runs in the worker, twice over all the evidence.
import type { ModelComparison } from '../../../shared/contract/model.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { compareScores, gradeShift } from '../../../shared/domain/scoring/modelComparison.ts';
import { modelOf } from '../../../shared/domain/scoring/modelFields.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import { agentsOn } from '../people/agentLists.ts';
import { getBranch } from '../people/branches.ts';
import { assessBranch, reportDay } from './branchAssessment.ts';
import { draftDigest } from './modelComparisons.ts';
import { theDraft } from './modelDraft.ts';
import { currentModel } from './models.ts';

export interface CompareInput {
  readonly file: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @throws AppError CONFLICT modelNoDraft, INVALID modelHasProblems, NOT_FOUND branchUnknown; when the signal fires */
export const compareModels: Task<CompareInput, ModelComparison> = (input, { signal, onProgress }) => {
  const { branchId, period, timeZone, now } = input;
  const db = connect(input.file, { readonly: true });
  try {
    const branch = getBranch(db, branchId);
    const draft = theDraft(db, now);
    const count = draft.problems.length;
    if (count > 0) throw new AppError('INVALID', 'modelHasProblems', { count });
    const { model } = currentModel(db);
    const today = dayOf(now, timeZone);
    const scored = [model, modelOf(draft.values, model.version + 1)].map((one, pass) =>
      assessBranch(db, branchId, {
        ...{ period, timeZone, asOf: now, today, signal, model: one },
        onAgent: (done, total) =>
          onProgress({ stage: pass === 0 ? 'current' : 'draft', done: pass * total + done, total: total * 2 }),
      }).agents.map(({ agentId, assessment: { score } }) => ({ agentId, score })),
    );
    const [before = [], after = []] = scored;
    const known = agentsOn(
      db,
      before.map(({ agentId }) => agentId),
      reportDay(period, today),
    );
    const rows = compareScores(
      before.map(({ score }) => score),
      after.map(({ score }) => score),
    ).flatMap((row, at) => {
      const { agentId } = before[at]!;
      const agent = known.get(agentId);
      // Those who have left or were hired later are listed for periods in which there is evidence about them.
      if (!agent || (agent.employed === 0 && row.before.composite === null && !row.vetoed)) return [];
      return [{ agentId, employeeNumber: agent.number, agentName: agent.name, team: agent.team, ...row }];
    });
    return Promise.resolve({
      branchName: branch.name,
      period,
      digest: draftDigest(draft.values),
      savedAt: draft.savedAt,
      gradeChanges: rows.filter(({ gradeChanged }) => gradeChanged).length,
      rankChanges: rows.filter(({ rankChanged }) => rankChanged).length,
      grades: gradeShift(rows),
      rows,
    });
  } finally {
    db.close();
  }
};
