// 投诉 as a record: the case with its rounds, people, notices and evidence, and what each step demands.
// Names and contacts are masked wherever they appear here; only `complaint.reveal` answers them plain, and is logged.
import { z } from 'zod';
import {
  ComplaintChannel,
  ComplaintCategory,
  ComplaintSubclass,
  RootCause,
  ComplaintState,
  ComplaintStep,
  ComplaintDemand,
  InquiryDepartment,
  InquiryMethod,
  ReviewDepartment,
  Conclusion,
  ComplaintMeasure,
  NoticeWay,
  NoticeKind,
} from './complaintWords.ts';
import { Binding, ComplaintClocks, LimitState, PauseKind } from './complaintClocks.ts';
import { AuditEntry } from './settings.ts';
import { Day, Id, Instant, ProtectionElement, Sha256 } from './vocabulary.ts';

export const Complainant = z.object({
  id: Id,
  /** The case under which this person complained: this one or one joined to it. */
  complaintId: Id,
  /** Masked; empty once purged. */
  name: z.string(),
  /** Masked; empty where none was given or once purged. */
  contact: z.string(),
});
export type Complainant = z.infer<typeof Complainant>;

export const ComplaintRow = z.object({
  id: Id,
  /** Of the register, running within the year of registration: 2026-0007. */
  number: z.string(),
  /** Of a joined case that of the case it was joined to. */
  state: ComplaintState,
  /** How an archived case ended; null while it is open. */
  end: z.enum(['closed', 'withdrawn']).nullable(),
  /** 1, and one more with every send-back. */
  round: z.int(),
  /** The first case of the same matter; steps are taken there. */
  joinedToId: Id.nullable(),
  joinedToNumber: z.string().nullable(),
  /** Cases joined to this one. */
  joined: z.int(),
  channel: ComplaintChannel,
  receivedAt: Instant,
  registeredAt: Instant,
  registeredBy: z.string(),
  category: ComplaintCategory,
  subclass: ComplaintSubclass.nullable(),
  /** Null: the branch is complained of and no one agent. */
  agentId: Id.nullable(),
  agentName: z.string(),
  employeeNumber: z.string(),
  branchId: Id,
  branchName: z.string(),
  /** Of the agent on the day of receipt; empty without an agent. */
  team: z.string(),
  /** The first complainant, masked. */
  complainant: z.string(),
  /** How many people complain, those of joined cases included; the same contact counts once. */
  complainants: z.int(),
  /** MAJOR_COMPLAINANTS or more together. */
  major: z.boolean(),
  content: z.string(),
  handlerId: Id.nullable(),
  handlerName: z.string(),
  /** Of the decision in force, a re-examination's included; null while undecided. */
  conclusion: Conclusion.nullable(),
  /** Found by the investigation of the last round. */
  cause: RootCause.nullable(),
  /** Whether the same complainant was here in the year before. */
  repeat: z.boolean(),
  /** Running by the instant of archiving: A2026-0003. */
  archiveNumber: z.string().nullable(),
  archivedAt: Instant.nullable(),
  /**
   * The limit that ends next, with the state it is in; null where nothing is open or all is stopped. Of a first case the earliest of
   * the matter; `caseNumber` names the joined case whose limit it is, null: its own. See the record's `clocks`.
   */
  binding: Binding.extend({ state: LimitState, caseNumber: z.string().nullable() }).nullable(),
  /** Until when every complainant must have the answer; null once they have it, or while the law's clock is stopped with all. */
  answerDue: Binding.nullable(),
  /** Its last return visit, 1 to 5. */
  satisfaction: z.int().nullable(),
  /** When names, contacts, texts and evidence were removed. */
  purgedAt: Instant.nullable(),
  /** Rises with every change; every step names the one that the person saw. */
  revision: z.int(),
});
export type ComplaintRow = z.infer<typeof ComplaintRow>;

/** The case of the matter that something belongs to: the first one or one joined to it. */
const OfCase = { complaintId: Id, complaintNumber: z.string() };

export const ComplaintFile = z.object({
  id: Id,
  /** A photo (JPEG), a document (PDF), or in words where a recording is kept (双录: reference and result of the check). */
  kind: z.enum(['photo', 'document', 'reference']),
  caption: z.string(),
  /** Of a reference null. */
  sha256: Sha256.nullable(),
  bytes: z.int(),
  round: z.int(),
  addedAt: Instant,
  addedBy: z.string(),
  ...OfCase,
});
export type ComplaintFile = z.infer<typeof ComplaintFile>;

