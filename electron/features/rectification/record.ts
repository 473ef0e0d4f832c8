// One rectification as its screen and its closing report show it.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  RECTIFICATION_MOVES,
  type LoggedMove,
  type RectificationRecord,
  type Telling,
} from '../../../shared/contract/rectification.ts';
import { moveRefusal } from '../../../shared/domain/rectification/moves.ts';
import { checkDaysOf } from '../../../shared/domain/rectification/tracking.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { findingsByIds } from '../findings/ledger.ts';
import { confirmedEffect, findingIdsOf } from './effect.ts';
import { rectificationsWhere } from './rows.ts';
import { causeOf, rectificationById, situationOf, type Stored } from './stored.ts';
import { checksOf, extensionsOf, filesOf } from './tracking.ts';

/** A submission that was logged without its words has those that stand, if it was the last. */
const movesOf = (db: ReadDb, { id, done }: Stored): LoggedMove[] =>
  db.all<LoggedMove>(sql`SELECT number, move, from_state AS "from", to_state AS "to", at, u.name AS by,
      iif(reason IS NULL AND move = 'submit' AND number = (SELECT max(number) FROM rectification_move x
        WHERE x.rectification_id = m.rectification_id AND x.move = 'submit'), ${done}, reason) AS reason,
      iif(move IN ('plan', 'join'), (SELECT count(*) FROM rectification_finding x
        WHERE x.rectification_id = m.rectification_id AND x.joined_at = m.at), 0) AS findings
    FROM rectification_move m JOIN user u ON u.id = m.by WHERE rectification_id = ${id} ORDER BY number`);

const tellingsOf = (db: ReadDb, id: string): Telling[] =>
  db.all<Telling>(sql`SELECT t.id, told AS "to", t.at, way, why, recorded_at AS recordedAt, u.name AS by
    FROM rectification_telling t JOIN user u ON u.id = t.by
    WHERE rectification_id = ${id} AND NOT EXISTS (SELECT 1 FROM rectification_telling later
      WHERE later.rectification_id = t.rectification_id AND later.told = t.told
        AND (later.recorded_at, later.id) > (t.recorded_at, t.id))
    ORDER BY recordedAt`);

/** For the reader: what they may do and why not. @throws AppError NOT_FOUND rectificationMissing */
export function rectificationRecord(store: Store, actor: Actor, id: string): RectificationRecord {
  const db = store.read;
  const stored = rectificationById(db, id);
  const [row] = rectificationsWhere(db, sql`z.id = ${id}`, store.clock());
  if (!row) throw new AppError('NOT_FOUND', 'rectificationMissing');
  const situation = situationOf(db, actor, stored, store.clock());
  const names = db.get<{ planner: string; submitter: string | null; closer: string | null }>(
    sql`SELECT p.name AS planner, s.name AS submitter, c.name AS closer FROM user p
      LEFT JOIN user s ON s.id = ${stored.submitted_by} LEFT JOIN user c ON c.id = ${stored.closed_by}
      WHERE p.id = ${stored.planned_by}`,
  )!;
  return {
    ...row,
    cause: causeOf(stored),
    ...{ measures: stored.measures, requirements: stored.requirements },
    ...{ checkEvery: stored.check_every, effectDays: stored.effect_days, revision: stored.revision },
    ...{ plannedBy: names.planner, startedAt: stored.started_at },
    ...{ done: stored.done, submittedBy: names.submitter },
    ...{ verifiedFact: stored.verified_fact, verifiedReference: stored.verified_reference },
    ...{ withdrawReason: stored.withdraw_reason, nextSteps: stored.next_steps, closedBy: names.closer },
    findingRows: findingsByIds(db, findingIdsOf(db, id)),
    moves: movesOf(db, stored),
    extensionRows: extensionsOf(db, id),
    checkDays: checkDaysOf(row.plannedOn, row.deadline, stored.check_every),
    checks: checksOf(db, id),
    files: filesOf(db, id),
    tellings: tellingsOf(db, id),
    confirmedEffect: confirmedEffect(db, id),
    follows: stored.follows_id,
    followedBy: db
      .all<{ id: string }>(sql`SELECT id FROM rectification WHERE follows_id = ${id} ORDER BY planned_at, id`)
      .map((other) => other.id),
    missing: [...situation.missing],
    refusals: Object.fromEntries(
      RECTIFICATION_MOVES.map((move) => [move, moveRefusal(move, situation)]),
    ) as RectificationRecord['refusals'],
    history: historyOf(db, 'rectification', id),
  };
}
