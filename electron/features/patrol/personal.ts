// Takes words and photos out of patrols whose time of keeping is over (8.2). Who was seen where, and every cell, stays.
import { among, sql } from '../../db/sql.ts';
import { inspectionWords, purgeInspections } from '../inspection/personal.ts';
import { rectifiedOn, type PersonalTable } from '../retention/personal.ts';

const WORDS = inspectionWords('patrol', sql`SELECT o.id`);

export const patrolPersonal: PersonalTable = {
  rows: (db) => sql`SELECT o.id, o.day AS label, max(o.day, ${rectifiedOn(db, WORDS.findings)}) AS usedOn, 0 AS names,
      ${WORDS.texts} + (coalesce(o.withdraw_reason, '') <> '') AS texts, ${WORDS.files} AS files,
      o.state = 'inProgress' OR ${WORDS.inUse} AS inUse
    FROM patrol o WHERE o.purged_at IS NULL`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE patrol SET purged_at = ${tx.at}, withdraw_reason = iif(withdraw_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    return purgeInspections(tx, 'patrol', ids);
  },
};
