// Photo evidence of an observation: verified, stripped of metadata, kept by its SHA-256, and never without consent.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import type { Evidence } from '../../../shared/contract/observationRecord.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { deleteEvidence, evidenceById, insertEvidence, setCaption } from '../evidence/evidence.ts';
import { cleanJpeg } from '../evidence/jpeg.ts';
import { observationFor, openFor } from './rows.ts';
import { writeSession } from './saving.ts';
import { criterionOf } from './standardOf.ts';

export interface NewPhoto {
  readonly id: string;
  readonly criterion: string | null;
  readonly caption: string;
  readonly consent: boolean;
  /** Base64. */
  readonly jpeg: string;
}

interface OfPhoto {
  readonly id: string;
  readonly evidenceId: string;
}

/**
 * Adds a photo to the open revision. The file is on disk before the row that names it.
 * @throws AppError INVALID consentMissing and as cleanJpeg; CONFLICT evidenceFull, observationLocked; NOT_FOUND criterionUnknown
 */
export function addPhoto(store: Store, actor: Actor, input: NewPhoto): Saved & { evidence: Evidence } {
  if (!input.consent) throw new AppError('INVALID', 'consentMissing');
  openFor(store.read, actor, input.id); // nothing is written for a session that takes nothing
  const picture = cleanJpeg(Buffer.from(input.jpeg, 'base64'));
  const sha256 = store.blobs.put(picture.bytes);
  return writeSession(store, actor, input.id, ({ tx, session, standard }) => {
    const criterion = input.criterion === null ? null : criterionOf(standard, input.criterion).code;
    const evidence = insertEvidence(tx, {
      revisionId: session.revision_id,
      criterion,
      caption: input.caption,
      sha256,
      picture,
      addedBy: actor.userId,
    });
    return {
      note: {
        action: 'observation.evidenceAdded',
        facts: { evidence: evidence.id, criterion, sha256, bytes: picture.bytes.length },
        fields: { caption: input.caption },
      },
      extra: { evidence },
    };
  });
}

/** Changes a photo's caption. @throws AppError NOT_FOUND evidenceMissing, CONFLICT observationLocked */
export const captionPhoto = (store: Store, actor: Actor, input: OfPhoto & { readonly caption: string }): Saved =>
  writeSession(store, actor, input.id, ({ tx, session }) => {
    evidenceById(tx, session.revision_id, input.evidenceId);
    setCaption(tx, input.evidenceId, input.caption);
    return {
      note: {
        action: 'observation.evidenceCaptioned',
        facts: { evidence: input.evidenceId },
        fields: { caption: input.caption },
      },
      extra: {},
    };
  });

/** Removes a photo before submission; its file is swept once no row names it. @throws AppError NOT_FOUND evidenceMissing */
export const removePhoto = (store: Store, actor: Actor, input: OfPhoto): Saved =>
  writeSession(store, actor, input.id, ({ tx, session }) => {
    const { sha256 } = evidenceById(tx, session.revision_id, input.evidenceId);
    deleteEvidence(tx, input.evidenceId);
    return {
      note: { action: 'observation.evidenceRemoved', facts: { evidence: input.evidenceId, sha256 } },
      extra: {},
    };
  });

/** A photo of any revision the actor may read. @throws AppError NOT_FOUND evidenceMissing */
export function photoBytes(store: Store, actor: Actor, input: OfPhoto): { mime: 'image/jpeg'; base64: string } {
  observationFor(store.read, actor, input.id);
  const row = store.read.get<{ sha256: string }>(sql`SELECT e.sha256 FROM evidence e
    JOIN observation_revision r ON r.id = e.revision_id
    WHERE e.id = ${input.evidenceId} AND r.observation_id = ${input.id}`);
  if (!row || !store.blobs.has(row.sha256)) throw new AppError('NOT_FOUND', 'evidenceMissing');
  return { mime: 'image/jpeg', base64: store.blobs.read(row.sha256).toString('base64') };
}
