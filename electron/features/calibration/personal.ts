// Blanks the client and the words of calibrations once a session of theirs is purged; who scored how stays.
import { among, sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export function purgeCalibrations(tx: Change, ids: readonly string[]): void {
  tx.run(sql`UPDATE calibration SET client = '', place = '', end_reason = iif(end_reason IS NULL, NULL, '')
    WHERE id IN ${among(ids)}`);
}
