// Blanks the words of findings recorded by hand, from surveys and from complaints whose time of keeping is over: a finding from a
// complaint repeats its words. Class, criterion, element and severity stay; one under rectification is kept.
import { sql } from '../../db/sql.ts';
import type { PersonalTable } from '../retention/personal.ts';

/** The last day on which it was used: of the finding, or of the end of its rectification. */
const USED = sql`(SELECT id, date(occurred_at) AS label, max(date(occurred_at), coalesce((SELECT max(date(coalesce(
      z.closed_at, z.withdrawn_at, '9999-12-31'))) FROM rectification z JOIN rectification_finding x
      ON x.rectification_id = z.id WHERE x.finding_id = f.id), '')) AS usedOn
    FROM recorded_finding f WHERE description <> '')`;

export const findingPersonal: PersonalTable = {
  due: (db, before) =>
    db.all(sql`SELECT id, label, usedOn, 0 AS names, 4 AS texts, 0 AS files FROM ${USED}
      WHERE usedOn < ${before} ORDER BY usedOn, id`),
  kept: (db, before) => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${USED} WHERE usedOn >= ${before}`)!.n,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE recorded_finding SET place = '', service_content = '', description = '', scope_of_impact = ''
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  },
};
