// The checks of one method in a published standard version. A published version never changes, so each is read once.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/contract/inspection.ts';
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import { inReviewOrder } from '../../../shared/domain/records/parts.ts';
import type { ReadDb } from '../../db/connection.ts';
import { readContent } from '../standard/lines.ts';
import { currentVersion, versionById } from '../standard/versions.ts';

export interface PinnedChecks {
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly digest: string;
  readonly clauses: readonly Clause[];
  /** In the order in which they are walked. */
  readonly criteria: readonly Criterion[];
  readonly byCode: ReadonlyMap<string, Criterion>;
}

const known = new Map<string, PinnedChecks>();
const MOST_KNOWN = 32;

/** @throws AppError NOT_FOUND standardMissing */
export function pinnedChecks(db: ReadDb, method: Inspection, versionId: string): PinnedChecks {
  const key = `${method} ${versionId}`;
  const kept = known.get(key);
  if (kept) return kept;
  const version = versionById(db, versionId);
  const content = readContent(db, versionId);
  const criteria =
    method === 'record'
      ? inReviewOrder(content.criteria)
      : content.criteria.filter((criterion) => criterion.method === method);
  const pinned: PinnedChecks = {
    versionId,
    number: version.number,
    title: version.title,
    digest: version.digest,
    clauses: content.clauses,
    criteria,
    byCode: new Map(criteria.map((criterion) => [criterion.code, criterion])),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  if (version.status === 'published') known.set(key, pinned);
  return pinned;
}

/** The version that one started now is pinned to. @throws AppError NOT_FOUND standardMissing */
export const checksInForce = (db: ReadDb, method: Inspection): PinnedChecks =>
  pinnedChecks(db, method, currentVersion(db).id);

/** @throws AppError NOT_FOUND criterionUnknown */
export function checkOf(checks: Pick<PinnedChecks, 'byCode'>, code: string): Criterion {
  const criterion = checks.byCode.get(code);
  if (!criterion) throw new AppError('NOT_FOUND', 'criterionUnknown', { criterion: code });
  return criterion;
}
