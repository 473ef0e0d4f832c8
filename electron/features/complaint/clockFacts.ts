// What the clocks of complaints are made of, read from the course of the case that is handled. A joined complaint has a clock of
// its own: it runs from its own receipt to its own notice.
import type { ClockLimit, ComplaintClocks, LimitName, LimitState } from '../../../shared/contract/complaintClocks.ts';
import { complaintClockReader, type ComplaintFacts } from '../../../shared/domain/complaint/clocks.ts';
import { startOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { readSettings } from '../settings.ts';

/** What a row of the list says of its own course; the rest is read here. */
export interface ClockRow {
  readonly id: string;
  /** The case that is handled: itself, or the one it was joined to. */
  readonly headId: string;
  readonly round: number;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly joinedAt: string | null;
  readonly headAcceptedAt: string | null;
  readonly firstInvestigatedAt: string | null;
  readonly withdrawnAt: string | null;
}

interface Course {
  readonly handled: ReadonlyMap<string, string | null>;
  readonly told: ReadonlyMap<string, string>;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly pauses: ReadonlyMap<string, readonly Pause[]>;
  readonly asked: ReadonlyMap<string, Asked>;
}
interface Term {
  readonly caseId: string;
  readonly kind: 'complex' | 'extension' | 'newFacts';
  readonly at: string;
  readonly reason: string;
}
interface Pause {
  readonly caseId: string;
  readonly kind: 'appraisal' | 'mediation';
  readonly fromDay: string;
  readonly untilDay: string | null;
}
interface Asked {
  readonly caseId: string;
  readonly askedOn: string;
  readonly answeredOn: string | null;
}

const inList = (ids: readonly string[]): Sql => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

function courseOf(db: ReadDb, rows: readonly ClockRow[]): Course {
  const heads = inList([...new Set(rows.map(({ headId }) => headId))]);
  const own = inList(rows.map(({ id }) => id));
  const handled = db.all<{ key: string; handledAt: string | null }>(sql`SELECT complaint_id || ' ' || round AS key,
      handled_at AS handledAt FROM complaint_round WHERE complaint_id IN ${heads}`);
  const told = db.all<{ key: string; at: string }>(sql`SELECT complaint_id || ' ' || round AS key, min(at) AS at
    FROM complaint_notice WHERE kind = 'answer' AND complaint_id IN ${own} GROUP BY complaint_id, round`);
  const terms = db.all<Term>(sql`SELECT complaint_id AS caseId, kind, at, reason FROM complaint_term
    WHERE complaint_id IN ${heads} ORDER BY at, rowid`);
  const pauses = db.all<Pause>(sql`SELECT complaint_id AS caseId, kind, from_day AS fromDay, until_day AS untilDay
    FROM complaint_pause WHERE complaint_id IN ${heads} ORDER BY from_day, rowid`);
  const asked = db.all<Asked>(sql`SELECT complaint_id AS caseId, asked_on AS askedOn, answered_on AS answeredOn
    FROM complaint_reexamination WHERE complaint_id IN ${heads} ORDER BY rowid`);
  return {
    handled: new Map(handled.map(({ key, handledAt }) => [key, handledAt])),
    told: new Map(told.map(({ key, at }) => [key, at])),
    terms: Map.groupBy(terms, ({ caseId }) => caseId),
    pauses: Map.groupBy(pauses, ({ caseId }) => caseId),
    asked: new Map(asked.map((one) => [one.caseId, one])),
  };
}

const instant = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null);

/** A joined case is accepted with the first one, at the earliest when it was joined. */
function acceptedAt({ acceptedAt: own, joinedAt, headAcceptedAt }: ClockRow): number | null {
  if (own !== null || joinedAt === null || headAcceptedAt === null) return instant(own);
  return Math.max(Date.parse(joinedAt), Date.parse(headAcceptedAt));
}

function factsOf(row: ClockRow, course: Course, timeZone: string): ComplaintFacts {
  const terms = course.terms.get(row.headId) ?? [];
  const at = (kind: Term['kind']): number[] => terms.filter((term) => term.kind === kind).map((t) => Date.parse(t.at));
  const asked = course.asked.get(row.headId);
  return {
    receivedAt: Date.parse(row.receivedAt),
    acceptedAt: acceptedAt(row),
    firstInvestigatedAt: instant(row.firstInvestigatedAt),
    handledAt: instant(course.handled.get(`${row.headId} ${row.round}`)),
    answeredAt: instant(course.told.get(`${row.id} ${row.round}`)),
    withdrawnAt: instant(row.withdrawnAt),
    complexAt: at('complex'),
    extensions: at('extension'),
    pauses: (course.pauses.get(row.headId) ?? []).map(({ kind, fromDay, untilDay }) => ({
      kind,
      from: startOfDay(fromDay, timeZone),
      to: untilDay === null ? null : startOfDay(untilDay, timeZone),
    })),
    restarts: terms
      .filter(({ kind }) => kind === 'newFacts')
      .map(({ at: since, reason }) => ({ at: Date.parse(since), reason })),
    reexamination: asked
      ? {
          requestedAt: startOfDay(asked.askedOn, timeZone),
          decidedAt: asked.answeredOn === null ? null : startOfDay(asked.answeredOn, timeZone),
        }
      : null,
  };
}

/** The clocks of the cases given, by id, as of `now` (epoch milliseconds). */
export function clocksOf(db: ReadDb, rows: readonly ClockRow[], now: number): ReadonlyMap<string, ComplaintClocks> {
  const { timeZone } = readSettings(db);
  const course = courseOf(db, rows);
  const read = complaintClockReader(calendarOf(db), timeZone);
  return new Map(rows.map((row) => [row.id, read(factsOf(row, course, timeZone), now)]));
}

/** Every limit that counts: the internal ones, the last statutory term, the re-examination's. */
const limitsOf = ({ internal, statutory, reexamination }: ComplaintClocks): ClockLimit[] => [
  ...internal,
  ...statutory.slice(-1),
  ...(reexamination?.limit ? [reexamination.limit] : []),
];

/** What became of every limit. A term of the law that was missed stays missed, though new facts began another. */
export const statesOf = (clocks: ComplaintClocks): { limit: LimitName; state: LimitState }[] => {
  const missed = clocks.statutory.some(({ state }) => state === 'missed');
  return limitsOf(clocks).map(({ limit, state }) => ({
    limit,
    state: limit === 'decision' && missed ? 'missed' : state,
  }));
};

/** The limit that ends next with the worst state of those that it ties. */
export function bindingOf(
  clocks: ComplaintClocks,
): (NonNullable<ComplaintClocks['binding']> & { state: LimitState }) | null {
  const { binding } = clocks;
  if (!binding) return null;
  const tied = limitsOf(clocks).filter(({ limit, doneAt }) => doneAt === null && binding.limits.includes(limit));
  const worst = (['missed', 'red', 'amber', 'green'] as const).find((state) => tied.some((one) => one.state === state));
  return { ...binding, state: worst ?? 'green' };
}