export const Inquiry = z.object({
  id: Id,
  /** Of the first case; an inquiry of a joined one stands in the round in which it was made. */
  round: z.int(),
  department: InquiryDepartment,
  method: InquiryMethod,
  at: Instant,
  /** Who made it: not everybody has an account. */
  by: z.string(),
  recordedBy: z.string(),
  finding: z.string(),
  /** Evidence of this inquiry; may be empty. */
  fileIds: z.array(Id),
  ...OfCase,
});
export type Inquiry = z.infer<typeof Inquiry>;

export const Measure = z.object({
  kind: ComplaintMeasure,
  words: z.string().trim().min(1).max(500),
  owner: z.string().trim().min(1).max(80),
  dueOn: Day,
});
export type Measure = z.infer<typeof Measure>;

const Part = z.string().trim().max(3000);
/** The written answer: the four parts that the law asks for, then those of 6.2. As a draft each may be empty. */
export const LetterParts = z.object({
  /** 核实情况: what was verified (Art. 19). */
  verified: Part,
  /** 依据与理由: basis and reasons. */
  basis: Part,
  /** 处理决定与救济: the decision and the remedies. */
  remedies: Part,
  /** 核查权利与渠道: that a re-examination may be asked within 30 days, where and how (Art. 20). */
  reexamination: Part,
  /** 处理措施. */
  measures: Part,
  /** 办理时限. */
  time: Part,
  /** 责任人. */
  owner: Part,
  /** 后续跟进. */
  followUp: Part,
});
export type LetterParts = z.infer<typeof LetterParts>;

export const ReviewVerdict = z.object({
  department: ReviewDepartment,
  /** The reviewer of the department. */
  by: z.string(),
  /** 结果是否合理. */
  reasonable: z.boolean(),
  /** 程序是否合规. */
  byRules: z.boolean(),
  /** 客户权益是否得到保障. */
  rightsKept: z.boolean(),
  remark: z.string(),
  at: Instant,
  recordedBy: z.string(),
});
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

export const Round = z.object({
  round: z.int(),
  startedAt: Instant,
  /** Joint findings of the departments; empty until investigated. */
  findings: z.string(),
  cause: RootCause.nullable(),
  investigatedAt: Instant.nullable(),
  investigatedBy: z.string().nullable(),
  conclusion: Conclusion.nullable(),
  /** On which rules and facts it rests. */
  basis: z.string(),
  measures: z.array(Measure),
  handledAt: Instant.nullable(),
  handledBy: z.string().nullable(),
  letter: LetterParts,
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  /** One a department, as far as they are given. */
  verdicts: z.array(ReviewVerdict),
  /** How the round ended; null while it lasts. */
  outcome: z.enum(['passed', 'sentBack', 'newFacts']).nullable(),
  reviewedAt: Instant.nullable(),
  reviewedBy: z.string().nullable(),
  /** The review report, why it was sent back, or the new facts. */
  remark: z.string(),
});
export type Round = z.infer<typeof Round>;

