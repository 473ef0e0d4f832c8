// Owns the table `inspection_photo`: the photos on the problem records of reviews and patrols. The file is written before
// the row that names it; a file that no row names any more is swept later.
import { AppError } from '../../../shared/contract/errors.ts';
import { INSPECTION_PHOTOS, type Inspection, type InspectionPhoto } from '../../../shared/contract/inspection.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import type { Picture } from '../evidence/jpeg.ts';
import type { Place } from './findings.ts';

interface PhotoRow {
  readonly id: string;
  readonly agent_id: string;
  readonly criterion: string;
  readonly caption: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly consent_at: string;
  readonly added_at: string;
}

const asPhoto = (row: PhotoRow): InspectionPhoto => ({
  id: row.id,
  agentId: row.agent_id,
  criterion: row.criterion,
  caption: row.caption,
  sha256: row.sha256,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  consentAt: row.consent_at,
  addedAt: row.added_at,
});

/** All photos of a review or patrol, in the order in which they were added. */
export const photosOf = (db: ReadDb, source: Inspection, sourceId: string): InspectionPhoto[] =>
  db
    .all<PhotoRow>(
      sql`SELECT * FROM inspection_photo WHERE source = ${source} AND source_id = ${sourceId} ORDER BY added_at, rowid`,
    )
    .map(asPhoto);

/** @throws AppError NOT_FOUND evidenceMissing */
export function photoById(db: ReadDb, source: Inspection, sourceId: string, id: string): InspectionPhoto {
  const row = db.get<PhotoRow>(
    sql`SELECT * FROM inspection_photo WHERE id = ${id} AND source = ${source} AND source_id = ${sourceId}`,
  );
  if (!row) throw new AppError('NOT_FOUND', 'evidenceMissing');
  return asPhoto(row);
}

export interface NewPhotoRow {
  readonly caption: string;
  readonly sha256: string;
  readonly picture: Picture;
  readonly addedBy: string;
}

/** Hangs a photo on a problem record. @throws AppError CONFLICT photoWithoutFinding or inspectionPhotosFull */
export function insertPhoto(tx: Change, at: Place, given: NewPhotoRow): InspectionPhoto {
  const { source, sourceId, agentId, criterion } = at;
  if (
    !tx.get(sql`SELECT 1 FROM inspection_finding WHERE source = ${source} AND source_id = ${sourceId}
      AND agent_id = ${agentId} AND criterion = ${criterion}`)
  )
    throw new AppError('CONFLICT', 'photoWithoutFinding');
  const kept = tx.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM inspection_photo WHERE source = ${source} AND source_id = ${sourceId}`,
  );
  if ((kept?.n ?? 0) >= INSPECTION_PHOTOS)
    throw new AppError('CONFLICT', 'inspectionPhotosFull', { most: INSPECTION_PHOTOS });
  const id = tx.newId();
  const { picture } = given;
  tx.run(sql`INSERT INTO inspection_photo (id, source, source_id, agent_id, criterion, caption, sha256, bytes, width,
      height, consent_at, added_at, added_by)
    VALUES (${id}, ${source}, ${sourceId}, ${agentId}, ${criterion}, ${given.caption}, ${given.sha256},
      ${picture.bytes.length}, ${picture.width}, ${picture.height}, ${tx.at}, ${tx.at}, ${given.addedBy})`);
  return photoById(tx, source, sourceId, id);
}

export const setPhotoCaption = (tx: Change, id: string, caption: string): number =>
  tx.run(sql`UPDATE inspection_photo SET caption = ${caption} WHERE id = ${id}`);

export const deletePhoto = (tx: Change, id: string): number =>
  tx.run(sql`DELETE FROM inspection_photo WHERE id = ${id}`);

const ordered = ({ agentId, criterion, sha256, caption }: InspectionPhoto): string =>
  JSON.stringify([agentId, criterion, sha256, caption]);

/**
 * What the digest of an inspection covers of its photos: only those of failing checks. Nothing at all where there is none,
 * so that an inspection without photos keeps the digest that it has always had.
 */
export function digestedPhotos(
  photos: readonly InspectionPhoto[],
  fails: (photo: Pick<InspectionPhoto, 'agentId' | 'criterion'>) => boolean,
) {
  const said = photos
    .filter(fails)
    .toSorted((a, b) => (ordered(a) < ordered(b) ? -1 : 1))
    .map(({ agentId, criterion, caption, sha256 }) => ({ agentId, criterion, caption, sha256 }));
  return said.length === 0 ? {} : { photos: said };
}
