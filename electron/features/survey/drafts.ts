// Use cases of the questionnaire: a draft copied from a version, edited as a whole, published with a reason, or dropped.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Questionnaire, QuestionnaireContent, QuestionnaireVersion } from '../../../shared/contract/survey.ts';
import { checkQuestionnaire } from '../../../shared/domain/survey/questionnaire.ts';
import type { Store } from '../../db/store.ts';
import {
  contentOf,
  draftById,
  eraseDraft,
  insertDraft,
  questionnaireById,
  questionnaireInForce,
  questionnaireRecord,
  replaceContent,
  setPublished,
} from './questionnaires.ts';

/** Copies a version into a new draft. @throws AppError NOT_FOUND questionnaireMissing */
export const createQuestionnaireDraft = (
  store: Store,
  actor: Actor,
  input: { readonly from: string },
): QuestionnaireVersion =>
  store.change(actor.userId, (tx) => {
    const from = questionnaireById(tx, input.from);
    const id = tx.newId();
    // A draft may be dropped, so only published versions count as an origin.
    insertDraft(tx, id, from.status === 'published' ? from.id : from.basedOn, contentOf(tx, from));
    tx.note({ action: 'questionnaire.drafted', entity: 'questionnaire', entityId: id, facts: { from: from.id } });
    return questionnaireById(tx, id);
  });

/** Replaces a draft's title and items. @throws AppError NOT_FOUND, CONFLICT questionnairePublished, changedMeanwhile */
export const saveQuestionnaireDraft = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly digest: string; readonly content: QuestionnaireContent },
): Questionnaire =>
  store.change(actor.userId, (tx) => {
    if (draftById(tx, input.id).digest !== input.digest) throw new AppError('CONFLICT', 'changedMeanwhile');
    const digest = replaceContent(tx, input.id, input.content);
    tx.note({
      action: 'questionnaire.changed',
      entity: 'questionnaire',
      entityId: input.id,
      facts: { digest, items: input.content.items.length },
    });
    return questionnaireRecord(tx, input.id);
  });

/**
 * Publishes a draft without problems; from then on it is fixed and in force.
 * @throws AppError CONFLICT questionnairePublished, questionnaireHasProblems, questionnaireUnchanged
 */
export const publishQuestionnaire = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): QuestionnaireVersion =>
  store.change(actor.userId, (tx) => {
    const draft = draftById(tx, input.id);
    const problems = checkQuestionnaire(contentOf(tx, draft));
    if (problems.length > 0) throw new AppError('CONFLICT', 'questionnaireHasProblems', { count: problems.length });
    if (questionnaireInForce(tx).digest === draft.digest) throw new AppError('CONFLICT', 'questionnaireUnchanged');
    setPublished(tx, draft.id, input.reason);
    const version = questionnaireById(tx, draft.id);
    tx.note({
      action: 'questionnaire.published',
      entity: 'questionnaire',
      entityId: draft.id,
      facts: { number: version.number, digest: version.digest },
      fields: { reason: input.reason },
    });
    return version;
  });

/** Drops a draft; published versions are kept for ever. @throws AppError NOT_FOUND, CONFLICT questionnairePublished */
export const deleteQuestionnaireDraft = (store: Store, actor: Actor, input: { readonly id: string }): void =>
  store.change(actor.userId, (tx) => {
    const { id, digest } = draftById(tx, input.id);
    eraseDraft(tx, id);
    tx.note({ action: 'questionnaire.draftDeleted', entity: 'questionnaire', entityId: id, facts: { digest } });
  });
