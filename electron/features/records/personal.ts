// Takes clients, words and photos out of samples of service records and their reviews whose time of keeping is over (4.2). The
// frame's references, the draw and the verdicts stay, so that a draw can still be repeated.
import { among, sql } from '../../db/sql.ts';
import { inspectionWords, purgeInspections } from '../inspection/personal.ts';
import { appealOpen, dayIn, labelled, rectifiedOn, type PersonalTable } from '../retention/personal.ts';

const REVIEWS = sql`SELECT v.id FROM record_review v WHERE v.sample_id = s.id`;
const WORDS = inspectionWords('record', REVIEWS);

export const recordPersonal: PersonalTable = {
  rows: (db) => {
    const begun = dayIn(db, sql`s.created_at`);
    const reviewed = dayIn(db, sql`coalesce(v.withdrawn_at, v.submitted_at, v.saved_at)`);
    return sql`SELECT s.id, ${labelled(sql`s.agent_id`, begun)} AS label, max(${begun}, ${rectifiedOn(db, WORDS.findings)},
        coalesce((SELECT max(${reviewed}) FROM record_review v WHERE v.sample_id = s.id), '')) AS usedOn,
        (SELECT count(*) FROM record_frame_row f WHERE f.sample_id = s.id AND f.client <> '') AS names,
        ${WORDS.texts} AS texts, ${WORDS.files} AS files,
        s.state = 'registering' OR EXISTS (SELECT 1 FROM record_review v WHERE v.sample_id = s.id AND v.state = 'inProgress')
          OR ${appealOpen('review', REVIEWS)} OR ${WORDS.inUse} AS inUse
      FROM record_sample s WHERE s.purged_at IS NULL`;
  },
  purge: (tx, ids) => {
    tx.run(sql`UPDATE record_sample SET purged_at = ${tx.at}, cancel_reason = iif(cancel_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    tx.run(sql`UPDATE record_frame_row SET client = '' WHERE client <> '' AND sample_id IN ${among(ids)}`);
    tx.run(
      sql`UPDATE record_review SET withdraw_reason = '' WHERE withdraw_reason IS NOT NULL AND sample_id IN ${among(ids)}`,
    );
    const reviews = tx.all<{ id: string }>(sql`SELECT id FROM record_review WHERE sample_id IN ${among(ids)}`);
    return purgeInspections(
      tx,
      'record',
      reviews.map(({ id }) => id),
    );
  },
};
