// 评分模型: every number of the scoring model in one column, to which the formulas of the other sheets refer.
import type { Grade, Indicator } from '../../../shared/contract/vocabulary.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import type { Measure } from '../../../shared/domain/scoring/measure.ts';
import type { Upheld } from '../../../shared/domain/scoring/model.ts';
import type { RowInput } from '../write/cellInput.ts';
import type { ReportData } from './data.ts';
import { columnsOf, prefixOf, textOrNull, type SheetPlan } from './sheetPlan.ts';
import { measureLabel, type Texts } from './texts.ts';

/** Absolute references to the model's numbers, with the sheet. */
export interface ModelRefs {
  indicator(indicator: Indicator): string;
  measure(indicator: Indicator, measure: Measure): string;
  grade(grade: Grade): string;
  /** The cell that holds the grade's label. */
  gradeLabel(grade: Grade): string;
  readonly full: string;
  readonly none: string;
  /** Hours. */
  readonly reply: string;
  readonly solve: string;
  /** Points of an upheld complaint; the caps are below 0, as their points are. */
  complaint(level: Upheld): string;
  readonly complaintsCap: string;
  readonly rectification: string;
  readonly rectificationsCap: string;
  /** Hours of a year. */
  readonly trainingHours: string;
  readonly training: string;
  readonly trainingCap: string;
  readonly commendation: string;
  readonly commendationsCap: string;
  readonly redLineCap: string;
  readonly coverage: string;
  readonly sessions: string;
}

interface Line {
  readonly key: string;
  readonly group: string;
  readonly item: string;
  readonly value: number | string | null;
  readonly unit: string;
}

const HEADER_ROW = 3;

export function planModel(data: ReportData, texts: Texts): { plan: SheetPlan; refs: ModelRefs } {
  const { book } = texts;
  const column = columnsOf({
    group: book.model.group,
    item: book.model.item,
    value: book.model.value,
    unit: book.model.unit,
  });
  const lines = linesOf(data, texts);
  const rows = lines.map(({ group, item, value, unit }): RowInput => [group, item, value, textOrNull(unit)]);
  const plan: SheetPlan = {
    key: 'model',
    name: book.sheets.model,
    title: book.sheets.model,
    note: book.notes.model,
    columns: [column('group', 16), column('item', 40), column('value', 18, 'weight'), column('unit', 10)],
    headerRow: HEADER_ROW,
    frozen: 0,
    rows,
    rowCount: rows.length,
    bandBy: 0,
  };
  return { plan, refs: refsOf(lines, plan.name) };
}

function refsOf(lines: readonly Line[], sheet: string): ModelRefs {
  const cell = (key: string, letter: string): string => {
    const index = lines.findIndex((line) => line.key === key);
    if (index < 0) throw new RangeError(`the model has no ${key}`);
    return `${prefixOf(sheet)}$${letter}$${HEADER_ROW + 1 + index}`;
  };
  return {
    indicator: (indicator) => cell(`indicator ${indicator}`, 'C'),
    measure: (indicator, measure) => cell(`measure ${indicator} ${measure}`, 'C'),
    grade: (grade) => cell(`grade ${grade}`, 'C'),
    gradeLabel: (grade) => cell(`grade ${grade}`, 'B'),
    full: cell('full', 'C'),
    none: cell('none', 'C'),
    reply: cell('reply', 'C'),
    solve: cell('solve', 'C'),
    complaint: (level) => cell(level, 'C'),
    complaintsCap: cell('complaintsCap', 'C'),
    rectification: cell('rectification', 'C'),
    rectificationsCap: cell('rectificationsCap', 'C'),
    trainingHours: cell('trainingHours', 'C'),
    training: cell('training', 'C'),
    trainingCap: cell('trainingCap', 'C'),
    commendation: cell('commendation', 'C'),
    commendationsCap: cell('commendationsCap', 'C'),
    redLineCap: cell('redLineCap', 'C'),
    coverage: cell('coverage', 'C'),
    sessions: cell('sessions', 'C'),
  };
}

function linesOf({ model, modelDigest, period }: ReportData, texts: Texts): readonly Line[] {
  const { model: say } = texts.book;
  const { groups, units } = say;
  const { adjustments } = model;
  const line = (key: string, group: string, item: string, value: number | string | null, unit = ''): Line => ({
    key,
    group,
    item,
    value,
    unit,
  });
  const points = (key: string, item: string, value: number) => line(key, groups.adjustments, item, value, units.points);
  const indicatorOf = (indicator: Indicator): string => texts.words.indicator[indicator];
  return [
    line('version', groups.version, say.version, model.version),
    line('digest', groups.version, say.digest, modelDigest),
    ...INDICATORS.map((indicator) =>
      line(
        `indicator ${indicator}`,
        groups.indicators,
        indicatorOf(indicator),
        model.indicators[indicator].weight,
        units.weight,
      ),
    ),
    ...INDICATORS.flatMap((indicator) =>
      model.indicators[indicator].measures.map(({ measure, weight }) =>
        line(
          `measure ${indicator} ${measure}`,
          groups.measures,
          `${indicatorOf(indicator)} ← ${measureLabel(measure, texts)}`,
          weight,
          units.weight,
        ),
      ),
    ),
    line('full', groups.introduction, say.full, model.introduction.full, units.minutes),
    line('none', groups.introduction, say.none, model.introduction.none, units.minutes),
    line('reply', groups.response, say.reply, model.replyHours, units.hours),
    line('solve', groups.response, say.solve, model.solveHours, units.hours),
    points('minor', say.minor, adjustments.complaints.points.minor),
    points('ordinary', say.ordinary, adjustments.complaints.points.ordinary),
    points('serious', say.serious, adjustments.complaints.points.serious),
    points('complaintsCap', say.complaintsCap, -adjustments.complaints.cap),
    points('rectification', say.rectification, adjustments.rectifications.points),
    points('rectificationsCap', say.rectificationsCap, -adjustments.rectifications.cap),
    line('trainingHours', groups.adjustments, say.trainingHours, adjustments.training.hoursPerYear, units.hours),
    points('training', say.training, adjustments.training.points),
    points('trainingCap', say.trainingCap, -adjustments.training.cap),
    points('commendation', say.commendation, adjustments.commendations.points),
    points('commendationsCap', say.commendationsCap, adjustments.commendations.cap),
    line('redLineCap', groups.redLine, say.redLineCap, model.redLineCap, units.points),
    ...model.grades.map(({ grade, from }) =>
      line(`grade ${grade}`, groups.grades, texts.words.grade[grade], from, units.from),
    ),
    line('grade insufficient', groups.minimum, texts.words.grade.insufficient, null),
    line('coverage', groups.minimum, say.coverage, model.minimum.coverage, units.share),
    line('sessions', groups.minimum, say.sessions, model.minimum.sessions[period.kind], units.times),
  ];
}
