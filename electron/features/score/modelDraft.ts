// Owns the table `scoring_model_draft`: the one draft of the next model, kept while it is edited, published with a
// reason as a new version. What was published never changes, and results keep theirs.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ModelDraft, ModelValues } from '../../../shared/contract/model.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { changedFields, MODEL_FIELDS, modelOf, valuesOf } from '../../../shared/domain/scoring/modelFields.ts';
import { modelProblems } from '../../../shared/domain/scoring/modelValidity.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { comparisonOf } from './modelComparisons.ts';
import { currentModel, publishModel } from './models.ts';

interface DraftRow {
  readonly based_on: number;
  readonly content: string;
  readonly saved_at: string;
  readonly name: string;
}

/** The draft with what is wrong with it and whether it was compared, or null. `now`: epoch milliseconds. */
export function readDraft(db: ReadDb, now: number): ModelDraft | null {
  const row = db.get<DraftRow>(sql`SELECT based_on, content, saved_at, name FROM scoring_model_draft
    JOIN user ON user.id = saved_by`);
  if (!row) return null;
  const values = JSON.parse(row.content) as ModelValues;
  return {
    basedOn: row.based_on,
    values,
    savedAt: row.saved_at,
    savedBy: row.name,
    problems: modelProblems(values),
    comparison: comparisonOf(db, values, now),
  };
}

/** @throws AppError CONFLICT modelNoDraft */
export function theDraft(db: ReadDb, now: number): ModelDraft {
  const draft = readDraft(db, now);
  if (!draft) throw new AppError('CONFLICT', 'modelNoDraft');
  return draft;
}

/** @throws AppError CONFLICT modelDraftThere */
export function beginDraft(store: Store, actor: Actor): ModelDraft {
  store.change(actor.userId, (tx) => {
    if (readDraft(tx, store.clock())) throw new AppError('CONFLICT', 'modelDraftThere');
    const { model } = currentModel(tx);
    tx.run(sql`INSERT INTO scoring_model_draft (only, based_on, content, begun_at, saved_at, saved_by)
      VALUES (1, ${model.version}, ${canonicalJson(valuesOf(model))}, ${tx.at}, ${tx.at}, ${actor.userId})`);
    tx.note({
      action: 'scoringModel.drafted',
      entity: 'scoringModel',
      entityId: 'draft',
      facts: { basedOn: model.version },
    });
  });
  return theDraft(store.read, store.clock());
}

const KEYS = MODEL_FIELDS.map(({ key }) => key);

/**
 * Keeps the draft as it stands, also while something is wrong with it. Unchanged values write nothing.
 * @throws AppError CONFLICT modelNoDraft, INVALID modelFieldUnknown
 */
export function saveDraft(store: Store, actor: Actor, { values }: { readonly values: ModelValues }): ModelDraft {
  const unknown = Object.keys(values).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new AppError('INVALID', 'modelFieldUnknown', { field: unknown });
  const changed = changedFields(theDraft(store.read, store.clock()).values, values);
  if (changed.length > 0)
    store.change(actor.userId, (tx) => {
      theDraft(tx, store.clock());
      const content = canonicalJson(Object.fromEntries(KEYS.map((key) => [key, values[key] ?? null])));
      tx.run(sql`UPDATE scoring_model_draft SET content = ${content}, saved_at = ${tx.at}, saved_by = ${actor.userId}`);
      tx.note({
        action: 'scoringModel.draftSaved',
        entity: 'scoringModel',
        entityId: 'draft',
        facts: { changed: changed.join(' ') },
      });
    });
  return theDraft(store.read, store.clock());
}

/** @throws AppError CONFLICT modelNoDraft */
export const discardDraft = (store: Store, actor: Actor): void =>
  store.change(actor.userId, (tx) => {
    theDraft(tx, store.clock());
    tx.run(sql`DELETE FROM scoring_model_draft`);
    tx.note({ action: 'scoringModel.draftDiscarded', entity: 'scoringModel', entityId: 'draft' });
  });

/**
 * Publishes the draft as the next version.
 * @throws AppError CONFLICT modelNoDraft, modelDraftOld (another version came out meanwhile), modelUnchanged or
 *   modelNotCompared (not exactly this draft, or not on the last period's data); INVALID modelHasProblems
 */
export const publishDraft = (
  store: Store,
  actor: Actor,
  { reason }: { readonly reason: string },
): { version: number } =>
  store.change(actor.userId, (tx) => {
    const draft = theDraft(tx, store.clock());
    const { model } = currentModel(tx);
    if (draft.problems.length > 0) throw new AppError('INVALID', 'modelHasProblems', { count: draft.problems.length });
    if (draft.basedOn !== model.version)
      throw new AppError('CONFLICT', 'modelDraftOld', { version: draft.basedOn, current: model.version });
    const next = modelOf(draft.values, model.version + 1);
    if (canonicalJson(valuesOf(next)) === canonicalJson(valuesOf(model)))
      throw new AppError('CONFLICT', 'modelUnchanged');
    if (draft.comparison === 'missing') throw new AppError('CONFLICT', 'modelNotCompared');
    publishModel(tx, next, reason, actor.userId);
    tx.run(sql`DELETE FROM scoring_model_draft`);
    return { version: next.version };
  });
