// 投诉台账 and 投诉统计: the cases with their limits and what they cost in points, and the rates counted from them by formulas
// (chapter 6; scoring model, section 4). Complainants stay masked whatever the export shows of clients.
import { LIMITS, type LimitName } from '../../../shared/contract/complaintClocks.ts';
import type { Conclusion } from '../../../shared/contract/complaintWords.ts';
import { wilson } from '../../../shared/domain/scoring/wilson.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import { FIRST_ROW } from './arrange.ts';
import type { ReportData } from './data.ts';
import type { ReportComplaint } from './loopData.ts';
import type { ModelRefs } from './modelSheet.ts';
import { columnsOf, letterOf, live, rangeOn, textOrNull, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const UPHELD = ['minor', 'ordinary', 'serious'] as const;
type Upheld = (typeof UPHELD)[number];
const isUpheld = (conclusion: Conclusion | null): conclusion is Upheld =>
  conclusion !== null && conclusion !== 'notUpheld';

export function planComplaints(
  data: ReportData,
  names: ReadonlyMap<string, string>,
  refs: ModelRefs,
  texts: Texts,
): AgentTable {
  const { book, words } = texts;
  const column = columnsOf(book.complaints);
  const yes = (is: boolean): string | null => (is ? words.yes : null);
  type Row = ReportComplaint;
  const first = [
    holding<Row>(column('number', 14), ({ number }) => number),
    holding<Row>(column('agentNumber', 12), ({ employeeNumber }) => textOrNull(employeeNumber)),
    holding<Row>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<Row>(column('state', 10), ({ state }) => state),
    holding<Row>(column('receivedAt', 17, 'time'), ({ receivedAt }) => serialOfCivil(receivedAt)),
    holding<Row>(column('channel', 10), ({ channel }) => channel),
    holding<Row>(column('complainant', 12), ({ complainant }) => textOrNull(complainant)),
    holding<Row>(column('complainants', 8, 'integer'), ({ complainants }) => complainants),
    holding<Row>(column('major', 10), ({ major }) => yes(major)),
    holding<Row>(column('category', 12), ({ category }) => category),
    holding<Row>(column('subclass', 12), ({ subclass }) => textOrNull(subclass)),
    holding<Row>(column('content', 44, 'wrap'), ({ content }) => textOrNull(content)),
    holding<Row>(column('handler', 12), ({ handler }) => textOrNull(handler)),
    holding<Row>(column('cause', 12), ({ cause }) => textOrNull(cause)),
    holding<Row>(column('rounds', 8, 'integer'), ({ rounds }) => rounds),
    holding<Row>(column('repeat', 8, 'text', 'given'), ({ repeat }) => yes(repeat)),
    ...LIMITS.map((limit) => ({
      ...holding<Row>(column(limit, 11, 'text', 'given'), ({ kept }) => keptWord(kept[limit], texts)),
      key: `limit ${limit}`,
    })),
    holding<Row>(column('archiveNumber', 14), ({ archiveNumber }) => textOrNull(archiveNumber)),
    holding<Row>(column('received', 10, 'text', 'given'), ({ received }) => yes(received)),
    holding<Row>(column('conclusion', 12), ({ conclusion }) =>
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

const keptWord = (kept: boolean | null, { book }: Texts): string | null =>
  kept === null ? null : kept ? book.kept.inTime : book.kept.late;

/** A line of 投诉统计: how many, of how many, for every so many. */
interface Line {
  readonly group: string;
  readonly item: string;
  readonly count: { readonly formula: string | null; readonly value: number };
  /** Null where the base was not recorded; a formula where the ledger holds it. */
  readonly of: { readonly formula: string | null; readonly value: number | null };
  readonly per: number;
}

/** Counts over the ledger; `""` matches nothing, so an empty ledger counts 0. */
class Ledger {
  private readonly rows: readonly ReportComplaint[];
  private readonly ledger: SheetPlan;

  constructor(rows: readonly ReportComplaint[], ledger: SheetPlan) {
    this.rows = rows;
    this.ledger = ledger;
  }

  /** Received in the period, and `key` says `word`. */
  count(
    wanted: readonly (readonly [key: string, word: string])[],
    holds: (row: ReportComplaint) => boolean,
    yes: string,
  ) {
    const value = this.rows.filter((row) => row.received && holds(row)).length;
    if (this.ledger.rowCount === 0) return { formula: null, value };
    const pairs = [...wanted, ['received', yes] as const].map(([key, word]) => `${this.range(key)},"${word}"`);
    return { formula: `COUNTIFS(${pairs.join(',')})`, value };
  }

  private range(key: string): string {
    const { name, columns, rowCount } = this.ledger;
    return rangeOn(name, letterOf(columns, key), { first: FIRST_ROW, last: FIRST_ROW + rowCount - 1 });
  }
}

function linesOf({ loop }: ReportData, ledger: SheetPlan, { book, words }: Texts): readonly Line[] {
  const say = book.complaintStatistics;
  const rows = loop.complaints;
  const counting = new Ledger(rows, ledger);
  const counted = (key: string, word: string, holds: (row: ReportComplaint) => boolean) =>
    counting.count([[key, word]], holds, words.yes);
  const all = counting.count([], () => true, words.yes);
  const shares = (group: string, key: string, wordOf: (row: ReportComplaint) => string): Line[] =>
    [
      ...Map.groupBy(
        rows.filter(({ received }) => received),
        wordOf,
      ),
    ]
      .filter(([word]) => word !== '')
      .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'zh-CN'))
      .map(([word]) => ({
        group,
        item: word,
        count: counted(key, word, (row) => wordOf(row) === word),
        of: all,
        per: 1,
      }));
  const base = (item: string, value: number | null, per: number): Line => ({
    ...{ group: say.groups.rates, item, count: all, per },
    of: { formula: null, value },
  });
  const onTime = (limit: LimitName): Line => {
    const word = (kept: boolean) => (kept ? book.kept.inTime : book.kept.late);
    const ended = (kept: boolean) => counted(`limit ${limit}`, word(kept), (row) => row.kept[limit] === kept);
    const [met, missed] = [ended(true), ended(false)];
    return {
      ...{ group: say.groups.onTime, item: book.complaints[limit].header, count: met, per: 1 },
      of: {
        formula: met.formula === null ? null : `${met.formula}+${missed.formula ?? '0'}`,
        value: met.value + missed.value,
      },
    };
  };
  return [
    base(say.perServices, loop.bases.services, 1_000),
    base(say.perPolicies, loop.bases.policies, 10_000),
    base(say.perClients, loop.bases.clients, 10_000),
    ...LIMITS.map(onTime),
    {
      ...{ group: say.groups.repeat, item: say.repeat, of: all, per: 1 },
      count: counted('repeat', words.yes, ({ repeat }) => repeat),
    },
    ...UPHELD.map((level): Line => ({
      ...{ group: say.groups.conclusion, item: book.conclusion[level], of: all, per: 1 },
      count: counted('conclusion', book.conclusion[level], ({ conclusion }) => conclusion === level),
    })),
    ...shares(say.groups.category, 'category', ({ category }) => category),
    ...shares(say.groups.cause, 'cause', ({ cause }) => cause),
    ...shares(say.groups.state, 'state', ({ state }) => state),
  ];
}

/** Rates of counts carry Wilson's interval; it is a value of the system. */
export function planComplaintStatistics(data: ReportData, ledger: SheetPlan, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.complaintStatistics.columns);
  const cell = ({ formula, value }: { formula: string | null; value: number | null }) =>
    formula === null ? value : live(formula, value);
  const boundsOf = ({ count, of }: Line) =>
    of.value === null || of.value < count.value ? null : wilson(count.value, of.value);
  const first = [
    holding<Line>(column('group', 14), ({ group }) => group),
    holding<Line>(column('item', 28), ({ item }) => item),
    holding<Line>(column('count', 10, 'integer', 'formula'), ({ count }) => cell(count)),
    holding<Line>(column('of', 12, 'integer', 'formula'), ({ of }) => cell(of)),
    holding<Line>(column('per', 10, 'integer'), ({ per }) => per),
  ];
  const at = (key: string, row: number): string => `${letterOf(first, key)}${row}`;
  return agentTable<Line>(
    {
      key: 'complaintStatistics',
      items: linesOf(data, ledger, texts),
      agentOf: null,
      columns: [
        ...first,
        holding<Line>(column('rate', 12, 'value', 'formula'), ({ count, of, per }, row) => {
          const [n, whole] = [at('count', row), at('of', row)];
          const value = of.value === null || of.value === 0 ? null : (count.value / of.value) * per;
          return live(`IF(N(${whole})>0,${n}/${whole}*${at('per', row)},"")`, value);
        }),
        holding<Line>(column('low', 12, 'value', 'given'), (line) => scaled(boundsOf(line)?.low, line.per)),
        holding<Line>(column('high', 12, 'value', 'given'), (line) => scaled(boundsOf(line)?.high, line.per)),
      ],
    },
    texts,
  ).plan;
}

const scaled = (bound: number | undefined, per: number): number | null => (bound === undefined ? null : bound * per);
