// What the clocks of complaints are made of, read from the course of the case that is handled. A joined complaint has a clock of
// its own: it runs from its own receipt to its own notice, keeps what was decided on it before it was joined, and takes from the
// first case what holds from the joining on.
import type {
  Binding,
  ClockLimit,
  ComplaintClocks,
  LimitName,
  LimitState,
} from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { complaintClockReader, type ComplaintFacts } from '../../../shared/domain/complaint/clocks.ts';
import { dayOf, startOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { readSettings } from '../settings.ts';

/** What a row of the list says of its own course; the rest is read here. */
export interface ClockRow {
  readonly id: string;
  /** The case that is handled, or was when this one was withdrawn: itself, or the one it was joined to. */
  readonly leadId: string;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly investigatedAt: string | null;
  readonly joinedAt: string | null;
  /** When its withdrawal was recorded. */
  readonly withdrawnAt: string | null;
}

interface Lead {
  readonly id: string;
  readonly round: number;
  readonly acceptedAt: string | null;
  readonly investigatedAt: string | null;
}
interface Term {
  readonly caseId: string;
  readonly kind: 'complex' | 'extension' | 'newFacts';
  readonly at: string;
  readonly recordedAt: string;
  readonly reason: string;
}
interface Pause {
  readonly caseId: string;
  readonly kind: 'appraisal' | 'mediation';
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly at: string;
  readonly reason: string;
}
interface Asked {
  readonly caseId: string;
  readonly askedOn: string;
  readonly answeredOn: string | null;
}
interface Course {
  readonly leads: ReadonlyMap<string, Lead>;
  readonly handled: ReadonlyMap<string, string | null>;
  /** Rounds that new facts ended, of a case, in their order. */
  readonly restarted: ReadonlyMap<string, readonly { readonly caseId: string; readonly round: number }[]>;
  readonly told: ReadonlyMap<string, string>;
  readonly toldOfExtension: ReadonlyMap<string, readonly { readonly id: string; readonly recordedAt: string }[]>;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly pauses: ReadonlyMap<string, readonly Pause[]>;
  readonly asked: ReadonlyMap<string, Asked>;
}

function courseOf(db: ReadDb, rows: readonly ClockRow[]): Course {
  const leads = [...new Set(rows.map(({ leadId }) => leadId))];
  const own = among(rows.map(({ id }) => id));
  const both = among([...new Set([...leads, ...rows.map(({ id }) => id)])]);
  const of = among(leads);
  const rounds = db.all<{ caseId: string; round: number; handledAt: string | null; outcome: string | null }>(
    sql`SELECT complaint_id AS caseId, round, handled_at AS handledAt, outcome FROM complaint_round
      WHERE complaint_id IN ${both} ORDER BY complaint_id, round`,
  );
  const told = db.all<{ key: string; at: string }>(sql`SELECT case_id || ' ' || complaint_id || ' ' || round AS key,
      min(at) AS at FROM complaint_notice WHERE kind = 'answer' AND complaint_id IN ${own}
    GROUP BY case_id, complaint_id, round`);
  const extended = db.all<{ id: string; recordedAt: string }>(sql`SELECT complaint_id AS id,
      coalesce(recorded_at, at) AS recordedAt FROM complaint_notice WHERE kind = 'extension' AND complaint_id IN ${own}
    ORDER BY recordedAt`);
  const terms =
    db.all<Term>(sql`SELECT complaint_id AS caseId, kind, at, coalesce(recorded_at, at) AS recordedAt, reason
    FROM complaint_term WHERE complaint_id IN ${both} ORDER BY recordedAt, rowid`);
  const pauses =
    db.all<Pause>(sql`SELECT complaint_id AS caseId, kind, from_day AS fromDay, until_day AS untilDay, at, reason
    FROM complaint_pause WHERE complaint_id IN ${both} ORDER BY from_day, rowid`);
  const asked = db.all<Asked>(sql`SELECT complaint_id AS caseId, asked_on AS askedOn, answered_on AS answeredOn
    FROM complaint_reexamination WHERE complaint_id IN ${own} ORDER BY rowid`);
  const first = db.all<Lead>(sql`SELECT id, round, accepted_at AS acceptedAt, first_investigated_at AS investigatedAt
    FROM complaint WHERE id IN ${of}`);
  return {
    leads: new Map(first.map((one) => [one.id, one])),
    handled: new Map(rounds.map(({ caseId, round, handledAt }) => [`${caseId} ${round}`, handledAt])),
    restarted: Map.groupBy(
      rounds.filter(({ outcome }) => outcome === 'newFacts'),
      ({ caseId }) => caseId,
    ),
    told: new Map(told.map(({ key, at }) => [key, at])),
    toldOfExtension: Map.groupBy(extended, ({ id }) => id),
    terms: Map.groupBy(terms, ({ caseId }) => caseId),
    pauses: Map.groupBy(pauses, ({ caseId }) => caseId),
    asked: new Map(asked.map((one) => [one.caseId, one])),
  };
}

const instant = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null);
const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** What was done for a joined case by the first one, at the earliest when it was joined; its own where that was before. */
function doneAt(own: string | null, joinedAt: string | null, byLead: string | null | undefined): number | null {
  if (own !== null || joinedAt === null || !byLead) return instant(own);
  return Date.parse(laterOf(joinedAt, byLead));
}

