// Takes clients, words and photos out of observations whose time of keeping is over, in every revision. Answers, red lines, score,
// digest and who signed stay.
import { among, sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { purgeCalibrations } from '../calibration/personal.ts';
import { deleteEvidenceOf } from '../evidence/evidence.ts';
import { appealOpen, labelled, rectificationOpen, rectifiedOn, type PersonalTable } from '../retention/personal.ts';

const REVISIONS = sql`SELECT r.id FROM observation_revision r WHERE r.observation_id = o.id`;
const FINDINGS = sql`SELECT f.origin_id FROM finding f WHERE f.revision_id IN (${REVISIONS})`;
const RED_LINES = sql`SELECT l.id FROM red_line l WHERE l.observation_id = o.id`;

export const observationPersonal: PersonalTable = {
  rows: (
    db,
  ) => sql`SELECT o.id, ${labelled(sql`o.agent_id`, sql`o.day`)} AS label, max(o.day, ${rectifiedOn(db, FINDINGS)}) AS usedOn,
      (SELECT count(*) FROM observation_revision r WHERE r.observation_id = o.id AND r.client <> '') AS names,
      (SELECT count(*) FROM observation_revision r WHERE r.observation_id = o.id AND (r.place <> '' OR r.reason <> ''))
        + (SELECT count(*) FROM answer a WHERE a.revision_id IN (${REVISIONS}) AND a.words <> '')
        + (SELECT count(*) FROM note n WHERE n.revision_id IN (${REVISIONS}))
        + (SELECT count(*) FROM finding f WHERE f.revision_id IN (${REVISIONS}))
        + (SELECT count(*) FROM signature g WHERE g.revision_id IN (${REVISIONS}) AND g.words <> '')
        + (SELECT count(*) FROM red_line l WHERE l.observation_id = o.id AND l.statement <> '')
        + (coalesce(o.end_reason, '') <> '') AS texts,
      (SELECT count(DISTINCT e.sha256) FROM evidence e WHERE e.revision_id IN (${REVISIONS})) AS files,
      o.state IN ('planned', 'inProgress')
        OR EXISTS (SELECT 1 FROM observation_revision r WHERE r.observation_id = o.id AND r.state = 'open')
        OR EXISTS (SELECT 1 FROM red_line l WHERE l.observation_id = o.id AND l.state = 'pending')
        OR EXISTS (SELECT 1 FROM calibration c WHERE c.id = o.calibration_id AND c.state = 'open')
        OR ${appealOpen('session', sql`SELECT o.id`)} OR ${appealOpen('redLine', RED_LINES)}
        OR ${rectificationOpen(FINDINGS)} AS inUse
    FROM observation o WHERE o.purged_at IS NULL`,
  purge: (tx, ids) => {
    tx.run(sql`UPDATE observation SET purged_at = ${tx.at}, end_reason = iif(end_reason IS NULL, NULL, '')
      WHERE id IN ${among(ids)}`);
    const revisions = tx
      .all<{ id: string }>(sql`SELECT id FROM observation_revision WHERE observation_id IN ${among(ids)}`)
      .map(({ id }) => id);
    purgeRevisions(tx, revisions);
    tx.run(sql`UPDATE red_line SET statement = iif(statement IS NULL, NULL, ''),
      decision_reason = iif(decision_reason IS NULL, NULL, '') WHERE observation_id IN ${among(ids)}`);
    purgeCalibrations(
      tx,
      tx
        .all<{ id: string }>(
          sql`SELECT DISTINCT calibration_id AS id FROM observation WHERE calibration_id IS NOT NULL AND id IN ${among(ids)}`,
        )
        .map(({ id }) => id),
    );
    return deleteEvidenceOf(tx, revisions);
  },
};

function purgeRevisions(tx: Change, ids: readonly string[]): void {
  tx.run(sql`UPDATE observation_revision SET client = '', place = '', reason = iif(reason IS NULL, NULL, '')
    WHERE id IN ${among(ids)}`);
  tx.run(sql`UPDATE answer SET words = '' WHERE words <> '' AND revision_id IN ${among(ids)}`);
  tx.run(sql`UPDATE note SET text = '' WHERE revision_id IN ${among(ids)}`);
  tx.run(sql`UPDATE finding SET place = '', service_content = '', description = '', scope_of_impact = ''
    WHERE revision_id IN ${among(ids)}`);
  tx.run(sql`UPDATE signature SET words = '', witness_name = iif(witness_name IS NULL, NULL, '—'),
    witness_capacity = iif(witness_capacity IS NULL, NULL, '—') WHERE revision_id IN ${among(ids)}`);
}
