// 汇总: one line per agent, worked out by formulas from the sessions, the findings and the model (scoring model, sections
// 2 to 5). Weights stand above their columns, so that a line can be checked by eye.
import type { Worksheet } from 'exceljs';
import { INDICATORS, type Indicator } from '../../../shared/contract/vocabulary.ts';
import { ADJUSTMENTS, type Adjustment } from '../../../shared/domain/scoring/adjustments.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { HALF } from '../../../shared/domain/scoring/mean.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import type { Arranged, ArrangedAgent } from './arrange.ts';
import type { ReportData } from './data.ts';
import { findingColumns } from './evidenceSheets.ts';
import type { LoopSheets } from './loopSheets.ts';
import type { MethodSheets } from './methodSheets.ts';
import type { ModelRefs } from './modelSheet.ts';
import { observationColumns } from './observationsSheet.ts';
import { letterOf, live, rangeOn, textOrNull, type Block, type SheetPlan } from './sheetPlan.ts';
import { alertRule, cellStyle, gradeRules, HEADER } from './styles.ts';
import { summaryColumns, type MeasureColumn, type SummaryColumns } from './summaryColumns.ts';
import type { Texts } from './texts.ts';

const GROUP_ROW = 3;
const WEIGHT_ROW = 4;
const HEADER_ROW = 5;
export const SUMMARY_FIRST_ROW = HEADER_ROW + 1;

/** 1e-9 as spreadsheets write it themselves, so that a formula saved anew reads the same. */
const NEAR = HALF.toFixed(9);

/** Where other sheets find the agents' lines; null without agents. */
export function summaryBlock(arranged: Arranged): Block | null {
  const count = arranged.agents.length;
  return count === 0 ? null : { first: SUMMARY_FIRST_ROW, last: SUMMARY_FIRST_ROW + count - 1 };
}

export interface SummarySources {
  readonly refs: ModelRefs;
  readonly methods: MethodSheets;
  readonly loop: LoopSheets;
}

export function planSummary(data: ReportData, arranged: Arranged, sources: SummarySources, texts: Texts): SheetPlan {
  const { refs } = sources;
  const { book } = texts;
  const layout = summaryColumns(data.model, texts);
  const line = new SummaryLine(data, layout, sources, texts);
  const rows = arranged.agents.map((agent, index) => line.cells(agent, SUMMARY_FIRST_ROW + index));
  return {
    key: 'summary',
    name: book.sheets.summary,
    title: book.sheets.summary,
    note: book.notes.summary,
    columns: layout.columns,
    headerRow: HEADER_ROW,
    frozen: 2,
    rows,
    rowCount: rows.length,
    bandBy: null,
    decorate: (sheet) => decorate(sheet, { layout, refs, rowCount: rows.length, texts, model: data.model }),
  };
}

class SummaryLine {
  private readonly data: ReportData;
  private readonly layout: SummaryColumns;
  private readonly refs: ModelRefs;
  private readonly methods: MethodSheets;
  private readonly loop: LoopSheets;
  private readonly texts: Texts;

  constructor(data: ReportData, layout: SummaryColumns, { refs, methods, loop }: SummarySources, texts: Texts) {
    this.data = data;
    this.layout = layout;
    this.refs = refs;
    this.methods = methods;
    this.loop = loop;
    this.texts = texts;
  }

  cells(arranged: ArrangedAgent, row: number): RowInput {
    const { agent, sessions } = arranged;
    const { score } = agent;
    return [
      agent.employeeNumber,
      agent.name,
      textOrNull(agent.team),
      sessions === null ? 0 : live(`COUNTIF(${this.observed('scored', sessions)},">0")`, score.sessions),
      live(this.grade(row), this.texts.words.grade[score.grade]),
      live(this.graded(row), score.graded),
      live(this.composite(row), score.composite),
      this.redLines(arranged),
      live(this.base(row), score.base),
      live(this.coverage(row), score.coverage),
      live(
        `SUM(${this.span('complaints', 'commendations', row)})`,
        ADJUSTMENTS.reduce((sum, adjustment) => sum + score.adjustments[adjustment].points, 0),
      ),
      ...INDICATORS.map((indicator) => live(this.indicator(indicator, row), score.indicators[indicator])),
      ...ADJUSTMENTS.map((adjustment) => this.adjustment(adjustment, agent, row)),
      this.data.loop.trainingMonths.get(agent.employeeNumber) ?? null,
      score.interval?.low ?? null,
      score.interval?.high ?? null,
      agent.rankingValue,
      ...this.layout.measures.map((measure) => this.measure(measure, arranged)),
    ];
  }

