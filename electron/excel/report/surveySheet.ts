// 满意度: one line per survey, its items side by side and its dimensions as formulas over them (scoring model, section 2).
import { DIMENSIONS, type Dimension } from '../../../shared/contract/vocabulary.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { mean } from '../../../shared/domain/scoring/mean.ts';
import { likertValue } from '../../../shared/domain/scoring/units.ts';
import { columnName } from '../read/cells.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding, type AgentTable, type Cells } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportSurvey } from './evidenceData.ts';
import { columnsOf, live, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const likertsOf = (survey: ReportSurvey, dimension: Dimension): readonly number[] =>
  survey.answers.filter((answer) => answer.dimension === dimension).map(({ likert }) => likert);

const scoreOf = (likerts: readonly number[]): number | null => mean(likerts.map((likert) => likertValue(likert) * 100));

export function planSurveys(data: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const { book, words } = texts;
  const column = columnsOf(book.surveys);
  const { surveys } = data.evidence;
  const first: readonly Cells<ReportSurvey>[] = [
    holding<ReportSurvey>(column('number', 16), ({ number }) => number),
    holding<ReportSurvey>(column('day', 17, 'time'), ({ answeredAt }) => serialOfCivil(answeredAt)),
    holding<ReportSurvey>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportSurvey>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<ReportSurvey>(column('questionnaire', 10, 'integer'), ({ questionnaire }) => questionnaire),
    holding<ReportSurvey>(column('client', 14), ({ client }) =>
      textOrNull(data.masking.masked ? maskClient(client) : client),
    ),
  ];
  // As many columns as the longest survey needs: versions of the questionnaire differ.
  const widths = DIMENSIONS.map((dimension) => Math.max(1, ...surveys.map((one) => likertsOf(one, dimension).length)));
  const items = DIMENSIONS.flatMap((dimension, d) =>
    Array.from({ length: widths[d]! }, (_, index) =>
      holding<ReportSurvey>(
        {
          ...column('item', 8, 'integer'),
          key: `item ${dimension} ${index}`,
          header: `${words.dimension[dimension]} ${index + 1}`,
        },
        (survey) => likertsOf(survey, dimension)[index] ?? null,
      ),
    ),
  );
  const at = (index: number): string => columnName(first.length + 1 + index);
  const scored = (from: number, count: number) => (row: number) => {
    const range = `${at(from)}${row}:${at(from + count - 1)}${row}`;
    return `IF(COUNT(${range})=0,"",(AVERAGE(${range})-1)*25)`;
  };
  let next = 0;
  const dimensions = DIMENSIONS.map((dimension, d) => {
    const formula = scored(next, widths[d]!);
    next += widths[d]!;
    return holding<ReportSurvey>(
      {
        ...column('dimension', 11, 'score', 'formula'),
        key: `survey.${dimension}`,
        header: words.dimension[dimension],
      },
      (survey, row) => live(formula(row), scoreOf(likertsOf(survey, dimension))),
    );
  });
  const all = scored(0, items.length);
  return agentTable(
    {
      key: 'surveys',
      items: surveys,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        ...items,
        ...dimensions,
        holding<ReportSurvey>(column('csi', 11, 'score', 'formula'), ({ answers }, row) =>
          live(all(row), scoreOf(answers.map(({ likert }) => likert))),
        ),
        holding<ReportSurvey>(column('comment', 40, 'wrap'), ({ comment }) => textOrNull(comment)),
      ],
    },
    texts,
  );
}
