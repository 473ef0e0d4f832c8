// The observation items of a published standard version. A published version never changes, so each is read once.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import { inOrder } from '../../../shared/domain/observation/progress.ts';
import type { ReadDb } from '../../db/connection.ts';
import { readContent } from '../standard/lines.ts';
import { currentVersion, versionById } from '../standard/versions.ts';

export interface PinnedStandard {
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly digest: string;
  readonly clauses: readonly Clause[];
  /** Of the method observation, in the order in which they are walked. */
  readonly criteria: readonly Criterion[];
  readonly byCode: ReadonlyMap<string, Criterion>;
}

const known = new Map<string, PinnedStandard>();
const MOST_KNOWN = 32;

/** @throws AppError NOT_FOUND standardMissing */
export function pinnedStandard(db: ReadDb, versionId: string): PinnedStandard {
  const kept = known.get(versionId);
  if (kept) return kept;
  const version = versionById(db, versionId);
  const content = readContent(db, versionId);
  const criteria = inOrder(content.criteria);
  const pinned: PinnedStandard = {
    versionId,
    number: version.number,
    title: version.title,
    digest: version.digest,
    clauses: content.clauses,
    criteria,
    byCode: new Map(criteria.map((criterion) => [criterion.code, criterion])),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  if (version.status === 'published') known.set(versionId, pinned);
  return pinned;
}

/** The version that a session started now is pinned to. @throws AppError NOT_FOUND standardMissing */
export const standardInForce = (db: ReadDb): PinnedStandard => pinnedStandard(db, currentVersion(db).id);

/** @throws AppError NOT_FOUND criterionUnknown */
export function criterionOf(standard: PinnedStandard, code: string): Criterion {
  const criterion = standard.byCode.get(code);
  if (!criterion) throw new AppError('NOT_FOUND', 'criterionUnknown', { criterion: code });
  return criterion;
}
