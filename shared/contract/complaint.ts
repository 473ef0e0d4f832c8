// 投诉 through the seven states of 6.2: registration, the steps and what lies between them, the letter, statistics.
// Every write names the revision that the person saw (else CONFLICT changedMeanwhile) and answers the new one.
import { z } from 'zod';
import { PauseKind } from './complaintClocks.ts';
import { ComplaintFile, ComplaintRecord, ComplaintRow, LetterParts, Measure } from './complaintRecord.ts';
import { stepDrafts } from './complaintStepDrafts.ts';
import { ComplaintStatistics } from './complaintStatistics.ts';
import {
  ComplaintCategory,
  ComplaintChannel,
  ComplaintState,
  ComplaintSubclass,
  Conclusion,
  InquiryDepartment,
  InquiryMethod,
  NoticeKind,
  NoticeWay,
  ReviewDepartment,
  RootCause,
} from './complaintWords.ts';
import { route } from './route.ts';
import { Day, Id, Instant, ProtectionElement } from './vocabulary.ts';

const Words = (longest: number) => z.string().trim().max(longest);
const Said = (longest: number) => Words(longest).min(1);
const One = z.object({ id: Id });
const Seen = One.extend({ revision: z.int() });
const Done = z.object({ id: Id, revision: z.int() });
const act = () => route('complaints.write');

/** Complainants of one case at most. */
export const COMPLAINANTS = 500;
/** Bytes of one evidence file at most: 8 MiB. A photo is re-encoded by the page first (1600 px a side, 3 MiB). */
export const COMPLAINT_FILE_BYTES = 8 * 1024 * 1024;
/** Evidence files and references of one case. */
export const COMPLAINT_FILES = 200;
/** Rows of a list at most: what is not archived goes first. */
export const COMPLAINT_ROWS = 1_000;

export const ComplaintFields = z.object({
  channel: ComplaintChannel,
  /** When it reached the company: not in the future. */
  receivedAt: Instant,
  /** At least one; an anonymous one has an empty name. Typed plain, kept for the handler, masked in every read. */
  people: z
    .array(z.object({ name: Words(80), contact: Words(120) }))
    .min(1)
    .max(COMPLAINANTS),
  content: Said(4000),
  category: ComplaintCategory,
  subclass: ComplaintSubclass.nullable(),
  agentId: Id.nullable(),
  /** Needed where no agent is named; with an agent the branch is the agent's on the day of receipt and this is ignored. */
  branchId: Id.nullable(),
  /** People of the console who are complained of themselves. */
  subjectIds: z.array(Id).max(20),
});
export type ComplaintFields = z.infer<typeof ComplaintFields>;

/** A registration while it is typed: what is still missing is null or empty. */
export const RegistrationDraft = ComplaintFields.extend({
  receivedAt: Instant.nullable(),
  content: z.string().max(4000),
  people: z
    .array(z.object({ name: z.string().max(80), contact: z.string().max(120) }))
    .min(1)
    .max(COMPLAINANTS),
  category: ComplaintCategory.nullable(),
});
export type RegistrationDraft = z.infer<typeof RegistrationDraft>;

const CANDIDATE_SIGNS = ['contact', 'agent', 'content'] as const;
/**
 * A case that may be the same matter, received within 90 days of this one and not purged; the likeliest first. By the words alone
 * the 300 newest of these are looked at, and of each text the first 600 signs.
 */
export const Candidate = z.object({
  row: ComplaintRow,
  /** What agrees: the complainant's contact, the agent, the words (half of their two-character parts or more). */
  signs: z.array(z.enum(CANDIDATE_SIGNS)).min(1),
  /** 0..1, how many of the words' parts both have. */
  likeness: z.number(),
});
export type Candidate = z.infer<typeof Candidate>;

