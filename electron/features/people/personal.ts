// Takes the phone numbers of agents who left long ago; name and number stay, for they stand in results that were finalised.
import { among, sql } from '../../db/sql.ts';
import { dayIn, type PersonalTable } from '../retention/personal.ts';

export const agentPersonal: PersonalTable = {
  rows: (
    db,
  ) => sql`SELECT id, number AS label, ${dayIn(db, sql`updated_at`)} AS usedOn, coalesce(phone, '') <> '' AS names,
      0 AS texts, 0 AS files, 0 AS inUse
    FROM agent WHERE status = 'left'`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE agent SET phone = NULL, revision = revision + 1 WHERE id IN ${among(ids)}`);
    return [];
  },
};
