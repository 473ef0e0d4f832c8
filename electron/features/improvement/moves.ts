// Improvement measures from the proposal to their end (4.3): the figure is measured before and frozen at the start, measured after
// and frozen with the verdict of somebody other than the owner. Figure and target stand from the start.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type {
  ImprovementMove,
  ImprovementRow,
  ImprovementState,
  Measured,
  NewImprovement,
  Review,
  Verdict,
} from '../../../shared/contract/improvement.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import {
  changeOf,
  highestTarget,
  spanAfter,
  spanBefore,
  suggestedVerdict,
} from '../../../shared/domain/improvement/figure.ts';
import {
  hasEnded,
  isEditable,
  isReschedulable,
  nextImprovementState,
} from '../../../shared/domain/improvement/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { addDays, dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { getBranch } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import { versionById } from '../standard/versions.ts';
import { checkMeasurable } from './criteria.ts';
import type { MeasureInput } from './measure.ts';
import { improvementById } from './rows.ts';
import { barredFrom, tookPart } from './parts.ts';

const todayOf = (db: ReadDb, now: number): string => dayOf(now, readSettings(db).timeZone);

/** Active holders of improvement.write, by name. */
export const possibleOwners = (db: ReadDb): { id: string; name: string }[] => {
  const rows = db.all<{ id: string; name: string; role: Role }>(
    sql`SELECT user.id, name, role FROM user JOIN user_role ON user_id = user.id WHERE status = 'active'
      ORDER BY name, user.id`,
  );
  const held = rows.filter(({ role }) => may([role], 'improvement.write'));
  return [...new Map(held.map(({ id, name }) => [id, { id, name }])).values()];
};

function checkWho(db: ReadDb, ownerId: string, deadline: string, today: string): void {
  if (!possibleOwners(db).some(({ id }) => id === ownerId)) throw new AppError('INVALID', 'improvementOwner');
  if (deadline < today) throw new AppError('INVALID', 'improvementDeadlinePast', { day: today });
}

/**
 * @throws AppError NOT_FOUND branchUnknown, criterionUnknown; INVALID improvementOwner, improvementDeadlinePast (day),
 *   improvementTarget (highest)
 */
function check(db: ReadDb, wanted: NewImprovement, today: string): void {
  getBranch(db, wanted.branchId);
  checkWho(db, wanted.ownerId, wanted.deadline, today);
  const { figure } = wanted;
  if (figure.kind === 'failing') checkMeasurable(db, figure.source, figure.criterion);
  const highest = highestTarget(figure);
  if (wanted.target > highest) throw new AppError('INVALID', 'improvementTarget', { highest });
}

const problemText = ({ problem }: NewImprovement): string | null => (problem === null ? null : JSON.stringify(problem));

const factsOf = ({ branchId, kind, figure, target, days, deadline, ownerId }: NewImprovement) => ({
  ...{ branch: branchId, kind, figure: figure.kind, target, days, deadline, owner: ownerId },
});

/** @throws AppError as `check` */
export const proposeImprovement = (store: Store, actor: Actor, wanted: NewImprovement): { id: string } =>
  store.change(actor.userId, (tx) => {
    check(tx, wanted, todayOf(tx, Date.parse(tx.at)));
    const id = tx.newId();
    const { n } = tx.get<{ n: number }>(sql`SELECT coalesce(max(number), 0) + 1 AS n FROM improvement`)!;
    tx.run(sql`INSERT INTO improvement (id, number, branch_id, title, kind, state, problem, cause, measure, owner_id, deadline,
        figure, target, days, proposed_at, proposed_by)
      VALUES (${id}, ${n}, ${wanted.branchId}, ${wanted.title}, ${wanted.kind}, 'proposed', ${problemText(wanted)},
        ${wanted.cause}, ${wanted.measure}, ${wanted.ownerId}, ${wanted.deadline}, ${JSON.stringify(wanted.figure)},
        ${wanted.target}, ${wanted.days}, ${tx.at}, ${actor.userId})`);
    const { title, cause, measure } = wanted;
    tx.note({
      ...{ action: 'improvement.proposed', entity: 'improvement', entityId: id },
      ...{ facts: { number: n, ...factsOf(wanted) }, fields: { title, cause, measure } },
    });
    return { id };
  });

