// 校准: two or more assessors score the same service blind; how far they agree, and how strict each is over a period
// (scoring model, section 6).
import { z } from 'zod';
import { NotApplicableReason, ServiceContext, ServiceKind } from './observationRecord.ts';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Criterion, Scale } from './standard.ts';
import { Bilingual, Day, Id, Indicator, Instant } from './vocabulary.ts';

export const CALIBRATION_STATES = ['open', 'complete', 'closed'] as const;
/** 进行中, 已完成 (all have submitted), 已关闭 (by a manager before that). Sessions are hidden while it is open. */
export const CalibrationState = z.enum(CALIBRATION_STATES);
export type CalibrationState = z.infer<typeof CalibrationState>;

export const CALIBRATION_SESSION_STATES = ['waiting', 'inProgress', 'submitted', 'withdrawn'] as const;
/** 未开始, 进行中, 已提交, 已撤回. */
export const CalibrationSessionState = z.enum(CALIBRATION_SESSION_STATES);
export type CalibrationSessionState = z.infer<typeof CalibrationSessionState>;

const Ends = z.object({ low: z.number(), high: z.number() });

/** Coefficients over the items that two or more rated; null where they are not defined. Shares 0..1. */
export const AgreementFigures = z.object({
  items: z.int(),
  percent: z.number().nullable(),
  /** Wilson's 95% interval of `percent`. */
  interval: Ends.nullable(),
  ac1: z.number().nullable(),
  /** Two assessors only. */
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
});
export type AgreementFigures = z.infer<typeof AgreementFigures>;

export const ScaleFigures = AgreementFigures.extend({ scale: Scale, metric: z.enum(['nominal', 'interval']) });
export type ScaleFigures = z.infer<typeof ScaleFigures>;

const Assessor = z.object({ id: Id, name: z.string(), state: CalibrationSessionState });

export const CalibrationRow = z.object({
  id: Id,
  state: CalibrationState,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  serviceAt: Instant,
  day: Day,
  kind: ServiceKind,
  place: z.string(),
  standardNumber: z.int(),
  assessors: z.array(Assessor),
  /** State of the reader's own session; null where they do not take part. */
  own: CalibrationSessionState.nullable(),
  /** On the pass/fail items; null while it is open or without such items. */
  ac1: z.number().nullable(),
  percent: z.number().nullable(),
  createdAt: Instant,
});
export type CalibrationRow = z.infer<typeof CalibrationRow>;

const SideAnswer = z.object({
  /** 0..1, null where not applicable. */
  value: z.number().nullable(),
  notApplicable: NotApplicableReason.nullable(),
  words: z.string(),
  note: z.string(),
});

export const CALIBRATION_VERDICTS = ['agree', 'differ', 'applicability', 'alone'] as const;
/** 一致, 评分不同, 适用与否不同, 不足两人作答. */
const Verdict = z.enum(CALIBRATION_VERDICTS);

export const ComparedLine = z.object({
  criterion: Criterion,
  verdict: Verdict,
  /** Greatest minus least value, 0..1. */
  spread: z.number().nullable(),
  /** In the order of `compared`; null where unanswered. */
  answers: z.array(SideAnswer.nullable()),
});
export type ComparedLine = z.infer<typeof ComparedLine>;

export const CalibrationRecord = CalibrationRow.extend({
  context: ServiceContext,
  standardTitle: z.string(),
  createdBy: z.string(),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  /** `observationId` and `score` are null while hidden from the reader. */
  sessions: z.array(
    Assessor.extend({
      observationId: Id.nullable(),
      submittedAt: Instant.nullable(),
      score: z.number().nullable(),
      redLines: z.int(),
    }),
  ),
  /** Null while it is open. */
  comparison: z
    .object({
      /** Assessors whose sessions were submitted, in the order of the answers. */
      compared: z.array(z.object({ id: Id, name: z.string() })),
      scales: z.array(ScaleFigures),
      lines: z.array(ComparedLine),
    })
    .nullable(),
  history: z.array(AuditEntry),
});
export type CalibrationRecord = z.infer<typeof CalibrationRecord>;

const Rate = z.object({
  /** Answers in all, and those that say not applicable. */
  answers: z.int(),
  notApplicable: z.int(),
  /** Wilson's 95% interval of the rate; null without answers. */
  interval: Ends.nullable(),
  reasons: z.record(NotApplicableReason, z.int()),
});
export type Rate = z.infer<typeof Rate>;

