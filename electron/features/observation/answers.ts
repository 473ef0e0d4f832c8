// Owns the tables `answer` and `note`: one tap, one durable transaction (field rule: the tick means it is on disk).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { AnswerInput, Saved } from '../../../shared/contract/observation.ts';
import type { Answer, Note, RedLine } from '../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { fits, isFailing } from '../../../shared/domain/observation/scale.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { applyAnswer } from './redLines.ts';
import { openFor, type OpenSession, type RevisionRow } from './rows.ts';
import { answeredIn, writeSession, type Answered } from './saving.ts';
import { criterionOf } from './standardOf.ts';

interface AnswerRow {
  readonly criterion: string;
  readonly value: number | null;
  readonly not_applicable: Answer['notApplicable'];
  readonly words: string;
  readonly answered_at: string;
}

export const answersOf = (db: ReadDb, revisionId: string): Answer[] =>
  db
    .all<AnswerRow>(
      sql`SELECT criterion, value, not_applicable, words, answered_at FROM answer WHERE revision_id = ${revisionId}`,
    )
    .map((row) => ({
      criterion: row.criterion,
      value: row.value,
      notApplicable: row.not_applicable,
      words: row.words,
      answeredAt: row.answered_at,
    }));

export const notesOf = (db: ReadDb, revisionId: string): Note[] =>
  db
    .all<{ criterion: string; text: string; saved_at: string }>(
      sql`SELECT criterion, text, saved_at FROM note WHERE revision_id = ${revisionId}`,
    )
    .map((row) => ({ criterion: row.criterion, text: row.text, savedAt: row.saved_at }));

/** @throws AppError INVALID valueOffScale, notApplicableRefused or notApplicableWords */
function checkAnswer(criterion: Criterion, { answer }: AnswerInput): void {
  if (answer.kind === 'scored' && !fits(criterion.scale, answer.value))
    throw new AppError('INVALID', 'valueOffScale', { criterion: criterion.code, value: answer.value });
  if (answer.kind !== 'notApplicable') return;
  if (!criterion.notApplicableAllowed)
    throw new AppError('INVALID', 'notApplicableRefused', { criterion: criterion.code });
  if (answer.reason === 'other' && answer.words === '')
    throw new AppError('INVALID', 'notApplicableWords', { criterion: criterion.code });
}

/** Moves the assessor's place outside an answer; it stands until an answer of a later turn. */
const movePosition = (tx: Change, revisionId: string, position: string, turn: number): number =>
  tx.run(sql`UPDATE observation_revision SET position = ${position}, position_turn = ${turn}, saved_at = ${tx.at}
    WHERE id = ${revisionId}`);

/** Where a session reopens: where the last answer went on to, unless the assessor has moved since. */
export function positionOf(
  db: ReadDb,
  revision: Pick<RevisionRow, 'id' | 'position' | 'position_turn'>,
): string | null {
  const last = db.get<{ next: string }>(sql`SELECT next FROM answer
    WHERE revision_id = ${revision.id} AND turn > ${revision.position_turn} AND next IS NOT NULL ORDER BY turn DESC LIMIT 1`);
  return last?.next ?? revision.position;
}

/** Writes the answer and returns the items that are answered afterwards; undefined where one was cleared. */
function writeAnswer(tx: Change, session: OpenSession, input: AnswerInput, before: Answered): Answered | undefined {
  const { criterion, answer, position } = input;
  const revisionId = session.revision_id;
  const { codes, turn: last } = before;
  const turn = Math.max(last, session.position_turn) + 1;
  if (answer.kind === 'clear') {
    tx.run(sql`DELETE FROM answer WHERE revision_id = ${revisionId} AND criterion = ${criterion}`);
    movePosition(tx, revisionId, position ?? criterion, turn);
    return undefined;
  }
  const scored = answer.kind === 'scored';
  tx.run(sql`INSERT INTO answer (revision_id, criterion, value, not_applicable, words, answered_at, next, turn)
    VALUES (${revisionId}, ${criterion}, ${scored ? answer.value : null}, ${scored ? null : answer.reason},
      ${scored ? '' : answer.words}, ${tx.at}, ${position ?? criterion}, ${turn})
    ON CONFLICT (revision_id, criterion) DO UPDATE SET value = excluded.value, not_applicable = excluded.not_applicable,
      words = excluded.words, answered_at = excluded.answered_at, next = excluded.next, turn = excluded.turn`);
  return { codes: codes.has(criterion) ? codes : new Set([...codes, criterion]), turn };
}

