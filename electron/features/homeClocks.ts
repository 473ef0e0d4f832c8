// The clocks that 工作台 shows: requests without a reply or solution (24 h, 48 h of 4.1), return visits due, feedback to be
// answered, appeals, rectifications, improvement measures and complaints by the limit that binds.
import type { Actor } from '../../shared/contract/account.ts';
import { CLOCKS_LISTED, type Home } from '../../shared/contract/home.ts';
import { may } from '../../shared/domain/permissions.ts';
import { MARK_HOURS } from '../../shared/domain/responses/marks.ts';
import { addDays, endOfDay } from '../../shared/domain/time.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { openComplaints } from './complaint/rows.ts';
import { feedbackDue } from './feedback/rows.ts';
import { improvementsDue } from './improvement/due.ts';
import { rectificationsDue } from './rectification/due.ts';
import { visitsDue } from './responses/visits.ts';

type Clock = Home['clocks'][number];

/** Requests among them at most, the last asked: those that are long past help crowd out nothing that is still to be met. */
const REQUESTS = 15;
const HOUR = 3_600_000;
/** Days ahead from which an answer to feedback is about to run out. */
const SOON = 2;

interface OpenRequest {
  readonly id: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly askedAt: string;
  readonly replied: number;
}

function requests(db: ReadDb): Clock[] {
  const open = db.all<OpenRequest>(sql`SELECT r.id, a.name AS agentName, a.number AS employeeNumber,
      r.asked_at AS askedAt, r.replied_at IS NOT NULL AS replied
    FROM service_request r JOIN agent a ON a.id = r.agent_id
    WHERE r.state = 'standing' AND r.solved_at IS NULL ORDER BY r.asked_at DESC, r.id LIMIT ${REQUESTS}`);
  return open.map(({ askedAt, replied, ...row }) => {
    const kind = replied === 1 ? 'solve' : 'reply';
    const dueAt = new Date(Date.parse(askedAt) + MARK_HOURS[kind] * HOUR).toISOString();
    return { ...row, kind, record: { kind: 'request', id: row.id }, dueAt, dueOn: null };
  });
}

interface WaitingAppeal {
  readonly id: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly dueOn: string;
  readonly taken: number;
}

/** Those without a handler, those the reader handles, and those of others whose last day is near. */
function appeals(db: ReadDb, actor: Actor, today: string): Clock[] {
  const rows = db.all<WaitingAppeal>(sql`SELECT x.id, a.name AS agentName, a.number AS employeeNumber,
      x.due_day AS dueOn, x.state = 'inHandling' AS taken
    FROM appeal x JOIN agent a ON a.id = x.agent_id
    WHERE x.state = 'filed'
      OR (x.state = 'inHandling' AND (x.handler_id = ${actor.userId} OR x.due_day <= ${addDays(today, SOON)}))
    ORDER BY x.due_day, x.id LIMIT ${CLOCKS_LISTED}`);
  return rows.map(({ taken, ...row }) => ({
    ...row,
    ...{ kind: taken === 1 ? 'appealDecide' : 'appealTake', record: null, dueAt: null },
  }));
}

const RECTIFICATION_CLOCKS = {
  deadline: 'rectification',
  check: 'rectificationCheck',
  effect: 'rectificationEffect',
} as const;

/** Each with what of it is due first: its deadline, a check, or its effect to assess. */
const rectifications = (db: ReadDb, today: string): Clock[] =>
  rectificationsDue(db, { today, soon: addDays(today, SOON), limit: CLOCKS_LISTED }).map(
    ({ id, agentName, employeeNumber, kind, dueOn }): Clock => ({
      ...{ id, agentName, employeeNumber, dueOn, dueAt: null },
      ...{ kind: RECTIFICATION_CLOCKS[kind], record: { kind: 'rectification', id } },
    }),
  );

/** Open complaints whose binding limit is running out or has, by that limit. */
const complaints = (db: ReadDb, now: number): Clock[] =>
  openComplaints(db, now).flatMap(({ row: { id, number, agentName, employeeNumber, binding } }): Clock[] =>
    binding === null || binding.state === 'green'
      ? []
      : [
          {
            ...{ id, agentName, employeeNumber, kind: 'complaint', record: { kind: 'complaint', id } },
            ...{ complaint: { number, joinedNumber: binding.caseNumber, limits: binding.limits } },
            ...{ dueAt: new Date(binding.endsAt).toISOString(), dueOn: null },
          },
        ],
  );

const improvements = (db: ReadDb, actor: Actor, today: string, timeZone: string): Clock[] =>
  improvementsDue(db, actor, { today, soon: addDays(today, SOON), timeZone }).map(
    ({ id, kind, dueOn, ...measure }): Clock => ({
      ...{ id, kind, dueOn, measure, agentName: '', employeeNumber: '', dueAt: null, record: null },
    }),
  );

/**
 * The clocks of all branches, at most 30: first what can still be met, then what has run out. Among each stand complaints,
 * rectifications, improvement measures and appeals, whose limits the law or a plan sets, before the rest, by the instant at which
 * they end. Days end at their midnight.
 */
export function homeClocks(
  db: ReadDb,
  actor: Actor,
  at: { readonly today: string; readonly now: number },
  timeZone: string,
): Clock[] {
  const { today, now } = at;
  const visits = visitsDue(db, today, CLOCKS_LISTED).map(({ id, agentName, employeeNumber, dueOn }): Clock => ({
    ...{ id, agentName, employeeNumber, dueOn, dueAt: null },
    ...{ kind: 'visit', record: { kind: 'visit', id } },
  }));
  const answers = feedbackDue(db, addDays(today, SOON), CLOCKS_LISTED).map(
    ({ id, agentName, employeeNumber, dueOn }): Clock => ({
      ...{ id, agentName, employeeNumber, dueOn, dueAt: null },
      ...{ kind: 'feedback', record: { kind: 'commendation', id } },
    }),
  );
  const endOf = ({ dueAt, dueOn }: Clock): number =>
    dueAt === null ? (dueOn === null ? 0 : endOfDay(dueOn, timeZone)) : Date.parse(dueAt);
  const waiting = may(actor.roles, 'appeal.read') ? appeals(db, actor, today) : [];
  const due = may(actor.roles, 'findings.read') ? rectifications(db, today) : [];
  const cases = may(actor.roles, 'complaints.read') ? complaints(db, now) : [];
  const measures = may(actor.roles, 'improvement.read') ? improvements(db, actor, today, timeZone) : [];
  const byEnd = (clocks: readonly Clock[]): Clock[] => clocks.toSorted((a, b) => endOf(a) - endOf(b));
  const all = [
    ...byEnd([...cases, ...due, ...measures, ...waiting]),
    ...byEnd([...requests(db), ...visits, ...answers]),
  ];
  const isOver = (clock: Clock): boolean => endOf(clock) <= now;
  return [...all.filter((clock) => !isOver(clock)), ...all.filter(isOver)].slice(0, CLOCKS_LISTED);
}
