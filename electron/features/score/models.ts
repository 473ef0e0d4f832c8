// Owns the table `scoring_model`: published models by version; scores name the version and digest they were made with.
import type { ModelVersion } from '../../../shared/contract/model.ts';
import { canonicalJson, MODEL_1, type ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { valuesOf } from '../../../shared/domain/scoring/modelFields.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export interface StoredModel {
  readonly model: ScoringModel;
  readonly digest: string;
}

/** Publishes a model inside a change and returns its digest. `by`: a person's id, null for the one that the console came with. */
export function publishModel(tx: Change, model: ScoringModel, reason: string, by: string | null = null): string {
  const content = canonicalJson(model);
  const digest = sha256(content);
  tx.run(sql`INSERT INTO scoring_model (version, content, digest, reason, published_at, published_by)
    VALUES (${model.version}, ${content}, ${digest}, ${reason}, ${tx.at}, ${by})`);
  tx.note({
    action: 'scoringModel.published',
    entity: 'scoringModel',
    entityId: String(model.version),
    facts: { version: model.version, digest },
    fields: { reason },
  });
  return digest;
}

/** The default model, for an empty console. */
export const installModel = (tx: Change): string => publishModel(tx, MODEL_1, 'default');

/** The newest model. */
export function currentModel(db: ReadDb): StoredModel {
  const row = db.get<{ content: string; digest: string }>(
    sql`SELECT content, digest FROM scoring_model ORDER BY version DESC LIMIT 1`,
  );
  if (!row) throw new Error('the console holds no scoring model');
  return { model: JSON.parse(row.content) as ScoringModel, digest: row.digest };
}

/** A published model by its version. */
export function modelByVersion(db: ReadDb, version: number): ScoringModel {
  const row = db.get<{ content: string }>(sql`SELECT content FROM scoring_model WHERE version = ${version}`);
  if (!row) throw new Error(`the console holds no scoring model ${version}`);
  return JSON.parse(row.content) as ScoringModel;
}

/** All versions, newest first. */
export const modelVersions = (db: ReadDb): ModelVersion[] =>
  db
    .all<{
      version: number;
      content: string;
      digest: string;
      reason: string;
      published_at: string;
      name: string | null;
    }>(
      sql`SELECT version, content, digest, reason, published_at, name FROM scoring_model
        LEFT JOIN user ON user.id = published_by ORDER BY version DESC`,
    )
    .map((row) => ({
      version: row.version,
      digest: row.digest,
      reason: row.reason,
      publishedAt: row.published_at,
      publishedBy: row.name,
      values: valuesOf(JSON.parse(row.content) as ScoringModel),
    }));
