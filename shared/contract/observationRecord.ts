// What an observation is made of: context, answers, problem records, evidence, red lines, signatures, revisions
// (handbook 4.2 stages, 3.1 occasions, 8.2 problem record, 1.2.1 / 2.4.1 / 2.5.1 red lines).
import { z } from 'zod';
import { Derivation } from './derivation.ts';
import { Clause, Criterion } from './standard.ts';
import { Day, Id, Instant, ProblemClass, Sha256 } from './vocabulary.ts';

export const OBSERVATION_STATES = ['planned', 'cancelled', 'inProgress', 'submitted', 'withdrawn'] as const;
/** 已计划, 已取消, 进行中, 已提交, 已撤回. While a submitted one is amended it stays submitted and `amending` is true. */
export const ObservationState = z.enum(OBSERVATION_STATES);
export type ObservationState = z.infer<typeof ObservationState>;

export const SERVICE_KINDS = [
  'enquiry',
  'sale',
  'claim',
  'renewal',
  'returnVisit',
  'policyService',
  'complaint',
  'other',
] as const;
/** 咨询, 销售, 理赔, 续保, 回访, 保全, 投诉处理, 其他. */
export const ServiceKind = z.enum(SERVICE_KINDS);
export type ServiceKind = z.infer<typeof ServiceKind>;

export const OCCASIONS = ['reception', 'negotiation', 'returnVisit'] as const;
/** 接待, 洽谈, 回访 (3.1). */
export const Occasion = z.enum(OCCASIONS);
export type Occasion = z.infer<typeof Occasion>;

export const SETTINGS_OF_SERVICE = ['clientSite', 'clientHome', 'meetingRoom', 'office', 'other'] as const;
/** 客户单位, 客户家中, 会议室, 营业场所, 其他 (3.1). */
export const ServiceSetting = z.enum(SETTINGS_OF_SERVICE);
export type ServiceSetting = z.infer<typeof ServiceSetting>;

export const NOT_APPLICABLE_REASONS = [
  'otherService',
  'notReached',
  'clientAbsent',
  'clientDeclined',
  'notVisible',
  'other',
] as const;
/** 本次服务不涉及, 服务未进行到该环节, 客户不在场, 客户要求略过, 位置或条件所限未能看到, 其他（须写明）. */
export const NotApplicableReason = z.enum(NOT_APPLICABLE_REASONS);
export type NotApplicableReason = z.infer<typeof NotApplicableReason>;

const Words = (most: number) => z.string().trim().max(most);

/** What is asked when an observation starts or is planned. */
export const ServiceContext = z.object({
  kind: ServiceKind,
  occasion: Occasion,
  setting: ServiceSetting,
  /** Where, in words: 3 号洽谈室. May be empty. */
  place: Words(120),
  /** The client's name or number as typed; it comes back masked. May be empty. */
  client: Words(60),
});
export type ServiceContext = z.infer<typeof ServiceContext>;

/** An answer as stored. `value` is 0..1 on the criterion's scale; exactly one of value and notApplicable is not null. */
export const Answer = z.object({
  criterion: z.string(),
  value: z.number().nullable(),
  notApplicable: NotApplicableReason.nullable(),
  /** Words of the not-applicable reason; required for `other`. */
  words: z.string(),
  answeredAt: Instant,
});
export type Answer = z.infer<typeof Answer>;

/** A note belongs to the criterion and may stand before or without an answer. */
export const Note = z.object({ criterion: z.string(), text: z.string(), savedAt: Instant });
export type Note = z.infer<typeof Note>;

/** The fields of a problem record (8.2). All may be empty while it is written; submission wants them full. */
export const FindingFields = z.object({
  /** When it was seen, null while not given. */
  occurredAt: Instant.nullable(),
  place: Words(120),
  serviceContent: Words(500),
  description: Words(2000),
  scopeOfImpact: Words(500),
  class: ProblemClass.nullable(),
});
export type FindingFields = z.infer<typeof FindingFields>;

export const FINDING_FIELDS = [
  'occurredAt',
  'place',
  'serviceContent',
  'description',
  'scopeOfImpact',
  'class',
] as const;
export const FindingField = z.enum(FINDING_FIELDS);
export type FindingField = z.infer<typeof FindingField>;

export const Finding = FindingFields.extend({ id: Id, criterion: z.string(), savedAt: Instant });
export type Finding = z.infer<typeof Finding>;

/** A photo's description; its bytes come from `evidenceBytes`. */
export const Evidence = z.object({
  id: Id,
  criterion: z.string().nullable(),
  caption: z.string(),
  sha256: Sha256,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  consentAt: Instant,
  addedAt: Instant,
});
export type Evidence = z.infer<typeof Evidence>;

export const RED_LINE_STATES = ['pending', 'confirmed', 'rejected', 'retracted'] as const;
/** 待确认, 已确认, 已驳回, 已撤销（提交前改回）. Only a confirmed one vetoes. */
export const RedLineState = z.enum(RED_LINE_STATES);
export type RedLineState = z.infer<typeof RedLineState>;

export const RedLine = z.object({
  id: Id,
  observationId: Id,
  criterion: z.string(),
  clause: z.string(),
  state: RedLineState,
  recordedAt: Instant,
  recordedBy: z.string(),
  /** The agent's own words on it, null while not asked; an empty text means asked, nothing said. */
  statement: z.string().nullable(),
  statementAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
});
export type RedLine = z.infer<typeof RedLine>;