export const ComplaintFilter = z.object({
  /** Days of receipt, both inside. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** Empty: all. */
  states: z.array(ComplaintState).default([]),
  branchId: Id.nullable().default(null),
  agentId: Id.nullable().default(null),
  handlerId: Id.nullable().default(null),
  /** Whether cases that were joined to another are listed too. */
  joined: z.boolean().default(false),
  /** Part of a number, the agent's name or number, or the content. */
  text: Words(60).default(''),
  /** Rows at most; `total` counts all. */
  most: z.int().min(1).max(COMPLAINT_ROWS).default(COMPLAINT_ROWS),
});
export type ComplaintFilter = z.output<typeof ComplaintFilter>;

/** All that the printed answer holds; names stand plain in it, so it is only for those who may reveal. */
export const ComplaintLetter = z.object({
  number: z.string(),
  branchName: z.string(),
  /** Plain names of those it is addressed to; empty for the anonymous. */
  to: z.array(z.string()),
  receivedOn: Day,
  channel: ComplaintChannel,
  content: z.string(),
  round: z.int(),
  conclusion: Conclusion.nullable(),
  parts: LetterParts,
  measures: z.array(Measure),
  handlerName: z.string(),
  /** Day of the answer; null while it is a draft. */
  answeredOn: Day.nullable(),
  /** Set with the answer's notice; null until everybody was told. */
  reexaminationUntil: Day.nullable(),
});
export type ComplaintLetter = z.infer<typeof ComplaintLetter>;

/** Who made an inquiry or gave a verdict: an account, or by name a colleague of another department who has none. */
const Person = z.object({ byId: Id.nullable().default(null), by: Words(80) });

/** Proof that somebody was told; either words or a file of the case must be there. */
const Proof = z.object({ way: NoticeWay, at: Instant, proof: Words(500), fileId: Id.nullable() });

