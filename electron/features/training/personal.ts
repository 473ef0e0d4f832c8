// Blanks what was written about persons beside trainings, their plans and the feedback on courses; hours, marks, contents and
// ratings stay.
import { among, sql } from '../../db/sql.ts';
import { dayIn, labelled, type PersonalTable } from '../retention/personal.ts';

export const trainingPersonal: PersonalTable = {
  rows: (db) => sql`SELECT id, ${labelled(sql`agent_id`, sql`day`)} AS label, day AS usedOn, 0 AS names,
      (note <> '') + (coalesce(withdrawn_reason, '') <> '') AS texts, 0 AS files, 0 AS inUse FROM training_record
    UNION ALL SELECT id, ${labelled(sql`agent_id`, sql`day`)}, day, 0, (comment <> '') + (coalesce(withdrawn_reason, '') <> ''), 0, 0 FROM training_feedback
    UNION ALL SELECT id, ${labelled(sql`agent_id`, dayIn(db, sql`made_at`))}, max(due_on, ${dayIn(db, sql`made_at`)}), 0,
      (words <> '') + (coalesce(ended_reason, '') <> ''), 0, state = 'planned' FROM training_plan`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE training_record SET note = '', withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    tx.run(sql`UPDATE training_feedback SET comment = '', withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    tx.run(sql`UPDATE training_plan SET words = '', ended_reason = iif(ended_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    return [];
  },
};