/** @throws AppError NOT_FOUND improvementMissing; CONFLICT improvementFixed; as `check` */
export const changeImprovement = (
  store: Store,
  actor: Actor,
  { id, fields }: { readonly id: string; readonly fields: NewImprovement },
): void =>
  store.change(actor.userId, (tx) => {
    if (!isEditable(improvementById(tx, id).state)) throw new AppError('CONFLICT', 'improvementFixed');
    check(tx, fields, todayOf(tx, Date.parse(tx.at)));
    const { title, cause, measure } = fields;
    tx.run(sql`UPDATE improvement SET branch_id = ${fields.branchId}, title = ${title}, kind = ${fields.kind},
      problem = ${problemText(fields)}, cause = ${cause}, measure = ${measure}, owner_id = ${fields.ownerId},
      deadline = ${fields.deadline}, figure = ${JSON.stringify(fields.figure)}, target = ${fields.target},
      days = ${fields.days} WHERE id = ${id}`);
    tx.note({
      ...{ action: 'improvement.changed', entity: 'improvement', entityId: id },
      ...{ facts: factsOf(fields), fields: { title, cause, measure } },
    });
  });

/** Another owner or deadline while it is underway. @throws AppError CONFLICT improvementFixed; as `checkWho` */
export const rescheduleImprovement = (
  store: Store,
  actor: Actor,
  wanted: { readonly id: string; readonly ownerId: string; readonly deadline: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    const { id, ownerId, deadline, reason } = wanted;
    const before = improvementById(tx, id);
    if (!isReschedulable(before.state)) throw new AppError('CONFLICT', 'improvementFixed');
    checkWho(tx, ownerId, deadline, todayOf(tx, Date.parse(tx.at)));
    tx.run(sql`UPDATE improvement SET owner_id = ${ownerId}, deadline = ${deadline} WHERE id = ${id}`);
    tookPart(tx, id, ownerId, 'owned');
    tx.note({
      ...{ action: 'improvement.rescheduled', entity: 'improvement', entityId: id },
      ...{ facts: { from: before.deadline, deadline, owner: ownerId }, fields: { reason } },
    });
  });

/** @throws AppError NOT_FOUND improvementMissing, standardMissing; CONFLICT improvementFixed */
export const linkStandard = (
  store: Store,
  actor: Actor,
  { id, standardId }: { readonly id: string; readonly standardId: string | null },
): void =>
  store.change(actor.userId, (tx) => {
    if (hasEnded(improvementById(tx, id).state)) throw new AppError('CONFLICT', 'improvementFixed');
    if (standardId !== null) versionById(tx, standardId);
    tx.run(sql`UPDATE improvement SET standard_id = ${standardId} WHERE id = ${id}`);
    tx.note({ action: 'improvement.linked', entity: 'improvement', entityId: id, facts: { standard: standardId } });
  });

/** The measure and the state a move leads to. @throws AppError CONFLICT improvementMoveRefused; FORBIDDEN notPermitted, improvementOwnEvaluation, improvementMeasuredEvaluation */
function moved(
  db: ReadDb,
  actor: Actor,
  id: string,
  move: ImprovementMove,
): { row: ImprovementRow; state: ImprovementState } {
  const row = improvementById(db, id);
  const state = nextImprovementState(row.state, move);
  if (state === null) throw new AppError('CONFLICT', 'improvementMoveRefused');
  const barred = barredFrom(actor, row, move);
  if (barred !== null) throw new AppError('FORBIDDEN', barred);
  return { row, state };
}

const measuring = (store: Store, { branchId, figure }: ImprovementRow): Omit<MeasureInput, 'span'> => ({
  ...{ file: store.file, branchId, figure, timeZone: readSettings(store.read).timeZone, now: store.clock() },
});

/** What has to be measured for a start today. @throws AppError as `moved` */
export function measuringBefore(store: Store, actor: Actor, id: string): MeasureInput {
  const { row } = moved(store.read, actor, id, 'start');
  const input = measuring(store, row);
  return { ...input, span: spanBefore(dayOf(input.now, input.timeZone), row.days) };
}

/** Freezes what was measured before. @throws AppError as `moved` */
export const startImprovement = (store: Store, actor: Actor, id: string, before: Measured): Measured =>
  store.change(actor.userId, (tx) => {
    const { row, state } = moved(tx, actor, id, 'start');
    tx.run(sql`UPDATE improvement SET state = ${state}, measured_before = ${JSON.stringify(before)}, started_at = ${tx.at}
      WHERE id = ${id}`);
    tookPart(tx, id, row.ownerId, 'owned');
    tookPart(tx, id, actor.userId, 'measured');
    const { start, end, value, count } = before;
    tx.note({
      ...{ action: 'improvement.started', entity: 'improvement', entityId: id },
      facts: { from: start, to: end, value, count },
    });
    return before;
  });

