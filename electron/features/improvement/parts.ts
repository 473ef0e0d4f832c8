// Owns the table `improvement_part`: who owned a measure since its start, and who measured it then. Whoever handed it over had it, so
// that none of them judges it.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ImprovementMove, ImprovementRow } from '../../../shared/contract/improvement.ts';
import { judgedByAnother } from '../../../shared/domain/improvement/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

/** Kept once for each person and part. */
export const tookPart = (tx: Change, id: string, userId: string, part: 'owned' | 'measured'): number =>
  tx.run(sql`INSERT INTO improvement_part (improvement_id, user_id, part, since) VALUES (${id}, ${userId}, ${part}, ${tx.at})
    ON CONFLICT DO NOTHING`);

/** Why a person may not make a move that the state allows; null where they may. */
export function barredFrom(actor: Actor, row: ImprovementRow, move: ImprovementMove): string | null {
  if (!may(actor.roles, 'improvement.write')) return 'notPermitted';
  const decides = move === 'evaluate' || (move === 'drop' && row.state !== 'proposed');
  const own = move === 'evaluate' ? judgedByAnother(row, actor.userId) : null;
  if (own !== null) return own === 'owned' ? 'improvementOwnEvaluation' : 'improvementMeasuredEvaluation';
  return decides && !may(actor.roles, 'improvement.decide') ? 'notPermitted' : null;
}
