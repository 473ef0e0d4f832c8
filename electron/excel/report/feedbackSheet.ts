// 表扬与建议: what clients said, who answered it, and which praise is a commendation (2.3.2, 4.2; scoring model, section 4).
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportFeedback } from './evidenceData.ts';
import { columnsOf, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

export function planFeedback(data: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const { book, words } = texts;
  const column = columnsOf(book.feedback);
  return agentTable<ReportFeedback>(
    {
      key: 'feedback',
      items: data.evidence.feedback,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        holding(column('number', 16), ({ number }) => number),
        holding(column('day', 12, 'day'), ({ receivedOn }) => serialOfCivil(receivedOn)),
        holding(column('agentNumber', 12), ({ employeeNumber }) => textOrNull(employeeNumber)),
        holding(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
        holding(column('kind', 10), ({ kind }) => kind),
        holding(column('class', 12), ({ class: of }) => textOrNull(of)),
        holding(column('channel', 12), ({ channel }) => textOrNull(channel)),
        holding(column('client', 14), ({ client }) => textOrNull(data.masking.masked ? maskClient(client) : client)),
        holding(column('content', 44, 'wrap'), ({ content }) => textOrNull(content)),
        holding(column('personInCharge', 12), ({ personInCharge }) => textOrNull(personInCharge)),
        holding(column('due', 12, 'day'), ({ dueOn }) => (dueOn === null ? null : serialOfCivil(dueOn))),
        holding(column('answered', 17, 'time'), ({ answeredAt }) =>
          answeredAt === null ? null : serialOfCivil(answeredAt),
        ),
        holding(column('state', 10), ({ state }) => state),
        holding(column('commendation', 10), ({ commendation }) => (commendation ? words.yes : null)),
      ],
    },
    texts,
  );
}
