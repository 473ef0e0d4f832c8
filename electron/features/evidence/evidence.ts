// Owns the table `evidence`: photos of a revision. The file is written before the row that names it; a file that no row
// names any more is swept later.
import { AppError } from '../../../shared/contract/errors.ts';
import { EVIDENCE_FILES } from '../../../shared/contract/observation.ts';
import type { Evidence } from '../../../shared/contract/observationRecord.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import type { Picture } from './jpeg.ts';

interface EvidenceRow {
  readonly id: string;
  readonly revision_id: string;
  readonly criterion: string | null;
  readonly caption: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly consent_at: string;
  readonly added_at: string;
  readonly added_by: string;
}

const asEvidence = (row: EvidenceRow): Evidence => ({
  id: row.id,
  criterion: row.criterion,
  caption: row.caption,
  sha256: row.sha256,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  consentAt: row.consent_at,
  addedAt: row.added_at,
});

export const evidenceOfRevision = (db: ReadDb, revisionId: string): Evidence[] =>
  db
    .all<EvidenceRow>(sql`SELECT * FROM evidence WHERE revision_id = ${revisionId} ORDER BY added_at, rowid`)
    .map(asEvidence);

/** @throws AppError NOT_FOUND evidenceMissing */
export function evidenceById(db: ReadDb, revisionId: string, id: string): Evidence {
  const row = db.get<EvidenceRow>(sql`SELECT * FROM evidence WHERE id = ${id} AND revision_id = ${revisionId}`);
  if (!row) throw new AppError('NOT_FOUND', 'evidenceMissing');
  return asEvidence(row);
}

export interface NewEvidence {
  readonly revisionId: string;
  readonly criterion: string | null;
  readonly caption: string;
  readonly sha256: string;
  readonly picture: Picture;
  readonly addedBy: string;
}

/** @throws AppError CONFLICT evidenceFull */
export function insertEvidence(tx: Change, given: NewEvidence): Evidence {
  const { revisionId, picture } = given;
  const kept = tx.get<{ n: number }>(sql`SELECT count(*) AS n FROM evidence WHERE revision_id = ${revisionId}`);
  if ((kept?.n ?? 0) >= EVIDENCE_FILES) throw new AppError('CONFLICT', 'evidenceFull', { most: EVIDENCE_FILES });
  const id = tx.newId();
  tx.run(sql`INSERT INTO evidence (id, revision_id, criterion, caption, sha256, bytes, width, height, consent_at, added_at, added_by)
    VALUES (${id}, ${revisionId}, ${given.criterion}, ${given.caption}, ${given.sha256}, ${picture.bytes.length},
      ${picture.width}, ${picture.height}, ${tx.at}, ${tx.at}, ${given.addedBy})`);
  return evidenceById(tx, revisionId, id);
}

export const setCaption = (tx: Change, id: string, caption: string): number =>
  tx.run(sql`UPDATE evidence SET caption = ${caption} WHERE id = ${id}`);

export const deleteEvidence = (tx: Change, id: string): number => tx.run(sql`DELETE FROM evidence WHERE id = ${id}`);

/** Takes the photos out of purged revisions; returns the SHA-256 of their files. */
export function deleteEvidenceOf(tx: Change, revisionIds: readonly string[]): string[] {
  const files = tx.all<{ sha256: string }>(
    sql`SELECT DISTINCT sha256 FROM evidence WHERE revision_id IN ${among(revisionIds)}`,
  );
  tx.run(sql`DELETE FROM evidence WHERE revision_id IN ${among(revisionIds)}`);
  return files.map(({ sha256 }) => sha256);
}

/** Copies the photos of one revision to the next; the files are shared. */
export function copyEvidence(tx: Change, from: string, to: string): void {
  for (const row of tx.all<EvidenceRow>(
    sql`SELECT * FROM evidence WHERE revision_id = ${from} ORDER BY added_at, rowid`,
  ))
    tx.run(sql`INSERT INTO evidence (id, revision_id, criterion, caption, sha256, bytes, width, height, consent_at, added_at, added_by)
      VALUES (${tx.newId()}, ${to}, ${row.criterion}, ${row.caption}, ${row.sha256}, ${row.bytes}, ${row.width},
        ${row.height}, ${row.consent_at}, ${row.added_at}, ${row.added_by})`);
}

/** SHA-256 of every file that a row names: what a sweep must keep and a backup must hold. */
export const namedFiles = (db: ReadDb): ReadonlySet<string> =>
  new Set(
    db
      .all<{ sha256: string }>(
        sql`SELECT sha256 FROM evidence UNION SELECT image FROM signature WHERE image IS NOT NULL
          UNION SELECT sha256 FROM inspection_photo UNION SELECT sha256 FROM rectification_file
          UNION SELECT sha256 FROM complaint_file WHERE sha256 IS NOT NULL`,
      )
      .map((row) => row.sha256),
  );
