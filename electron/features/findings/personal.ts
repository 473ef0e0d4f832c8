// Blanks the words of findings recorded by hand, from surveys and from complaints whose time of keeping is over: a finding from a
// complaint repeats its words. Class, criterion, element and severity stay; one under rectification is kept.
import { among, sql } from '../../db/sql.ts';
import { dayIn, labelled, rectificationOpen, rectifiedOn, type PersonalTable } from '../retention/personal.ts';

const OWN = sql`SELECT f.id`;

export const findingPersonal: PersonalTable = {
  rows: (db) => {
    const day = dayIn(db, sql`f.occurred_at`);
    return sql`SELECT f.id, ${labelled(sql`f.agent_id`, day)} AS label, max(${day}, ${rectifiedOn(db, OWN)}) AS usedOn, 0 AS names,
        (place <> '') + (service_content <> '') + (description <> '') + (scope_of_impact <> '')
          + (coalesce(withdraw_reason, '') <> '') AS texts, 0 AS files, ${rectificationOpen(OWN)} AS inUse
      FROM recorded_finding f`;
  },
  purge: (tx, ids) => {
    tx.run(sql`UPDATE recorded_finding SET place = '', service_content = '', description = '', scope_of_impact = '',
      withdraw_reason = iif(withdraw_reason IS NULL, NULL, '') WHERE id IN ${among(ids)}`);
    tx.run(
      sql`UPDATE finding_mark SET no_need_reason = '' WHERE no_need_reason IS NOT NULL AND finding_id IN ${among(ids)}`,
    );
    return [];
  },
};
