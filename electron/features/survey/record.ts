// One survey in full: every item of its own version with its answer, its state, its history.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Likert, SurveyRecord } from '../../../shared/contract/survey.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { itemsOf, questionnaireById } from './questionnaires.ts';
import { surveyFor, surveyRow } from './rows.ts';

/** @throws AppError NOT_FOUND surveyMissing, also for one that the actor may not see */
export function surveyRecord(store: Store, actor: Actor, id: string): SurveyRecord {
  const db = store.read;
  const row = surveyRow(store, actor, id);
  const stored = surveyFor(db, actor, id);
  const given = new Map(
    db
      .all<{ item: string; likert: Likert }>(sql`SELECT item, likert FROM survey_answer WHERE survey_id = ${id}`)
      .map(({ item, likert }) => [item, likert]),
  );
  const { withdrawn_at: at, withdrawn_by: by, withdraw_reason: reason } = stored;
  const name = by === null ? undefined : db.get<{ name: string }>(sql`SELECT name FROM user WHERE id = ${by}`)?.name;
  return {
    ...row,
    answers: itemsOf(db, row.questionnaireId).map((item) => ({ ...item, likert: given.get(item.code) ?? null })),
    title: questionnaireById(db, row.questionnaireId).title,
    digest: stored.digest,
    withdrawn: at === null ? null : { at, by: name ?? '', reason: reason ?? '' },
    history: historyOf(db, 'survey', id),
  };
}
