// 现场观察: one line per session with its indicators as formulas over the session's own answers (scoring model, section 2).
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { sessionScore, type SessionScore } from '../../../shared/domain/scoring/score.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import { FIRST_ROW, type Arranged, type ArrangedSession } from './arrange.ts';
import type { ReportData } from './data.ts';
import { answerColumns } from './evidenceSheets.ts';
import type { ModelRefs } from './modelSheet.ts';
import { columnsOf, letterOf, live, rangeOn, textOrNull, type Column, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const HEADER_ROW = FIRST_ROW - 1;

export function observationColumns({ book, words }: Texts): readonly Column[] {
  const column = columnsOf(book.observations);
  return [
    column('number', 16),
    column('day', 17, 'time'),
    column('agentNumber', 12),
    column('agentName', 12),
    column('assessor', 12),
    column('kind', 12),
    column('place', 16, 'wrap'),
    column('client', 16),
    column('standard', 10, 'integer'),
    column('status', 10),
    column('lateEntry', 8),
    column('scored', 10, 'integer', 'formula'),
    column('minutes', 11, 'value'),
    column('introduction', 10, 'score', 'formula'),
    ...INDICATORS.map((indicator) => ({
      ...column('indicator', 12, 'score', 'formula'),
      key: `observation.${indicator}`,
      header: words.indicator[indicator],
    })),
    column('score', 10, 'score', 'formula'),
  ];
}

export function planObservations(data: ReportData, arranged: Arranged, refs: ModelRefs, texts: Texts): SheetPlan {
  const { book } = texts;
  const columns = observationColumns(texts);
  const formulas = formulasOf(data, columns, refs, texts);
  const rows = arranged.sessions.map((arrangedSession, index) =>
    rowOf(arrangedSession, FIRST_ROW + index, data, formulas, texts),
  );
  return {
    key: 'observations',
    name: book.sheets.observations,
    title: book.sheets.observations,
    note: book.notes.observations,
    columns,
    headerRow: HEADER_ROW,
    frozen: 1,
    rows,
    rowCount: rows.length,
    bandBy: 2,
  };
}

type Formulas = (of: ArrangedSession, row: number, result: SessionScore) => readonly CellInput[];

function rowOf(of: ArrangedSession, row: number, data: ReportData, formulas: Formulas, texts: Texts): RowInput {
  const { session } = of;
  const { book, words } = texts;
  return [
    session.number,
    serialOfCivil(session.serviceAt),
    session.employeeNumber,
    of.agentName,
    session.assessor,
    textOrNull(session.kind),
    textOrNull(session.place),
    textOrNull(data.masking.masked ? maskClient(session.client) : session.client),
    session.standardNumber,
    book.status[session.status],
    session.lateEntry ? words.yes : null,
    ...formulas(of, row, sessionScore(session, data.model)),
  ];
}

/** The computed cells of a line: scored answers, minutes, introduction, the seven indicators, the session's score. */
function formulasOf(data: ReportData, columns: readonly Column[], refs: ModelRefs, texts: Texts): Formulas {
  const answers = texts.book.sheets.answers;
  const source = answerColumns(texts);
  const [indicator, value, counted, weighted] = ['indicator', 'value', 'counted', 'weighted'].map((key) =>
    letterOf(source, key),
  ) as [string, string, string, string];
  const minutes = letterOf(columns, 'minutes');
  return (of, row, result) => {
    const { session, answers: block } = of;
    const cell = `${minutes}${row}`;
    const slope = `100*(${refs.none}-${cell})/(${refs.none}-${refs.full})`;
    const late = `IF(${cell}<=${refs.full},100,IF(${cell}>=${refs.none},0,${slope}))`;
    return [
      block === null ? 0 : live(`COUNT(${rangeOn(answers, value, block)})`, scoredCount(of)),
      session.introductionMinutes,
      live(`IF(ISNUMBER(${cell}),${late},"")`, result.measures.introduction),
      ...INDICATORS.map((name): CellInput => {
        if (block === null) return null;
        const label = `${letterOf(columns, `observation.${name}`)}$${HEADER_ROW}`;
        const sum = (letter: string) =>
          `SUMIF(${rangeOn(answers, indicator, block)},${label},${rangeOn(answers, letter, block)})`;
        return live(
          `IF(${sum(counted)}>0,${sum(weighted)}/${sum(counted)}*100,"")`,
          result.measures[`observation.${name}`],
        );
      }),
      live(sessionFormula(data, columns, refs, row), result.score),
    ];
  };
}

const scoredCount = ({ session }: ArrangedSession): number =>
  session.answers.filter(({ value }) => value !== null).length;

/** Indicators from the session's own measures, then the base of those (scoring model, section 3). */
function sessionFormula({ model }: ReportData, columns: readonly Column[], refs: ModelRefs, row: number): string {
  const own = new Set(columns.map(({ key }) => key));
  const cells: string[] = [];
  const sums: string[] = [];
  const weights: string[] = [];
  for (const indicator of INDICATORS) {
    const parts = model.indicators[indicator].measures
      .filter(({ measure }) => own.has(measure))
      .map(({ measure }) => ({
        cell: `${letterOf(columns, measure)}${row}`,
        weight: refs.measure(indicator, measure),
      }));
    if (parts.length === 0) continue;
    const present = parts.map(({ cell, weight }) => `ISNUMBER(${cell})*${weight}`).join('+');
    const sum = parts.map(({ cell, weight }) => `N(${cell})*${weight}`).join('+');
    const any = `COUNT(${parts.map(({ cell }) => cell).join(',')})>0`;
    const weight = refs.indicator(indicator);
    sums.push(`IF(${any},${weight}*(${sum})/(${present}),0)`);
    weights.push(`IF(${any},${weight},0)`);
    cells.push(...parts.map(({ cell }) => cell));
  }
  if (cells.length === 0) return '""';
  return `IF(COUNT(${cells.join(',')})=0,"",(${sums.join('+')})/(${weights.join('+')}))`;
}
