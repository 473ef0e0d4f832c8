// The effect of a rectification (6.3): the same criteria before its planning and after its verification, the rule's proposal, and
// what a named person made of it.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ConfirmedEffect, Effect, EffectView } from '../../../shared/contract/rectification.ts';
import { compareMeans } from '../../../shared/domain/dashboard/beforeAfter.ts';
import { BEFORE_DAYS, proposeEffect } from '../../../shared/domain/rectification/effect.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { criteriaOfVersions } from '../findings/criteria.ts';
import { findingsBetween, findingsByIds } from '../findings/ledger.ts';
import { criterionScores } from '../score/criterionScores.ts';
import { readSettings } from '../settings.ts';
import { effectFromOf, makeMove, rectificationById, type Stored } from './stored.ts';

export const findingIdsOf = (db: ReadDb, id: string): string[] =>
  db
    .all<{ id: string }>(
      sql`SELECT finding_id AS id FROM rectification_finding WHERE rectification_id = ${id}
      ORDER BY joined_at, finding_id`,
    )
    .map((row) => row.id);

/** Neither the day of the planning nor that of the verification is split: the first belongs to before, the second to neither. */
function stretches({ planned_at, verified_at }: Stored, seenAt: number, timeZone: string) {
  const plannedOn = dayOf(Date.parse(planned_at), timeZone);
  const start = addDays(dayOf(Date.parse(verified_at!), timeZone), 1);
  const tomorrow = addDays(dayOf(seenAt, timeZone), 1);
  return {
    before: { start: addDays(plannedOn, -BEFORE_DAYS), end: addDays(plannedOn, 1) },
    after: { start, end: tomorrow < start ? start : tomorrow },
  };
}

/** Seen at `now`, epoch milliseconds, of a closed one at its closing: what it was judged by stays. @throws AppError NOT_FOUND rectificationMissing; CONFLICT rectificationMoveRefused before it is verified */
export function effectView(db: ReadDb, id: string, now: number): EffectView {
  const row = rectificationById(db, id);
  const { timeZone } = readSettings(db);
  const from = effectFromOf(row, timeZone);
  if (from === null) throw new AppError('CONFLICT', 'rectificationMoveRefused');
  const seenAt = row.closed_at === null ? now : Date.parse(row.closed_at);
  const { before, after } = stretches(row, seenAt, timeZone);
  const findings = findingsByIds(db, findingIdsOf(db, id));
  const criteria = [...new Set(findings.flatMap(({ criterion }) => (criterion === null ? [] : [criterion])))].sort();
  const scoresIn = ({ start, end }: { start: string; end: string }) =>
    criterionScores(db, {
      ...{ agentIds: [row.agent_id], criteria },
      ...{ from: startOfDay(start, timeZone), to: startOfDay(end, timeZone) },
    }).map(({ criterion, value }) => ({ criterion, score: value * 100 }));
  const [earlier, later] = [scoresIn(before), scoresIn(after)];
  const of = (scores: typeof earlier, code: string | null): number[] =>
    scores.filter(({ criterion }) => code === null || criterion === code).map(({ score }) => score);
  const known = new Set(findings.map((finding) => finding.id));
  const repeated = findingsBetween(db, [row.agent_id], {
    startsAt: startOfDay(after.start, timeZone),
    endsAt: startOfDay(after.end, timeZone),
  }).filter(({ id: other, criterion }) => !known.has(other) && criterion !== null && criteria.includes(criterion));
  const textOf = criteriaOfVersions(db);
  const proposal = proposeEffect(of(earlier, null), of(later, null), repeated.length);
  return {
    ...{ before, after, from, early: dayOf(seenAt, timeZone) < from },
    whole: proposal.whole,
    criteria: criteria.map((criterion) => ({
      ...compareMeans(of(earlier, criterion), of(later, criterion)),
      criterion,
      text: textOf(criterion, null)?.text ?? { zh: criterion, en: criterion },
    })),
    repeated,
    ...{ proposed: proposal.proposed, why: proposal.why },
  };
}

/** By a named person, not the owner; the last word counts until it is closed. @throws AppError as `makeMove` */
export function confirmEffect(
  store: Store,
  actor: Actor,
  { id, effect, reason }: { readonly id: string; readonly effect: Effect; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    makeMove(tx, actor, id, 'confirmEffect', { reason, facts: { effect } });
    const { whole, proposed } = effectView(tx, id, Date.parse(tx.at));
    tx.run(sql`INSERT INTO rectification_effect (id, rectification_id, effect, proposed, reason, before_count, before_mean,
        after_count, after_mean, at, by)
      VALUES (${tx.newId()}, ${id}, ${effect}, ${proposed}, ${reason}, ${whole.before.count}, ${whole.before.mean},
        ${whole.after.count}, ${whole.after.mean}, ${tx.at}, ${actor.userId})`);
  });
}

export function confirmedEffect(db: ReadDb, id: string): ConfirmedEffect | null {
  interface Line {
    readonly effect: Effect;
    readonly proposed: Effect;
    readonly reason: string;
    readonly at: string;
    readonly by: string;
    readonly before_count: number;
    readonly before_mean: number | null;
    readonly after_count: number;
    readonly after_mean: number | null;
  }
  const row = db.get<Line>(sql`SELECT e.*, u.name AS by FROM rectification_effect e JOIN user u ON u.id = e.by
    WHERE rectification_id = ${id} ORDER BY at DESC, e.id DESC LIMIT 1`);
  if (!row) return null;
  const { effect, proposed, reason, at, by } = row;
  return {
    ...{ effect, proposed, reason, at, by },
    before: { count: row.before_count, mean: row.before_mean },
    after: { count: row.after_count, mean: row.after_mean },
  };
}
