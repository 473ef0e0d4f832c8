// Blanks the clients of feedback whose time of keeping is over; kind, class, content and answer times stay.
import { sql } from '../../db/sql.ts';
import type { PersonalTable } from '../retention/personal.ts';

export const feedbackPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT id, day AS label, day AS usedOn, 1 AS names, 0 AS texts, 0 AS files FROM feedback
      WHERE client <> '' AND day < ${before} ORDER BY day, id`),
  kept: (db, before) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM feedback WHERE client <> '' AND day >= ${before}`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE feedback SET client = '' WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};
