// 观察明细 and 问题清单: what was answered and found, one line each.
import type { ConditionalFormattingRule } from 'exceljs';
import { serialOfCivil } from '../read/serialDate.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import { answersOf, FIRST_ROW, type Arranged } from './arrange.ts';
import type { ReportAnswer } from './data.ts';
import { columnsOf, letterOf, live, textOrNull, type Column, type SheetPlan } from './sheetPlan.ts';
import { alertRule } from './styles.ts';
import type { Texts } from './texts.ts';

const HEADER_ROW = FIRST_ROW - 1;

export function answerColumns({ book }: Texts): readonly Column[] {
  const column = columnsOf(book.answers);
  return [
    column('session', 16),
    column('day', 17, 'time'),
    column('agentNumber', 12),
    column('agentName', 12),
    column('stage', 11),
    column('clause', 8),
    column('criterion', 10),
    column('text', 48, 'wrap'),
    column('indicator', 14),
    column('weight', 8, 'weight'),
    column('answer', 11),
    column('value', 8, 'value'),
    column('counted', 10, 'weight', 'formula'),
    column('weighted', 10, 'value', 'formula'),
    column('redLine', 8),
    column('note', 36, 'wrap'),
  ];
}

export function planAnswers(arranged: Arranged, texts: Texts): SheetPlan {
  const { book, words } = texts;
  const columns = answerColumns(texts);
  const [weight, value, redLine] = ['weight', 'value', 'redLine'].map((key) => letterOf(columns, key));
  const alert = `AND($${redLine}${FIRST_ROW}="${words.yes}",ISNUMBER($${value}${FIRST_ROW}),$${value}${FIRST_ROW}=0)`;
  function* rows(): Generator<RowInput> {
    for (const { of, answer, row } of answersOf(arranged)) {
      const scored = answer.value !== null;
      yield [
        of.session.number,
        serialOfCivil(of.session.serviceAt),
        of.session.employeeNumber,
        of.agentName,
        answer.stage === null ? null : words.stage[answer.stage],
        answer.clause,
        answer.criterion,
        answer.text,
        words.indicator[answer.indicator],
        answer.weight,
        answerLabel(answer, texts),
        answer.value,
        live(`IF(ISNUMBER(${value}${row}),${weight}${row},0)`, scored ? answer.weight : 0),
        live(`IF(ISNUMBER(${value}${row}),${weight}${row}*${value}${row},0)`, answer.weight * (answer.value ?? 0)),
        answer.redLine ? words.yes : null,
        textOrNull(noteOf(answer, texts)),
      ];
    }
  }
  return {
    key: 'answers',
    name: book.sheets.answers,
    title: book.sheets.answers,
    note: book.notes.answers,
    columns,
    headerRow: HEADER_ROW,
    frozen: 1,
    rows: { [Symbol.iterator]: rows },
    rowCount: arranged.answerCount,
    bandBy: 0,
    decorate: (sheet) => addRules(sheet, columns.length, arranged.answerCount, [alertRule(alert)]),
  };
}

/** An appeal's raise stands before the note, with what was answered. */
function noteOf({ raisedFrom, note }: ReportAnswer, { book }: Texts): string {
  const raised = raisedFrom === null ? '' : book.raised.replace('{before}', () => raisedFrom.toFixed(2));
  return [raised, note].filter((part) => part !== '').join('；');
}

/** What was tapped: a word of the scale, or 1 to 5. */
function answerLabel({ value, scale, notApplicable }: ReportAnswer, { words }: Texts): CellInput {
  if (value === null) return notApplicable ? words.answer.notApplicable : words.answer.unanswered;
  if (scale === 'likert') return value * 4 + 1;
  if (value === 1) return words.answer.met;
  return value === 0 ? words.answer.notMet : words.answer.partlyMet;
}

export function findingColumns({ book }: Texts): readonly Column[] {
  const column = columnsOf(book.findings);
  return [
    column('session', 16),
    column('source', 14),
    column('day', 17, 'time'),
    column('agentNumber', 12),
    column('agentName', 12),
    column('clause', 8),
    column('criterion', 10),
    column('text', 36, 'wrap'),
    column('class', 15),
    column('severity', 10),
    column('element', 19),
    column('place', 16, 'wrap'),
    column('service', 24, 'wrap'),
    column('description', 48, 'wrap'),
    column('impact', 24, 'wrap'),
    column('photos', 8, 'integer'),
    column('status', 15),
    column('redLine', 10),
    column('vetoes', 10),
    column('statement', 30, 'wrap'),
    column('decision', 30, 'wrap'),
  ];
}

export function planFindings(arranged: Arranged, texts: Texts): SheetPlan {
  const { book, words } = texts;
  const columns = findingColumns(texts);
  const rows = arranged.findings.map(({ finding, agentName }): RowInput => [
    textOrNull(finding.session),
    book.ledgerSource[finding.source],
    finding.occurredAt === null ? null : serialOfCivil(finding.occurredAt),
    finding.employeeNumber,
    agentName,
    textOrNull(finding.clause),
    textOrNull(finding.criterion),
    textOrNull(finding.text),
    finding.class === null ? null : words.problemClass[finding.class],
    finding.filed === null ? null : book.severity[finding.filed.severity],
    finding.filed?.element ? words.protection[finding.filed.element] : null,
    textOrNull(finding.place),
    textOrNull(finding.serviceContent),
    textOrNull(finding.description),
    textOrNull(finding.scopeOfImpact),
    finding.filed?.photos ?? null,
    finding.filed === null ? null : book.findingStatus[finding.filed.status],
    finding.redLine === null ? null : book.redLine[finding.redLine],
    finding.vetoes ? words.yes : null,
    textOrNull(finding.statement),
    textOrNull(finding.decision),
  ]);
  const vetoes = `$${letterOf(columns, 'vetoes')}${FIRST_ROW}="${words.yes}"`;
  return {
    key: 'findings',
    name: book.sheets.findings,
    title: book.sheets.findings,
    note: book.notes.findings,
    columns,
    headerRow: HEADER_ROW,
    frozen: 1,
    rows,
    rowCount: rows.length,
    bandBy: 3,
    decorate: (sheet) => addRules(sheet, columns.length, rows.length, [alertRule(vetoes)]),
  };
}

function addRules(
  sheet: Parameters<NonNullable<SheetPlan['decorate']>>[0],
  columns: number,
  rowCount: number,
  rules: ConditionalFormattingRule[],
): void {
  const last = sheet.getCell(FIRST_ROW + Math.max(0, rowCount - 1), columns).address;
  sheet.addConditionalFormatting({ ref: `A${FIRST_ROW}:${last}`, rules });
}
