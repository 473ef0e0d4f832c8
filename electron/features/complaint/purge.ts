// Takes persons out of archived complaints whose time of keeping is over: names, contacts, texts, evidence. States, instants,
// categories, conclusions, rounds and marks stay, and so do statistics, score and audit chain.
import type { Measure } from '../../../shared/contract/complaintRecord.ts';
import type { DueRow } from '../../../shared/contract/retention.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import type { PersonalTable } from '../retention/personal.ts';
import { readSettings } from '../settings.ts';
import { NO_LETTER } from './known.ts';
import { CASES } from './rows.ts';

interface Kept extends Omit<DueRow, 'usedOn'> {
  readonly archivedAt: string;
  readonly visitedAt: string | null;
  readonly reexaminedOn: string | null;
  readonly waiting: number;
}

/** Archived ones that still hold personal data, with the last day on which they were used. */
function archived(db: ReadDb): (DueRow & { waiting: boolean })[] {
  const { timeZone } = readSettings(db);
  const rows = db.all<Kept>(sql`SELECT c.id, c.number AS label, h.archived_at AS archivedAt,
      (SELECT max(at) FROM complaint_visit v WHERE v.complaint_id = h.id) AS visitedAt,
      (SELECT max(coalesce(answered_on, asked_on)) FROM complaint_reexamination x WHERE x.complaint_id = h.id) AS reexaminedOn,
      EXISTS (SELECT 1 FROM complaint_reexamination x WHERE x.complaint_id = h.id AND answered_on IS NULL) AS waiting,
      (SELECT count(*) FROM complaint_person p WHERE p.complaint_id = c.id AND (name <> '' OR contact <> '')) AS names,
      1 + (SELECT count(*) FROM complaint_round r WHERE r.complaint_id = c.id AND handled_at IS NOT NULL)
        + (SELECT count(*) FROM complaint_inquiry i WHERE i.complaint_id = c.id) AS texts,
      (SELECT count(*) FROM complaint_file f WHERE f.complaint_id = c.id) AS files
    FROM ${CASES} WHERE h.state = 'archived' AND c.purged_at IS NULL`);
  const dayIn = (at: string): string => dayOf(Date.parse(at), timeZone);
  return rows
    .map(({ archivedAt, visitedAt, reexaminedOn, waiting, ...row }) => {
      const days = [dayIn(archivedAt), visitedAt === null ? '' : dayIn(visitedAt), reexaminedOn ?? ''];
      return { ...row, usedOn: days.toSorted().at(-1)!, waiting: waiting === 1 };
    })
    .sort((a, b) => (a.usedOn === b.usedOn ? (a.label < b.label ? -1 : 1) : a.usedOn < b.usedOn ? -1 : 1));
}

const isDue = (row: DueRow & { waiting: boolean }, before: string): boolean => !row.waiting && row.usedOn < before;

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

function purgeCase(tx: Change, id: string): void {
  tx.run(sql`UPDATE complaint_person SET name = '', contact = '', contact_key = NULL WHERE complaint_id = ${id}`);
  purgeMeasures(tx, id);
  tx.run(sql`UPDATE complaint_inquiry SET made_by = '', finding = '', file_ids = '[]' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_verdict SET made_by = '', remark = '' WHERE complaint_id = ${id}`);
  // The sweep takes the files that no row names any more.
  tx.run(sql`DELETE FROM complaint_file WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_notice SET proof = '', file_id = NULL WHERE complaint_id = ${id} OR case_id = ${id}`);
  tx.run(sql`UPDATE complaint_term SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_pause SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_reexamination SET grounds = '', words = '', proof = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_visit SET words = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_move SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_interest SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint_handler SET reason = '' WHERE complaint_id = ${id}`);
  tx.run(sql`UPDATE complaint SET content = '', purged_at = ${tx.at}, revision = revision + 1,
    withdrawal_proof = iif(withdrawal_proof IS NULL, NULL, ''), withdrawal_file_id = NULL WHERE id = ${id}`);
  tx.note({ action: 'complaint.purged', entity: 'complaint', entityId: id });
}

export const complaintPersonal: PersonalTable = {
  due: (db, before) =>
    archived(db)
      .filter((row) => isDue(row, before))
      .map(({ id, label, usedOn, names, texts, files }) => ({ id, label, usedOn, names, texts, files })),
  kept: (db, before) => {
    const open = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${CASES}
      WHERE h.state <> 'archived' AND c.purged_at IS NULL`)!.n;
    return open + archived(db).filter((row) => !isDue(row, before)).length;
  },
  purge: (tx, ids) => {
    for (const id of ids) purgeCase(tx, id);
  },
};
