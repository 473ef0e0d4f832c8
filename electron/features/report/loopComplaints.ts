// Complaints for the workbook: the ledger of those received in the period or counted in it, and what their statistics are set
// against and listed by (chapter 6). Nobody who complained is named, whatever the export shows of clients.
import { LIMITS, type LimitName } from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintFigures, ComplaintStatistics } from '../../../shared/contract/complaintStatistics.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { holdsInstant } from '../../../shared/domain/scoring/evidence.ts';
import { addDays, addMonths, civilTime } from '../../../shared/domain/time.ts';
import type { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { Kept, ReportBases, ReportComplaint, ReportStatistics } from '../../excel/report/loopData.ts';
import type { Texts } from '../../excel/report/texts.ts';
import { statesOf } from '../complaint/clockFacts.ts';
import { complaintEvidence } from '../complaint/evidence.ts';
import { maskerOfMatters } from '../complaint/masking.ts';
import { complaintsOfPeriod, timedRow, type TimedRow } from '../complaint/rows.ts';
import { statisticsOf } from '../complaint/statistics.ts';
import { inChunks } from './methodEvidence.ts';

export interface ReadingComplaints {
  /** Of the agents of the report. */
  readonly agentIds: readonly string[];
  readonly branchIds: readonly string[];
  readonly window: Window;
  readonly areas: typeof zhCN;
  readonly book: Texts['book'];
}

export interface ReadComplaints {
  readonly complaints: readonly ReportComplaint[];
  readonly statistics: ReportStatistics;
  readonly ids: readonly string[];
}

/** Those received in the period, then earlier ones that were decided after their own period was finalised. */
export function readComplaints(db: ReadDb, reading: ReadingComplaints): ReadComplaints {
  const { agentIds, branchIds, window } = reading;
  const counting = new Set(
    inChunks(agentIds, (some) => [...complaintEvidence(db, some, window).values()]).flatMap(({ complaints }) =>
      complaints.filter(({ at, upheld }) => upheld !== null && holdsInstant(window, at)).map(({ id }) => id),
    ),
  );
  const received = complaintsOfPeriod(db, { branchIds }, window, window.asOf);
  const listed = new Set(received.map(({ row }) => row.id));
  const late = [...counting].filter((id) => !listed.has(id)).map((id) => timedRow(db, id, window.asOf));
  const days = { from: window.start, to: addDays(window.end, -1) };
  return {
    complaints: [
      ...received.map((one) => complaint(db, reading, one, { received: true, counting })),
      ...late.map((one) => complaint(db, reading, one, { received: false, counting })),
    ],
    statistics: statistics(statisticsOf(db, { ...days, branchIds, now: window.asOf }), reading),
    ids: [...received, ...late].map(({ row }) => row.id),
  };
}

function complaint(
  db: ReadDb,
  { areas: { complaint: say }, book, window }: ReadingComplaints,
  { row, clocks }: TimedRow,
  { received, counting }: { readonly received: boolean; readonly counting: ReadonlySet<string> },
): ReportComplaint {
  const states = new Map(statesOf(clocks).map(({ limit, state }) => [limit, state]));
  const kept = (limit: LimitName): Kept => {
    const state = states.get(limit);
    return state === 'met' ? true : state === 'missed' ? false : null;
  };
  return {
    number: row.number,
    employeeNumber: row.employeeNumber,
    agentName: row.agentName,
    branch: row.branchName,
    team: row.agentId === null ? '' : row.team || book.noTeam,
    receivedAt: civilTime(Date.parse(row.receivedAt), window.timeZone, 'millisecond'),
    channel: say.channel[row.channel],
    complainant: row.complainant,
    complainants: row.complainants,
    major: row.major,
    category: say.category[row.category],
    subclass: row.subclass === null ? '' : say.subclass[row.subclass],
    content: maskerOfMatters(db, [row.id])(row.content),
    handler: row.handlerName,
    state: row.end === 'withdrawn' ? say.end.withdrawn : say.state[row.state],
    withdrawn: row.end === 'withdrawn',
    conclusion: row.conclusion,
    cause: row.cause === null ? '' : say.cause[row.cause],
    rounds: row.round,
    repeat: row.repeat,
    kept: Object.fromEntries(LIMITS.map((limit) => [limit, kept(limit)])) as ReportComplaint['kept'],
    archiveNumber: row.archiveNumber ?? '',
    joinedTo: row.joinedToNumber ?? '',
    received,
    counts: counting.has(row.id),
  };
}

const basesOf = ({ perServices, perPolicies, perClients }: ComplaintFigures): ReportBases => ({
  services: perServices.base,
  policies: perPolicies.base,
  clients: perClients.base,
});

/** What the screen of statistics lists, in its order and the words of the report. */
function statistics(
  found: ComplaintStatistics,
  { areas: { complaint: say }, book }: ReadingComplaints,
): ReportStatistics {
  return {
    whole: basesOf(found.whole),
    branches: found.branches.map((one) => ({ branch: one.name, bases: basesOf(one) })),
    teams: found.teams.map((one) => ({ branch: one.detail, team: one.name || book.noTeam, bases: basesOf(one) })),
    agents: found.agents.map((one) => ({ employeeNumber: one.detail, name: one.name, bases: basesOf(one) })),
    months: found.months.map((one) => ({
      start: `${one.key}-01`,
      end: addMonths(`${one.key}-01`, 1),
      bases: basesOf(one),
    })),
    categories: found.categories.map(({ key }) => say.category[key]),
    subclasses: found.subclasses.map(({ key: { category, subclass } }) => ({
      category: say.category[category],
      subclass: subclass === null ? '' : say.subclass[subclass],
    })),
    causes: found.causes.map(({ key }) => say.cause[key]),
    withdrawnState: say.end.withdrawn,
  };
}
