// 培训: every training from 1 January to the end of the period, whose hours 汇总 sets against what is asked for (7; scoring
// model, section 4).
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportTraining } from './loopData.ts';
import { columnsOf, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

export function planTrainings({ loop }: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const column = columnsOf(texts.book.trainings);
  type Row = ReportTraining;
  return agentTable<Row>(
    {
      key: 'trainings',
      items: loop.trainings,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        holding<Row>(column('number', 16), ({ number }) => number),
        holding<Row>(column('day', 12, 'day'), ({ day }) => serialOfCivil(day)),
        holding<Row>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
        holding<Row>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
        holding<Row>(column('title', 30, 'wrap'), ({ title }) => title),
        holding<Row>(column('content', 14), ({ content }) => content),
        holding<Row>(column('form', 12), ({ form }) => form),
        holding<Row>(column('trainer', 12), ({ trainer }) => textOrNull(trainer)),
        holding<Row>(column('theory', 10), ({ theory }) => textOrNull(theory)),
        holding<Row>(column('practical', 10), ({ practical }) => textOrNull(practical)),
        holding<Row>(column('conduct', 10), ({ conduct }) => textOrNull(conduct)),
        holding<Row>(column('satisfaction', 10), ({ satisfaction }) => textOrNull(satisfaction)),
        holding<Row>(column('remark', 30, 'wrap'), ({ remark }) => textOrNull(remark)),
        holding<Row>(column('hours', 8, 'value'), ({ hours }) => hours),
      ],
    },
    texts,
  );
}
