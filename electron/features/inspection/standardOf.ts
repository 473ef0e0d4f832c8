// The checks of record reviews and patrols in a standard version, as they are pinned to them.
import type { Inspection } from '../../../shared/contract/inspection.ts';
import type { ReadDb } from '../../db/connection.ts';
import { criterionIn, pinned, pinnedInForce, type Pinned } from '../standard/pinned.ts';

export type PinnedChecks = Pinned;

/** @throws AppError NOT_FOUND standardMissing */
export const pinnedChecks = (db: ReadDb, method: Inspection, versionId: string): PinnedChecks =>
  pinned(db, method, versionId);

/** The version that one started now is pinned to. @throws AppError NOT_FOUND standardMissing */
export const checksInForce = (db: ReadDb, method: Inspection): PinnedChecks => pinnedInForce(db, method);

export const checkOf = criterionIn;
