// 投诉台账: the cases with their limits and what they cost in points (chapter 6; scoring model, section 4). Complainants stay masked
// whatever the export shows of clients.
import { LIMITS } from '../../../shared/contract/complaintClocks.ts';
import type { Conclusion } from '../../../shared/contract/complaintWords.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportComplaint } from './loopData.ts';
import type { ModelRefs } from './modelSheet.ts';
import { columnsOf, letterOf, live, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const UPHELD = ['minor', 'ordinary', 'serious'] as const;
type Upheld = (typeof UPHELD)[number];
const isUpheld = (conclusion: Conclusion | null): conclusion is Upheld =>
  conclusion !== null && conclusion !== 'notUpheld';

export function planComplaints(data: ReportData, refs: ModelRefs, texts: Texts): AgentTable {
  const { book, words } = texts;
  const column = columnsOf(book.complaints);
  const yes = (is: boolean): string | null => (is ? words.yes : null);
  type Row = ReportComplaint;
  const first = [
    holding<Row>(column('number', 14), ({ number }) => number),
    holding<Row>(column('agentNumber', 12), ({ employeeNumber }) => textOrNull(employeeNumber)),
    holding<Row>(column('agentName', 12), ({ agentName }) => textOrNull(agentName)),
    holding<Row>(column('branch', 16), ({ branch }) => branch),
    holding<Row>(column('team', 14), ({ team }) => textOrNull(team)),
    holding<Row>(column('state', 10), ({ state }) => state),
    holding<Row>(column('receivedAt', 17, 'time'), ({ receivedAt }) => serialOfCivil(receivedAt)),
    holding<Row>(column('channel', 10), ({ channel }) => channel),
    holding<Row>(column('complainant', 12), ({ complainant }) => textOrNull(complainant)),
    holding<Row>(column('complainants', 8, 'integer'), ({ complainants }) => complainants),
    holding<Row>(column('major', 10), ({ major }) => yes(major)),
    holding<Row>(column('category', 14), ({ category }) => category),
    holding<Row>(column('subclass', 16), ({ subclass }) => textOrNull(subclass)),
    holding<Row>(column('content', 44, 'wrap'), ({ content }) => textOrNull(content)),
    holding<Row>(column('handler', 12), ({ handler }) => textOrNull(handler)),
    holding<Row>(column('cause', 20), ({ cause }) => textOrNull(cause)),
    holding<Row>(column('rounds', 8, 'integer'), ({ rounds }) => rounds),
    holding<Row>(column('repeat', 8, 'text', 'given'), ({ repeat }) => yes(repeat)),
    ...LIMITS.map((limit) => ({
      ...holding<Row>(column(limit, 11, 'text', 'given'), ({ kept }) => keptWord(kept[limit], texts)),
      key: `limit ${limit}`,
    })),
    holding<Row>(column('archiveNumber', 14), ({ archiveNumber }) => textOrNull(archiveNumber)),
    holding<Row>(column('joinedTo', 14), ({ joinedTo }) => textOrNull(joinedTo)),
    holding<Row>(column('received', 10, 'text', 'given'), ({ received }) => yes(received)),
    holding<Row>(column('conclusion', 16), ({ conclusion }) =>
      conclusion === null ? null : book.conclusion[conclusion],
    ),
    holding<Row>(column('counts', 10, 'text', 'given'), ({ counts }) => yes(counts)),
  ];
  const at = (key: string, row: number): string => `${letterOf(first, key)}${row}`;
  const { points } = data.model.adjustments.complaints;
  return agentTable<Row>(
    {
      key: 'complaints',
      items: data.loop.complaints,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        holding<Row>(column('counted', 10, 'text', 'formula'), (item, row) => {
          const is = `AND(${at('received', row)}="${words.yes}",${at('joinedTo', row)}="")`;
          return live(`IF(${is},"${words.yes}","")`, isCounted(item) ? words.yes : null);
        }),
        holding<Row>(column('points', 10, 'score', 'formula'), ({ conclusion, counts }, row) => {
          const level = UPHELD.reduceRight(
            (rest, one) => `IF(${at('conclusion', row)}="${book.conclusion[one]}",${refs.complaint(one)},${rest})`,
            '""',
          );
          const value = counts && isUpheld(conclusion) ? points[conclusion] : null;
          return live(`IF(${at('counts', row)}="${words.yes}",${level},"")`, value);
        }),
      ],
    },
    texts,
  );
}

/** In the statistics: received in the period, each matter once. */
export const isCounted = ({ received, joinedTo }: ReportComplaint): boolean => received && joinedTo === '';

export const keptWord = (kept: boolean | null, { book }: Texts): string | null =>
  kept === null ? null : kept ? book.kept.inTime : book.kept.late;
