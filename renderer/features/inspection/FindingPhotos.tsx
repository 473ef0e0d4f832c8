// The photos under the problem record of a failing check, as in an observation. None is ever asked for.
import { EvidenceStrip } from '../observation/photo/EvidenceStrip.tsx';
import type { Cell, CellPlace, InspectionStore } from './inspectionStore.ts';

/** The id of the control that the key P leads to. */
export const findingPhotoId = (name: string): string => `photo-${name}`;

export interface FindingPhotosProps {
  readonly store: InspectionStore;
  readonly place: CellPlace;
  readonly cell: Cell;
  /** Unique on the screen, as the problem record's. */
  readonly name: string;
}

export function FindingPhotos({ store, place, cell, name }: FindingPhotosProps) {
  return (
    <EvidenceStrip
      read={store.photo}
      focusId={findingPhotoId(name)}
      evidence={cell.photos}
      uploads={cell.uploads}
      required={false}
      onAdd={(photo) => store.addPhoto(place, photo)}
      onRemove={(photoId) => store.removePhoto(place, photoId)}
      onCaption={(photoId, caption) => store.captionPhoto(place, photoId, caption)}
    />
  );
}
