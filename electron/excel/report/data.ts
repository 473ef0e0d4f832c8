// What the headquarters workbook is made from: plain values that cross into the worker, without a database handle.
// Results are the engine's; the workbook repeats them as cached values of formulas that work them out again.
import type { FindingStatus, LedgerSource, Severity } from '../../../shared/contract/findings.ts';
import type {
  Grade,
  Indicator,
  Language,
  ProblemClass,
  ProtectionElement,
} from '../../../shared/contract/vocabulary.ts';
import type { Scale, Stage } from '../../../shared/contract/standard.ts';
import type { RedLineState } from '../../../shared/contract/observationRecord.ts';
import type { PeriodKind } from '../../../shared/domain/time.ts';
import type { Adjustment } from '../../../shared/domain/scoring/adjustments.ts';
import type { Measure } from '../../../shared/domain/scoring/measure.ts';
import type { ReportEvidence, ReportOutcomes } from './evidenceData.ts';
import type { ReportLoop } from './loopData.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';

/** A `PeriodScore` of the engine fits as it is. */
export interface ReportScore {
  readonly measures: Readonly<Record<Measure, number | null>>;
  readonly indicators: Readonly<Record<Indicator, number | null>>;
  readonly base: number | null;
  readonly coverage: number;
  readonly adjustments: Readonly<Record<Adjustment, { readonly points: number }>>;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: Grade;
  readonly vetoed: boolean;
  readonly sessions: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface ReportAgent {
  /** Unique in the report; sessions and findings name their agent by it. */
  readonly employeeNumber: string;
  readonly name: string;
  readonly team: string;
  readonly score: ReportScore;
  /** Empirical Bayes over the branch, null where it cannot be worked out. */
  readonly rankingValue: number | null;
}

export interface ReportAnswer {
  readonly criterion: string;
  readonly clause: string;
  readonly stage: Stage | null;
  /** In the language of the report. */
  readonly text: string;
  readonly indicator: Indicator;
  readonly scale: Scale;
  readonly weight: number;
  /** 0..1, null where not applicable or unanswered. */
  readonly value: number | null;
  /** What was answered, where an appeal raised it to `value`. */
  readonly raisedFrom: number | null;
  readonly notApplicable: boolean;
  readonly redLine: boolean;
  /** Reason for not applicable and the note, in words; may be empty. */
  readonly note: string;
}

export interface ReportSession {
  /** Short and unique in the report, such as 20260703-001. */
  readonly number: string;
  readonly employeeNumber: string;
  /** Civil time in the branch's time zone: 2026-07-03T10:00:00. */
  readonly serviceAt: string;
  readonly assessor: string;
  /** In words of the report's language. */
  readonly kind: string;
  readonly place: string;
  /** As stored; the workbook masks it unless `masking` says otherwise. */
  readonly client: string;
  readonly standardNumber: number;
  /** Only submitted ones count. Sessions outside the period are not passed. */
  readonly status: 'submitted' | 'withdrawn' | 'calibration';
  readonly lateEntry: boolean;
  readonly introductionMinutes: number | null;
  readonly answers: readonly ReportAnswer[];
}

/** What the ledger of findings holds beside what is said about one (8.2). */
export interface Filed {
  readonly severity: Severity;
  readonly element: ProtectionElement | null;
  readonly status: FindingStatus;
  readonly photos: number;
}

export interface ReportFinding {
  readonly source: LedgerSource;
  /** Number of the session, review, survey or complaint; empty where the workbook lists none. */
  readonly session: string;
  readonly employeeNumber: string;
  /** Civil time, null while not given. */
  readonly occurredAt: string | null;
  /** Empty where none is named. */
  readonly clause: string;
  readonly criterion: string;
  readonly text: string;
  readonly class: ProblemClass | null;
  /** As the ledger of findings has it; null where only a red line was recorded, without what was seen. */
  readonly filed: Filed | null;
  readonly place: string;
  readonly serviceContent: string;
  readonly description: string;
  readonly scopeOfImpact: string;
  /** Null where the criterion is no red line. */
  readonly redLine: RedLineState | null;
  /** A confirmed red line that counts in this period: exactly one finding for each veto of the agent's score. */
  readonly vetoes: boolean;
  readonly statement: string;
  readonly decision: string;
}

export interface ReportData {
  readonly language: Language;
  readonly branch: { readonly code: string; readonly name: string };
  /** Days; `end` is the first day after the period. */
  readonly period: { readonly kind: PeriodKind; readonly start: string; readonly end: string };
  readonly timeZone: string;
  /** ISO 8601 instant. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly masking: { readonly masked: true } | { readonly masked: false; readonly reason: string };
  readonly model: ScoringModel;
  /** SHA-256 of the model's canonical JSON. */
  readonly modelDigest: string;
  readonly standards: readonly { readonly number: number; readonly title: string; readonly digest: string }[];
  readonly agents: readonly ReportAgent[];
  readonly sessions: readonly ReportSession[];
  readonly findings: readonly ReportFinding[];
  readonly evidence: ReportEvidence;
  readonly outcomes: ReportOutcomes;
  readonly loop: ReportLoop;
  /** Earlier periods and this one, oldest first; `composite` is the mean of the graded composites, as on the cover. */
  readonly trend: readonly { readonly label: string; readonly composite: number | null; readonly agents: number }[];
}
