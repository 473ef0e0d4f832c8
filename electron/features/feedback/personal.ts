// Blanks the clients and words of feedback whose time of keeping is over; kind, class and answer times stay.
import { among, sql } from '../../db/sql.ts';
import { dayIn, labelled, type PersonalTable } from '../retention/personal.ts';

export const feedbackPersonal: PersonalTable = {
  rows: (db) => sql`SELECT id, ${labelled(sql`agent_id`, sql`day`)} AS label,
      max(day, coalesce(${dayIn(db, sql`coalesce(closed_at, answered_at)`)}, '')) AS usedOn, client <> '' AS names,
      (content <> '') + (answer <> '') + (coalesce(withdrawn_reason, '') <> '') AS texts, 0 AS files, state = 'open' AS inUse
    FROM feedback`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE feedback SET client = '', content = '', answer = '',
      withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '') WHERE id IN ${among(ids)}`);
    return [];
  },
};