export const SeverityRow = z.object({
  assessorId: Id,
  name: z.string(),
  /** Submitted sessions of the period. */
  sessions: z.int(),
  /** Those whose agent was scored by others too; only they tell. */
  compared: z.int(),
  /** Mean points above (lenient) or below (strict) the others; null without a compared one. */
  difference: z.number().nullable(),
  rows: z.array(
    z.object({
      observationId: Id,
      serviceAt: Instant,
      agentName: z.string(),
      employeeNumber: z.string(),
      score: z.number(),
      /** Mean score of the same agent's sessions by other assessors in the period. */
      others: z.number(),
      difference: z.number(),
    }),
  ),
});
export type SeverityRow = z.infer<typeof SeverityRow>;

/** How often assessors of one calibration answered a criterion differently; only where two or more answered it. */
export const Disagreement = z.object({
  criterion: z.string(),
  text: Bilingual,
  indicator: Indicator,
  /** Calibrations in which two or more answered it. */
  compared: z.int(),
  differ: z.int(),
  applicability: z.int(),
  /** Wilson's 95% interval of (differ + applicability) / compared. */
  interval: Ends.nullable(),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** One criterion in one calibration, with every assessor's answer. */
export const ConsistencyLine = z.object({
  calibrationId: Id,
  serviceAt: Instant,
  agentName: z.string(),
  employeeNumber: z.string(),
  criterion: Criterion,
  verdict: Verdict,
  /** Who submitted; the answer null where it was left unanswered. */
  answers: z.array(z.object({ assessorId: Id, name: z.string(), answer: SideAnswer.nullable() })),
});
export type ConsistencyLine = z.infer<typeof ConsistencyLine>;

export const Consistency = z.object({
  period: PeriodDays,
  calibrations: z.int(),
  /** Over all ended calibrations of the period. */
  scales: z.array(ScaleFigures),
  /** The pass/fail items by pair of assessors. */
  pairs: z.array(
    AgreementFigures.extend({
      firstId: Id,
      secondId: Id,
      first: z.string(),
      second: z.string(),
      calibrations: z.int(),
    }),
  ),
  /** Those that were ever answered differently, the most often first. */
  disagreements: z.array(Disagreement),
  severity: z.array(SeverityRow),
  byAssessor: z.array(Rate.extend({ assessorId: Id, name: z.string() })),
  byCriterion: z.array(Rate.extend({ criterion: z.string(), text: Bilingual, indicator: Indicator })),
});
export type Consistency = z.infer<typeof Consistency>;

export const NotApplicableRow = z.object({
  observationId: Id,
  serviceAt: Instant,
  agentName: z.string(),
  assessorName: z.string(),
  criterion: z.string(),
  reason: NotApplicableReason,
  words: z.string(),
});
export type NotApplicableRow = z.infer<typeof NotApplicableRow>;

const One = z.object({ id: Id });
const Of = z.object({ branchId: Id, kind: PeriodKind, start: Day });

export const calibration = {
  list: route('calibration.read').output(z.array(CalibrationRow)),
  get: route('calibration.read').input(One).output(CalibrationRecord),
  create: route('calibration.manage')
    .input(
      z.object({
        agentId: Id,
        context: ServiceContext,
        serviceAt: Instant,
        assessorIds: z.array(Id).min(2).max(12),
      }),
    )
    .output(One),
  /** Starts the reader's own session, or finds the one begun; the observation runner goes on with it. */
  begin: route('observation.write')
    .input(One)
    .output(z.object({ observationId: Id })),
  /** Ends it before all have submitted; unfinished sessions are withdrawn. */
  close: route('calibration.manage')
    .input(One.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(z.void()),
  consistency: route('score.read').input(Of).output(Consistency),
  /** What the agreement figures were made from: every criterion of every ended calibration, newest service first. */
  lines: route('score.read').input(Of).output(z.array(ConsistencyLine)),
  /** The not-applicable answers behind a rate, newest first. */
  notApplicable: route('score.read')
    .input(Of.extend({ assessorId: Id.nullable(), criterion: z.string().max(40).nullable() }))
    .output(z.array(NotApplicableRow)),
};
