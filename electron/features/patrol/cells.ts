// Which cell of a patrol is meant: an agent who is on it and one of its chosen criteria.
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Place } from '../inspection/findings.ts';
import { checkOf, pinnedChecks } from '../inspection/standardOf.ts';
import { criteriaOf, type PatrolTable } from './rows.ts';

export interface OfCell {
  readonly id: string;
  readonly agentId: string;
  readonly criterion: string;
}

/** @throws AppError NOT_FOUND criterionUnknown or agentUnknown */
export function cellOf(db: ReadDb, row: PatrolTable, input: OfCell) {
  const criterion = checkOf(pinnedChecks(db, 'patrol', row.standard_version_id), input.criterion);
  if (!criteriaOf(row).includes(criterion.code))
    throw new AppError('NOT_FOUND', 'criterionUnknown', { criterion: criterion.code });
  if (!db.get(sql`SELECT 1 FROM patrol_agent WHERE patrol_id = ${row.id} AND agent_id = ${input.agentId}`))
    throw new AppError('NOT_FOUND', 'agentUnknown');
  const place: Place = { source: 'patrol', sourceId: row.id, agentId: input.agentId, criterion: criterion.code };
  return { criterion, place };
}
