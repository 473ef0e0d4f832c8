// 申诉: an agent's appeal against an item of a finalised result. It is handled by somebody else than the original assessor, keeps
// the score or raises it, and both are kept (handbook 4.5: open and fair).
import { z } from 'zod';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Bilingual, Day, Id, Instant } from './vocabulary.ts';

export const APPEAL_STATES = ['filed', 'inHandling', 'kept', 'raised', 'withdrawn'] as const;
/** 已提出, 处理中, 维持, 改判, 已撤回. */
export const AppealState = z.enum(APPEAL_STATES);
export type AppealState = z.infer<typeof AppealState>;

/** States in which its limit runs. */
export const WAITING_APPEALS = ['filed', 'inHandling'] as const satisfies readonly AppealState[];

export const APPEAL_KINDS = ['session', 'review', 'redLine'] as const;
/** An answer of an observation, a check of a record review, a confirmed red line. */
export const AppealKind = z.enum(APPEAL_KINDS);
export type AppealKind = z.infer<typeof AppealKind>;

/** The record to open: the observation, record review or patrol. */
const Opens = z.object({ kind: z.enum(['session', 'review', 'patrol']), id: Id });

const Item = z.object({
  kind: AppealKind,
  evidenceId: Id,
  criterion: z.string().min(1).max(40),
});

export const AppealItem = Item.extend({
  record: Opens,
  /** When the evidence counts. */
  at: Instant,
  text: Bilingual,
  /** 0..1; a red line that stands is 0. */
  value: z.number(),
  /** The values of its scale above that, highest first. */
  higher: z.array(z.number()),
  assessors: z.array(z.string()),
  /** State of the appeal against it, null where there is none that stands. */
  appealed: AppealState.nullable(),
});
export type AppealItem = z.infer<typeof AppealItem>;

export const AppealRow = Item.extend({
  id: Id,
  record: Opens,
  text: Bilingual,
  state: AppealState,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchName: z.string(),
  team: z.string(),
  assessmentId: Id,
  resultId: Id,
  resultNumber: z.int(),
  period: PeriodDays,
  reason: z.string(),
  filedAt: Instant,
  filedBy: z.string(),
  /** Last day of the decision. */
  dueDay: Day,
  assessors: z.array(z.string()),
  handler: z.string().nullable(),
  takenAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  /** 0..1; `after` null unless it was raised. */
  before: z.number(),
  after: z.number().nullable(),
  /** Graded composite of the result, and what it would have been with the raised value. */
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number().nullable(),
});
export type AppealRow = z.infer<typeof AppealRow>;

export const AppealRecord = AppealRow.extend({
  higher: z.array(z.number()),
  /** Why the reader may not handle it, null where they may. */
  barred: z.enum(['appealOriginalAssessor', 'appealFiledAndAssessed', 'notPermitted']).nullable(),
  /** Whether the reader is the one who handles it. */
  own: z.boolean(),
  /** Whether a result computed after the decision counts the raised value. */
  recomputed: z.boolean(),
  history: z.array(AuditEntry),
});
export type AppealRecord = z.infer<typeof AppealRecord>;

const Rate = z.object({
  decided: z.int(),
  raised: z.int(),
  /** Wilson's 95% interval of raised / decided, 0..1. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});

export const OverturnRates = z.object({
  all: Rate,
  byCriterion: z.array(Rate.extend({ criterion: z.string(), text: Bilingual })),
  byAssessor: z.array(Rate.extend({ assessorId: Id, name: z.string() })),
});
export type OverturnRates = z.infer<typeof OverturnRates>;

const One = z.object({ id: Id });
const Reason = z.string().trim().min(1).max(1000);
const Of = z.object({ resultId: Id, agentId: Id });

export const appeal = {
  list: route('appeal.read').output(z.array(AppealRow)),
  get: route('appeal.read').input(One).output(AppealRecord),
  /** What of an agent's result may be appealed against, and until which day. */
  items: route('appeal.read')
    .input(Of)
    .output(z.object({ lastDay: Day, open: z.boolean(), items: z.array(AppealItem) })),
  file: route('appeal.write')
    .input(Of.extend({ item: Item, reason: Reason }))
    .output(One),
  /** The signed-in person handles it from now on. */
  take: route('appeal.handle').input(One).output(z.void()),
  keep: route('appeal.handle')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),
  raise: route('appeal.handle')
    .input(One.extend({ value: z.number().min(0).max(1), reason: Reason }))
    .output(z.void()),
  withdraw: route('appeal.write')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),
  /** Decided in the period, about agents of the branch and those below it. */
  rates: route('appeal.read')
    .input(z.object({ branchId: Id, kind: PeriodKind, start: Day }))
    .output(OverturnRates),
};
