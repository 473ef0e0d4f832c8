// What joined complaints demand of the case that they follow: it stays about the one agent whom they name.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Change } from '../../db/store.ts';
import { joinedTo } from './known.ts';

/**
 * The case and those joined to it are about one agent, and the case names the one that a joined one names.
 * @throws AppError INVALID complaintJoinedAgent (number)
 */
export function agentOfJoined(tx: Change, id: string, agentId: string | null): void {
  const other = joinedTo(tx, id).find(({ agent_id: named }) => named !== null && named !== agentId);
  if (other) throw new AppError('INVALID', 'complaintJoinedAgent', { number: other.number });
}
