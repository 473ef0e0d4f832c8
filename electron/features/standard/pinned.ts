// The items of one method in a published standard version. A published version never changes, so each is read once.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Clause, Criterion, Method } from '../../../shared/contract/standard.ts';
import { inOrder } from '../../../shared/domain/observation/progress.ts';
import { inReviewOrder } from '../../../shared/domain/records/parts.ts';
import type { ReadDb } from '../../db/connection.ts';
import { readContent } from './lines.ts';
import { currentVersion, versionById } from './versions.ts';

export interface Pinned {
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly digest: string;
  readonly clauses: readonly Clause[];
  /** Of the method, in the order in which they are walked. */
  readonly criteria: readonly Criterion[];
  readonly byCode: ReadonlyMap<string, Criterion>;
}

const WALKED: Readonly<Record<Method, (criteria: readonly Criterion[]) => readonly Criterion[]>> = {
  observation: inOrder,
  record: inReviewOrder,
  patrol: (criteria) => criteria.filter(({ method }) => method === 'patrol'),
};

const known = new Map<string, Pinned>();
const MOST_KNOWN = 64;

/** @throws AppError NOT_FOUND standardMissing */
export function pinned(db: ReadDb, method: Method, versionId: string): Pinned {
  const key = `${method} ${versionId}`;
  const kept = known.get(key);
  if (kept) return kept;
  const { number, title, digest, status } = versionById(db, versionId);
  const { clauses, criteria: all } = readContent(db, versionId);
  const criteria = WALKED[method](all);
  const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const read: Pinned = { versionId, number, title, digest, clauses, criteria, byCode };
  if (known.size >= MOST_KNOWN) known.clear();
  if (status === 'published') known.set(key, read);
  return read;
}

/** What one started now is pinned to. @throws AppError NOT_FOUND standardMissing */
export const pinnedInForce = (db: ReadDb, method: Method): Pinned => pinned(db, method, currentVersion(db).id);

/** @throws AppError NOT_FOUND criterionUnknown */
export function criterionIn({ byCode }: Pick<Pinned, 'byCode'>, code: string): Criterion {
  const criterion = byCode.get(code);
  if (!criterion) throw new AppError('NOT_FOUND', 'criterionUnknown', { criterion: code });
  return criterion;
}
