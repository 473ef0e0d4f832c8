// Owns the table `standard_version`: drafts and published versions. A published one never changes (triggers keep it), and
// whoever started under it goes on under it.
import type { StandardContent, StandardVersion } from '../../../shared/contract/standard.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { canonicalStandardText } from '../../../shared/domain/standard/canonical.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { readContent, writeContent } from './lines.ts';

interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly status: StandardVersion['status'];
  readonly title: string;
  readonly digest: string;
  readonly based_on: string | null;
  readonly created_at: string;
  readonly published_at: string | null;
  readonly clauses: number;
  readonly criteria: number;
}

const asVersion = ({ based_on, created_at, published_at, ...row }: VersionRow): StandardVersion => ({
  ...row,
  basedOn: based_on,
  createdAt: created_at,
  publishedAt: published_at,
});

/** A draft has the number that it would get if it were published now. */
const select = (where: Sql): Sql => sql`SELECT id, status, title, digest, based_on, created_at, published_at,
    coalesce(number, (SELECT coalesce(max(number), 0) + 1 FROM standard_version)) AS number,
    (SELECT count(*) FROM clause WHERE version_id = standard_version.id) AS clauses,
    (SELECT count(*) FROM criterion WHERE version_id = standard_version.id) AS criteria
  FROM standard_version WHERE ${where} ORDER BY status = 'published', number DESC, created_at DESC`;

/** SHA-256 of a content's canonical text. */
export const contentDigest = (content: StandardContent): string => sha256(canonicalStandardText(content));

/** Drafts first, then published versions, the newest first. */
export const listVersions = (db: ReadDb): StandardVersion[] => db.all<VersionRow>(select(sql`1`)).map(asVersion);

/** @throws AppError NOT_FOUND standardMissing */
export function versionById(db: ReadDb, id: string): StandardVersion {
  const row = db.get<VersionRow>(select(sql`id = ${id}`));
  if (!row) throw new AppError('NOT_FOUND', 'standardMissing');
  return asVersion(row);
}

/** The version under which new sessions start. @throws AppError NOT_FOUND standardMissing before the first run */
export function currentVersion(db: ReadDb): StandardVersion {
  const row = db.get<VersionRow>(select(sql`status = 'published'`));
  if (!row) throw new AppError('NOT_FOUND', 'standardMissing');
  return asVersion(row);
}

/** @throws AppError NOT_FOUND standardMissing; CONFLICT standardPublished */
export function draftById(db: ReadDb, id: string): StandardVersion {
  const version = versionById(db, id);
  if (version.status === 'published') throw new AppError('CONFLICT', 'standardPublished', { number: version.number });
  return version;
}

/** Adds a draft with its content and returns its id; the caller writes the audit note. */
export function insertDraft(
  tx: Change,
  draft: { readonly title: string; readonly basedOn: string | null; readonly content: StandardContent },
): string {
  const id = tx.newId();
  tx.run(sql`INSERT INTO standard_version (id, status, title, digest, based_on, created_at)
    VALUES (${id}, 'draft', ${draft.title}, ${contentDigest(draft.content)}, ${draft.basedOn}, ${tx.at})`);
  writeContent(tx, id, draft.content);
  return id;
}

/** Brings a draft's digest up to its lines; every use case that changes a line calls it. Returns the new digest. */
export function refreshDigest(tx: Change, id: string): string {
  const digest = contentDigest(readContent(tx, id));
  tx.run(sql`UPDATE standard_version SET digest = ${digest} WHERE id = ${id}`);
  return digest;
}

export const setTitle = (tx: Change, id: string, title: string): number =>
  tx.run(sql`UPDATE standard_version SET title = ${title} WHERE id = ${id}`);

/** Fixes a draft for ever, under the next number. */
export function setPublished(tx: Change, id: string): void {
  const { number } = versionById(tx, id);
  tx.run(sql`UPDATE standard_version SET status = 'published', number = ${number}, published_at = ${tx.at}
    WHERE id = ${id}`);
}

/** Removes the row of a draft without lines. */
export const eraseVersion = (tx: Change, id: string): number =>
  tx.run(sql`DELETE FROM standard_version WHERE id = ${id}`);