export const Notice = z.object({
  id: Id,
  /** The case whose complainants were told: this one or one joined to it. */
  complaintId: Id,
  complaintNumber: z.string(),
  round: z.int(),
  kind: NoticeKind,
  way: NoticeWay,
  at: Instant,
  /** Proof in words: number of the consignment, who signed, sender and recipient of the e-mail. */
  proof: z.string(),
  fileId: Id.nullable(),
  recordedBy: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const Reexamination = z.object({
  id: Id,
  ...OfCase,
  askedOn: Day,
  way: ComplaintChannel,
  grounds: z.string(),
  /** Last day of the answer: 30 days from the request. */
  dueOn: Day,
  answeredOn: Day.nullable(),
  answeredBy: z.string().nullable(),
  outcome: z.enum(['kept', 'changed']).nullable(),
  /** When the complainant's withdrawal ended the request. */
  withdrawnAt: Instant.nullable(),
  /** The conclusion from then on, where it was changed. */
  conclusion: Conclusion.nullable(),
  words: z.string(),
  noticeWay: NoticeWay.nullable(),
  proof: z.string(),
});
export type Reexamination = z.infer<typeof Reexamination>;

export const ReturnVisit = z.object({
  id: Id,
  at: Instant,
  way: NoticeWay,
  /** 1 very dissatisfied to 5 very satisfied; null where the complainant gave none. */
  satisfaction: z.int().min(1).max(5).nullable(),
  words: z.string(),
  recordedBy: z.string(),
});
export type ReturnVisit = z.infer<typeof ReturnVisit>;

const Act = z.object({ at: Instant, by: z.string(), reason: z.string() });

const AMENDED = [
  ...(['channel', 'receivedAt', 'people', 'content', 'category', 'subclass', 'agent', 'branch', 'subjects'] as const),
] as const;
/** A correction of the registration and what it changed; people masked, empty for nothing. */
export const Amendment = Act.extend({
  changes: z.array(z.object({ field: z.enum(AMENDED), from: z.string(), to: z.string() })),
});
export type Amendment = z.infer<typeof Amendment>;

export const ComplaintRecord = ComplaintRow.extend({
  /** Both clocks as of now, computed with the calendar in force. */
  clocks: ComplaintClocks,
  /** Of this case and of those joined to it. */
  people: z.array(Complainant),
  /** With what binds each of them; one that was withdrawn alone has its end. */
  joinedCases: z.array(
    ComplaintRow.pick({
      ...{ id: true, number: true, receivedAt: true, channel: true, content: true, end: true, binding: true },
    }),
  ),
  /** 消费者权益保护要素, set at classification. */
  element: ProtectionElement.nullable(),
  /** People of the console who are themselves complained of: none of them takes part. */
  subjects: z.array(z.object({ userId: Id, name: z.string(), ...OfCase })),
  /** Declared interests (Art. 17): none of them takes part. */
  interests: z.array(Act.extend({ userId: Id, name: z.string(), ...OfCase })),
  /** Every assignment, oldest first; each says that no interest was declared. */
  handlers: z.array(Act.extend({ userId: Id, name: z.string(), ...OfCase })),
  /** Corrections of the registration, oldest first. */
  amendments: z.array(Amendment),
  rounds: z.array(Round),
  inquiries: z.array(Inquiry),
  files: z.array(ComplaintFile),
  notices: z.array(Notice),
  visits: z.array(ReturnVisit),
  reexaminations: z.array(Reexamination),
  /** Last day on which a re-examination may be asked; null until everybody was told. */
  reexaminationUntil: Day.nullable(),
  /** Of the term that runs; null where it was not lengthened. */
  complex: Act.nullable(),
  extension: Act.nullable(),
  pauses: z.array(
    Act.extend({
      ...{ id: Id, kind: PauseKind, from: Day, until: Day.nullable(), resumedBy: z.string().nullable(), ...OfCase },
    }),
  ),
  /** What lengthened or restarted a statutory term of the matter, oldest first. */
  terms: z.array(Act.extend({ kind: z.enum(['complex', 'extension', 'newFacts']), ...OfCase })),
  /** Proof of the withdrawal. With others joined to the case it goes on for them, and `end` is null. */
  withdrawal: z
    .object({
      ...{ at: Instant, way: NoticeWay, proof: z.string(), fileId: Id.nullable(), archiveNumber: z.string() },
      /** Recorded on a later day than the one it states: the limits ran until then. */
      late: z.boolean(),
    })
    .nullable(),
  /** Every move, oldest first. `reason` is empty where the step asks for none. */
  moves: z.array(
    z.object({
      step: ComplaintStep,
      from: ComplaintState,
      to: ComplaintState,
      round: z.int(),
      at: Instant,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  /**
   * The steps that lead out of the present state, with what each demands. What only the step itself says (its texts) counts as
   * unmet until it is said; `met` is what is on record. Empty for a joined case and an archived one.
   */
  next: z.array(
    z.object({
      step: ComplaintStep,
      demands: z.array(z.object({ demand: ComplaintDemand, met: z.boolean() })),
      /** A reason of the errors area why the reader may not take it: not the handler, recused, own handling; null if they may. */
      refused: z.string().nullable(),
    }),
  ),
  /** Whether the reader may see names and contacts plain through `reveal`. */
  mayReveal: z.boolean(),
  history: z.array(AuditEntry),
});
export type ComplaintRecord = z.infer<typeof ComplaintRecord>;
