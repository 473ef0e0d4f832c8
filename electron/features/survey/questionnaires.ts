// Owns the tables `questionnaire_version` and `questionnaire_item`: drafts and published versions of the satisfaction
// survey (4.2). A published one never changes (triggers keep it), and a survey keeps the version it was answered on.
import { AppError } from '../../../shared/contract/errors.ts';
import type {
  Questionnaire,
  QuestionnaireContent,
  QuestionnaireItem,
  QuestionnaireVersion,
} from '../../../shared/contract/survey.ts';
import type { Dimension } from '../../../shared/contract/vocabulary.ts';
import { BUILT_IN_ID, BUILT_IN_QUESTIONNAIRE } from '../../../shared/domain/survey/builtIn.ts';
import { canonicalQuestionnaire } from '../../../shared/domain/survey/questionnaire.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';

interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly status: QuestionnaireVersion['status'];
  readonly title_zh: string;
  readonly title_en: string;
  readonly digest: string;
  readonly reason: string;
  readonly based_on: string | null;
  readonly created_at: string;
  readonly published_at: string | null;
  readonly items: number;
  readonly surveys: number;
}

const asVersion = (row: VersionRow): QuestionnaireVersion => ({
  id: row.id,
  number: row.number,
  status: row.status,
  title: { zh: row.title_zh, en: row.title_en },
  digest: row.digest,
  reason: row.reason,
  basedOn: row.based_on,
  createdAt: row.created_at,
  publishedAt: row.published_at,
  items: row.items,
  surveys: row.surveys,
});

/** A draft has the number that it would get if it were published now. */
const select = (where: Sql): Sql => sql`SELECT id, status, title_zh, title_en, digest, reason, based_on, created_at,
    published_at, coalesce(number, (SELECT coalesce(max(number), 0) + 1 FROM questionnaire_version)) AS number,
    (SELECT count(*) FROM questionnaire_item WHERE version_id = v.id) AS items,
    (SELECT count(*) FROM survey WHERE questionnaire_id = v.id) AS surveys
  FROM questionnaire_version v WHERE ${where} ORDER BY status = 'published', number DESC, created_at DESC`;

/** SHA-256 of a content's canonical text. */
const digestOf = (content: QuestionnaireContent): string => sha256(canonicalQuestionnaire(content));

/** Drafts first, then published versions, the newest first. */
export const listQuestionnaires = (db: ReadDb): QuestionnaireVersion[] =>
  db.all<VersionRow>(select(sql`1`)).map(asVersion);

/** @throws AppError NOT_FOUND questionnaireMissing */
export function questionnaireById(db: ReadDb, id: string): QuestionnaireVersion {
  const row = db.get<VersionRow>(select(sql`id = ${id}`));
  if (!row) throw new AppError('NOT_FOUND', 'questionnaireMissing');
  return asVersion(row);
}

/** The version that clients answer now. @throws AppError NOT_FOUND questionnaireMissing before the first run */
export function questionnaireInForce(db: ReadDb): QuestionnaireVersion {
  const row = db.get<VersionRow>(select(sql`status = 'published'`));
  if (!row) throw new AppError('NOT_FOUND', 'questionnaireMissing');
  return asVersion(row);
}

/** @throws AppError NOT_FOUND questionnaireMissing; CONFLICT questionnairePublished */
export function draftById(db: ReadDb, id: string): QuestionnaireVersion {
  const version = questionnaireById(db, id);
  if (version.status === 'published')
    throw new AppError('CONFLICT', 'questionnairePublished', { number: version.number });
  return version;
}

/** A version's items in the order in which they are asked. */
export const itemsOf = (db: ReadDb, id: string): QuestionnaireItem[] =>
  db
    .all<{ code: string; dimension: Dimension; text_zh: string; text_en: string }>(
      sql`SELECT code, dimension, text_zh, text_en FROM questionnaire_item WHERE version_id = ${id} ORDER BY position`,
    )
    .map(({ code, dimension, text_zh, text_en }) => ({ code, dimension, text: { zh: text_zh, en: text_en } }));

/** A version with its items; without an id the one in force. @throws AppError NOT_FOUND questionnaireMissing */
export function questionnaireRecord(db: ReadDb, id: string | null): Questionnaire {
  const version = id === null ? questionnaireInForce(db) : questionnaireById(db, id);
  return { version, items: itemsOf(db, version.id), history: historyOf(db, 'questionnaire', version.id) };
}

export const contentOf = (db: ReadDb, version: QuestionnaireVersion): QuestionnaireContent => ({
  title: version.title,
  items: itemsOf(db, version.id),
});

function insertItems(tx: Change, id: string, items: readonly QuestionnaireItem[]): void {
  for (const [position, { code, dimension, text }] of items.entries())
    tx.run(sql`INSERT INTO questionnaire_item (version_id, position, code, dimension, text_zh, text_en)
      VALUES (${id}, ${position}, ${code}, ${dimension}, ${text.zh}, ${text.en})`);
}

/** Adds a draft with its content; the caller writes the audit note. */
export function insertDraft(tx: Change, id: string, basedOn: string | null, content: QuestionnaireContent): void {
  tx.run(sql`INSERT INTO questionnaire_version (id, status, title_zh, title_en, digest, based_on, created_at)
    VALUES (${id}, 'draft', ${content.title.zh}, ${content.title.en}, ${digestOf(content)}, ${basedOn}, ${tx.at})`);
  insertItems(tx, id, content.items);
}

/** Replaces a draft's content and returns its new digest. */
export function replaceContent(tx: Change, id: string, content: QuestionnaireContent): string {
  const digest = digestOf(content);
  tx.run(sql`UPDATE questionnaire_version SET title_zh = ${content.title.zh}, title_en = ${content.title.en},
    digest = ${digest} WHERE id = ${id}`);
  tx.run(sql`DELETE FROM questionnaire_item WHERE version_id = ${id}`);
  insertItems(tx, id, content.items);
  return digest;
}

/** Fixes a draft for ever, under the next number. */
export function setPublished(tx: Change, id: string, reason: string): void {
  const { number } = questionnaireById(tx, id);
  tx.run(sql`UPDATE questionnaire_version SET status = 'published', number = ${number}, reason = ${reason},
    published_at = ${tx.at} WHERE id = ${id}`);
}

/** Removes a draft with its items. */
export function eraseDraft(tx: Change, id: string): void {
  tx.run(sql`DELETE FROM questionnaire_item WHERE version_id = ${id}`);
  tx.run(sql`DELETE FROM questionnaire_version WHERE id = ${id}`);
}

/** Publishes the built-in questionnaire inside the first run's transaction. */
export function installQuestionnaire(tx: Change): void {
  insertDraft(tx, BUILT_IN_ID, null, BUILT_IN_QUESTIONNAIRE);
  setPublished(tx, BUILT_IN_ID, '');
  const { number, digest } = questionnaireById(tx, BUILT_IN_ID);
  tx.note({
    action: 'questionnaire.installed',
    entity: 'questionnaire',
    entityId: BUILT_IN_ID,
    facts: { number, digest },
  });
}
