// 考核结果, 奖惩决定, 申诉 and 校准: what was decided for the period, as it stands in the console (4.5; scoring model, section 6).
import { serialOfCivil } from '../read/serialDate.ts';
import { agentTable, holding } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportAppeal, ReportCalibration, ReportDecision, ReportResult } from './evidenceData.ts';
import { columnsOf, textOrNull, type SheetPlan } from './sheetPlan.ts';
import { alertRule } from './styles.ts';
import { FIRST_ROW } from './arrange.ts';
import type { Texts } from './texts.ts';

const serialOrNull = (civil: string | null): number | null => (civil === null ? null : serialOfCivil(civil));

function planResults({ outcomes }: ReportData, texts: Texts): SheetPlan {
  const { book, words } = texts;
  const column = columnsOf(book.results);
  const columns = [
    holding<ReportResult>(column('rank', 8, 'integer', 'given'), ({ rank }) => rank),
    holding<ReportResult>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportResult>(column('agentName', 12), ({ name }) => name),
    holding<ReportResult>(column('team', 14), ({ team }) => textOrNull(team)),
    holding<ReportResult>(column('resultNumber', 10, 'integer', 'given'), ({ resultNumber }) => resultNumber),
    holding<ReportResult>(column('state', 10, 'text', 'given'), ({ state }) => state),
    holding<ReportResult>(column('grade', 11, 'text', 'given'), ({ grade }) => grade),
    holding<ReportResult>(column('graded', 11, 'score', 'given'), ({ graded }) => graded),
    holding<ReportResult>(column('composite', 11, 'score', 'given'), ({ composite }) => composite),
    holding<ReportResult>(column('low', 10, 'score', 'given'), ({ low }) => low),
    holding<ReportResult>(column('high', 10, 'score', 'given'), ({ high }) => high),
    holding<ReportResult>(column('ranking', 10, 'score', 'given'), ({ rankingValue }) => rankingValue),
    holding<ReportResult>(column('band', 10, 'text', 'given'), ({ band }) => textOrNull(band)),
    holding<ReportResult>(column('vetoed', 10, 'text', 'given'), ({ vetoed }) => (vetoed ? words.yes : null)),
    holding<ReportResult>(column('reviewedBy', 12), ({ reviewedBy }) => textOrNull(reviewedBy)),
    holding<ReportResult>(column('reviewedAt', 17, 'time'), ({ reviewedAt }) => serialOrNull(reviewedAt)),
    holding<ReportResult>(column('remark', 30, 'wrap'), ({ remark }) => textOrNull(remark)),
  ];
  const count = outcomes.results.length;
  const vetoed = columns.findIndex(({ key }) => key === 'vetoed') + 1;
  return agentTable(
    {
      key: 'results',
      columns,
      items: outcomes.results,
      agentOf: null,
      decorate: (sheet) => {
        const mark = sheet.getCell(FIRST_ROW, vetoed);
        const last = sheet.getCell(FIRST_ROW + Math.max(0, count - 1), vetoed).address;
        const rule = alertRule(`${mark.address}="${words.yes}"`);
        sheet.addConditionalFormatting({ ref: `${mark.address}:${last}`, rules: [rule] });
      },
    },
    texts,
  ).plan;
}

function planDecisions({ outcomes }: ReportData, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.decisions);
  const columns = [
    holding<ReportDecision>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportDecision>(column('agentName', 12), ({ name }) => name),
    holding<ReportDecision>(column('resultNumber', 10, 'integer'), ({ resultNumber }) => resultNumber),
    holding<ReportDecision>(column('kind', 10), ({ kind }) => kind),
    holding<ReportDecision>(column('measure', 16), ({ measure }) => measure),
    holding<ReportDecision>(column('reason', 48, 'wrap'), ({ reason }) => textOrNull(reason)),
    holding<ReportDecision>(column('decidedBy', 12), ({ decidedBy }) => decidedBy),
    holding<ReportDecision>(column('decidedAt', 17, 'time'), ({ decidedAt }) => serialOfCivil(decidedAt)),
  ];
  const agentOf = ({ employeeNumber }: ReportDecision): string => employeeNumber;
  return agentTable({ key: 'decisions', columns, items: outcomes.decisions, agentOf }, texts).plan;
}

function planAppeals({ outcomes }: ReportData, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.appeals);
  const columns = [
    holding<ReportAppeal>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportAppeal>(column('agentName', 12), ({ name }) => name),
    holding<ReportAppeal>(column('resultNumber', 10, 'integer'), ({ resultNumber }) => resultNumber),
    holding<ReportAppeal>(column('item', 14), ({ item }) => item),
    holding<ReportAppeal>(column('filedAt', 17, 'time'), ({ filedAt }) => serialOfCivil(filedAt)),
    holding<ReportAppeal>(column('reason', 40, 'wrap'), ({ reason }) => textOrNull(reason)),
    holding<ReportAppeal>(column('originalAssessor', 12), ({ originalAssessor }) => textOrNull(originalAssessor)),
    holding<ReportAppeal>(column('handler', 12), ({ handler }) => textOrNull(handler)),
    holding<ReportAppeal>(column('state', 10), ({ state }) => state),
    holding<ReportAppeal>(column('before', 10, 'score'), ({ before }) => before),
    holding<ReportAppeal>(column('after', 10, 'score'), ({ after }) => after),
    holding<ReportAppeal>(column('decidedAt', 17, 'time'), ({ decidedAt }) => serialOrNull(decidedAt)),
    holding<ReportAppeal>(column('decision', 40, 'wrap'), ({ decision }) => textOrNull(decision)),
  ];
  const agentOf = ({ employeeNumber }: ReportAppeal): string => employeeNumber;
  return agentTable({ key: 'appeals', columns, items: outcomes.appeals, agentOf }, texts).plan;
}

function planCalibrations({ outcomes }: ReportData, texts: Texts): SheetPlan {
  const column = columnsOf(texts.book.calibrations);
  const columns = [
    holding<ReportCalibration>(column('number', 16), ({ number }) => number),
    holding<ReportCalibration>(column('servedAt', 17, 'time'), ({ servedAt }) => serialOfCivil(servedAt)),
    holding<ReportCalibration>(column('agentName', 12), ({ agent }) => agent),
    holding<ReportCalibration>(column('standard', 10, 'integer'), ({ standardNumber }) => standardNumber),
    holding<ReportCalibration>(column('assessors', 24, 'wrap'), ({ assessors }) => assessors),
    holding<ReportCalibration>(column('state', 10), ({ state }) => state),
    holding<ReportCalibration>(column('scale', 10), ({ scale }) => scale),
    holding<ReportCalibration>(column('compared', 10, 'integer', 'given'), ({ compared }) => compared),
    holding<ReportCalibration>(column('agreement', 10, 'percent', 'given'), ({ agreement }) => agreement),
    holding<ReportCalibration>(column('ac1', 10, 'value', 'given'), ({ ac1 }) => ac1),
    holding<ReportCalibration>(column('kappa', 10, 'value', 'given'), ({ kappa }) => kappa),
    holding<ReportCalibration>(column('alpha', 10, 'value', 'given'), ({ alpha }) => alpha),
  ];
  return agentTable({ key: 'calibrations', columns, items: outcomes.calibrations, agentOf: null }, texts).plan;
}

/** The four sheets in the order of the workbook. */
export const planOutcomes = (data: ReportData, texts: Texts): readonly SheetPlan[] => [
  planResults(data, texts),
  planDecisions(data, texts),
  planAppeals(data, texts),
  planCalibrations(data, texts),
];
