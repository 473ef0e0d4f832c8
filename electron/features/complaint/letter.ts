// The written answer as it is printed (Art. 19): names stand plain in it, so each look is logged, and each file of it is an export.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ComplaintLetter } from '../../../shared/contract/complaint.ts';
import type { LetterParts, Measure } from '../../../shared/contract/complaintRecord.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { Desktop } from '../../desktop.ts';
import { savePrinted } from '../saveFile.ts';
import { readSettings } from '../settings.ts';
import type { StoredRound } from './known.ts';
import { noteLook, plainPeople } from './people.ts';
import { timedRow } from './rows.ts';

export interface LetterOf {
  readonly id: string;
  readonly round: number;
}

const senderOf = (db: ReadDb, { answered_by: id }: StoredRound): string | null =>
  id === null ? null : (db.get<{ name: string }>(sql`SELECT name FROM user WHERE id = ${id}`)?.name ?? null);

function letterAt(store: Store, { id, round }: LetterOf): ComplaintLetter {
  const db = store.read;
  const { row, clocks } = timedRow(db, id, store.clock());
  const headId = row.joinedToId ?? id;
  const stored = db.get<StoredRound>(
    sql`SELECT * FROM complaint_round WHERE complaint_id = ${headId} AND round = ${round}`,
  );
  if (!stored) throw new AppError('NOT_FOUND', 'complaintRoundMissing');
  const { timeZone } = readSettings(db);
  const dayIn = (at: string): string => dayOf(Date.parse(at), timeZone);
  return {
    number: row.number,
    branchName: row.branchName,
    to: plainPeople(db, id)
      .filter(({ complaintId, name }) => complaintId === id && name !== '')
      .map(({ name }) => name),
    receivedOn: dayIn(row.receivedAt),
    channel: row.channel,
    content: row.content,
    round,
    conclusion: stored.conclusion,
    parts: JSON.parse(stored.letter) as LetterParts,
    measures: JSON.parse(stored.measures) as Measure[],
    // Who sent it signs it, whoever handles the case later.
    handlerName: senderOf(db, stored) ?? row.handlerName,
    answeredOn: stored.answered_at === null ? null : dayIn(stored.answered_at),
    reexaminationUntil: round === row.round ? (clocks.reexamination?.until ?? null) : null,
  };
}

/** The letter of a round to the complainants of one case, joined or not. @throws AppError NOT_FOUND complaintMissing, complaintRoundMissing; FORBIDDEN complaintContactHidden */
export function complaintLetter(store: Store, actor: Actor, of: LetterOf): ComplaintLetter {
  const letter = letterAt(store, of);
  noteLook(store, actor, of.id, { action: 'complaint.letterShown', facts: { round: of.round } });
  return letter;
}

/** Prints what the window shows; the path, null when the dialog was closed. @throws AppError as `savePrinted` and `complaintLetter` */
export async function printLetter(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { title, ...of }: LetterOf & { readonly title: string },
): Promise<string | null> {
  const { number, to } = complaintLetter(store, actor, of);
  const facts = { complaint: of.id, round: of.round };
  return savePrinted(
    { store, desktop, actor },
    {
      name: `${title} ${number}.pdf`,
      entry: { kind: 'complaintLetter', title, masked: false, reason: title, rows: to.length, facts },
    },
  );
}
