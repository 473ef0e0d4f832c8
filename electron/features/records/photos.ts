// Photos on the problem records of service-record reviews.
import { sql } from '../../db/sql.ts';
import { photoUses, type PhotoUses } from '../inspection/photoUses.ts';
import { checkOf, pinnedChecks } from '../inspection/standardOf.ts';
import { openReview, reviewFor, type ReviewTable } from './rows.ts';

interface OfCheck {
  readonly id: string;
  readonly criterion: string;
}

export const reviewPhotos: PhotoUses<OfCheck> = photoUses<ReviewTable, OfCheck>({
  source: 'record',
  entity: 'recordReview',
  readable: reviewFor,
  writable: openReview,
  placeOf: (db, row, { criterion }) => ({
    source: 'record',
    sourceId: row.id,
    agentId: row.agent_id,
    criterion: checkOf(pinnedChecks(db, 'record', row.standard_version_id), criterion).code,
  }),
  touch: (tx, id) => tx.run(sql`UPDATE record_review SET saved_at = ${tx.at} WHERE id = ${id}`),
});