export const finishImprovement = (
  store: Store,
  actor: Actor,
  { id, result }: { readonly id: string; readonly result: string },
): void =>
  store.change(actor.userId, (tx) => {
    const { state } = moved(tx, actor, id, 'finish');
    tx.run(sql`UPDATE improvement SET state = ${state}, done_at = ${tx.at}, result = ${result} WHERE id = ${id}`);
    tx.note({ action: 'improvement.finished', entity: 'improvement', entityId: id, fields: { result } });
  });

interface Reasoned {
  readonly id: string;
  readonly reason: string;
}

export const resumeImprovement = (store: Store, actor: Actor, { id, reason }: Reasoned): void =>
  store.change(actor.userId, (tx) => {
    const { state } = moved(tx, actor, id, 'resume');
    tx.run(sql`UPDATE improvement SET state = ${state}, done_at = NULL, result = NULL WHERE id = ${id}`);
    tx.note({ action: 'improvement.resumed', entity: 'improvement', entityId: id, fields: { reason } });
  });

function end(tx: Change, actor: Actor, id: string, state: ImprovementState, reason: string): void {
  tx.run(sql`UPDATE improvement SET state = ${state}, ended_at = ${tx.at}, ended_by = ${actor.userId},
    end_reason = ${reason} WHERE id = ${id}`);
}

export const dropImprovement = (store: Store, actor: Actor, { id, reason }: Reasoned): void =>
  store.change(actor.userId, (tx) => {
    const { row, state } = moved(tx, actor, id, 'drop');
    end(tx, actor, id, state, reason);
    tx.note({
      ...{ action: 'improvement.dropped', entity: 'improvement', entityId: id },
      ...{ facts: { before: row.state }, fields: { reason } },
    });
  });

/** What has to be measured for a review today. @throws AppError CONFLICT improvementMoveRefused, improvementTooEarly (day) */
export function measuringAfter(store: Store, id: string): MeasureInput {
  const row = improvementById(store.read, id);
  if (nextImprovementState(row.state, 'evaluate') === null || row.doneAt === null)
    throw new AppError('CONFLICT', 'improvementMoveRefused');
  const input = measuring(store, row);
  const done = dayOf(Date.parse(row.doneAt), input.timeZone);
  const span = spanAfter(done, row.days, dayOf(input.now, input.timeZone));
  if (span === null) throw new AppError('CONFLICT', 'improvementTooEarly', { day: addDays(done, 1) });
  return { ...input, span };
}

/** What the figures before and after say. */
export function reviewOf({ before, figure, target }: ImprovementRow, after: Measured): Review {
  if (before === null) throw new AppError('INTERNAL', 'internal');
  return { after, change: changeOf(before, after), suggested: suggestedVerdict(figure, target, before, after) };
}

export interface Evaluation extends Reasoned {
  readonly verdict: Verdict;
  /** What the person looked at. */
  readonly seen: Pick<Measured, 'value' | 'count'>;
}

/** @throws AppError as `measuringAfter`, `moved` */
export function measuringForVerdict(store: Store, actor: Actor, id: string): MeasureInput {
  moved(store.read, actor, id, 'evaluate');
  return measuringAfter(store, id);
}

/** Freezes what was measured after, with the verdict. @throws AppError CONFLICT improvementFigureChanged; as `moved` */
export const evaluateImprovement = (store: Store, actor: Actor, wanted: Evaluation, after: Measured): Review =>
  store.change(actor.userId, (tx) => {
    const { id, verdict, reason, seen } = wanted;
    const { row, state } = moved(tx, actor, id, 'evaluate');
    if (after.value !== seen.value || after.count !== seen.count)
      throw new AppError('CONFLICT', 'improvementFigureChanged');
    const review = reviewOf(row, after);
    tx.run(sql`UPDATE improvement SET state = ${state}, measured_after = ${JSON.stringify(after)}, verdict = ${verdict},
      ended_at = ${tx.at}, ended_by = ${actor.userId}, end_reason = ${reason} WHERE id = ${id}`);
    tx.note({
      ...{ action: 'improvement.evaluated', entity: 'improvement', entityId: id },
      facts: {
        ...{ from: after.start, to: after.end, value: after.value, count: after.count },
        ...{ verdict, suggested: review.suggested },
      },
      fields: { reason },
    });
    return review;
  });