export const complaint = {
  /** By receipt, newest first; where there are more than `most`, open ones are kept first. A joined case stands under its first case unless `joined`. */
  list: route('complaints.read')
    .input(ComplaintFilter)
    .output(z.object({ rows: z.array(ComplaintRow), total: z.int() })),
  get: route('complaints.read').input(One).output(ComplaintRecord),
  /** Who could handle the case: active holders of complaints.write by name, each with why they may not, or null. */
  handlers: route('complaints.read')
    .input(One)
    .output(z.array(z.object({ id: Id, name: z.string(), refused: z.string().nullable() }))),
  /** Everybody with an account, by name: for subjects and interests. */
  people: route('complaints.read').output(z.array(z.object({ id: Id, name: z.string() }))),
  /** Cases of the same matter, before or after registration; `exceptId` leaves out the case itself and those joined with it. */
  candidates: act()
    .input(
      z.object({
        contacts: z.array(Words(120)).max(COMPLAINANTS),
        agentId: Id.nullable(),
        content: Words(4000),
        receivedAt: Instant,
        exceptId: Id.nullable().default(null),
      }),
    )
    .output(z.array(Candidate)),
  register: act()
    .input(ComplaintFields.extend({ joinToId: Id.nullable().default(null) }))
    .output(Done.extend({ number: z.string() })),
  /** The reader's own registration that is typed and not yet sent; gone once it is registered. */
  draft: act().output(RegistrationDraft.nullable()),
  saveDraft: act().input(RegistrationDraft).output(z.object({})),
  dropDraft: act().output(z.object({})),
  ...stepDrafts,
  /** Corrects the registration with a reason, until it is classified. `people` null: they stay as they are. */
  amend: act()
    .input(
      Seen.extend({
        reason: Said(500),
        fields: ComplaintFields.extend({ people: ComplaintFields.shape.people.nullable() }),
      }),
    )
    .output(Done),
  /** Joins a case to the first one of its matter, until it is handled; it follows that one's state from then on. */
  join: act()
    .input(Seen.extend({ toId: Id, reason: Said(500) }))
    .output(Done),
  /** Takes a joined case out again while the first one is not yet answered. */
  separate: act()
    .input(Seen.extend({ reason: Said(500) }))
    .output(Done),

  /** received → accepted. `noInterest`: the handler has said to have no direct interest in the matter (Art. 17). */
  accept: act()
    .input(Seen.extend({ handlerId: Id, noInterest: z.literal(true) }))
    .output(Done),
  /** Hands an open case to another person. */
  assign: act()
    .input(Seen.extend({ handlerId: Id, noInterest: z.literal(true), reason: Said(500) }))
    .output(Done),
  /** 回避: from then on this person takes part in nothing; a handler so recused leaves the case without one. */
  declareInterest: act()
    .input(Seen.extend({ userId: Id, reason: Said(500) }))
    .output(Done),
  /** accepted → classified; also states the agent, who may have been unknown before. */
  classify: act()
    .input(
      Seen.extend({
        category: ComplaintCategory,
        subclass: ComplaintSubclass.nullable(),
        agentId: Id.nullable(),
        branchId: Id.nullable(),
        element: ProtectionElement,
      }),
    )
    .output(Done),
  /** Active accounts that could investigate or review for a department, each with why they may not, or null. */
  colleagues: route('complaints.read')
    .input(
      One.extend({
        as: z.union([
          z.object({ part: z.literal('inquiry'), department: InquiryDepartment }),
          z.object({ part: z.literal('review'), department: ReviewDepartment }),
        ]),
      }),
    )
    .output(z.array(z.object({ id: Id, name: z.string(), login: z.string(), refused: z.string().nullable() }))),
  /**
   * One piece of the joint investigation, by a person of the department, who stands for no other; the first ends the 48 hours. Open in
   * classified, and before a round is handled again.
   */
  addInquiry: act()
    .input(
      Seen.extend({
        department: InquiryDepartment,
        method: InquiryMethod,
        at: Instant,
        finding: Said(3000),
        fileIds: z.array(Id).max(50),
      }).extend(Person.shape),
    )
    .output(Done),
  /** classified → investigated: inquiries of all three departments and evidence are on record. */
  investigate: act()
    .input(Seen.extend({ findings: Words(3000), cause: RootCause }))
    .output(Done),
  /** investigated → handled. Upheld: at least one measure of the category; not upheld: none needed. */
  handle: act()
    .input(Seen.extend({ conclusion: Conclusion, basis: Words(3000), measures: z.array(Measure).max(20) }))
    .output(Done),
  /** Keeps the letter as far as it is written; open in handled. */
  saveLetter: act()
    .input(Seen.extend({ letter: LetterParts }))
    .output(Done),
  /** handled → answered, with the letter as it was saved. The clock stops only when the notice is proven. */
  answer: act().input(Seen).output(Done),
  /** Proof that the complainants of one case were told. `answer` in answered, `review` in reviewed, `extension` while it runs. */
  addNotice: act()
    .input(Seen.extend({ kind: NoticeKind, complaintId: Id }).extend(Proof.shape))
    .output(Done),
  /**
   * One department's verdict of the joint review, by a reviewer of its own who took no part in the case; given again, it replaces
   * the one before. Recorded by someone who took no part either.
   */
  giveVerdict: act()
    .input(
      Seen.extend({
        department: ReviewDepartment,
        reasonable: z.boolean(),
        byRules: z.boolean(),
        rightsKept: z.boolean(),
        remark: Words(1000),
      }).extend(Person.shape),
    )
    .output(Done),
  /** answered → reviewed: three verdicts, all fair. Not by who took part. */
  review: act()
    .input(Seen.extend({ remark: Said(2000) }))
    .output(Done),
  /** answered → investigated, a new round: three verdicts, one of them unfair. Both rounds stay on record. */
  sendBack: act()
    .input(Seen.extend({ reason: Said(1000) }))
    .output(Done),
  /** reviewed → archived with a running number: everybody was told of the review. */
  archive: act().input(Seen).output(Done),
  /** Ends an open case on the day of the withdrawal and archives it. For the joint ones each complainant withdraws through the proof. */
  withdraw: act().input(Seen.extend(Proof.shape)).output(Done),

  /** 15 → 30 natural days; by a manager, before anybody was told. */
  markComplex: route('complaints.decide')
    .input(Seen.extend({ reason: Said(500) }))
    .output(Done),
  /** 30 → 60 natural days of a complex case; by a manager, with the notice to the complainants, `others` to those of each joined case. */
  extend: route('complaints.decide')
    .input(
      Seen.extend({ reason: Said(500) })
        .extend(Proof.shape)
        .extend({ others: z.array(Proof.extend({ complaintId: Id })).default([]) }),
    )
    .output(Done),
  /** Stops the statutory clock from a day on: not from before the last step, and not once it has run out. */
  pause: act()
    .input(Seen.extend({ kind: PauseKind, from: Day, reason: Said(500) }))
    .output(Done),
  /** The clock runs again from `until` on. */
  resume: act()
    .input(Seen.extend({ until: Day }))
    .output(Done),
  /** classified, investigated, handled or answered → classified: a full new statutory term runs from `at`; the term is ordinary again. */
  newFacts: act()
    .input(Seen.extend({ at: Instant, reason: Said(1000) }))
    .output(Done),

  /** Asked within 30 days of the notice; one at a time. */
  askReexamination: act()
    .input(Seen.extend({ askedOn: Day, way: ComplaintChannel, grounds: Said(2000) }))
    .output(Done),
  /** By a manager who is not the handler. `conclusion` is given exactly where the outcome is `changed`. */
  answerReexamination: route('complaints.decide')
    .input(
      Seen.extend({
        reexaminationId: Id,
        outcome: z.enum(['kept', 'changed']),
        conclusion: Conclusion.nullable(),
        words: Said(3000),
        answeredOn: Day,
        noticeWay: NoticeWay,
        proof: Said(500),
      }),
    )
    .output(Done),
  /** Active holders of complaints.decide by name, each with why they may not answer a re-examination of the case, or null. */
  reexaminers: route('complaints.read')
    .input(One)
    .output(z.array(z.object({ id: Id, name: z.string(), refused: z.string().nullable() }))),
  /** A return visit, from the answer on, archived or not (6.4). */
  addVisit: act()
    .input(
      Seen.extend({
        at: Instant,
        way: NoticeWay,
        satisfaction: z.int().min(1).max(5).nullable(),
        words: Words(1000),
      }),
    )
    .output(Done),

  /** JPEG or PDF, told by its bytes; sound and film are refused (双录). Open until archived. */
  addFile: act()
    .input(Seen.extend({ caption: Words(200), base64: z.base64().max(Math.ceil((COMPLAINT_FILE_BYTES * 4) / 3) + 8) }))
    .output(Done.extend({ file: ComplaintFile })),
  /** Evidence that is kept elsewhere: where it is and what its check found. */
  addReference: act()
    .input(Seen.extend({ caption: Said(500) }))
    .output(Done.extend({ file: ComplaintFile })),
  /** Stored as it came, names plain: not for those who only read; each opening is logged. */
  file: act()
    .input(One.extend({ fileId: Id }))
    .output(z.object({ mime: z.enum(['image/jpeg', 'application/pdf']), base64: z.string() })),

  /** Names and contacts plain, for the handler and those who decide; each look is logged with its reason. */
  reveal: act()
    .input(One.extend({ reason: Said(200) }))
    .output(z.array(z.object({ id: Id, complaintId: Id, name: z.string(), contact: z.string() }))),
  /** The letter of a round, also as a draft; for those who may reveal, and logged like `reveal`. */
  letter: act()
    .input(One.extend({ round: z.int().min(1) }))
    .output(ComplaintLetter),
  /** Prints the page that the window shows to a PDF file and logs it; null when the dialog was closed. */
  printLetter: act()
    .input(One.extend({ round: z.int().min(1), title: Said(120) }))
    .output(z.object({ path: z.string().nullable() })),

  /** Cases received in the days, both inside; a joined one counts with its first. */
  statistics: route('complaints.read')
    .input(z.object({ from: Day, to: Day, branchId: Id.nullable().default(null) }))
    .output(ComplaintStatistics),
};
