// Where a complaint belongs: with an agent the branch and team of the agent on the day of receipt, else the branch that is named.
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { agentAt } from '../people/assignments.ts';
import { getBranch } from '../people/branches.ts';

/** @throws AppError NOT_FOUND agentUnknown, branchMissing; INVALID complaintBranchMissing */
export function placed(
  db: ReadDb,
  { agentId, branchId }: { readonly agentId: string | null; readonly branchId: string | null },
  day: string,
): { branchId: string; team: string } {
  if (agentId !== null) {
    const place = agentAt(db, agentId, day);
    if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
    return place;
  }
  if (branchId === null) throw new AppError('INVALID', 'complaintBranchMissing');
  return { branchId: getBranch(db, branchId).id, team: '' };
}
