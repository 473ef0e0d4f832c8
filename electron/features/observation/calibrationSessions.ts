// The sessions of a calibration: observations of one service with its agent, time and standard version given, so that
// all assessors score the same.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { insertFirstRevision } from './start.ts';
import { pinnedStandard } from './standardOf.ts';

export interface CalibratedService {
  readonly calibrationId: string;
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly day: string;
  /** Instant of the service, not in the future. */
  readonly serviceAt: string;
  readonly lateEntry: boolean;
  readonly standardVersionId: string;
  readonly context: ServiceContext;
}

/** Starts the actor's session and returns its id; the caller has made sure that they have none yet. */
export function startCalibrated(tx: Change, actor: Actor, service: CalibratedService): string {
  const id = tx.newId();
  tx.run(sql`INSERT INTO observation (id, agent_id, branch_id, team, assessor_id, state, day, service_at, late_entry,
      standard_version_id, created_at, created_by, started_at, calibration_id)
    VALUES (${id}, ${service.agentId}, ${service.branchId}, ${service.team}, ${actor.userId}, 'inProgress', ${service.day},
      ${service.serviceAt}, ${service.lateEntry ? 1 : 0}, ${service.standardVersionId}, ${tx.at}, ${actor.userId}, ${tx.at},
      ${service.calibrationId})`);
  insertFirstRevision(tx, actor, id, service.context);
  const [first] = pinnedStandard(tx, service.standardVersionId).criteria;
  tx.run(sql`UPDATE observation_revision SET position = ${first?.code ?? null}
    WHERE observation_id = ${id} AND state = 'open'`);
  tx.note({
    action: 'observation.started',
    entity: 'observation',
    entityId: id,
    facts: {
      agent: service.agentId,
      branch: service.branchId,
      standard: service.standardVersionId,
      serviceDay: service.day,
      lateEntry: service.lateEntry,
      calibration: service.calibrationId,
    },
  });
  return id;
}

/** Withdraws the sessions that were not submitted when the calibration is closed: whoever writes on would have seen the others'. */
export function withdrawUnfinished(tx: Change, calibrationId: string, reason: string): number {
  const open = tx.all<{ id: string }>(
    sql`SELECT id FROM observation WHERE calibration_id = ${calibrationId} AND state = 'inProgress'`,
  );
  for (const { id } of open) {
    tx.run(
      sql`UPDATE observation SET state = 'withdrawn', ended_at = ${tx.at}, end_reason = ${reason} WHERE id = ${id}`,
    );
    tx.run(sql`UPDATE observation_revision SET state = 'discarded' WHERE observation_id = ${id} AND state = 'open'`);
    tx.note({
      action: 'observation.withdrawn',
      entity: 'observation',
      entityId: id,
      facts: { before: 'inProgress', calibration: calibrationId },
      fields: { reason },
    });
  }
  return open.length;
}
