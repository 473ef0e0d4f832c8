// Owns the writing of `survey` and `survey_answer`: entered from paper or by a client, withdrawn with a reason. Never edited:
// what was entered wrongly is withdrawn and entered again.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { SurveyAnswers, SurveyMeans } from '../../../shared/contract/survey.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { answersRefusal } from '../../../shared/domain/survey/questionnaire.ts';
import { surveyWithdrawalRefusal } from '../../../shared/domain/survey/withdrawal.ts';
import { dayOf, instantAt } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { itemsOf, questionnaireById } from './questionnaires.ts';
import { surveyFor } from './rows.ts';

export interface SurveyWords {
  readonly answers: SurveyAnswers;
  readonly comment: string;
  readonly client: string;
}

export interface PaperSurvey extends SurveyWords {
  readonly agentId: string;
  readonly day: string;
  readonly questionnaireId: string;
}

interface NewSurvey extends PaperSurvey {
  readonly means: SurveyMeans;
  /** ISO instant, of `day`. */
  readonly answeredAt: string;
}

/**
 * Inserts a survey with its answers, digest and audit note, and returns its id. The agent's branch and team are those of the
 * day. The digest leaves the client out, so that nobody guesses a telephone number from it.
 * @throws AppError NOT_FOUND agentUnknown, questionnaireMissing; CONFLICT questionnaireDraft; INVALID surveyEmpty, surveyItemUnknown
 */
export function insertSurvey(tx: Change, actor: Actor, given: NewSurvey): string {
  const place = agentAt(tx, given.agentId, given.day);
  if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
  const version = questionnaireById(tx, given.questionnaireId);
  if (version.status === 'draft') throw new AppError('CONFLICT', 'questionnaireDraft');
  const items = itemsOf(tx, version.id);
  const refusal = answersRefusal(items, given.answers);
  if (refusal) throw new AppError('INVALID', refusal.reason, { item: refusal.code });
  const { agentId, day, answeredAt, means, answers, comment, client } = given;
  const { branchId, team } = place;
  const content = { agentId, branchId, team, day, answeredAt, means, answers, comment, questionnaire: version.digest };
  const digest = sha256(canonicalJson(content));
  const id = tx.newId();
  tx.run(sql`INSERT INTO survey (id, agent_id, branch_id, team, questionnaire_id, means, day, answered_at, client, comment,
      state, digest, entered_by, entered_at)
    VALUES (${id}, ${agentId}, ${branchId}, ${team}, ${version.id}, ${means}, ${day}, ${answeredAt}, ${client}, ${comment},
      'counted', ${digest}, ${actor.userId}, ${tx.at})`);
  for (const { code, dimension } of items) {
    const likert = answers[code];
    if (likert !== undefined)
      tx.run(
        sql`INSERT INTO survey_answer (survey_id, item, dimension, likert) VALUES (${id}, ${code}, ${dimension}, ${likert})`,
      );
  }
  tx.note({
    action: 'survey.entered',
    entity: 'survey',
    entityId: id,
    facts: { agent: agentId, branch: branchId, day, means, questionnaire: version.number, digest },
    ...(client === '' ? {} : { fields: { client } }),
  });
  return id;
}

/**
 * Enters a survey from paper, answered on `day`. It counts now if that is today, else at noon of the day.
 * @throws as insertSurvey, AppError INVALID dayInFuture
 */
export const enterSurvey = (store: Store, actor: Actor, input: PaperSurvey): { id: string } =>
  store.change(actor.userId, (tx) => {
    const { timeZone } = readSettings(tx);
    const today = dayOf(Date.parse(tx.at), timeZone);
    if (input.day > today) throw new AppError('INVALID', 'dayInFuture', { day: input.day });
    const noon = instantAt(input.day, '12:00', timeZone);
    if (noon === null) throw new AppError('INVALID', 'invalid');
    const answeredAt = input.day === today ? tx.at : new Date(noon).toISOString();
    return { id: insertSurvey(tx, actor, { ...input, means: 'paper', answeredAt }) };
  });

/**
 * Withdraws a survey; it is no evidence from then on.
 * @throws AppError NOT_FOUND surveyMissing; CONFLICT surveyWithdrawn; FORBIDDEN notYourSurvey, surveyOwnLater
 */
export const withdrawSurvey = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    const row = surveyFor(tx, actor, input.id);
    const { timeZone } = readSettings(tx);
    const refusal = surveyWithdrawalRefusal({
      state: row.state,
      means: row.means,
      own: row.entered_by === actor.userId,
      enteredToday: dayOf(Date.parse(row.entered_at), timeZone) === dayOf(Date.parse(tx.at), timeZone),
      decides: may(actor.roles, 'survey.decide'),
    });
    if (refusal) throw new AppError(refusal === 'surveyWithdrawn' ? 'CONFLICT' : 'FORBIDDEN', refusal);
    tx.run(sql`UPDATE survey SET state = 'withdrawn', withdrawn_at = ${tx.at}, withdrawn_by = ${actor.userId},
      withdraw_reason = ${input.reason} WHERE id = ${input.id}`);
    tx.note({
      action: 'survey.withdrawn',
      entity: 'survey',
      entityId: input.id,
      facts: { agent: row.agent_id, day: row.day },
      fields: { reason: input.reason },
    });
  });
