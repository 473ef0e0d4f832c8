// The content of the printable blank checklist of a standard version (4.2): what is filled in by hand and entered later.
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import type { ReadDb } from '../../db/connection.ts';
import { pinnedStandard, standardInForce } from './standardOf.ts';

export interface Paper {
  versionId: string;
  number: number;
  title: string;
  digest: string;
  clauses: Clause[];
  criteria: Criterion[];
}

/** The observation items of a version, null: of the one in force. @throws AppError NOT_FOUND standardMissing */
export function paperOf(db: ReadDb, versionId: string | null): Paper {
  const { number, title, digest, clauses, criteria, ...standard } =
    versionId === null ? standardInForce(db) : pinnedStandard(db, versionId);
  return { versionId: standard.versionId, number, title, digest, clauses: [...clauses], criteria: [...criteria] };
}
