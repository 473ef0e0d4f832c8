// The table `rectification` as it stands: one row, its situation for the rules, and the log that every move is written to.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RectificationState } from '../../../shared/contract/findings.ts';
import {
  TOLD,
  type Cause,
  type CauseCategory,
  type RectificationMove,
} from '../../../shared/contract/rectification.ts';
import { may } from '../../../shared/domain/permissions.ts';
import {
  missingParts,
  moveRefusal,
  REFUSAL_CODES,
  type Situation,
} from '../../../shared/domain/rectification/moves.ts';
import type { OwnFacts } from '../../../shared/domain/rectification/rights.ts';
import { nextState } from '../../../shared/domain/rectification/states.ts';
import { overdueDays } from '../../../shared/domain/rectification/tracking.ts';
import { addDays, dayOf } from '../../../shared/domain/time.ts';
import type { AuditNote } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { readSettings } from '../settings.ts';

export interface Stored {
  readonly id: string;
  readonly title: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly state: RectificationState;
  readonly owner_kind: 'agent' | 'user' | 'person';
  readonly owner_user_id: string | null;
  readonly owner_name: string;
  readonly causes: string;
  readonly whys: string;
  readonly root_cause: string;
  readonly measures: string;
  readonly requirements: string;
  readonly check_every: number | null;
  readonly effect_days: number;
  readonly first_deadline: string;
  readonly deadline: string;
  readonly revision: number;
  readonly follows_id: string | null;
  readonly planned_at: string;
  readonly planned_by: string;
  readonly started_at: string | null;
  readonly done: string | null;
  readonly submitted_at: string | null;
  readonly submitted_by: string | null;
  readonly verified_fact: string | null;
  readonly verified_reference: string | null;
  readonly verified_at: string | null;
  readonly verified_by: string | null;
  readonly next_steps: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly withdraw_reason: string | null;
}

