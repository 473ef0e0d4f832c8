// Takes persons out of archived complaints whose time of keeping is over: names, contacts, texts, evidence. States, instants,
// categories, conclusions, rounds and marks stay, and so do statistics, score and audit chain.
import type { Measure } from '../../../shared/contract/complaintRecord.ts';
import { among, sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { dayIn, filesOf, rectificationOpen, rectifiedOn, type PersonalTable } from '../retention/personal.ts';
import { NO_LETTER } from './known.ts';
import { CASES } from './rows.ts';

/** Findings that started from the case: while one is being rectified the case is needed. */
const FINDINGS = sql`SELECT f.id FROM recorded_finding f WHERE f.source = 'complaint' AND f.source_id = c.id`;

/** What was measured stays, who and in which words goes. */
function purgeMeasures(tx: Change, id: string): void {
  for (const { round, measures } of tx.all<{ round: number; measures: string }>(
    sql`SELECT round, measures FROM complaint_round WHERE complaint_id = ${id}`,
  )) {
    const bare = (JSON.parse(measures) as Measure[]).map(({ kind, dueOn }) => ({
      kind,
      dueOn,
      words: '—',
      owner: '—',
    }));
    tx.run(sql`UPDATE complaint_round SET measures = ${JSON.stringify(bare)}, letter = ${JSON.stringify(NO_LETTER)},
      findings = '', basis = '', remark = '' WHERE complaint_id = ${id} AND round = ${round}`);
  }
}

/** Who stands in the matter a second time is told by the contact alone, which goes: it is kept as a mark. */
function markAgain(tx: Change, id: string): void {
  const matter = sql`(SELECT o.id FROM complaint o JOIN complaint c ON c.id = ${id}
    WHERE coalesce(o.joined_to_id, o.id) = coalesce(c.joined_to_id, c.id))`;
  tx.run(sql`UPDATE complaint_person AS p SET again = 1 WHERE p.complaint_id = ${id} AND EXISTS (
    SELECT 1 FROM complaint_person q WHERE q.contact_key = p.contact_key AND q.again = 0 AND q.complaint_id IN ${matter}
      AND (q.complaint_id <> p.complaint_id OR q.position < p.position))`);
}

function purgeCase(tx: Change, id: string): void {
  markAgain(tx, id);
  tx.run(sql`UPDATE complaint_person SET name = '', contact = '', contact_key = NULL WHERE complaint_id = ${id}`);
  purgeMeasures(tx, id);
  tx.run(
    sql`UPDATE complaint_inquiry SET made_by = '', made_by_id = NULL, finding = '', file_ids = '[]' WHERE complaint_id = ${id}`,
  );
  tx.run(sql`UPDATE complaint_verdict SET made_by = '', made_by_id = NULL, remark = '' WHERE complaint_id = ${id}`);
  tx.run(sql`DELETE FROM complaint_file WHERE complaint_id = ${id}`);
  tx.run(sql`DELETE FROM complaint_step_draft WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_notice SET proof = '', file_id = NULL WHERE complaint_id = ${id} OR case_id = ${id}`);
  tx.run(sql`UPDATE complaint_amendment SET reason = '', changes = '[]' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_term SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_pause SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_reexamination SET grounds = '', words = '', proof = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_visit SET words = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_leave SET proof = '', file_id = NULL WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_move SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_interest SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_handler SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint SET content = '', purged_at = ${tx.at}, revision = revision + 1,
    withdrawal_proof = iif(withdrawal_proof IS NULL, NULL, ''), withdrawal_file_id = NULL WHERE id = ${id}`);
  tx.note({ action: 'complaint.purged', entity: 'complaint', entityId: id });
}

export const complaintPersonal: PersonalTable = {
  rows: (db) => {
    const archived = dayIn(db, sql`h.archived_at`);
    return sql`SELECT c.id, c.number AS label,
        max(coalesce(${archived}, ${dayIn(db, sql`c.received_at`)}),
          coalesce((SELECT max(${dayIn(db, sql`v.at`)}) FROM complaint_visit v WHERE v.complaint_id = h.id), ''),
          coalesce((SELECT max(coalesce(answered_on, asked_on)) FROM complaint_reexamination x WHERE x.complaint_id IN (h.id, c.id)), ''),
          ${rectifiedOn(db, FINDINGS)}) AS usedOn,
        (SELECT count(*) FROM complaint_person p WHERE p.complaint_id = c.id AND (name <> '' OR contact <> '')) AS names,
        1 + (SELECT count(*) FROM complaint_round r WHERE r.complaint_id = c.id AND handled_at IS NOT NULL)
          + (SELECT count(*) FROM complaint_inquiry i WHERE i.complaint_id = c.id) AS texts,
        (SELECT count(*) FROM complaint_file f WHERE f.complaint_id = c.id) AS files,
        h.state <> 'archived' OR ${rectificationOpen(FINDINGS)} OR EXISTS (SELECT 1 FROM complaint_reexamination x
          WHERE x.complaint_id IN (h.id, c.id) AND answered_on IS NULL AND withdrawn_at IS NULL) AS inUse
      FROM ${CASES} WHERE c.purged_at IS NULL`;
  },
  purge: (tx, ids) => {
    const files = filesOf(
      tx,
      sql`SELECT DISTINCT sha256 FROM complaint_file WHERE sha256 IS NOT NULL AND complaint_id IN ${among(ids)}`,
    );
    for (const id of ids) purgeCase(tx, id);
    return files;
  },
};
