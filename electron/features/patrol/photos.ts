// Photos on the problem records of daily patrols.
import { photoUses, type PhotoUses } from '../inspection/photoUses.ts';
import { cellOf, type OfCell } from './cells.ts';
import { openPatrol, patrolFor, touch, type PatrolTable } from './rows.ts';

export const patrolPhotos: PhotoUses<OfCell> = photoUses<PatrolTable, OfCell>({
  source: 'patrol',
  entity: 'patrol',
  readable: patrolFor,
  writable: openPatrol,
  placeOf: (db, row, cell) => cellOf(db, row, cell).place,
  touch,
});