  private at(key: string, row: number): string {
    return `${this.layout.letter(key)}${row}`;
  }

  private span(from: string, to: string, row: number): string {
    return `${this.at(from, row)}:${this.at(to, row)}`;
  }

  /** A column of the agent's own sessions. */
  private observed(key: string, sessions: Block): string {
    const letter = letterOf(observationColumns(this.texts), key);
    return rangeOn(this.texts.book.sheets.observations, letter, sessions);
  }

  private measure({ measure }: MeasureColumn, { agent, sessions }: ArrangedAgent): CellInput {
    const value = agent.score.measures[measure];
    const range = this.methods.measures.has(measure)
      ? this.methods.measures.get(measure)!(agent.employeeNumber)
      : sessions && this.observed(measure, sessions);
    return range === null ? null : live(`IFERROR(AVERAGE(${range}),"")`, value);
  }

  /** The points of the evidence within the cap; nothing to count is 0 (scoring model, section 4). */
  private adjustment(
    adjustment: Adjustment,
    { employeeNumber, score }: ArrangedAgent['agent'],
    row: number,
  ): CellInput {
    const formula = this.adjusting(adjustment, employeeNumber, row);
    return formula === null ? 0 : live(formula, score.adjustments[adjustment].points);
  }

  private adjusting(adjustment: Adjustment, employeeNumber: string, row: number): string | null {
    const { refs, loop, methods } = this;
    const marked = (range: string): string => `COUNTIF(${range},"${this.texts.words.yes}")`;
    const within = (cap: string, range: string | null, points: (range: string) => string): string | null =>
      range === null ? null : `MAX(${cap},${points(range)})`;
    switch (adjustment) {
      case 'complaints':
        return within(refs.complaintsCap, loop.complaints(employeeNumber), (range) => `SUM(${range})`);
      case 'rectifications':
        return within(
          refs.rectificationsCap,
          loop.rectifications(employeeNumber),
          (range) => `${refs.rectification}*${marked(range)}`,
        );
      case 'training':
        return this.training(employeeNumber, row);
      case 'commendations': {
        const range = methods.commendations(employeeNumber);
        return range === null ? null : `MIN(${refs.commendationsCap},${refs.commendation}*${marked(range)})`;
      }
    }
  }

  /** Where no months are given no training records are kept, and nothing is asked for. */
  private training(employeeNumber: string, row: number): string | null {
    const { refs, loop } = this;
    if (!this.data.loop.trainingMonths.has(employeeNumber)) return null;
    const range = loop.trainings(employeeNumber);
    const months = this.at('trainingMonths', row);
    const had = range === null ? '0' : `SUM(${range})`;
    const short = `MAX(0,1-${had}/(${refs.trainingHours}*${months}/12))`;
    return `IF(N(${months})>0,MAX(${refs.trainingCap},${refs.training}*${short}),0)`;
  }

  /** Weighted mean of the group's measures that are numbers. */
  private indicator(indicator: Indicator, row: number): string {
    const group = this.layout.measures.filter((measure) => measure.indicator === indicator);
    const first = group[0]?.letter ?? '';
    const last = group[group.length - 1]?.letter ?? '';
    return weightedMean(`$${first}$${WEIGHT_ROW}:$${last}$${WEIGHT_ROW}`, `${first}${row}:${last}${row}`);
  }

  private indicatorSpan(row: number): string {
    return this.span('indicator attitude', 'indicator followUp', row);
  }

  private indicatorWeights(): string {
    const { attitude, followUp } = this.layout.indicators;
    return `$${attitude}$${WEIGHT_ROW}:$${followUp}$${WEIGHT_ROW}`;
  }

  private base(row: number): string {
    return weightedMean(this.indicatorWeights(), this.indicatorSpan(row));
  }

  private coverage(row: number): string {
    const weights = this.indicatorWeights();
    return `SUMPRODUCT(${weights},--ISNUMBER(${this.indicatorSpan(row)}))/SUM(${weights})`;
  }

