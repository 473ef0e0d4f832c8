// Owns the tables `clause` and `criterion`: the content of each version, read and written as a whole or line by line.
import type { Clause, Criterion, StandardContent } from '../../../shared/contract/standard.ts';
import { canonicalStandard } from '../../../shared/domain/standard/canonical.ts';
import { parentOf } from '../../../shared/domain/standard/order.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { pinyinInitials } from '../people/pinyin.ts';

interface ClauseRow {
  readonly id: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly text_zh: string;
  readonly text_en: string;
  readonly initials: string;
}

interface CriterionRow {
  readonly code: string;
  readonly clause: string;
  readonly method: Criterion['method'];
  readonly stage: Criterion['stage'];
  readonly indicator: Criterion['indicator'];
  readonly scale: Criterion['scale'];
  readonly weight: number;
  readonly required: number;
  readonly not_applicable_allowed: number;
  readonly evidence: Criterion['evidence'];
  readonly text_zh: string;
  readonly text_en: string;
  readonly meets_zh: string;
  readonly meets_en: string;
  readonly fails_zh: string;
  readonly fails_en: string;
  readonly red_line: number;
  readonly protection: Criterion['protection'];
  readonly initials: string;
}

const asClause = (row: ClauseRow): Clause => ({
  id: row.id,
  parent: parentOf(row.id),
  title: { zh: row.title_zh, en: row.title_en },
  text: { zh: row.text_zh, en: row.text_en },
});

const asCriterion = (row: CriterionRow): Criterion => ({
  code: row.code,
  clause: row.clause,
  method: row.method,
  stage: row.stage,
  indicator: row.indicator,
  scale: row.scale,
  weight: row.weight,
  required: row.required === 1,
  notApplicableAllowed: row.not_applicable_allowed === 1,
  evidence: row.evidence,
  text: { zh: row.text_zh, en: row.text_en },
  meets: { zh: row.meets_zh, en: row.meets_en },
  fails: { zh: row.fails_zh, en: row.fails_en },
  redLine: row.red_line === 1,
  protection: row.protection,
});

const clauseRows = (db: ReadDb, versionId: string): ClauseRow[] =>
  db.all<ClauseRow>(sql`SELECT * FROM clause WHERE version_id = ${versionId}`);
const criterionRows = (db: ReadDb, versionId: string): CriterionRow[] =>
  db.all<CriterionRow>(sql`SELECT * FROM criterion WHERE version_id = ${versionId}`);

/** The content of a version in canonical order; empty for an id that is not there. */
export const readContent = (db: ReadDb, versionId: string): StandardContent =>
  canonicalStandard({
    clauses: clauseRows(db, versionId).map(asClause),
    criteria: criterionRows(db, versionId).map(asCriterion),
  });

/** Pinyin initials of every line's Chinese title or text, by clause id and criterion code, for the search. */
export const readInitials = (db: ReadDb, versionId: string): Record<string, string> =>
  Object.fromEntries([
    ...clauseRows(db, versionId).map(({ id, initials }) => [id, initials] as const),
    ...criterionRows(db, versionId).map(({ code, initials }) => [code, initials] as const),
  ]);

export const clauseOfVersion = (db: ReadDb, versionId: string, id: string): Clause | null => {
  const row = db.get<ClauseRow>(sql`SELECT * FROM clause WHERE version_id = ${versionId} AND id = ${id}`);
  return row ? asClause(row) : null;
};

export const criterionOfVersion = (db: ReadDb, versionId: string, code: string): Criterion | null => {
  const row = db.get<CriterionRow>(sql`SELECT * FROM criterion WHERE version_id = ${versionId} AND code = ${code}`);
  return row ? asCriterion(row) : null;
};

/** Adds or replaces a clause of a draft. */
export const writeClause = (tx: Change, versionId: string, { id, title, text }: Clause): number =>
  tx.run(sql`INSERT INTO clause (version_id, id, title_zh, title_en, text_zh, text_en, initials)
    VALUES (${versionId}, ${id}, ${title.zh}, ${title.en}, ${text.zh}, ${text.en}, ${pinyinInitials(title.zh)})
    ON CONFLICT (version_id, id) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en,
      text_zh = excluded.text_zh, text_en = excluded.text_en, initials = excluded.initials`);

/** Adds a criterion to a draft; one of the same code must have been removed before. */
export const writeCriterion = (tx: Change, versionId: string, c: Criterion): number =>
  tx.run(sql`INSERT INTO criterion (version_id, code, clause, method, stage, indicator, scale, weight, required,
      not_applicable_allowed, evidence, text_zh, text_en, meets_zh, meets_en, fails_zh, fails_en, red_line, protection,
      initials)
    VALUES (${versionId}, ${c.code}, ${c.clause}, ${c.method}, ${c.stage}, ${c.indicator}, ${c.scale}, ${c.weight},
      ${c.required ? 1 : 0}, ${c.notApplicableAllowed ? 1 : 0}, ${c.evidence}, ${c.text.zh}, ${c.text.en},
      ${c.meets.zh}, ${c.meets.en}, ${c.fails.zh}, ${c.fails.en}, ${c.redLine ? 1 : 0}, ${c.protection},
      ${pinyinInitials(c.text.zh)})`);

/** Removes a criterion of a draft; returns how many there were (0 or 1). */
export const eraseCriterion = (tx: Change, versionId: string, code: string): number =>
  tx.run(sql`DELETE FROM criterion WHERE version_id = ${versionId} AND code = ${code}`);

/** Writes a whole content into an empty draft. */
export function writeContent(tx: Change, versionId: string, content: StandardContent): void {
  for (const clause of content.clauses) writeClause(tx, versionId, clause);
  for (const criterion of content.criteria) writeCriterion(tx, versionId, criterion);
}

/** Removes all lines of a draft. */
export function eraseContent(tx: Change, versionId: string): void {
  tx.run(sql`DELETE FROM criterion WHERE version_id = ${versionId}`);
  tx.run(sql`DELETE FROM clause WHERE version_id = ${versionId}`);
}
