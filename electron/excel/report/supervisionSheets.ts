// 监督工作 and 持续改进: each department's part of the supervision against its share (8.1), and the improvement measures with
// their figure before and after (4.3, 6.5).
import { serialOfCivil } from '../read/serialDate.ts';
import { columnName } from '../read/cells.ts';
import { agentTable, holding, type Cells } from './agentTable.ts';
import { FIRST_ROW } from './arrange.ts';
import type { ReportData } from './data.ts';
import type { ReportCoverage, ReportDepartment, ReportImprovement } from './loopData.ts';
import { columnsOf, letterOf, live, textOrNull, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const worksOf = ({
  observations,
  records,
  patrols,
}: Pick<ReportDepartment, 'observations' | 'records' | 'patrols'>): number => observations + records + patrols;

/** A department, or all of them together with the coverage. */
interface SupervisionRow extends Omit<ReportDepartment, 'people'> {
  readonly people: number | null;
  readonly coverage: ReportCoverage | null;
}

const SUMMED = ['observations', 'records', 'patrols', 'found', 'closed', 'verified'] as const;
type Summed = (typeof SUMMED)[number];

/** People are not summed: one may have worked for two departments. */
function allOf(departments: readonly ReportDepartment[], coverage: ReportCoverage, department: string): SupervisionRow {
  const sums = Object.fromEntries(
    SUMMED.map((key) => [key, departments.reduce((sum, one) => sum + one[key], 0)]),
  ) as Record<Summed, number>;
  return { ...sums, department, people: null, target: null, coverage };
}

export function planSupervision({ loop }: ReportData, texts: Texts): SheetPlan {
  const { book } = texts;
  const column = columnsOf(book.supervision);
  const { departments, coverage } = loop;
  const all = departments.reduce((sum, department) => sum + worksOf(department), 0);
  const last = FIRST_ROW + departments.length - 1;
  type Row = SupervisionRow;
  /** What the system counted of a department, and their sum below. */
  const summed = (key: Summed) => {
    const one = column(key, 13, 'integer', 'given');
    return (letter: string) =>
      holding<Row>(one, (item) =>
        item.coverage === null || departments.length === 0
          ? item[key]
          : live(`SUM(${letter}${FIRST_ROW}:${letter}${last})`, item[key]),
      );
  };
  const columns: Cells<Row>[] = [
    holding<Row>(column('department', 28), ({ department }) => department),
    holding<Row>(column('people', 8, 'integer', 'given'), ({ people }) => people),
  ];
  const put = (...cells: Cells<Row>[]): void => void columns.push(...cells);
  const next = (): string => columnName(columns.length + 1);
  const at = (key: string, row: number): string => `${letterOf(columns, key)}${row}`;
  for (const key of ['observations', 'records', 'patrols'] as const) put(summed(key)(next()));
  put(
    holding<Row>(column('works', 10, 'integer', 'formula'), (item, row) =>
      live(`SUM(${at('observations', row)}:${at('patrols', row)})`, worksOf(item)),
    ),
  );
  const works = letterOf(columns, 'works');
  put(
    holding<Row>(column('share', 10, 'percent', 'formula'), (item, row) => {
      const whole = `SUM($${works}$${FIRST_ROW}:$${works}$${last})`;
      return live(`IF(${whole}>0,${works}${row}/${whole},"")`, all === 0 ? null : worksOf(item) / all);
    }),
    holding<Row>(column('target', 10, 'percent'), ({ target }) => target),
  );
  for (const key of ['found', 'closed', 'verified'] as const) put(summed(key)(next()));
  put(
    holding<Row>(column('agents', 12, 'integer', 'given'), (item) => item.coverage?.agents ?? null),
    holding<Row>(column('observed', 12, 'integer', 'given'), (item) => item.coverage?.observed ?? null),
    holding<Row>(column('coverage', 12, 'percent', 'formula'), (item, row) => {
      if (item.coverage === null) return null;
      const { agents, observed } = item.coverage;
      const [covered, whole] = [at('observed', row), at('agents', row)];
      return live(`IF(${whole}>0,${covered}/${whole},"")`, agents === 0 ? null : observed / agents);
    }),
    holding<Row>(column('goal', 12, 'percent'), (item) => item.coverage?.goal ?? null),
  );
  return agentTable<Row>(
    {
      key: 'supervision',
      items: [
        ...departments.map((one): Row => ({ ...one, coverage: null })),
        allOf(departments, coverage, book.allDepartments),
      ],
      agentOf: null,
      columns,
    },
    texts,
  ).plan;
}

export function planImprovements({ loop }: ReportData, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.improvements);
  type Row = ReportImprovement;
  const first = [
    holding<Row>(column('number', 8), ({ number }) => number),
    holding<Row>(column('state', 10), ({ state }) => state),
    holding<Row>(column('kind', 10), ({ kind }) => kind),
    holding<Row>(column('title', 30, 'wrap'), ({ title }) => title),
    holding<Row>(column('problem', 24, 'wrap'), ({ problem }) => textOrNull(problem)),
    holding<Row>(column('cause', 30, 'wrap'), ({ cause }) => textOrNull(cause)),
    holding<Row>(column('measure', 40, 'wrap'), ({ measure }) => textOrNull(measure)),
    holding<Row>(column('owner', 12), ({ owner }) => owner),
    holding<Row>(column('deadline', 12, 'day'), ({ deadline }) => serialOfCivil(deadline)),
    holding<Row>(column('figure', 24, 'wrap'), ({ figure }) => figure),
    holding<Row>(column('target', 10, 'value'), ({ target }) => target),
    holding<Row>(column('before', 10, 'value', 'given'), ({ before }) => before),
    holding<Row>(column('after', 10, 'value', 'given'), ({ after }) => after),
  ];
  const at = (key: string, row: number): string => `${letterOf(first, key)}${row}`;
  return agentTable<Row>(
    {
      key: 'improvements',
      items: loop.improvements,
      agentOf: null,
      columns: [
        ...first,
        holding<Row>(column('change', 10, 'value', 'formula'), ({ before, after }, row) => {
          const [from, to] = [at('before', row), at('after', row)];
          const value = before === null || after === null ? null : after - before;
          return live(`IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),${to}-${from},"")`, value);
        }),
        holding<Row>(column('verdict', 12), ({ verdict }) => textOrNull(verdict)),
        holding<Row>(column('result', 40, 'wrap'), ({ result }) => textOrNull(result)),
      ],
    },
    texts,
  ).plan;
}
