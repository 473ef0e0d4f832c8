// The evidence of the other methods and the outcome of the period as the workbook takes them: plain values, times civil
// in the branch's time zone, words in the report's language. Only what belongs to the period is passed.
import type { Dimension } from '../../../shared/contract/vocabulary.ts';

interface Numbered {
  /** Short and unique on its sheet. */
  readonly number: string;
  readonly employeeNumber: string;
}

export interface ReportSurvey extends Numbered {
  readonly answeredAt: string;
  /** Version of the questionnaire. */
  readonly questionnaire: number;
  /** 1..5; unanswered items are left out. */
  readonly answers: readonly { readonly dimension: Dimension; readonly likert: number }[];
  readonly comment: string;
  /** As stored; masked by the workbook as sessions are. Empty where anonymous. */
  readonly client: string;
}

export interface ReportReview extends Numbered {
  readonly reviewedAt: string;
  readonly reviewer: string;
  /** Of the service record that was drawn. */
  readonly reference: string;
  readonly standardNumber: number;
  readonly checks: readonly {
    readonly criterion: string;
    readonly kind: 'record' | 'file';
    /** Null: not applicable. */
    readonly passed: boolean | null;
  }[];
}

export interface ReportRequest extends Numbered {
  readonly kind: string;
  readonly channel: string;
  readonly client: string;
  readonly askedAt: string;
  readonly repliedAt: string | null;
  /** Solved or given a next step. */
  readonly solvedAt: string | null;
}

export interface ReportVisit extends Numbered {
  readonly client: string;
  readonly dueOn: string;
  readonly madeOn: string | null;
}

export interface ReportFeedback extends Numbered {
  readonly receivedOn: string;
  readonly kind: string;
  readonly class: string;
  readonly channel: string;
  readonly client: string;
  readonly content: string;
  readonly personInCharge: string;
  readonly dueOn: string | null;
  readonly answeredAt: string | null;
  readonly state: string;
  /** A praise that was confirmed and counts in this period. */
  readonly commendation: boolean;
}

/** One agent's line of the period's newest result. */
export interface ReportResult {
  readonly employeeNumber: string;
  readonly name: string;
  readonly team: string;
  readonly resultNumber: number;
  readonly state: string;
  readonly rank: number | null;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankingValue: number | null;
  readonly band: string;
  readonly vetoed: boolean;
  readonly reviewedBy: string;
  readonly reviewedAt: string | null;
  readonly remark: string;
}

export interface ReportDecision {
  readonly employeeNumber: string;
  readonly name: string;
  readonly resultNumber: number;
  readonly kind: string;
  readonly measure: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export interface ReportAppeal {
  readonly employeeNumber: string;
  readonly name: string;
  readonly resultNumber: number;
  readonly item: string;
  readonly filedAt: string;
  readonly reason: string;
  readonly originalAssessor: string;
  readonly handler: string;
  readonly state: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly decidedAt: string | null;
  readonly decision: string;
}

/** One calibration and scale. */
export interface ReportCalibration {
  readonly number: string;
  readonly scale: string;
  readonly servedAt: string;
  readonly agent: string;
  readonly standardNumber: number;
  readonly assessors: string;
  /** Criteria that all assessors scored. */
  readonly compared: number;
  /** 0..1 */
  readonly agreement: number | null;
  readonly ac1: number | null;
  readonly kappa: number | null;
  readonly alpha: number | null;
  readonly state: string;
}

export interface ReportEvidence {
  /** Civil time at which due things were looked at. */
  readonly asOf: string;
  readonly surveys: readonly ReportSurvey[];
  readonly reviews: readonly ReportReview[];
  readonly requests: readonly ReportRequest[];
  readonly visits: readonly ReportVisit[];
  readonly feedback: readonly ReportFeedback[];
}

export interface ReportOutcomes {
  readonly results: readonly ReportResult[];
  readonly decisions: readonly ReportDecision[];
  readonly appeals: readonly ReportAppeal[];
  readonly calibrations: readonly ReportCalibration[];
}
