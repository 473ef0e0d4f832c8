// Blanks the clients and comments of surveys whose time of keeping is over; the answers stay. One whose finding is still being
// rectified is kept.
import { among, sql } from '../../db/sql.ts';
import { labelled, rectificationOpen, type PersonalTable } from '../retention/personal.ts';

const FINDINGS = sql`SELECT f.id FROM recorded_finding f WHERE f.source = 'survey' AND f.source_id = s.id`;

export const surveyPersonal: PersonalTable = {
  rows: () => sql`SELECT id, ${labelled(sql`s.agent_id`, sql`day`)} AS label, day AS usedOn, client <> '' AS names,
      (comment <> '') + (coalesce(withdraw_reason, '') <> '') AS texts, 0 AS files, ${rectificationOpen(FINDINGS)} AS inUse
    FROM survey s`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE survey SET client = '', comment = '', withdraw_reason = iif(withdraw_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    return [];
  },
};
