// Owns the table `introduction_stretch`: the product-introduction timer as instants, so that it runs on through a crash
// (4.1: at most 10 minutes).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import type { Introduction } from '../../../shared/contract/observationRecord.ts';
import { introductionMinutes } from '../../../shared/domain/observation/introduction.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { writeSession, type Writing } from './saving.ts';

/** The timer of a revision. */
export function introductionOf(db: ReadDb, revisionId: string): Introduction {
  const rows = db.all<{ started_at: string; stopped_at: string | null }>(
    sql`SELECT started_at, stopped_at FROM introduction_stretch WHERE revision_id = ${revisionId} ORDER BY number`,
  );
  const typed = db.get<{ manual_minutes: number | null }>(
    sql`SELECT manual_minutes FROM observation_revision WHERE id = ${revisionId}`,
  );
  const manualMinutes = typed?.manual_minutes ?? null;
  const stretches = rows.map(({ started_at, stopped_at }) => ({
    startedAt: Date.parse(started_at),
    stoppedAt: stopped_at === null ? null : Date.parse(stopped_at),
  }));
  return {
    stretches: rows.map(({ started_at, stopped_at }) => ({ startedAt: started_at, stoppedAt: stopped_at })),
    runningSince: rows.find(({ stopped_at }) => stopped_at === null)?.started_at ?? null,
    manualMinutes,
    minutes: introductionMinutes(stretches, manualMinutes),
  };
}

function act({ tx, session }: Writing, action: 'start' | 'stop' | 'reset'): void {
  const id = session.revision_id;
  const { runningSince, manualMinutes } = introductionOf(tx, id);
  switch (action) {
    case 'start':
      if (runningSince !== null) throw new AppError('CONFLICT', 'timerRunning');
      if (manualMinutes !== null) throw new AppError('CONFLICT', 'timerTyped');
      tx.run(sql`INSERT INTO introduction_stretch (revision_id, number, started_at)
        SELECT ${id}, coalesce(max(number), 0) + 1, ${tx.at} FROM introduction_stretch WHERE revision_id = ${id}`);
      return;
    case 'stop':
      if (runningSince === null) throw new AppError('CONFLICT', 'timerStopped');
      tx.run(
        sql`UPDATE introduction_stretch SET stopped_at = ${tx.at} WHERE revision_id = ${id} AND stopped_at IS NULL`,
      );
      return;
    case 'reset':
      tx.run(sql`DELETE FROM introduction_stretch WHERE revision_id = ${id}`);
  }
}

type WithTimer = Saved & { introduction: Introduction };

/** Starts, stops or resets the timer. @throws AppError CONFLICT timerRunning, timerStopped, timerTyped, observationLocked */
export const runTimer = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly action: 'start' | 'stop' | 'reset' },
): WithTimer =>
  writeSession(store, actor, input.id, (writing) => {
    act(writing, input.action);
    const introduction = introductionOf(writing.tx, writing.session.revision_id);
    return {
      note: { action: 'observation.timer', facts: { timer: input.action, minutes: introduction.minutes } },
      extra: { introduction },
    };
  });

/** Minutes from paper; null goes back to the timer. @throws AppError CONFLICT timerRunning, observationLocked */
export const typeMinutes = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly minutes: number | null },
): WithTimer =>
  writeSession(store, actor, input.id, ({ tx, session }) => {
    if (introductionOf(tx, session.revision_id).runningSince !== null) throw new AppError('CONFLICT', 'timerRunning');
    tx.run(sql`UPDATE observation_revision SET manual_minutes = ${input.minutes} WHERE id = ${session.revision_id}`);
    return {
      note: { action: 'observation.minutesTyped', facts: { minutes: input.minutes } },
      extra: { introduction: introductionOf(tx, session.revision_id) },
    };
  });

export const copyIntroduction = (tx: Change, from: string, to: string): number =>
  tx.run(sql`INSERT INTO introduction_stretch (revision_id, number, started_at, stopped_at)
    SELECT ${to}, number, started_at, stopped_at FROM introduction_stretch WHERE revision_id = ${from}`);
