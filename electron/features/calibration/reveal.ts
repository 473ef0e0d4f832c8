// A calibration ends by itself when the last of its assessors has submitted. From then on all of them see all sessions.
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

/** Ends the calibration if every assessor has submitted; called inside the change that submits. */
export function completeWhenAllSubmitted(tx: Change, calibrationId: string): void {
  const waiting = tx.get(sql`SELECT 1 FROM calibration_assessor a WHERE a.calibration_id = ${calibrationId}
    AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.calibration_id = a.calibration_id
      AND o.assessor_id = a.user_id AND o.state = 'submitted')`);
  if (waiting) return;
  tx.run(sql`UPDATE calibration SET state = 'complete', ended_at = ${tx.at} WHERE id = ${calibrationId}`);
  tx.note({ action: 'calibration.completed', entity: 'calibration', entityId: calibrationId });
}