type Termed = Pick<ClockRow, 'id' | 'leadId' | 'receivedAt' | 'joinedAt'>;

/** What lengthens or restarts the law's term of one case: its own, and from the joining on what holds for the first case. */
function termsFor({ id, leadId, receivedAt, joinedAt }: Termed, { terms, toldOfExtension }: Course): Term[] {
  const own = terms.get(id) ?? [];
  if (joinedAt === null || leadId === id) return [...own];
  const lead = terms.get(leadId) ?? [];
  // New facts make the case ordinary again, so what was granted before them holds no longer.
  const ended =
    lead.findLast(({ kind, recordedAt }) => kind === 'newFacts' && recordedAt <= joinedAt)?.recordedAt ?? '';
  const began = own.findLast(({ kind }) => kind === 'newFacts')?.at ?? receivedAt;
  const taken = lead.flatMap((term): Term[] => {
    if (term.kind === 'newFacts') return term.recordedAt > joinedAt && term.at > began ? [term] : [];
    if (term.recordedAt <= ended) return [];
    const since = laterOf(term.recordedAt, joinedAt);
    if (term.kind === 'complex') return [{ ...term, recordedAt: since }];
    // Who was not told of an extension is not bound by it (Art. 18).
    const told = toldOfExtension.get(id)?.find(({ recordedAt }) => recordedAt >= since);
    return told ? [{ ...term, recordedAt: told.recordedAt }] : [];
  });
  return [...own, ...taken];
}

/** The pauses of one case: its own, and those of the first case from the joining on. */
function pausesFor({ id, leadId, joinedAt }: Termed, { pauses }: Course, timeZone: string): Pause[] {
  const own = pauses.get(id) ?? [];
  if (joinedAt === null || leadId === id) return [...own];
  const joined = dayOf(Date.parse(joinedAt), timeZone);
  const taken = (pauses.get(leadId) ?? []).flatMap((pause): Pause[] => {
    if (pause.at > joinedAt) return [pause];
    const { untilDay } = pause;
    if (untilDay !== null && untilDay <= joined) return [];
    return [{ ...pause, fromDay: laterOf(pause.fromDay, joined), at: joinedAt }];
  });
  return [...own, ...taken];
}

/** What a joined case has from the first one: to be kept as its own when it leaves that one. */
export function takenFromLead(
  db: ReadDb,
  row: Termed,
): { readonly terms: readonly Term[]; readonly pauses: readonly Pause[] } {
  const none = { acceptedAt: null, investigatedAt: null, withdrawnAt: null };
  const course = courseOf(db, [{ ...row, ...none }]);
  const { timeZone } = readSettings(db);
  return {
    terms: termsFor(row, course).filter(({ caseId }) => caseId !== row.id),
    pauses: pausesFor(row, course, timeZone).filter(({ caseId }) => caseId !== row.id),
  };
}

