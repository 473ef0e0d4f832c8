// Blanks the clients of requests and return visits whose time of keeping is over; times, kinds and outcomes stay.
import { sql } from '../../db/sql.ts';
import type { PersonalTable } from '../retention/personal.ts';

export const requestPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT id, day AS label, day AS usedOn, 1 AS names, 0 AS texts, 0 AS files FROM service_request
      WHERE client <> '' AND day < ${before} ORDER BY day, id`),
  kept: (db, before) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM service_request WHERE client <> '' AND day >= ${before}`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE service_request SET client = ''
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};

export const visitPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT id, due_on AS label, max(due_on, coalesce(made_on, '')) AS usedOn, 1 AS names, 0 AS texts, 0 AS files
      FROM return_visit WHERE client <> '' AND due_on < ${before} AND coalesce(made_on, '') < ${before} ORDER BY due_on, id`),
  kept: (db, before) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM return_visit
      WHERE client <> '' AND (due_on >= ${before} OR made_on >= ${before})`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE return_visit SET client = '' WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};
