// 工作台: what waits for this person, read from the owners of each table.
import type { Actor } from '../../shared/contract/account.ts';
import type { Home } from '../../shared/contract/home.ts';
import type { ObservationRow } from '../../shared/contract/observation.ts';
import { may, seesOnlyOwnObservations } from '../../shared/domain/permissions.ts';
import { allAgentsToCover } from './plan/coverage.ts';
import { COVERAGE_GOAL } from '../../shared/domain/plan/coverage.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import { sql } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import { lastBackup } from './backup/backups.ts';
import { complaintsWaiting } from './complaint/waiting.ts';
import { homeClocks } from './homeClocks.ts';
import { calibrationsWaiting, inspectionDrafts, samplesWaiting } from './homeDrafts.ts';
import { pendingInspectionRedLines } from './inspection/pending.ts';
import { listObservations } from './observation/list.ts';
import { pendingRedLines } from './observation/redLines.ts';
import { rectificationsWaiting } from './rectification/waiting.ts';
import { readSettings } from './settings.ts';

const LISTED = 20;

const draftOf = (row: ObservationRow, actor: Actor): Home['drafts'][number] => ({
  id: row.id,
  kind: 'observation',
  agentName: row.agentName,
  employeeNumber: row.employeeNumber,
  place: row.place,
  day: row.serviceDay ?? row.plannedOn,
  answered: row.answered,
  criteria: row.criteria,
  own: row.assessorId === actor.userId,
  assessorName: row.assessorName,
});

const NO_FILTER = {
  from: null,
  to: null,
  amending: null,
  branchId: null,
  agentId: null,
  assessorId: null,
  kinds: [],
  lateEntry: null,
  text: '',
  limit: 200,
};

/** What the home screen shows to a person. */
export function readHome(store: Store, actor: Actor): Home {
  const db = store.read;
  const { timeZone, backupFolder } = readSettings(db);
  const today = dayOf(store.clock(), timeZone);
  const period = periodOf('month', today);
  const backup = lastBackup(store);
  const own = seesOnlyOwnObservations(actor.roles);
  const list = (states: ObservationRow['state'][], to: string | null): ObservationRow[] =>
    listObservations(db, actor, { ...NO_FILTER, states, to }).rows;
  const open = list(['inProgress'], null);
  const amending = listObservations(db, actor, { ...NO_FILTER, states: ['submitted'], amending: true }).rows;
  const sessions =
    db.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM observation WHERE state = 'submitted' AND calibration_id IS NULL
        AND day >= ${period.start} AND day < ${period.end}`,
    )?.n ?? 0;
  const agents = own ? [] : allAgentsToCover(db, { kind: 'month', ...period }, today);
  const unobserved = agents.filter(({ submitted }) => submitted === 0);
  return {
    today,
    planned: list(['planned'], today).map((row) => draftOf(row, actor)),
    drafts: [
      ...calibrationsWaiting(db, actor, new Date(store.clock()).toISOString()),
      ...[...open, ...amending].map((row) => draftOf(row, actor)),
      ...inspectionDrafts(db, actor),
      ...samplesWaiting(db, actor),
    ],
    redLines: pendingRedLines(db, actor),
    inspectionRedLines: pendingInspectionRedLines(db, actor),
    waiting: [...rectificationsWaiting(db, actor, LISTED), ...complaintsWaiting(db, actor, LISTED)].sort((a, b) =>
      a.since.localeCompare(b.since),
    ),
    clocks: may(actor.roles, 'responses.read') ? homeClocks(db, actor, { today, now: store.clock() }, timeZone) : [],
    period: own
      ? null
      : {
          ...{ kind: 'month', ...period, sessions, agents: agents.length, goal: COVERAGE_GOAL },
          observed: agents.length - unobserved.length,
        },
    unobserved: unobserved
      .slice(0, LISTED)
      .map(({ id, name, number, team }) => ({ id, name, employeeNumber: number, team })),
    backup: { folder: backupFolder, lastAt: backup?.at ?? null, missing: backup?.missing ?? 0 },
  };
}