function factsOf(row: ClockRow, course: Course, timeZone: string): ComplaintFacts {
  const { id, leadId, joinedAt, withdrawnAt } = row;
  const lead = course.leads.get(leadId);
  const round = lead?.round ?? 1;
  // What came after a withdrawal was not for this complainant.
  const inTime = (at: string): boolean => withdrawnAt === null || at <= withdrawnAt;
  const terms = termsFor(row, course).filter(({ recordedAt }) => inTime(recordedAt));
  const granted = (kind: Term['kind']): number[] =>
    terms.filter((term) => term.kind === kind).map(({ recordedAt }) => Date.parse(recordedAt));
  const restarts = terms.filter(({ kind }) => kind === 'newFacts');
  const toldIn = (caseId: string, of: number | undefined): number | null =>
    instant(course.told.get(`${caseId} ${id} ${of}`));
  const endedBy = (term: Term): number | undefined => {
    const all = (course.terms.get(term.caseId) ?? []).filter(({ kind }) => kind === 'newFacts');
    return course.restarted.get(term.caseId)?.[all.indexOf(term)]?.round;
  };
  const handled = course.handled.get(`${leadId} ${round}`) ?? null;
  const handledFrom = handled !== null && joinedAt !== null && leadId !== id ? laterOf(handled, joinedAt) : handled;
  // Who withdrew was told in the rounds until then.
  const answered =
    withdrawnAt === null
      ? toldIn(leadId, round)
      : Array.from({ length: round }, (_, back) => toldIn(leadId, round - back)).find((at) => at !== null);
  const asked = course.asked.get(id);
  const began = (at: number | null): number | null =>
    at !== null && withdrawnAt !== null && at > Date.parse(withdrawnAt) ? null : at;
  return {
    receivedAt: Date.parse(row.receivedAt),
    acceptedAt: began(doneAt(row.acceptedAt, joinedAt, lead?.acceptedAt)),
    firstInvestigatedAt: began(doneAt(row.investigatedAt, joinedAt, lead?.investigatedAt)),
    handledAt: began(instant(handledFrom)),
    answeredAt: answered ?? null,
    withdrawnAt: instant(withdrawnAt),
    complexAt: granted('complex'),
    extensions: granted('extension'),
    pauses: pausesFor(row, course, timeZone)
      .filter(({ at }) => inTime(at))
      .map(({ kind, fromDay, untilDay, at }) => ({
        kind,
        from: startOfDay(fromDay, timeZone),
        to: untilDay === null ? null : startOfDay(untilDay, timeZone),
        recordedAt: Date.parse(at),
      })),
    restarts: restarts.map((term) => ({
      at: Date.parse(term.at),
      reason: term.reason,
      recordedAt: Date.parse(term.recordedAt),
      answeredBefore: toldIn(term.caseId, endedBy(term)),
    })),
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
function bindingOf(clocks: ComplaintClocks): (Binding & { state: LimitState }) | null {
  const { binding } = clocks;
  if (!binding) return null;
  const tied = limitsOf(clocks).filter(({ limit, doneAt }) => doneAt === null && binding.limits.includes(limit));
  const worst = (['missed', 'red', 'amber', 'green'] as const).find((state) => tied.some((one) => one.state === state));
  return { ...binding, state: worst ?? 'green' };
}

/** The clocks of a case joined to the one that is asked for. */
export interface JoinedClocks {
  readonly number: string;
  readonly clocks: ComplaintClocks;
}

const earliest = <One extends Binding>(bindings: readonly (One | null)[]): One | null =>
  bindings.reduce((least, one) => (least === null || (one !== null && one.endsAt < least.endsAt) ? one : least), null);

/** What binds a matter: the earliest limit of the case itself and of those joined to it, which is then named. */
export const bindingOfMatter = (
  own: ComplaintClocks | null,
  joined: readonly JoinedClocks[],
): ComplaintRow['binding'] =>
  earliest(
    [
      ...(own === null ? [] : [{ of: null, clocks: own }]),
      ...joined.map(({ number, clocks }) => ({ of: number, clocks })),
    ].map(({ of, clocks }) => {
      const binding = bindingOf(clocks);
      return binding === null ? null : { ...binding, caseNumber: of };
    }),
  );

/** Until when the complainants of a matter must have the answer, the earliest of all. */
export const answerDueOf = (own: ComplaintClocks, joined: readonly JoinedClocks[]): Binding | null =>
  earliest([own.answerDue, ...joined.map(({ clocks }) => clocks.answerDue)]);
