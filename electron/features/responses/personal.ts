// Blanks the clients and words of requests and return visits whose time of keeping is over; times, kinds and outcomes stay.
import { among, sql } from '../../db/sql.ts';
import { dayIn, labelled, type PersonalTable } from '../retention/personal.ts';

export const requestPersonal: PersonalTable = {
  rows: (
    db,
  ) => sql`SELECT id, ${labelled(sql`agent_id`, sql`day`)} AS label, max(day, coalesce(${dayIn(db, sql`solved_at`)}, '')) AS usedOn,
      client <> '' AS names, (content <> '') + (coalesce(withdrawn_reason, '') <> '') AS texts, 0 AS files, 0 AS inUse
    FROM service_request`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE service_request SET client = '', content = '',
      withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '') WHERE id IN ${among(ids)}`);
    return [];
  },
};

export const visitPersonal: PersonalTable = {
  rows: () => sql`SELECT id, ${labelled(sql`agent_id`, sql`due_on`)} AS label, max(due_on, coalesce(made_on, '')) AS usedOn, client <> '' AS names,
      (note <> '') + (coalesce(withdrawn_reason, '') <> '') AS texts, 0 AS files, 0 AS inUse
    FROM return_visit`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE return_visit SET client = '', note = '',
      withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '') WHERE id IN ${among(ids)}`);
    return [];
  },
};
