// Takes words, names and files out of rectifications that ended and whose time of keeping is over (8.2). States, days, causes by
// category, figures and verdicts stay: score, ledger and statistics do not change.
import { among, sql } from '../../db/sql.ts';
import { dayIn, filesOf, labelled, type PersonalTable } from '../retention/personal.ts';

const COUNTED = sql`(SELECT count(*) FROM rectification_check c WHERE c.rectification_id = z.id AND c.note <> '')
  + (SELECT count(*) FROM rectification_extension e WHERE e.rectification_id = z.id)
  + (SELECT count(*) FROM rectification_effect e WHERE e.rectification_id = z.id)
  + (SELECT count(*) FROM rectification_telling t WHERE t.rectification_id = z.id)
  + (SELECT count(*) FROM rectification_move m WHERE m.rectification_id = z.id AND m.reason IS NOT NULL)`;

export const rectificationPersonal: PersonalTable = {
  rows: (db) => {
    const ended = dayIn(db, sql`coalesce(z.closed_at, z.withdrawn_at)`);
    const planned = dayIn(db, sql`z.planned_at`);
    return sql`SELECT z.id, ${labelled(sql`z.agent_id`, planned)} AS label, coalesce(${ended}, ${planned}) AS usedOn, z.owner_kind = 'person' AS names,
        1 + ${COUNTED} AS texts,
        (SELECT count(DISTINCT sha256) FROM rectification_file f WHERE f.rectification_id = z.id) AS files,
        z.state NOT IN ('closed', 'withdrawn') OR EXISTS (SELECT 1 FROM rectification y WHERE y.follows_id = z.id
          AND y.state NOT IN ('closed', 'withdrawn')) AS inUse
      FROM rectification z WHERE z.purged_at IS NULL`;
  },
  purge: (tx, ids) => {
    const own = sql`rectification_id IN ${among(ids)}`;
    tx.run(sql`UPDATE rectification SET purged_at = ${tx.at}, title = '—', owner_name = iif(owner_kind = 'person', '—', ''),
      whys = '[]', root_cause = '', measures = '', requirements = '', done = iif(done IS NULL, NULL, ''),
      verified_fact = iif(verified_fact IS NULL, NULL, ''), verified_reference = iif(verified_reference IS NULL, NULL, ''),
      next_steps = iif(next_steps IS NULL, NULL, ''), withdraw_reason = iif(withdraw_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    tx.run(sql`UPDATE rectification_move SET reason = '' WHERE reason IS NOT NULL AND ${own}`);
    tx.run(sql`UPDATE rectification_check SET note = '' WHERE ${own}`);
    tx.run(sql`UPDATE rectification_effect SET reason = '—' WHERE ${own}`);
    tx.run(sql`UPDATE rectification_telling SET why = '' WHERE why IS NOT NULL AND ${own}`);
    tx.run(sql`UPDATE rectification_extension SET reason = '—',
      decision_reason = iif(decision_reason IS NULL, NULL, '') WHERE ${own}`);
    const files = filesOf(tx, sql`SELECT DISTINCT sha256 FROM rectification_file WHERE ${own}`);
    tx.run(sql`DELETE FROM rectification_file WHERE ${own}`);
    return files;
  },
};
