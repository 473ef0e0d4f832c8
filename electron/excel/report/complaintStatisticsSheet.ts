// 投诉统计: counts and rates of the cases of 投诉台账 that were received in the period, each matter once, of all and by month, branch, team
// and agent, with Wilson's interval and the cumulative share of the most frequent (6.5). All but the recorded bases are formulas.
import { LIMITS, type LimitName } from '../../../shared/contract/complaintClocks.ts';
import { CONCLUSIONS } from '../../../shared/contract/complaintWords.ts';
import { wilson } from '../../../shared/domain/scoring/wilson.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import { FIRST_ROW } from './arrange.ts';
import { isCounted, keptWord } from './complaintSheets.ts';
import type { ReportData } from './data.ts';
import type { ReportBases, ReportComplaint } from './loopData.ts';
import { columnsOf, letterOf, live, rangeOn, type Block, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

/** A number of the sheet: by a formula, or as it was recorded. */
interface Figure {
  readonly formula: string | null;
  readonly value: number | null;
}
interface Count extends Figure {
  readonly value: number;
}

interface Line {
  readonly group: string;
  readonly scope: string;
  readonly item: string;
  readonly count: Count;
  /** Null: the sum of the counts of its block, of the most frequent and what comes after. */
  readonly of: Figure | null;
  readonly per: number;
  /** Lines of its block, first and last, of which it is one. */
  readonly block: Block | null;
}

/** A condition on the ledger as Excel and as the engine reads it. */
interface Condition {
  /** Pairs of a column and a criterion, quoted. */
  readonly pairs: readonly (readonly [key: string, criterion: string])[];
  readonly holds: (row: ReportComplaint) => boolean;
}

/** Asterisks and question marks would stand for anything. */
const quoted = (word: string): string => `"${word.replaceAll(/[~*?]/g, '~$&').replaceAll('"', '""')}"`;
const is = (key: string, word: string, holds: Condition['holds']): Condition => ({
  pairs: [[key, quoted(word)]],
  holds,
});
const all: Condition = { pairs: [], holds: () => true };
const both = (one: Condition, other: Condition): Condition => ({
  pairs: [...one.pairs, ...other.pairs],
  holds: (row) => one.holds(row) && other.holds(row),
});
const dateOf = (day: string): string => `DATE(${day.split('-').map(Number).join(',')})`;

/** Counts over the ledger, whose own rows of an agent stand together. */
class Ledger {
  private readonly rows: readonly ReportComplaint[];
  private readonly ledger: AgentTable;
  private readonly yes: string;

  constructor(rows: readonly ReportComplaint[], ledger: AgentTable, yes: string) {
    this.rows = rows.filter(isCounted);
    this.ledger = ledger;
    this.yes = yes;
  }

  count({ pairs, holds }: Condition, employeeNumber: string | null = null): Count {
    const value = this.rows.filter((row) => this.of(row, employeeNumber) && holds(row)).length;
    if (this.ledger.plan.rowCount === 0) return { formula: null, value };
    const said = [['counted', quoted(this.yes)] as const, ...pairs].map(
      ([key, criterion]) => `${this.range(key, employeeNumber)},${criterion}`,
    );
    return { formula: `COUNTIFS(${said.join(',')})`, value };
  }

  /** Of a category, without a sub-class: no criterion of COUNTIFS says "empty" in every program. */
  unnamed(category: string): Count {
    const value = this.rows.filter((row) => row.category === category && row.subclass === '').length;
    const [counted, categories, subclasses] = ['counted', 'category', 'subclass'].map((key) => this.range(key, null));
    return {
      formula: `SUMPRODUCT((${counted}=${quoted(this.yes)})*(${categories}=${quoted(category)})*(${subclasses}=""))`,
      value,
    };
  }

  private of(row: ReportComplaint, employeeNumber: string | null): boolean {
    return employeeNumber === null || row.employeeNumber === employeeNumber;
  }

  private range(key: string, employeeNumber: string | null): string {
    const own = employeeNumber === null ? null : this.ledger.range(key, employeeNumber);
    const { name, columns, rowCount } = this.ledger.plan;
    return own ?? rangeOn(name, letterOf(columns, key), { first: FIRST_ROW, last: FIRST_ROW + rowCount - 1 });
  }
}

const plus = (one: Count, other: Count): Count => ({
  formula: one.formula === null ? null : `${one.formula}+${other.formula ?? '0'}`,
  value: one.value + other.value,
});

/** Whose cases some lines are of, and what they are set against. */
interface Scope {
  readonly name: string;
  readonly condition: Condition;
  readonly employeeNumber: string | null;
  readonly bases: ReportBases;
}

function linesOf({ loop }: ReportData, ledger: AgentTable, texts: Texts): readonly Line[] {
  const { book, words } = texts;
  const say = book.complaintStatistics;
  const { complaints: rows, statistics } = loop;
  const counting = new Ledger(rows, ledger, words.yes);
  const lines: Line[] = [];
  const add = (line: Omit<Line, 'block'>): void => void lines.push({ ...line, block: null });
  /** Of the most frequent and those after it, in the order given; each one's part is of all of them. */
  const pareto = (group: string, items: readonly { readonly item: string; readonly count: Count }[]): void => {
    const first = FIRST_ROW + lines.length;
    const block = { first, last: first + items.length - 1 };
    for (const { item, count } of items) lines.push({ group, scope: say.all, item, count, of: null, per: 100, block });
  };
  const ratesOf = (group: string, { name, condition, employeeNumber, bases }: Scope): void => {
    const count = (one: Condition): Count => counting.count(both(condition, one), employeeNumber);
    const whole = count(all);
    const given = (item: string, value: number | null, per: number): void =>
      add({ group, scope: name, item, count: whole, of: { formula: null, value }, per });
    given(say.perServices, bases.services, 1_000);
    given(say.perPolicies, bases.policies, 10_000);
    given(say.perClients, bases.clients, 10_000);
    for (const limit of LIMITS) {
      const [met, missed] = [true, false].map((kept) => count(keptAs(limit, kept, texts))) as [Count, Count];
      const item = `${say.inTime}${book.complaints[limit].header}`;
      // Where no limit ended yet, a line of one team or agent would say nothing.
      if (name === say.all || met.value + missed.value > 0)
        add({ group, scope: name, item, count: met, of: plus(met, missed), per: 100 });
    }
    const share = (item: string, one: Condition): void =>
      add({ group, scope: name, item, count: count(one), of: whole, per: 100 });
    share(
      say.repeat,
      is('repeat', words.yes, ({ repeat }) => repeat),
    );
    share(
      say.major,
      is('major', words.yes, ({ major }) => major),
    );
    share(
      say.withdrawn,
      is('state', statistics.withdrawnState, ({ withdrawn }) => withdrawn),
    );
    for (const one of CONCLUSIONS)
      share(
        book.conclusion[one],
        is('conclusion', book.conclusion[one], (row) => row.conclusion === one),
      );
  };
  ratesOf(say.groups.whole, { name: say.all, condition: all, employeeNumber: null, bases: statistics.whole });
  pareto(
    say.groups.category,
    statistics.categories.map((item) => ({
      item,
      count: counting.count(is('category', item, ({ category }) => category === item)),
    })),
  );
  pareto(
    say.groups.subclass,
    statistics.subclasses.map(({ category, subclass }) => ({
      item: `${category} · ${subclass || say.noSubclass}`,
      count:
        subclass === ''
          ? counting.unnamed(category)
          : counting.count(
              both(
                is('category', category, (row) => row.category === category),
                is('subclass', subclass, (row) => row.subclass === subclass),
              ),
            ),
    })),
  );
  pareto(
    say.groups.cause,
    statistics.causes.map((item) => ({
      item,
      count: counting.count(is('cause', item, ({ cause }) => cause === item)),
    })),
  );
  const states = [...Map.groupBy(rows.filter(isCounted), ({ state }) => state)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  pareto(
    say.groups.state,
    states.map(([item]) => ({ item, count: counting.count(is('state', item, ({ state }) => state === item)) })),
  );
  for (const { start, end, bases } of statistics.months)
    ratesOf(say.groups.month, {
      ...{ name: start.slice(0, 7), employeeNumber: null, bases },
      condition: {
        pairs: [
          ['receivedAt', `">="&${dateOf(start)}`],
          ['receivedAt', `"<"&${dateOf(end)}`],
        ],
        holds: ({ receivedAt }) => receivedAt >= start && receivedAt < end,
      },
    });
  const several = statistics.branches.length > 1;
  const ofBranch = (name: string): Condition => is('branch', name, ({ branch }) => branch === name);
  if (several)
    for (const { branch, bases } of statistics.branches)
      ratesOf(say.groups.branch, { name: branch, condition: ofBranch(branch), employeeNumber: null, bases });
  for (const { branch, team, bases } of statistics.teams)
    ratesOf(say.groups.team, {
      ...{ name: several ? `${branch} · ${team}` : team, employeeNumber: null, bases },
      condition: both(
        ofBranch(branch),
        is('team', team, (row) => row.team === team),
      ),
    });
  for (const { employeeNumber, name, bases } of statistics.agents)
    ratesOf(say.groups.agent, { name: `${employeeNumber} ${name}`, condition: all, employeeNumber, bases });
  return lines;
}

const keptAs = (limit: LimitName, kept: boolean, texts: Texts): Condition =>
  is(`limit ${limit}`, keptWord(kept, texts) ?? '', (row) => row.kept[limit] === kept);

/** z(0.975) in the fifteen digits that every program keeps when it saves the workbook anew. */
const Z = '1.95996398454005';

/** One end of Wilson's interval of `n` of `whole`, 0..1, as a formula; the engine's is `wilson`. */
function wilsonEnd(end: 'low' | 'high', n: string, whole: string): string {
  const rate = `${n}/${whole}`;
  const square = `${Z}^2/${whole}`;
  const spread = `${Z}*SQRT(${rate}*(1-${rate})/${whole}+${square}/(4*${whole}))`;
  const value = `(${rate}+${square}/2${end === 'low' ? '-' : '+'}${spread})/(1+${square})`;
  return end === 'low' ? `IF(${n}=0,0,${value})` : `IF(${n}=${whole},1,${value})`;
}

export function planComplaintStatistics(data: ReportData, ledger: AgentTable, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.complaintStatistics.columns);
  const items = linesOf(data, ledger, texts);
  const cell = ({ formula, value }: Figure) => (formula === null ? value : live(formula, value));
  const sumTo = ({ first }: Block, last: number): number =>
    items.slice(first - FIRST_ROW, last - FIRST_ROW + 1).reduce((sum, { count }) => sum + count.value, 0);
  const wholeOf = ({ of, block }: Line): number | null =>
    of !== null ? of.value : block === null ? null : sumTo(block, block.last);
  const first = [
    holding<Line>(column('group', 12), ({ group }) => group),
    holding<Line>(column('scope', 24), ({ scope }) => scope),
    holding<Line>(column('item', 34), ({ item }) => item),
    holding<Line>(column('count', 10, 'integer', 'formula'), ({ count }) => cell(count)),
  ];
  const counts = letterOf(first, 'count');
  const sumOf = ({ first: from }: Block, to: number): string => `SUM(${counts}$${from}:${counts}$${to})`;
  const bases = [
    ...first,
    holding<Line>(column('of', 12, 'integer', 'formula'), ({ of, block }) =>
      of !== null ? cell(of) : block === null ? null : live(sumOf(block, block.last), sumTo(block, block.last)),
    ),
    holding<Line>(column('per', 10, 'integer'), ({ per }) => per),
  ];
  const at = (key: string, row: number): string => `${letterOf(bases, key)}${row}`;
  /** Nothing where the base is missing, or smaller than what it is the base of. */
  const figure = (
    key: 'rate' | 'low' | 'high',
    formula: (n: string, whole: string) => string,
    value: (n: number, whole: number) => number,
  ) =>
    holding<Line>(column(key, 12, 'value', 'formula'), (line, row) => {
      const [n, whole, per] = [at('count', row), at('of', row), at('per', row)];
      const base = wholeOf(line);
      const known = base !== null && base > 0 && line.count.value <= base;
      return live(
        `IF(AND(N(${whole})>0,${n}<=N(${whole})),(${formula(n, whole)})*${per},"")`,
        known ? value(line.count.value, base) * line.per : null,
      );
    });
  return agentTable<Line>(
    {
      key: 'complaintStatistics',
      items,
      agentOf: null,
      columns: [
        ...bases,
        figure(
          'rate',
          (n, whole) => `${n}/${whole}`,
          (n, whole) => n / whole,
        ),
        figure(
          'low',
          (n, whole) => wilsonEnd('low', n, whole),
          (n, whole) => wilson(n, whole)!.low,
        ),
        figure(
          'high',
          (n, whole) => wilsonEnd('high', n, whole),
          (n, whole) => wilson(n, whole)!.high,
        ),
        holding<Line>(column('cumulative', 12, 'percent', 'formula'), (line, row) => {
          const whole = wholeOf(line);
          if (line.block === null || whole === null || whole === 0) return null;
          return live(`${sumOf(line.block, row)}/${at('of', row)}`, sumTo(line.block, row) / whole);
        }),
      ],
    },
    texts,
  ).plan;
}