export type SavedAnswer = Saved & { answeredAt: string | null; redLine: RedLine | null };

/**
 * Saves one answer and where the assessor goes next.
 * @throws AppError INVALID valueOffScale, notApplicableRefused, notApplicableWords; CONFLICT redLineNeedsConfirmation,
 *   redLineConfirmed, observationLocked; NOT_FOUND criterionUnknown
 */
export const saveAnswer = (store: Store, actor: Actor, input: AnswerInput): SavedAnswer =>
  writeSession(store, actor, input.id, ({ tx, session, standard, answered: before }) => {
    const criterion = criterionOf(standard, input.criterion);
    const { answer } = input;
    checkAnswer(criterion, input);
    const redLine = criterion.redLine
      ? applyAnswer(tx, session, {
          criterion,
          failing: answer.kind === 'scored' && isFailing(criterion.scale, answer.value),
          confirmedByAssessor: answer.kind === 'scored' && answer.redLineConfirmed,
          actorId: actor.userId,
        })
      : null;
    const answered = writeAnswer(tx, session, input, before());
    return {
      note: {
        action: 'observation.answered',
        facts: {
          criterion: input.criterion,
          answer: answer.kind === 'scored' ? answer.value : answer.kind === 'clear' ? 'cleared' : answer.reason,
        },
      },
      ...(answered ? { answered } : {}),
      touches: false,
      extra: { answeredAt: answer.kind === 'clear' ? null : tx.at, redLine },
    };
  });

/** Keeps the note of a criterion; an empty one is removed. @throws AppError NOT_FOUND criterionUnknown, CONFLICT observationLocked */
export const saveNote = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly criterion: string; readonly text: string },
): Saved =>
  writeSession(store, actor, input.id, ({ tx, session, standard }) => {
    const { code } = criterionOf(standard, input.criterion);
    const revisionId = session.revision_id;
    if (input.text.trim() === '')
      tx.run(sql`DELETE FROM note WHERE revision_id = ${revisionId} AND criterion = ${code}`);
    else
      tx.run(sql`INSERT INTO note (revision_id, criterion, text, saved_at) VALUES (${revisionId}, ${code}, ${input.text}, ${tx.at})
        ON CONFLICT (revision_id, criterion) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`);
    const note = { action: 'observation.noted', facts: { criterion: code }, fields: { text: input.text } };
    return { note, extra: {} };
  });

/** Remembers where the assessor is, so that a killed console reopens there; changes nothing that is signed. */
export const savePosition = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly criterion: string },
): void =>
  store.change(actor.userId, (tx) => {
    const session = openFor(tx, actor, input.id);
    const { turn } = answeredIn(tx, session.revision_id);
    movePosition(tx, session.revision_id, input.criterion, Math.max(turn, session.position_turn));
    tx.note({
      action: 'observation.moved',
      entity: 'observation',
      entityId: input.id,
      facts: { revision: session.revision, criterion: input.criterion },
    });
  });

/** Copies answers and notes to an amendment. */
export function copyAnswers(tx: Change, from: string, to: string): void {
  tx.run(sql`INSERT INTO answer (revision_id, criterion, value, not_applicable, words, answered_at)
    SELECT ${to}, criterion, value, not_applicable, words, answered_at FROM answer WHERE revision_id = ${from}`);
  tx.run(sql`INSERT INTO note (revision_id, criterion, text, saved_at)
    SELECT ${to}, criterion, text, saved_at FROM note WHERE revision_id = ${from}`);
}