  /** A value within 1e-9 of a half counts as the half, in the engine and here. */
  private composite(row: number): string {
    const base = this.at('base', row);
    const held = `MAX(0,MIN(100,${base}+${this.at('adjustments', row)}))`;
    return `IF(ISNUMBER(${base}),ROUND(${held}+${NEAR},2),"")`;
  }

  private redLines({ agent, findings }: ArrangedAgent): CellInput {
    if (findings === null) return 0;
    const { book, words } = this.texts;
    const letter = letterOf(findingColumns(this.texts), 'vetoes');
    const count = this.data.findings.filter(
      (finding) => finding.vetoes && finding.employeeNumber === agent.employeeNumber,
    ).length;
    return live(`COUNTIF(${rangeOn(book.sheets.findings, letter, findings)},"${words.yes}")`, count);
  }

  private graded(row: number): string {
    const composite = this.at('composite', row);
    const vetoed = `IF(${this.at('redLines', row)}>0,MIN(${composite},${this.refs.redLineCap}),${composite})`;
    return `IF(ISNUMBER(${composite}),${vetoed},"")`;
  }

  /** Red line, then too little evidence, then the limits from the best to the worst, whose last takes everything. */
  private grade(row: number): string {
    const { refs } = this;
    const { grades } = this.data.model;
    const graded = this.at('graded', row);
    const worst = grades[grades.length - 1]!.grade;
    const byLimits = grades
      .slice(0, -1)
      .reduceRight(
        (rest, { grade }) => `IF(${graded}>=${refs.grade(grade)},${refs.gradeLabel(grade)},${rest})`,
        refs.gradeLabel(worst),
      );
    const coverage = `${this.at('coverage', row)}<${refs.coverage}-${NEAR}`;
    const sessions = `${this.at('sessions', row)}<${refs.sessions}`;
    const few = `OR(NOT(ISNUMBER(${graded})),${coverage},${sessions})`;
    return `IF(${this.at('redLines', row)}>0,${refs.gradeLabel('fail')},IF(${few},${refs.gradeLabel('insufficient')},${byLimits}))`;
  }
}

/** Σ w·v / Σ w over the values that are numbers, an empty text if none is. SUMPRODUCT takes a text for 0. */
function weightedMean(weights: string, values: string): string {
  const sum = `SUMPRODUCT(${weights},${values})/SUMPRODUCT(${weights},--ISNUMBER(${values}))`;
  return `IF(COUNT(${values})=0,"",${sum})`;
}

interface Decoration {
  readonly layout: SummaryColumns;
  readonly refs: ModelRefs;
  readonly rowCount: number;
  readonly texts: Texts;
  readonly model: ScoringModel;
}

/** The rows of groups and weights above the header, and the colours of grades and red lines. */
function decorate(sheet: Worksheet, { layout, refs, rowCount, texts, model }: Decoration): void {
  const { book, words } = texts;
  const put = (letter: string, row: number, value: string): void => {
    const cell = sheet.getCell(`${letter}${row}`);
    cell.value = value;
    cell.style = HEADER;
  };
  const putWeight = (letter: string, formula: string, result: number): void => {
    const cell = sheet.getCell(`${letter}${WEIGHT_ROW}`);
    cell.value = { formula, result };
    cell.style = cellStyle('weight', false, false);
  };
  put('A', WEIGHT_ROW, book.model.units.weight);
  for (const { indicator, measure, letter } of layout.measures) {
    put(letter, GROUP_ROW, indicator === null ? book.unscored : words.indicator[indicator]);
    const part = indicator && model.indicators[indicator].measures.find((candidate) => candidate.measure === measure);
    if (part) putWeight(letter, refs.measure(indicator, measure), part.weight);
  }
  for (const indicator of INDICATORS) {
    putWeight(layout.indicators[indicator], refs.indicator(indicator), model.indicators[indicator].weight);
  }
  const last = SUMMARY_FIRST_ROW + Math.max(0, rowCount - 1);
  const column = (key: string) => `${layout.letter(key)}${SUMMARY_FIRST_ROW}:${layout.letter(key)}${last}`;
  sheet.addConditionalFormatting({ ref: column('grade'), rules: gradeRules(words.grade) });
  const redLine = `$${layout.letter('redLines')}${SUMMARY_FIRST_ROW}>0`;
  sheet.addConditionalFormatting({ ref: column('redLines'), rules: [alertRule(redLine)] });
}
