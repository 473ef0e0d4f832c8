// Owns the table `scoring_model`: published models by version; scores name the version and digest they were made with.
import { createHash } from 'node:crypto';
import { canonicalJson, MODEL_1, type ScoringModel } from '../../../shared/domain/scoring/model.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export interface StoredModel {
  readonly model: ScoringModel;
  readonly digest: string;
}

/** Publishes a model inside a change and returns its digest. */
export function publishModel(tx: Change, model: ScoringModel, reason: string): string {
  const content = canonicalJson(model);
  const digest = createHash('sha256').update(content).digest('hex');
  tx.run(sql`INSERT INTO scoring_model (version, content, digest, reason, published_at)
    VALUES (${model.version}, ${content}, ${digest}, ${reason}, ${tx.at})`);
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
