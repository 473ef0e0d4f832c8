// Use cases of 标准库: a draft made, edited line by line, checked, compared, published or dropped.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ClauseEdit, StandardRecord } from '../../../shared/contract/standardRoutes.ts';
import type { Criterion, StandardContent, StandardVersion } from '../../../shared/contract/standard.ts';
import type { StandardChange, StandardProblem } from '../../../shared/contract/standardDraft.ts';
import { checkStandard } from '../../../shared/domain/standard/check.ts';
import { compareStandards } from '../../../shared/domain/standard/compare.ts';
import { clauseOf } from '../../../shared/domain/standard/order.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import {
  clauseOfVersion,
  criterionOfVersion,
  eraseContent,
  eraseCriterion,
  readContent,
  readInitials,
  writeClause,
  writeCriterion,
} from './lines.ts';
import {
  draftById,
  eraseVersion,
  insertDraft,
  refreshDigest,
  setPublished,
  setTitle,
  versionById,
} from './versions.ts';

/** A version with its whole content. @throws AppError NOT_FOUND standardMissing */
export const standardRecord = (db: ReadDb, id: string): StandardRecord => ({
  version: versionById(db, id),
  content: readContent(db, id),
  initials: readInitials(db, id),
  history: historyOf(db, 'standard', id),
});

/** Copies a version into a new draft. @throws AppError NOT_FOUND standardMissing */
export const createDraft = (
  store: Store,
  actor: Actor,
  input: { readonly from: string; readonly title: string },
): StandardVersion =>
  store.change(actor.userId, (tx) => {
    const from = versionById(tx, input.from);
    // A draft may be dropped, so only published versions count as an origin.
    const basedOn = from.status === 'published' ? from.id : from.basedOn;
    const id = insertDraft(tx, { title: input.title, basedOn, content: readContent(tx, from.id) });
    tx.note({ action: 'standard.drafted', entity: 'standard', entityId: id, facts: { from: from.id } });
    return versionById(tx, id);
  });

/** Makes a draft of what a workbook held. */
export const importDraft = (
  store: Store,
  actor: Actor,
  input: { readonly title: string; readonly basedOn: string | null; readonly content: StandardContent },
): StandardVersion =>
  store.change(actor.userId, (tx) => {
    const id = insertDraft(tx, input);
    const version = versionById(tx, id);
    tx.note({
      action: 'standard.imported',
      entity: 'standard',
      entityId: id,
      facts: { clauses: version.clauses, criteria: version.criteria, digest: version.digest },
    });
    return version;
  });

/** One change of a draft with its digest and its audit entry. @throws AppError NOT_FOUND, CONFLICT standardPublished */
function changeDraft(
  store: Store,
  actor: Actor,
  id: string,
  done: { readonly action: string; readonly facts: Readonly<Record<string, string>> },
  body: (tx: Change) => void,
): StandardVersion {
  return store.change(actor.userId, (tx) => {
    draftById(tx, id);
    body(tx);
    const digest = refreshDigest(tx, id);
    tx.note({ action: done.action, entity: 'standard', entityId: id, facts: { ...done.facts, digest } });
    return versionById(tx, id);
  });
}

export const renameDraft = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly title: string },
): StandardVersion =>
  changeDraft(store, actor, input.id, { action: 'standard.renamed', facts: { title: input.title } }, (tx) => {
    setTitle(tx, input.id, input.title);
  });

/** Rewords a clause; clauses come and go by import alone, since their numbers are the handbook's. @throws NOT_FOUND clauseMissing */
export const saveClause = (store: Store, actor: Actor, { id, clause }: ClauseEdit): StandardVersion =>
  changeDraft(store, actor, id, { action: 'standard.clauseChanged', facts: { clause: clause.id } }, (tx) => {
    const before = clauseOfVersion(tx, id, clause.id);
    if (!before) throw new AppError('NOT_FOUND', 'clauseMissing', { clause: clause.id });
    writeClause(tx, id, { ...before, title: clause.title, text: clause.text });
  });

/**
 * Adds a criterion (`code` null) or replaces the one of that code, which may get another code.
 * @throws AppError NOT_FOUND criterionMissing, clauseMissing; CONFLICT criterionCodeTaken; INVALID criterionCodeOutsideClause
 */
export const saveCriterion = (
  store: Store,
  actor: Actor,
  { id, code, criterion }: { readonly id: string; readonly code: string | null; readonly criterion: Criterion },
): StandardVersion =>
  changeDraft(
    store,
    actor,
    id,
    {
      action: code === null ? 'standard.criterionAdded' : 'standard.criterionChanged',
      facts: { code: criterion.code },
    },
    (tx) => {
      if (clauseOf(criterion.code) !== criterion.clause)
        throw new AppError('INVALID', 'criterionCodeOutsideClause', { code: criterion.code, clause: criterion.clause });
      if (!clauseOfVersion(tx, id, criterion.clause))
        throw new AppError('NOT_FOUND', 'clauseMissing', { clause: criterion.clause });
      if (code !== null && eraseCriterion(tx, id, code) === 0)
        throw new AppError('NOT_FOUND', 'criterionMissing', { code });
      if (criterionOfVersion(tx, id, criterion.code))
        throw new AppError('CONFLICT', 'criterionCodeTaken', { code: criterion.code });
      writeCriterion(tx, id, criterion);
    },
  );

/** @throws AppError NOT_FOUND criterionMissing */
export const removeCriterion = (
  store: Store,
  actor: Actor,
  { id, code }: { readonly id: string; readonly code: string },
): StandardVersion =>
  changeDraft(store, actor, id, { action: 'standard.criterionRemoved', facts: { code } }, (tx) => {
    if (eraseCriterion(tx, id, code) === 0) throw new AppError('NOT_FOUND', 'criterionMissing', { code });
  });

/** What keeps the version from being published; empty when nothing does. */
export function checkVersion(db: ReadDb, id: string): StandardProblem[] {
  versionById(db, id);
  return checkStandard(readContent(db, id));
}

/** How `after` differs from `before`, line by line. */
export function compareVersions(
  db: ReadDb,
  input: { readonly before: string; readonly after: string },
): StandardChange[] {
  versionById(db, input.before);
  versionById(db, input.after);
  return compareStandards(readContent(db, input.before), readContent(db, input.after));
}

/** Publishes a draft without problems; it is immutable from then on. @throws AppError CONFLICT standardHasProblems, standardPublished */
export const publishDraft = (store: Store, actor: Actor, id: string): StandardVersion =>
  store.change(actor.userId, (tx) => {
    draftById(tx, id);
    const problems = checkVersion(tx, id);
    if (problems.length > 0) throw new AppError('CONFLICT', 'standardHasProblems', { count: problems.length });
    refreshDigest(tx, id);
    setPublished(tx, id);
    const version = versionById(tx, id);
    tx.note({
      action: 'standard.published',
      entity: 'standard',
      entityId: id,
      facts: { number: version.number, digest: version.digest },
    });
    return version;
  });

/** Drops a draft; published versions are kept for ever. @throws AppError CONFLICT standardPublished */
export function deleteDraft(store: Store, actor: Actor, id: string): void {
  store.change(actor.userId, (tx) => {
    const { digest } = draftById(tx, id);
    eraseContent(tx, id);
    eraseVersion(tx, id);
    tx.note({ action: 'standard.draftDeleted', entity: 'standard', entityId: id, facts: { digest } });
  });
}
