// Owns the table `signature`: who signed which digest, and what has been voided since.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Signature } from '../../../shared/contract/observationRecord.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

interface SignatureRow {
  readonly id: string;
  readonly party: Signature['party'];
  readonly means: Signature['means'];
  readonly name: string;
  readonly attitude: Signature['attitude'];
  readonly words: string;
  readonly witness_name: string | null;
  readonly witness_capacity: string | null;
  readonly image: string | null;
  readonly digest: string;
  readonly signed_at: string;
  readonly voided_at: string | null;
}

const asSignature = (row: SignatureRow): Signature => ({
  id: row.id,
  party: row.party,
  means: row.means,
  name: row.name,
  attitude: row.attitude,
  words: row.words,
  witnessName: row.witness_name,
  witnessCapacity: row.witness_capacity,
  image: row.image,
  digest: row.digest,
  signedAt: row.signed_at,
  voidedAt: row.voided_at,
});

/** All signatures of a revision, voided ones too, in the order of signing. */
export const signaturesOf = (db: ReadDb, revisionId: string): Signature[] =>
  db
    .all<SignatureRow>(sql`SELECT * FROM signature WHERE revision_id = ${revisionId} ORDER BY signed_at, rowid`)
    .map(asSignature);

export type NewSignature = Omit<Signature, 'id' | 'signedAt' | 'voidedAt'>;

/** Adds a signature to an open revision; an earlier one of the same party gives way. */
export function insertSignature(tx: Change, revisionId: string, given: NewSignature): Signature {
  const id = tx.newId();
  tx.run(sql`UPDATE signature SET voided_at = ${tx.at}
    WHERE revision_id = ${revisionId} AND party = ${given.party} AND voided_at IS NULL`);
  tx.run(sql`INSERT INTO signature (id, revision_id, party, means, name, attitude, words, witness_name, witness_capacity,
      image, digest, signed_at)
    VALUES (${id}, ${revisionId}, ${given.party}, ${given.means}, ${given.name}, ${given.attitude}, ${given.words},
      ${given.witnessName}, ${given.witnessCapacity}, ${given.image}, ${given.digest}, ${tx.at})`);
  tx.run(sql`UPDATE observation_revision SET signed = 1 WHERE id = ${revisionId}`);
  return { ...given, id, signedAt: tx.at, voidedAt: null };
}

/** SHA-256 of the drawn picture of a signature. @throws AppError NOT_FOUND signatureMissing */
export function imageOf(db: ReadDb, observationId: string, signatureId: string): string {
  const row = db.get<{ image: string | null }>(sql`SELECT s.image FROM signature s
    JOIN observation_revision r ON r.id = s.revision_id
    WHERE s.id = ${signatureId} AND r.observation_id = ${observationId}`);
  if (!row?.image) throw new AppError('NOT_FOUND', 'signatureMissing');
  return row.image;
}