/** @throws AppError NOT_FOUND rectificationMissing */
export function rectificationById(db: ReadDb, id: string): Stored {
  const row = db.get<Stored>(sql`SELECT * FROM rectification WHERE id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'rectificationMissing');
  return row;
}

export const causeOf = ({ causes, whys, root_cause }: Pick<Stored, 'causes' | 'whys' | 'root_cause'>): Cause => ({
  categories: JSON.parse(causes) as CauseCategory[],
  whys: JSON.parse(whys) as string[],
  root: root_cause,
});

/** From when the effect is assessed; null until it is verified. */
export const effectFromOf = (
  { verified_at, effect_days }: Pick<Stored, 'verified_at' | 'effect_days'>,
  timeZone: string,
): string | null => (verified_at === null ? null : addDays(dayOf(Date.parse(verified_at), timeZone), effect_days));

/** Who owes a rectification, and the person who looks at it with the account that they signed in with. */
export function ownFactsOf(
  db: ReadDb,
  actor: Actor,
  row: Pick<Stored, 'agent_id' | 'owner_kind' | 'owner_user_id' | 'owner_name'>,
): OwnFacts {
  return {
    ...{ personId: actor.userId, personLogin: actor.login, personName: actor.name },
    owner: { kind: row.owner_kind, userId: row.owner_user_id, name: row.owner_name },
    agent: db.get<OwnFacts['agent']>(sql`SELECT number, name FROM agent WHERE id = ${row.agent_id}`)!,
  };
}

/** Evidence that is added to a submitted one is the verifier's. */
const proversOf = (db: ReadDb, id: string): string[] =>
  db
    .all<{ by: string }>(
      sql`SELECT DISTINCT by FROM rectification_move WHERE rectification_id = ${id}
        AND (move = 'submit' OR (move = 'addEvidence' AND from_state = 'inProgress'))`,
    )
    .map(({ by }) => by);

/** What the rules ask about a rectification and a person, at an instant in epoch milliseconds. */
export function situationOf(db: ReadDb, actor: Actor, row: Stored, now: number): Situation {
  const { timeZone } = readSettings(db);
  const today = dayOf(now, timeZone);
  const waiting = db.get<{ asked_by: string }>(
    sql`SELECT asked_by FROM rectification_extension WHERE rectification_id = ${row.id} AND granted IS NULL`,
  );
  const counts = db.get<{ told: number; effects: number }>(sql`SELECT
    (SELECT count(DISTINCT told) FROM rectification_telling WHERE rectification_id = ${row.id}) AS told,
    (SELECT count(*) FROM rectification_effect WHERE rectification_id = ${row.id}) AS effects`);
  return {
    state: row.state,
    ...ownFactsOf(db, actor, row),
    writes: may(actor.roles, 'findings.write'),
    decides: may(actor.roles, 'findings.decide'),
    proverIds: proversOf(db, row.id),
    askedById: waiting?.asked_by ?? null,
    overdue: overdueDays(row.state, row.deadline, today) > 0,
    missing: missingParts({ cause: causeOf(row), measures: row.measures, requirements: row.requirements }),
    today,
    effectFrom: effectFromOf(row, timeZone),
    effectConfirmed: (counts?.effects ?? 0) > 0,
    allTold: counts?.told === TOLD.length,
  };
}

const ACTIONS: Readonly<Record<RectificationMove | 'plan', string>> = {
  plan: 'planned',
  edit: 'edited',
  join: 'joined',
  start: 'started',
  submit: 'submitted',
  verify: 'verified',
  sendBack: 'sentBack',
  withdraw: 'withdrawn',
  askExtension: 'extensionAsked',
  grantExtension: 'extensionGranted',
  refuseExtension: 'extensionRefused',
  check: 'checked',
  addEvidence: 'evidenceAdded',
  removeEvidence: 'evidenceRemoved',
  confirmEffect: 'effectConfirmed',
  tell: 'told',
  close: 'closed',
};

interface Said {
  /** Why, or what was done: kept with the move as it was said. */
  readonly reason?: string | null;
  /** Under which name the audit log knows it. */
  readonly as?: 'reason' | 'done';
  readonly facts?: AuditNote['facts'];
  readonly fields?: AuditNote['fields'];
}

/** Writes a move to the rectification's own log and to the audit log. */
export function logMove(
  tx: Change,
  actor: Actor,
  id: string,
  step: {
    readonly move: RectificationMove | 'plan';
    readonly from: RectificationState | null;
    readonly to: RectificationState;
  },
  { reason = null, as = 'reason', facts, fields }: Said = {},
): void {
  tx.run(sql`INSERT INTO rectification_move (rectification_id, number, move, from_state, to_state, at, by, reason)
    SELECT ${id}, coalesce(max(number), 0) + 1, ${step.move}, ${step.from}, ${step.to}, ${tx.at}, ${actor.userId}, ${reason}
    FROM rectification_move WHERE rectification_id = ${id}`);
  tx.note({
    action: `rectification.${ACTIONS[step.move]}`,
    entity: 'rectification',
    entityId: id,
    facts: { from: step.from, to: step.to, ...facts },
    fields: { ...(reason === null ? {} : { [as]: reason }), ...fields },
  });
}

/**
 * Makes a move: checks it, brings the state forward and logs it. Returns the row as it was before; the caller writes the rest.
 * @throws AppError NOT_FOUND rectificationMissing; FORBIDDEN or CONFLICT with the reason of `moveRefusal`
 */
export function makeMove(tx: Change, actor: Actor, id: string, move: RectificationMove, said: Said = {}): Stored {
  const row = rectificationById(tx, id);
  const refusal = moveRefusal(move, situationOf(tx, actor, row, Date.parse(tx.at)));
  if (refusal !== null) throw new AppError(REFUSAL_CODES[refusal], refusal);
  const to = nextState(row.state, move)!;
  logMove(tx, actor, id, { move, from: row.state, to }, said);
  return row;
}