/** The product-introduction timer (4.1: at most 10 minutes). Stretches are instants; minutes are derived from them. */
export const Introduction = z.object({
  stretches: z.array(z.object({ startedAt: Instant, stoppedAt: Instant.nullable() })),
  /** Start of the running stretch, null while stopped. */
  runningSince: Instant.nullable(),
  /** Minutes typed in from paper; they stand instead of the timer. */
  manualMinutes: z.number().nullable(),
  /** Minutes of all ended stretches, or the typed ones; null where no introduction was timed. */
  minutes: z.number().nullable(),
});
export type Introduction = z.infer<typeof Introduction>;

export const ATTITUDES = ['agree', 'disagree', 'refuse'] as const;
/** 同意, 不同意（写明意见）, 拒签（有见证人）. 已阅知 is not 同意. */
export const Attitude = z.enum(ATTITUDES);
export type Attitude = z.infer<typeof Attitude>;

export const Signature = z.object({
  id: Id,
  party: z.enum(['assessor', 'agent']),
  means: z.enum(['password', 'drawn', 'typed', 'witness']),
  name: z.string(),
  attitude: Attitude.nullable(),
  /** What a disagreeing agent says. */
  words: z.string(),
  witnessName: z.string().nullable(),
  witnessCapacity: z.string().nullable(),
  /** SHA-256 of the drawn PNG, for `signatureImage`. */
  image: Sha256.nullable(),
  digest: Sha256,
  signedAt: Instant,
  /** A change after signing voids it; null while it holds. */
  voidedAt: Instant.nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const RevisionSummary = z.object({
  number: z.int().positive(),
  state: z.enum(['open', 'submitted', 'discarded']),
  /** Why it was amended; null for the first. */
  reason: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  submittedAt: Instant.nullable(),
  digest: Sha256.nullable(),
  /** Session score 0..100 at submission, unrounded. */
  score: z.number().nullable(),
});
export type RevisionSummary = z.infer<typeof RevisionSummary>;

/** Progress of a revision. */
export const Counts = z.object({
  criteria: z.int(),
  answered: z.int(),
  /** Required criteria that are still unanswered. */
  missingRequired: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** Everything about an observation in one revision: enough to reopen the runner at the same item. */
export const ObservationRecord = z.object({
  id: Id,
  state: ObservationState,
  /** The open revision amends a submitted one, which counts until this one is submitted. */
  amending: z.boolean(),
  /** 补录: the service day is before the day of entry. */
  lateEntry: z.boolean(),
  /** Whether the reader may write to it (its assessor, and the revision is open). */
  writable: z.boolean(),
  agent: z.object({
    id: Id,
    employeeNumber: z.string(),
    name: z.string(),
    /** As they were on the service day. */
    branchId: Id,
    branchName: z.string(),
    team: z.string(),
  }),
  assessor: z.object({ id: Id, name: z.string() }),
  /** The calibration that it belongs to: never evidence, signed by the assessor alone, not amendable. */
  calibrationId: Id.nullable(),
  /** `client` is masked. */
  context: ServiceContext,
  plannedOn: Day.nullable(),
  serviceAt: Instant.nullable(),
  serviceDay: Day.nullable(),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
  /** The client was told how personal data is used and agreed to be observed. */
  noticeConfirmedAt: Instant.nullable(),
  /** The version that was in force at the start; null while planned. Observation criteria only, in their order. */
  standard: z
    .object({
      versionId: Id,
      number: z.int(),
      title: z.string(),
      digest: Sha256,
      clauses: z.array(Clause),
      criteria: z.array(Criterion),
    })
    .nullable(),
  /** The revision shown; null while planned. */
  revision: RevisionSummary.nullable(),
  revisions: z.array(RevisionSummary),
  /** Code of the criterion where the assessor was. */
  position: z.string().nullable(),
  savedAt: Instant.nullable(),
  counts: Counts,
  answers: z.array(Answer),
  notes: z.array(Note),
  findings: z.array(Finding),
  evidence: z.array(Evidence),
  introduction: Introduction,
  redLines: z.array(RedLine),
  signatures: z.array(Signature),
});
export type ObservationRecord = z.infer<typeof ObservationRecord>;

/** What stands between a session and its submission; `criterion` names the item to jump to. */
export const Blocker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unanswered'), criterion: z.string() }),
  z.object({ kind: z.literal('findingMissing'), criterion: z.string(), fields: z.array(FindingField) }),
  z.object({ kind: z.literal('evidenceMissing'), criterion: z.string() }),
  z.object({ kind: z.literal('noticeMissing') }),
  z.object({ kind: z.literal('timerRunning') }),
  z.object({ kind: z.literal('assessorSignature') }),
  z.object({ kind: z.literal('agentSignature') }),
]);
export type Blocker = z.infer<typeof Blocker>;

/** The session score (scoring model, section 3 on this session alone) and how it came about. */
export const SessionResult = z.object({
  /** 0..100 unrounded; null without a scored answer or timed introduction. */
  score: z.number().nullable(),
  /** 0..1 */
  coverage: z.number(),
  derivation: Derivation,
});
export type SessionResult = z.infer<typeof SessionResult>;
