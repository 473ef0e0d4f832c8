// Reads the closed loop for the workbook from the owners of each: rectifications, complaints, training, supervision and
// improvement (4.4 and chapters 6 to 8).
import type { ComplaintCategory, ComplaintSubclass, RootCause } from '../../../shared/contract/complaintWords.ts';
import type { Figure, ImprovementRow, Problem } from '../../../shared/contract/improvement.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { Language, ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { maskContacts } from '../../../shared/domain/observation/maskText.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { addDays, civilTime, periodOf } from '../../../shared/domain/time.ts';
import { parseMark } from '../../../shared/domain/training/mark.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { ReadDb } from '../../db/connection.ts';
import type {
  ReportCoverage,
  ReportDepartment,
  ReportImprovement,
  ReportLoop,
  ReportRectification,
  ReportTraining,
} from '../../excel/report/loopData.ts';
import { textsOf } from '../../excel/report/texts.ts';
import { maskerOfMatters } from '../complaint/masking.ts';
import { improvementsOfPeriod } from '../improvement/rows.ts';
import { branchAndBelow } from '../people/branches.ts';
import { rectificationsOfPeriod, type LedgerRectification } from '../rectification/period.ts';
import { supervisionOfPeriod } from '../supervision/figures.ts';
import { trainingEvidence } from '../training/evidence.ts';
import { trainingOfPeriod } from '../training/rows.ts';
import { readComplaints } from './loopComplaints.ts';
import { inChunks, numbering, type Numbers } from './methodEvidence.ts';

export interface ReadingLoop {
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly window: Window;
  readonly language: Language;
}

type Areas = typeof zhCN;

class LoopReader {
  private readonly db: ReadDb;
  private readonly numbers: Numbers;
  private readonly reading: ReadingLoop;
  private readonly areas: Areas;
  private readonly book: ReturnType<typeof textsOf>['book'];
  private readonly ids: readonly string[];
  /** Masks the complainants of the period and everybody's contacts. */
  private masked: (text: string) => string = maskContacts;

  constructor(db: ReadDb, numbers: Numbers, reading: ReadingLoop) {
    this.db = db;
    this.numbers = numbers;
    this.reading = reading;
    this.areas = (reading.language === 'en' ? en : zhCN) as Areas;
    this.book = textsOf(reading.language).book;
    this.ids = [...numbers.keys()];
  }

  read(): ReportLoop {
    const { window } = this.reading;
    const branchIds = branchAndBelow(this.db, this.reading.branchId);
    const { ids: agentIds, areas, book } = this;
    const { complaints, statistics, ids } = readComplaints(this.db, { agentIds, branchIds, window, areas, book });
    // Whoever complained may be named in what was done about it.
    this.masked = maskerOfMatters(this.db, ids);
    const { departments, coverage } = this.supervision();
    return {
      moment: civilTime(Math.min(window.asOf, window.endsAt), window.timeZone, 'millisecond'),
      rectifications: this.rectifications(),
      ...{ complaints, statistics },
      trainings: this.trainings(),
      trainingMonths: this.trainingMonths(),
      ...{ departments, coverage },
      improvements: improvementsOfPeriod(this.db, branchIds, window).map((one) => this.improvement(one)),
    };
  }

  private employeeNumber(agentId: string | null): string {
    return agentId === null ? '' : (this.numbers.get(agentId) ?? '');
  }

  private civil(instant: string): string {
    return civilTime(Date.parse(instant), this.reading.window.timeZone, 'millisecond');
  }

  private list(words: readonly string[]): string {
    return [...new Set(words)].join(this.reading.language === 'en' ? ', ' : '、');
  }

  private classes(classes: readonly ProblemClass[]): string {
    return this.list(classes.map((one) => this.areas.words.problemClass[one]));
  }

  private rectifications(): ReportRectification[] {
    const { window } = this.reading;
    const { book } = this;
    const next = numbering();
    return inChunks(this.ids, (some) => rectificationsOfPeriod(this.db, some, window)).map((one) => {
      const masked = this.maskerOf(one);
      return {
        number: next(one.plannedOn),
        employeeNumber: this.employeeNumber(one.agentId),
        title: masked(one.title),
        sources: this.list(one.sources.map((source) => book.ledgerSource[source])),
        classes: this.classes(one.classes),
        criteria: this.list(one.criteria),
        severity: book.severity[one.severity],
        findings: one.findings,
        rootCause: masked(one.rootCause),
        measures: masked(one.measures),
        owner: one.owner.name,
        plannedOn: one.plannedOn,
        firstDeadline: one.firstDeadline,
        deadline: one.deadline,
        extensions: one.extensions,
        submittedAt: one.submittedAt === null ? null : this.civil(one.submittedAt),
        verifiedAt: one.verifiedAt === null ? null : this.civil(one.verifiedAt),
        verifiedBy: one.verifiedBy ?? '',
        effect: one.effect === null ? '' : book.effect[one.effect],
        state: book.rectificationState[one.state],
        owes: one.state !== 'withdrawn' && one.findingRows.some(({ standing }) => standing),
      };
    });
  }

