// 监督工作 and 持续改进: each department's part of the supervision against its share (8.1), and the improvement measures with
// their figure before and after (4.3, 6.5).
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding } from './agentTable.ts';
import { FIRST_ROW } from './arrange.ts';
import type { ReportData } from './data.ts';
import type { ReportDepartment, ReportImprovement } from './loopData.ts';
import { columnsOf, letterOf, live, textOrNull, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const worksOf = ({ observations, records, patrols }: ReportDepartment): number => observations + records + patrols;

export function planSupervision({ loop }: ReportData, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.supervision);
  const { departments } = loop;
  const all = departments.reduce((sum, department) => sum + worksOf(department), 0);
  const last = FIRST_ROW + departments.length - 1;
  type Row = ReportDepartment;
  const counted = [
    holding<Row>(column('department', 20), ({ department }) => department),
    holding<Row>(column('people', 8, 'integer', 'given'), ({ people }) => people),
    holding<Row>(column('observations', 10, 'integer', 'given'), ({ observations }) => observations),
    holding<Row>(column('records', 10, 'integer', 'given'), ({ records }) => records),
    holding<Row>(column('patrols', 10, 'integer', 'given'), ({ patrols }) => patrols),
  ];
  const at = (key: string, row: number): string => `${letterOf(counted, key)}${row}`;
  const works = holding<Row>(column('works', 10, 'integer', 'formula'), (item, row) =>
    live(`SUM(${at('observations', row)}:${at('patrols', row)})`, worksOf(item)),
  );
  const first = [...counted, works];
  const worksLetter = letterOf(first, 'works');
  return agentTable<Row>(
    {
      key: 'supervision',
      items: departments,
      agentOf: null,
      columns: [
        ...first,
        holding<Row>(column('share', 10, 'percent', 'formula'), (item, row) => {
          const whole = `SUM($${worksLetter}$${FIRST_ROW}:$${worksLetter}$${last})`;
          return live(`IF(${whole}>0,${worksLetter}${row}/${whole},"")`, all === 0 ? null : worksOf(item) / all);
        }),
        holding<Row>(column('target', 10, 'percent'), ({ target }) => target),
        holding<Row>(column('found', 10, 'integer', 'given'), ({ found }) => found),
        holding<Row>(column('closed', 10, 'integer', 'given'), ({ closed }) => closed),
      ],
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
