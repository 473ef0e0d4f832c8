// The states of an appeal as a table: what may be done in which, and what it leads to. Nothing leads out of an end.
import type { AppealState } from '../../contract/appeal.ts';

export const APPEAL_MOVES = ['take', 'keep', 'raise', 'withdraw'] as const;
export type AppealMove = (typeof APPEAL_MOVES)[number];

const NEXT: Readonly<Record<AppealState, Readonly<Partial<Record<AppealMove, AppealState>>>>> = {
  filed: { take: 'inHandling', withdraw: 'withdrawn' },
  // Taken again: another person takes it over.
  inHandling: { take: 'inHandling', keep: 'kept', raise: 'raised', withdraw: 'withdrawn' },
  kept: {},
  raised: {},
  withdrawn: {},
};

/** The state a move leads to; null where it is refused. */
export const nextAppealState = (state: AppealState, move: AppealMove): AppealState | null => NEXT[state][move] ?? null;

/**
 * Why a person may not handle an appeal, or null: neither who made or decided the evidence, nor who filed it if they assessed
 * the agent in that result, whatever their role.
 */
export function handlingRefusal(given: {
  readonly personId: string;
  /** Who made or decided the evidence. */
  readonly assessorIds: readonly string[];
  readonly filedById: string;
  /** Who assessed the agent in the result: its sessions and reviews, and who reviewed the result. */
  readonly tookPartIds: readonly string[];
}): 'appealOriginalAssessor' | 'appealFiledAndAssessed' | null {
  const { personId, assessorIds, filedById, tookPartIds } = given;
  if (assessorIds.includes(personId)) return 'appealOriginalAssessor';
  return personId === filedById && tookPartIds.includes(personId) ? 'appealFiledAndAssessed' : null;
}
