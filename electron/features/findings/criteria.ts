// The criterion that a finding names: of the version that its source is pinned to, else of the newest published one that has it.
import type { Criterion } from '../../../shared/contract/standard.ts';
import { METHODS } from '../../../shared/contract/standard.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { pinned } from '../standard/pinned.ts';

const inVersion = (db: ReadDb, versionId: string, code: string): Criterion | undefined =>
  METHODS.map((method) => pinned(db, method, versionId).byCode.get(code)).find((found) => found !== undefined);

/** A lookup that remembers; `versionId` null: the newest published version that has the code. */
export function criteriaOfVersions(db: ReadDb): (code: string, versionId: string | null) => Criterion | undefined {
  const known = new Map<string, Criterion | undefined>();
  let published: readonly string[] | undefined;
  const newestFirst = () =>
    (published ??= db
      .all<{ id: string }>(sql`SELECT id FROM standard_version WHERE status = 'published' ORDER BY number DESC`)
      .map(({ id }) => id));
  return (code, versionId) => {
    const key = `${versionId} ${code}`;
    if (known.has(key)) return known.get(key);
    let found = versionId === null ? undefined : inVersion(db, versionId, code);
    for (const id of found ? [] : newestFirst()) found ??= inVersion(db, id, code);
    known.set(key, found);
    return found;
  };
}
