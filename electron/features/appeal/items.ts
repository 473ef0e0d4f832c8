// What of an agent's finalised result may be appealed against: scored answers and checks that could be higher, and confirmed red
// lines, as the result stored them and not as rows are now.
import type { AppealItem, AppealKind, AppealState } from '../../../shared/contract/appeal.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { higherValues } from '../../../shared/domain/appeal/correction.ts';
import { filingEnds } from '../../../shared/domain/appeal/limits.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { agentResult, type StoredAgentResult } from '../assessment/agentResult.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { criterionOf, subjectOf, type Subject } from './subject.ts';

/** An item with what filing needs beside what the screen shows. */
export interface OfferedItem extends AppealItem {
  readonly subject: Subject;
}

interface Plain {
  readonly kind: AppealKind;
  readonly evidenceId: string;
  readonly criterion: string | null;
  readonly at: number;
  readonly value: number;
}

function plainItems({ assessment }: StoredAgentResult): Plain[] {
  const { units, source, score } = assessment;
  const vetoes = new Set(score.vetoes.map(({ id }) => id));
  return [
    ...source.redLines
      .filter(({ id }) => vetoes.has(id))
      .map(({ id, at }): Plain => ({ kind: 'redLine', evidenceId: id, criterion: null, at, value: 0 })),
    ...units.session.flatMap(({ source: { id, at, answers } }) =>
      answers.flatMap(({ criterion, value }): Plain[] =>
        value === null || value >= 1 ? [] : [{ kind: 'session', evidenceId: id, criterion, at, value }],
      ),
    ),
    ...units.review.flatMap(({ source: { id, at, checks } }) =>
      checks.flatMap(({ criterion, passed }): Plain[] =>
        criterion === undefined || passed !== false
          ? []
          : [{ kind: 'review', evidenceId: id, criterion, at, value: 0 }],
      ),
    ),
  ];
}

export const namesOf = (db: ReadDb, ids: readonly string[]): string[] =>
  db.all<{ name: string }>(sql`SELECT name FROM user WHERE id IN ${among(ids)} ORDER BY name`).map(({ name }) => name);

/** The items of an agent's result, red lines first. @throws AppError NOT_FOUND assessmentResultMissing, agentMissing */
export function itemsOf(db: ReadDb, resultId: string, agentId: string): OfferedItem[] {
  const appealed = new Map(
    db
      .all<{ item: string; state: AppealState }>(
        sql`SELECT kind || ' ' || evidence_id || ' ' || criterion AS item, state FROM appeal
          WHERE agent_id = ${agentId} AND state <> 'withdrawn'`,
      )
      .map(({ item, state }) => [item, state]),
  );
  const subjects = new Map<string, Subject>();
  return plainItems(agentResult(db, resultId, agentId)).flatMap(({ kind, evidenceId, criterion, at, value }) => {
    const key = `${kind} ${evidenceId}`;
    const subject = subjects.get(key) ?? subjectOf(db, kind, evidenceId);
    subjects.set(key, subject);
    const code = criterion ?? subject.criterion;
    if (code === null) return [];
    const { text, scale } = criterionOf(db, subject, code);
    return [
      {
        ...{ kind, evidenceId, criterion: code, value, text, subject },
        record: subject.record,
        at: new Date(at).toISOString(),
        higher: kind === 'session' ? higherValues(scale, value) : [1],
        assessors: namesOf(db, subject.assessorIds),
        appealed: appealed.get(`${key} ${code}`) ?? null,
      },
    ];
  });
}

/**
 * The last day of filing against a result, in the time zone it was computed in.
 * @throws AppError NOT_FOUND assessmentResultMissing; CONFLICT appealNotFinalised
 */
export function lastFilingDay(db: ReadDb, { head }: Pick<StoredAgentResult, 'head'>): string {
  if (head.finalisedAt === null) throw new AppError('CONFLICT', 'appealNotFinalised');
  return filingEnds(calendarOf(db), dayOf(Date.parse(head.finalisedAt), head.timeZone));
}
