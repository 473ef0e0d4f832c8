// Blanks the clients of observations whose time of keeping is over, in every revision; what was seen and signed stays.
import { sql } from '../../db/sql.ts';
import type { PersonalTable } from '../retention/personal.ts';

export const observationPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT o.id, o.day AS label, o.day AS usedOn, count(*) AS names, 0 AS texts, 0 AS files
      FROM observation o JOIN observation_revision r ON r.observation_id = o.id
      WHERE r.client <> '' AND o.day < ${before} AND o.state NOT IN ('planned', 'inProgress') GROUP BY o.id ORDER BY o.day, o.id`),
  kept: (db, before) =>
    db.get<{ n: number }>(sql`SELECT count(DISTINCT o.id) AS n FROM observation o
      JOIN observation_revision r ON r.observation_id = o.id
      WHERE r.client <> '' AND (o.day >= ${before} OR o.state IN ('planned', 'inProgress'))`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE observation_revision SET client = ''
      WHERE observation_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};