  /** The complaint behind a rectification may be of an earlier period, and its people are named in no list of this one. */
  private maskerOf({ findingRows }: LedgerRectification): (text: string) => string {
    const cases = findingRows.flatMap(({ source, sourceId }) => (source === 'complaint' && sourceId ? [sourceId] : []));
    if (cases.length === 0) return this.masked;
    const own = maskerOfMatters(this.db, cases);
    return (text) => this.masked(own(text));
  }

  private trainings(): ReportTraining[] {
    const { window } = this.reading;
    const { training: say } = this.areas;
    const next = numbering();
    const mark = (text: string | null): string => {
      const read = text === null ? null : parseMark(text);
      return read?.kind === 'grade' ? say.grade[read.grade] : (text ?? '');
    };
    const { start } = periodOf('year', addDays(window.end, -1));
    return inChunks(this.ids, (some) => trainingOfPeriod(this.db, some, { start, end: window.end })).map((one) => ({
      number: next(one.day),
      employeeNumber: this.employeeNumber(one.agentId),
      day: one.day,
      title: this.masked(one.title),
      content: say.content[one.content],
      form: say.form[one.form],
      hours: one.hours,
      trainer: one.trainer,
      theory: mark(one.theory),
      practical: mark(one.practical),
      conduct: mark(one.conduct),
      satisfaction: mark(one.satisfaction),
      remark: this.masked(one.note),
    }));
  }

  private trainingMonths(): ReadonlyMap<string, number> {
    const { window } = this.reading;
    const kept = inChunks(this.ids, (some) => [...trainingEvidence(this.db, some, window)]);
    return new Map(
      kept.flatMap(([agentId, { training }]) =>
        training === null ? [] : [[this.employeeNumber(agentId), training.months] as const],
      ),
    );
  }

  private supervision(): { departments: ReportDepartment[]; coverage: ReportCoverage } {
    const { branchId, period, window } = this.reading;
    const { timeZone, asOf: now } = window;
    const { departments, coverage } = supervisionOfPeriod(this.db, { branchId, period, timeZone, now });
    const { agents, observed, goal } = coverage;
    return {
      departments: departments.map(
        ({ department, people, observations, records, patrols, target, found, closed, verified }) => ({
          department: this.book.department[department ?? 'none'],
          ...{ people, observations, records, patrols, target, found, closed, verified },
        }),
      ),
      coverage: { agents, observed, goal },
    };
  }

  private improvement(one: ImprovementRow): ReportImprovement {
    const { improvement: say } = this.areas;
    return {
      number: String(one.number),
      title: this.masked(one.title),
      kind: say.kind[one.kind],
      problem: one.problem === null ? '' : this.problem(one.problem),
      cause: this.masked(one.cause),
      measure: this.masked(one.measure),
      owner: one.ownerName,
      deadline: one.deadline,
      figure: this.figure(one.figure),
      target: one.target,
      before: one.before?.value ?? null,
      after: one.after?.value ?? null,
      state: say.state[one.state],
      verdict: one.verdict === null ? '' : say.verdict[one.verdict],
      result: this.masked(one.result ?? one.endReason ?? ''),
    };
  }

  private problem(problem: Problem): string {
    return this.book.times.replace('{problem}', this.problemName(problem)).replace('{count}', String(problem.records));
  }

  private problemName({ kind, code }: Problem): string {
    const { complaint, improvement, words } = this.areas;
    const { problems: say } = improvement;
    switch (kind) {
      case 'criterion':
        return code;
      case 'class':
        return words.problemClass[code as ProblemClass] ?? say.none;
      case 'complaint': {
        const [category, subclass] = code.split('.') as [ComplaintCategory, ComplaintSubclass | undefined];
        const named = complaint.category[category];
        return subclass === undefined
          ? say.complaint.replace('{{category}}', named)
          : say.complaintOf.replace('{{category}}', named).replace('{{subclass}}', complaint.subclass[subclass]);
      }
      case 'complaintCause':
        return say.complaintCause.replace('{{cause}}', complaint.cause[code as RootCause]);
    }
  }

  private figure(figure: Figure): string {
    const { improvement: say, words } = this.areas;
    if (figure.kind === 'failing') return say.figureOf.failing.replace('{{criterion}}', figure.criterion);
    if (figure.kind === 'indicator')
      return say.figureOf.indicator.replace('{{name}}', words.indicator[figure.indicator]);
    return say.figure[figure.kind];
  }
}

/** What the workbook's sheets of the closed loop hold, seen at the window's `asOf`. */
export const readLoop = (db: ReadDb, numbers: Numbers, reading: ReadingLoop): ReportLoop =>
  new LoopReader(db, numbers, reading).read();
