// What is done with photos of a review or patrol, the same for both: verified, stripped of metadata, kept by their SHA-256,
// never without consent, and unchanged once it is submitted or withdrawn.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Inspection, InspectionSaved, PhotoBytes, PhotoSaved } from '../../../shared/contract/inspection.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { Change, Store } from '../../db/store.ts';
import { cleanJpeg } from '../evidence/jpeg.ts';
import type { Place } from './findings.ts';
import { deletePhoto, insertPhoto, photoById, setPhotoCaption } from './photos.ts';

interface OfCheck {
  readonly id: string;
  readonly criterion: string;
}

interface OfPhoto {
  readonly id: string;
  readonly photoId: string;
}

interface NewPhoto {
  readonly caption: string;
  readonly consent: boolean;
  /** Base64. */
  readonly jpeg: string;
}

/** How a review or a patrol is opened, and what of it a change touches. */
interface PhotoOwner<Row, Check extends OfCheck> {
  readonly source: Inspection;
  readonly entity: 'recordReview' | 'patrol';
  /** @throws AppError NOT_FOUND where the actor may not read it */
  readonly readable: (db: ReadDb, actor: Actor, id: string) => Row;
  /** @throws AppError NOT_FOUND, FORBIDDEN notYourInspection, CONFLICT inspectionLocked */
  readonly writable: (db: ReadDb, actor: Actor, id: string) => Row;
  /** @throws AppError NOT_FOUND criterionUnknown or agentUnknown */
  readonly placeOf: (db: ReadDb, row: Row, check: Check) => Place;
  readonly touch: (tx: Change, id: string) => void;
}

/** The uses of photos of one kind of inspection. */
export interface PhotoUses<Check> {
  /**
   * Adds a photo to the problem record of a check. The file is on disk before the row that names it.
   * @throws AppError INVALID consentMissing and as cleanJpeg; CONFLICT photoWithoutFinding, inspectionPhotosFull,
   * inspectionLocked; NOT_FOUND, FORBIDDEN as its owner says
   */
  readonly add: (store: Store, actor: Actor, input: Check & NewPhoto) => PhotoSaved;
  /** @throws AppError NOT_FOUND evidenceMissing, CONFLICT inspectionLocked */
  readonly caption: (store: Store, actor: Actor, input: OfPhoto & { readonly caption: string }) => InspectionSaved;
  /** Removes a photo before submission; its file is swept once no row names it. @throws AppError as caption */
  readonly remove: (store: Store, actor: Actor, input: OfPhoto) => InspectionSaved;
  /** A photo of one that the actor may read, whatever its state. @throws AppError NOT_FOUND evidenceMissing */
  readonly bytes: (store: Store, actor: Actor, input: OfPhoto) => PhotoBytes;
}

export function photoUses<Row, Check extends OfCheck>(owner: PhotoOwner<Row, Check>): PhotoUses<Check> {
  const { source, entity } = owner;
  return {
    add: (store, actor, input) => {
      if (!input.consent) throw new AppError('INVALID', 'consentMissing');
      owner.writable(store.read, actor, input.id); // nothing is written for one that takes nothing
      const picture = cleanJpeg(Buffer.from(input.jpeg, 'base64'));
      const sha256 = store.blobs.put(picture.bytes);
      return store.change(actor.userId, (tx) => {
        const place = owner.placeOf(tx, owner.writable(tx, actor, input.id), input);
        const { caption } = input;
        const photo = insertPhoto(tx, place, { caption, sha256, picture, addedBy: actor.userId });
        owner.touch(tx, input.id);
        tx.note({
          action: `${entity}.photoAdded`,
          entity,
          entityId: input.id,
          facts: {
            evidence: photo.id,
            agent: place.agentId,
            criterion: place.criterion,
            sha256,
            bytes: picture.bytes.length,
          },
          fields: { caption },
        });
        return { savedAt: tx.at, photo };
      });
    },
    caption: (store, actor, input) =>
      store.change(actor.userId, (tx) => {
        owner.writable(tx, actor, input.id);
        photoById(tx, source, input.id, input.photoId);
        setPhotoCaption(tx, input.photoId, input.caption);
        owner.touch(tx, input.id);
        tx.note({
          action: `${entity}.photoCaptioned`,
          entity,
          entityId: input.id,
          facts: { evidence: input.photoId },
          fields: { caption: input.caption },
        });
        return { savedAt: tx.at };
      }),
    remove: (store, actor, input) =>
      store.change(actor.userId, (tx) => {
        owner.writable(tx, actor, input.id);
        const { sha256 } = photoById(tx, source, input.id, input.photoId);
        deletePhoto(tx, input.photoId);
        owner.touch(tx, input.id);
        tx.note({
          action: `${entity}.photoRemoved`,
          entity,
          entityId: input.id,
          facts: { evidence: input.photoId, sha256 },
        });
        return { savedAt: tx.at };
      }),
    bytes: (store, actor, input) => {
      owner.readable(store.read, actor, input.id);
      const { sha256 } = photoById(store.read, source, input.id, input.photoId);
      if (!store.blobs.has(sha256)) throw new AppError('NOT_FOUND', 'evidenceMissing');
      return { mime: 'image/jpeg', base64: store.blobs.read(sha256).toString('base64') };
    },
  };
}
