// The photos that hang on a finding, wherever they are kept: those of its observation, review or patrol.
import { AppError } from '../../../shared/contract/errors.ts';
import type { FindingPhoto } from '../../../shared/contract/findings.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { EVERY_FINDING } from './sources.ts';

interface Kept {
  readonly id: string;
  readonly caption: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly addedAt: string;
}

interface Place {
  readonly source: string;
  readonly sourceId: string | null;
  readonly agentId: string;
  readonly criterion: string | null;
  readonly revisionId: string | null;
}

function photosOf({ read }: Store, findingId: string): Kept[] {
  const place = read.get<Place>(sql`SELECT l.source, l.source_id AS sourceId, l.agent_id AS agentId, l.criterion,
    l.revision_id AS revisionId FROM (${EVERY_FINDING}) l WHERE l.id = ${findingId}`);
  if (!place) return [];
  return read.all<Kept>(sql`SELECT id, caption, sha256, width, height, added_at AS addedAt FROM evidence
      WHERE revision_id = ${place.revisionId} AND criterion = ${place.criterion}
    UNION ALL SELECT id, caption, sha256, width, height, added_at FROM inspection_photo
      WHERE source = ${place.source} AND source_id = ${place.sourceId} AND agent_id = ${place.agentId}
        AND criterion = ${place.criterion}
    ORDER BY addedAt, id`);
}

/** In the order in which they were added; none of a finding that is unknown. */
export const findingPhotos = (store: Store, { id }: { readonly id: string }): FindingPhoto[] =>
  photosOf(store, id).map(({ id: photoId, caption, width, height, addedAt }) => ({
    ...{ id: photoId, caption, width, height, addedAt },
  }));

/** @throws AppError NOT_FOUND evidenceMissing */
export function findingPhoto(
  store: Store,
  { id, photoId }: { readonly id: string; readonly photoId: string },
): { mime: 'image/jpeg'; base64: string } {
  const photo = photosOf(store, id).find((one) => one.id === photoId);
  if (!photo || !store.blobs.has(photo.sha256)) throw new AppError('NOT_FOUND', 'evidenceMissing');
  return { mime: 'image/jpeg', base64: store.blobs.read(photo.sha256).toString('base64') };
}
