// 响应时效 and 回访: requests with their 24 and 48 hours, return visits with their due day (4.1; scoring model, section 2).
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportRequest, ReportVisit } from './evidenceData.ts';
import type { ModelRefs } from './modelSheet.ts';
import { columnsOf, letterOf, live, textOrNull, type Column } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const HOUR_MS = 3_600_000;
const serialOrNull = (civil: string | null): number | null => (civil === null ? null : serialOfCivil(civil));
const elapsed = (from: string, to: string): number => Date.parse(`${to}Z`) - Date.parse(`${from}Z`);

/** 100 within the limit, 0 later or once it has run out, null while it runs. */
function promptness(asked: string, done: string | null, asOf: string, hours: number): number | null {
  if (done !== null) return elapsed(asked, done) <= hours * HOUR_MS ? 100 : 0;
  return elapsed(asked, asOf) >= hours * HOUR_MS ? 0 : null;
}

/** Milliseconds decide: a difference of two serial times is off by a millionth of a second. */
function promptnessFormula(asked: string, done: string, asOf: string, hours: string): string {
  const seconds = (from: string, to: string) => `ROUND((${to}-${from})*86400,3)`;
  const limit = `${hours}*3600`;
  return `IF(ISNUMBER(${done}),IF(${seconds(asked, done)}<=${limit},100,0),IF(${seconds(asked, asOf)}>=${limit},0,""))`;
}

export function planRequests(
  data: ReportData,
  names: ReadonlyMap<string, string>,
  refs: ModelRefs,
  texts: Texts,
): AgentTable {
  const column = columnsOf(texts.book.requests);
  const { asOf, requests } = data.evidence;
  const { replyHours, solveHours } = data.model;
  const asked = column('asked', 17, 'time');
  const replied = column('replied', 17, 'time');
  const solved = column('solved', 17, 'time');
  const moment = column('asOf', 17, 'time', 'given');
  const first = [
    holding<ReportRequest>(column('number', 16), ({ number }) => number),
    holding<ReportRequest>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportRequest>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<ReportRequest>(column('kind', 12), ({ kind }) => textOrNull(kind)),
    holding<ReportRequest>(column('channel', 12), ({ channel }) => textOrNull(channel)),
    holding<ReportRequest>(column('client', 14), ({ client }) =>
      textOrNull(data.masking.masked ? maskClient(client) : client),
    ),
    holding<ReportRequest>(asked, ({ askedAt }) => serialOfCivil(askedAt)),
    holding<ReportRequest>(replied, ({ repliedAt }) => serialOrNull(repliedAt)),
    holding<ReportRequest>(solved, ({ solvedAt }) => serialOrNull(solvedAt)),
    holding<ReportRequest>(moment, () => serialOfCivil(asOf)),
  ];
  const at = ({ key }: Column, row: number): string => `${letterOf(first, key)}${row}`;
  return agentTable(
    {
      key: 'requests',
      items: requests,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        holding<ReportRequest>(column('reply24', 11, 'score', 'formula'), ({ askedAt, repliedAt }, row) =>
          live(
            promptnessFormula(at(asked, row), at(replied, row), at(moment, row), refs.reply),
            promptness(askedAt, repliedAt, asOf, replyHours),
          ),
        ),
        holding<ReportRequest>(column('solve48', 11, 'score', 'formula'), ({ askedAt, solvedAt }, row) =>
          live(
            promptnessFormula(at(asked, row), at(solved, row), at(moment, row), refs.solve),
            promptness(askedAt, solvedAt, asOf, solveHours),
          ),
        ),
      ],
    },
    texts,
  );
}

export function planVisits(data: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const column = columnsOf(texts.book.visits);
  const { asOf, visits } = data.evidence;
  const today = asOf.slice(0, 10);
  const first = [
    holding<ReportVisit>(column('number', 16), ({ number }) => number),
    holding<ReportVisit>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportVisit>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<ReportVisit>(column('client', 14), ({ client }) =>
      textOrNull(data.masking.masked ? maskClient(client) : client),
    ),
    holding<ReportVisit>(column('due', 12, 'day'), ({ dueOn }) => serialOfCivil(dueOn)),
    holding<ReportVisit>(column('made', 12, 'day'), ({ madeOn }) => serialOrNull(madeOn)),
    holding<ReportVisit>(column('asOf', 12, 'day', 'given'), () => serialOfCivil(today)),
  ];
  const at = (key: string, row: number): string => `${letterOf(first, key)}${row}`;
  return agentTable(
    {
      key: 'visits',
      items: visits,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        holding<ReportVisit>(column('visit', 11, 'score', 'formula'), ({ dueOn, madeOn }, row) => {
          const onTime = `IF(AND(ISNUMBER(${at('made', row)}),${at('made', row)}<=${at('due', row)}),100,0)`;
          const value = dueOn > today ? null : madeOn !== null && madeOn <= dueOn ? 100 : 0;
          return live(`IF(${at('due', row)}>${at('asOf', row)},"",${onTime})`, value);
        }),
      ],
    },
    texts,
  );
}
