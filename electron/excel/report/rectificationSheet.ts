// 整改台账: every rectification with its deadline in force, and which ones cost points in this period (4.4; scoring model,
// section 4).
import { addDays } from '../../../shared/domain/time.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportRectification } from './loopData.ts';
import { columnsOf, letterOf, live, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const serialOrNull = (civil: string | null): number | null => (civil === null ? null : serialOfCivil(civil));

/** Milliseconds decide, as for the limits of requests. */
const later = (a: string, b: string): string => `ROUND((${a}-${b})*86400,3)>0`;

/** Due in the period and not verified at the moment at which rectifications are looked at. */
function isOverdue(
  { deadline, verifiedAt, owes }: ReportRectification,
  { period, loop: { moment } }: ReportData,
): boolean {
  const due = period.start <= deadline && deadline < period.end && moment >= `${addDays(deadline, 1)}T00:00:00`;
  return owes && due && (verifiedAt === null || verifiedAt > moment);
}

export function planRectifications(data: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const { book, words } = texts;
  const column = columnsOf(book.rectifications);
  const { moment, rectifications } = data.loop;
  type Row = ReportRectification;
  const first = [
    holding<Row>(column('number', 16), ({ number }) => number),
    holding<Row>(column('agentNumber', 12), ({ employeeNumber }) => textOrNull(employeeNumber)),
    holding<Row>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<Row>(column('state', 14), ({ state }) => state),
    holding<Row>(column('title', 30, 'wrap'), ({ title }) => title),
    holding<Row>(column('source', 14, 'wrap'), ({ sources }) => textOrNull(sources)),
    holding<Row>(column('class', 16, 'wrap'), ({ classes }) => textOrNull(classes)),
    holding<Row>(column('criterion', 12, 'wrap'), ({ criteria }) => textOrNull(criteria)),
    holding<Row>(column('severity', 10), ({ severity }) => severity),
    holding<Row>(column('findings', 8, 'integer'), ({ findings }) => findings),
    holding<Row>(column('cause', 30, 'wrap'), ({ rootCause }) => textOrNull(rootCause)),
    holding<Row>(column('measures', 40, 'wrap'), ({ measures }) => textOrNull(measures)),
    holding<Row>(column('owner', 12), ({ owner }) => owner),
    holding<Row>(column('planned', 12, 'day'), ({ plannedOn }) => serialOfCivil(plannedOn)),
    holding<Row>(column('firstDeadline', 12, 'day'), ({ firstDeadline }) => serialOfCivil(firstDeadline)),
    holding<Row>(column('deadline', 12, 'day'), ({ deadline }) => serialOfCivil(deadline)),
    holding<Row>(column('extensions', 8, 'integer'), ({ extensions }) => extensions),
    holding<Row>(column('submitted', 17, 'time'), ({ submittedAt }) => serialOrNull(submittedAt)),
    holding<Row>(column('verified', 17, 'time'), ({ verifiedAt }) => serialOrNull(verifiedAt)),
    holding<Row>(column('verifiedBy', 12), ({ verifiedBy }) => textOrNull(verifiedBy)),
    holding<Row>(column('effect', 14), ({ effect }) => textOrNull(effect)),
    holding<Row>(column('owes', 10, 'text', 'given'), ({ owes }) => (owes ? words.yes : null)),
    holding<Row>(column('moment', 17, 'time', 'given'), () => serialOfCivil(moment)),
  ];
  const at = (key: string, row: number): string => `${letterOf(first, key)}${row}`;
  const day = (text: string): string => `DATE(${text.split('-').map(Number).join(',')})`;
  const within = (cell: string): string => `${cell}>=${day(data.period.start)},${cell}<${day(data.period.end)}`;
  return agentTable<Row>(
    {
      key: 'rectifications',
      items: rectifications,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        holding<Row>(column('counts', 10, 'text', 'formula'), (item, row) => {
          const [deadline, verified, moment] = [at('deadline', row), at('verified', row), at('moment', row)];
          const open = `OR(NOT(ISNUMBER(${verified})),${later(verified, moment)})`;
          const due = `AND(${at('owes', row)}="${words.yes}",${within(deadline)},NOT(${later(`${deadline}+1`, moment)}))`;
          return live(`IF(${due},IF(${open},"${words.yes}",""),"")`, isOverdue(item, data) ? words.yes : null);
        }),
      ],
    },
    texts,
  );
}
