// Blanks the clients and comments of surveys whose time of keeping is over; the answers stay.
import { sql } from '../../db/sql.ts';
import type { PersonalTable } from '../retention/personal.ts';

export const surveyPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT id, day AS label, day AS usedOn, client <> '' AS names, comment <> '' AS texts, 0 AS files FROM survey
      WHERE (client <> '' OR comment <> '') AND day < ${before} ORDER BY day, id`),
  kept: (db, before) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM survey
      WHERE (client <> '' OR comment <> '') AND day >= ${before}`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE survey SET client = '', comment = ''
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};
