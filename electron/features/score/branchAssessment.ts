// Assesses the agents of a branch for one period in one pass. Nothing is stored: an assessment that counts is a
// finalised one and has an owner of its own.
import { assess, type Assessment } from '../../../shared/domain/scoring/score.ts';
import { windowOf, type Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { addDays } from '../../../shared/domain/time.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow } from '../people/branches.ts';
import { evidenceOfAgents } from './evidence.ts';

export interface BranchAssessment {
  readonly window: Window;
  /** Agents of the branch and those below it on the period's last day, by employee number; those without evidence too. */
  readonly agents: readonly { readonly agentId: string; readonly assessment: Assessment }[];
}

/** A branch is told by the agents' place on the last day of the period (or today, while it lasts). */
export const reportDay = (period: PeriodDays, today: string): string => {
  const last = addDays(period.end, -1);
  return last < today ? last : today;
};

export interface Assessing {
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly today: string;
  readonly model: ScoringModel;
  readonly signal?: AbortSignal;
  readonly onAgent?: (done: number, total: number) => void;
}

/** Assesses every agent of the branch. @throws when the signal fires */
export function assessBranch(db: ReadDb, branchId: string, how: Assessing): BranchAssessment {
  const { period, timeZone, asOf, model } = how;
  const window = windowOf({ ...period, timeZone }, asOf);
  const ids = agentsOfBranchesAt(db, branchAndBelow(db, branchId), reportDay(period, how.today));
  const agents: { agentId: string; assessment: Assessment }[] = [];
  for (const { agentId, evidence } of evidenceOfAgents(db, ids, window)) {
    how.signal?.throwIfAborted();
    agents.push({ agentId, assessment: assess(evidence, window, model) });
    how.onAgent?.(agents.length, ids.length);
  }
  return { window, agents };
}

/** The mean over the agents that have a value; null where none has. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
}
