// Blanks the grounds of appeals that ended and whose time of keeping is over; what was appealed and both values stay.
import { among, sql } from '../../db/sql.ts';
import { dayIn, labelled, type PersonalTable } from '../retention/personal.ts';

export const appealPersonal: PersonalTable = {
  rows: (db) => {
    const filed = dayIn(db, sql`filed_at`);
    return sql`SELECT id, ${labelled(sql`agent_id`, filed)} AS label, coalesce(${dayIn(db, sql`ended_at`)}, ${filed}) AS usedOn, 0 AS names,
        (reason <> '—') + (coalesce(end_reason, '') <> '') AS texts, 0 AS files, ended_at IS NULL AS inUse
      FROM appeal`;
  },
  purge: (tx, ids) => {
    tx.run(sql`UPDATE appeal SET reason = '—', end_reason = '' WHERE id IN ${among(ids)}`);
    return [];
  },
};
