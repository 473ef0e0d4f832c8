// The observation items of a standard version, as sessions are pinned to them.
import type { ReadDb } from '../../db/connection.ts';
import { criterionIn, pinned, pinnedInForce, type Pinned } from '../standard/pinned.ts';

export type PinnedStandard = Pinned;

/** @throws AppError NOT_FOUND standardMissing */
export const pinnedStandard = (db: ReadDb, versionId: string): PinnedStandard => pinned(db, 'observation', versionId);

/** The version that a session started now is pinned to. @throws AppError NOT_FOUND standardMissing */
export const standardInForce = (db: ReadDb): PinnedStandard => pinnedInForce(db, 'observation');

export const criterionOf = criterionIn;
