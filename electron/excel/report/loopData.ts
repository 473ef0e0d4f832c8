// The closed loop as the workbook takes it: rectifications, complaints, training, supervision and improvement (handbook 4.4
// and chapters 6 to 8). Plain values, times civil in the branch's time zone, words in the report's language.
import type { Conclusion } from '../../../shared/contract/complaintWords.ts';
import type { LimitName } from '../../../shared/contract/complaintClocks.ts';

interface Numbered {
  /** Short and unique on its sheet. */
  readonly number: string;
  /** Empty where it concerns no agent of the report. */
  readonly employeeNumber: string;
}

export interface ReportRectification extends Numbered {
  readonly title: string;
  readonly sources: string;
  readonly classes: string;
  readonly criteria: string;
  readonly severity: string;
  readonly findings: number;
  readonly rootCause: string;
  readonly measures: string;
  readonly owner: string;
  readonly plannedOn: string;
  readonly firstDeadline: string;
  /** In force, with extensions. */
  readonly deadline: string;
  readonly extensions: number;
  readonly submittedAt: string | null;
  readonly verifiedAt: string | null;
  readonly verifiedBy: string;
  readonly effect: string;
  readonly state: string;
  /** Neither withdrawn nor without a finding that stands: an overdue one costs points. */
  readonly owes: boolean;
}

/** A limit that ended: met or missed; null while it runs, was stopped or does not apply. */
export type Kept = boolean | null;

export interface ReportComplaint extends Numbered {
  readonly agentName: string;
  readonly branch: string;
  /** Empty where no agent is named. */
  readonly team: string;
  readonly receivedAt: string;
  readonly channel: string;
  /** Masked as it is stored; the workbook never shows it plain. */
  readonly complainant: string;
  readonly complainants: number;
  readonly major: boolean;
  readonly category: string;
  readonly subclass: string;
  readonly content: string;
  readonly handler: string;
  readonly state: string;
  readonly withdrawn: boolean;
  readonly conclusion: Conclusion | null;
  readonly cause: string;
  /** Times it was handled. */
  readonly rounds: number;
  readonly repeat: boolean;
  readonly kept: Readonly<Record<LimitName, Kept>>;
  readonly archiveNumber: string;
  /** Number of the first case of its matter, with which it is counted once; empty of a case that stands for itself. */
  readonly joinedTo: string;
  /** Received in the period. */
  readonly received: boolean;
  /** Upheld and counted in this period for the agent (scoring model, sections 4 and 5). */
  readonly counts: boolean;
}

export interface ReportTraining extends Numbered {
  readonly day: string;
  readonly title: string;
  readonly content: string;
  readonly form: string;
  readonly hours: number;
  readonly trainer: string;
  readonly theory: string;
  readonly practical: string;
  readonly conduct: string;
  readonly satisfaction: string;
  readonly remark: string;
}

export interface ReportDepartment {
  readonly department: string;
  readonly people: number;
  readonly observations: number;
  readonly records: number;
  readonly patrols: number;
  /** 0..1; null where 8.1 names none. */
  readonly target: number | null;
  /** Problems found in the period, and those of them that were closed since. */
  readonly found: number;
  readonly closed: number;
  /** Rectifications that people of the department verified in the period. */
  readonly verified: number;
}

/** Agents in service, those observed in the period, and the part that ought to be (8.1), 0..1. */
export interface ReportCoverage {
  readonly agents: number;
  readonly observed: number;
  readonly goal: number;
}

export interface ReportImprovement {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly problem: string;
  readonly cause: string;
  readonly measure: string;
  readonly owner: string;
  readonly deadline: string;
  readonly figure: string;
  readonly target: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly state: string;
  readonly verdict: string;
  readonly result: string;
}

/** What complaints are set against (6.5); null where none was recorded. */
export interface ReportBases {
  readonly services: number | null;
  readonly policies: number | null;
  readonly clients: number | null;
}

/** What the statistics of complaints are listed by, the most frequent first, and set against. */
export interface ReportStatistics {
  readonly whole: ReportBases;
  readonly branches: readonly { readonly branch: string; readonly bases: ReportBases }[];
  readonly teams: readonly { readonly branch: string; readonly team: string; readonly bases: ReportBases }[];
  readonly agents: readonly { readonly employeeNumber: string; readonly name: string; readonly bases: ReportBases }[];
  /** Days; `end` is the first day of the next. Oldest first. */
  readonly months: readonly { readonly start: string; readonly end: string; readonly bases: ReportBases }[];
  readonly categories: readonly string[];
  /** The sub-class is empty where none was given. */
  readonly subclasses: readonly { readonly category: string; readonly subclass: string }[];
  readonly causes: readonly string[];
  /** What the ledger calls the state of a case that was withdrawn. */
  readonly withdrawnState: string;
}

export interface ReportLoop {
  /** Civil time of min(now, period end), when rectifications are looked at (scoring model, section 4). */
  readonly moment: string;
  /** Whose deadline lies in the period, or that were open or verified in it. */
  readonly rectifications: readonly ReportRectification[];
  readonly complaints: readonly ReportComplaint[];
  readonly statistics: ReportStatistics;
  /** From 1 January to the period's end. */
  readonly trainings: readonly ReportTraining[];
  /** Months that training is asked for, by employee number; without training records none. */
  readonly trainingMonths: ReadonlyMap<string, number>;
  readonly departments: readonly ReportDepartment[];
  readonly coverage: ReportCoverage;
  readonly improvements: readonly ReportImprovement[];
}
