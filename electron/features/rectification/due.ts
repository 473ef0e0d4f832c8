// What of rectifications is due, for 工作台: a deadline, a check, or an effect to assess.
import type { RectificationState } from '../../../shared/contract/findings.ts';
import { nextCheckOn } from '../../../shared/domain/rectification/tracking.ts';
import { addDays, dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';
import { effectFromOf } from './stored.ts';

interface DueRectification {
  readonly id: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  /** `deadline`, the next `check`, or from when the `effect` is to be assessed. */
  readonly kind: 'deadline' | 'check' | 'effect';
  readonly dueOn: string;
}

interface Line {
  readonly id: string;
  readonly state: RectificationState;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly deadline: string;
  readonly planned_at: string;
  readonly check_every: number | null;
  readonly last_check: string | null;
  readonly verified_at: string | null;
  readonly effect_days: number;
}

/**
 * Those with something due, by day: deadlines up to `soon`, checks and effects to assess up to today; at most `limit`. An overdue one
 * is due by its deadline alone.
 */
export function rectificationsDue(
  db: ReadDb,
  { today, soon, limit }: { today: string; soon: string; limit: number },
): DueRectification[] {
  const { timeZone } = readSettings(db);
  const columns = sql`z.id, z.state, a.name AS agentName, a.number AS employeeNumber, z.deadline, z.planned_at, z.check_every,
    z.verified_at, z.effect_days`;
  // The statement leaves out what cannot be due, a day more than needed because its days are those of UTC.
  const tomorrow = addDays(today, 1);
  const rows = db.all<Line>(sql`SELECT * FROM (SELECT ${columns}, (SELECT max(day) FROM rectification_check c
          WHERE c.rectification_id = z.id) AS last_check
        FROM rectification z JOIN agent a ON a.id = z.agent_id WHERE z.state IN ('planned', 'inProgress', 'submitted'))
      WHERE deadline <= ${soon} OR date(coalesce(last_check, planned_at), '+' || check_every || ' days') <= ${tomorrow}
    UNION ALL SELECT ${columns}, NULL FROM rectification z JOIN agent a ON a.id = z.agent_id
      WHERE z.state = 'verified' AND date(z.verified_at, '+' || z.effect_days || ' days') <= ${tomorrow}
        AND NOT EXISTS (SELECT 1 FROM rectification_effect f WHERE f.rectification_id = z.id)`);
  const due = rows.flatMap((row): DueRectification[] => {
    const { id, agentName, employeeNumber, deadline } = row;
    const at = (kind: DueRectification['kind'], dueOn: string | null, until: string): DueRectification[] =>
      dueOn !== null && dueOn <= until ? [{ id, agentName, employeeNumber, kind, dueOn }] : [];
    if (row.state === 'verified') return at('effect', effectFromOf(row, timeZone), today);
    if (deadline < today) return at('deadline', deadline, soon);
    const plannedOn = dayOf(Date.parse(row.planned_at), timeZone);
    const check = nextCheckOn(plannedOn, deadline, row.check_every, row.last_check);
    const first = check !== null && check < deadline ? at('check', check, today) : [];
    return first.length > 0 ? first : at('deadline', deadline, soon);
  });
  return due.sort((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, limit);
}
