// Rows of `patrol` and its agents, and who may read or write which: whoever patrols writes; a third-party assessor sees no
// other's (4.2).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { InspectionState } from '../../../shared/contract/inspection.ts';
import type { PatrolAgent } from '../../../shared/contract/patrol.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export interface PatrolTable {
  readonly id: string;
  readonly place: string;
  readonly at: string;
  readonly day: string;
  readonly patroller_id: string;
  readonly standard_version_id: string;
  readonly criteria: string;
  readonly state: InspectionState;
  readonly started_at: string;
  readonly saved_at: string;
  readonly submitted_at: string | null;
  readonly digest: string | null;
  readonly withdrawn_at: string | null;
  readonly withdraw_reason: string | null;
}

/** A patrol the actor may read. @throws AppError NOT_FOUND patrolMissing */
export function patrolFor(db: ReadDb, actor: Actor, id: string): PatrolTable {
  const row = db.get<PatrolTable>(sql`SELECT * FROM patrol WHERE id = ${id}`);
  if (!row || (seesOnlyOwnObservations(actor.roles) && row.patroller_id !== actor.userId))
    throw new AppError('NOT_FOUND', 'patrolMissing');
  return row;
}

/** A patrol the actor is writing. @throws AppError also FORBIDDEN notYourInspection, CONFLICT inspectionLocked */
export function openPatrol(db: ReadDb, actor: Actor, id: string): PatrolTable {
  const row = patrolFor(db, actor, id);
  if (row.patroller_id !== actor.userId) throw new AppError('FORBIDDEN', 'notYourInspection');
  if (row.state !== 'inProgress') throw new AppError('CONFLICT', 'inspectionLocked');
  return row;
}

/** Something of it was saved now. */
export const touch = (tx: Change, id: string): number =>
  tx.run(sql`UPDATE patrol SET saved_at = ${tx.at} WHERE id = ${id}`);

/** Codes of the chosen criteria, in order. */
export const criteriaOf = (row: Pick<PatrolTable, 'criteria'>): readonly string[] =>
  JSON.parse(row.criteria) as readonly string[];

/** The agents of a patrol in its order, as they were on its day. */
export const agentsOfPatrol = (db: ReadDb, id: string): (PatrolAgent & { readonly branchId: string })[] =>
  db.all(sql`SELECT a.id, a.number AS employeeNumber, a.name, b.name AS branchName, p.team, p.branch_id AS branchId
    FROM patrol_agent p JOIN agent a ON a.id = p.agent_id JOIN branch b ON b.id = p.branch_id
    WHERE p.patrol_id = ${id} ORDER BY p.number`);
