// The routes of 现场观察: from plan or start through answers, review and signatures to the locked record (4.2).
// Every write answers with the instant at which it was on disk; until then the screen shows no tick.
import { z } from 'zod';
import {
  Counts,
  Blocker,
  Evidence,
  Finding,
  FindingFields,
  Introduction,
  NotApplicableReason,
  ObservationRecord,
  ObservationState,
  RedLine,
  ServiceContext,
  ServiceKind,
  ServiceSetting,
  SessionResult,
  Signature,
} from './observationRecord.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Clause, Criterion } from './standard.ts';
import { Day, Id, Instant, ProblemClass } from './vocabulary.ts';

const Code = z.string().min(1).max(40);
const One = z.object({ id: Id });
const OfCriterion = One.extend({ criterion: Code });

/** `savedAt`: when it was durable. `signaturesVoided`: signatures stood on the revision and no longer hold. */
export const Saved = z.object({ savedAt: Instant, counts: Counts, signaturesVoided: z.boolean() });
export type Saved = z.infer<typeof Saved>;

export const AnswerInput = OfCriterion.extend({
  answer: z.discriminatedUnion('kind', [
    /**
     * 0..1 on the criterion's scale. `redLineConfirmed` must be true for a failing answer on a red-line criterion: the screen
     * has quoted the clause and the assessor has said yes.
     */
    z.object({
      kind: z.literal('scored'),
      value: z.number().min(0).max(1),
      redLineConfirmed: z.boolean().default(false),
    }),
    z.object({
      kind: z.literal('notApplicable'),
      reason: NotApplicableReason,
      words: z.string().trim().max(200).default(''),
    }),
    z.object({ kind: z.literal('clear') }),
  ]),
  /** Where the assessor goes next; the session reopens there. Null: stays at this item. */
  position: Code.nullable(),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

/** Bytes of one re-encoded photo: 3 MiB as base64. */
export const EVIDENCE_BYTES = 3 * 1024 * 1024;
/** Longest side of a photo in pixels. */
export const EVIDENCE_SIDE = 1600;
/** Photos of one observation. */
export const EVIDENCE_FILES = 200;

export const AgentSignatureInput = z.discriminatedUnion('means', [
  z.object({
    means: z.literal('drawn'),
    attitude: z.enum(['agree', 'disagree']),
    words: z.string().trim().max(1000),
    /** PNG of the strokes, at most 512 KiB. */
    png: z.base64().max(700_000),
  }),
  z.object({
    means: z.literal('typed'),
    attitude: z.enum(['agree', 'disagree']),
    words: z.string().trim().max(1000),
    /** Both must match the roster. */
    name: z.string().trim().max(80),
    employeeNumber: z.string().trim().max(40),
  }),
  z.object({
    means: z.literal('witness'),
    attitude: z.literal('refuse'),
    words: z.string().trim().max(1000),
    witnessName: z.string().trim().min(1).max(80),
    witnessCapacity: z.string().trim().min(1).max(80),
  }),
]);
export type AgentSignatureInput = z.infer<typeof AgentSignatureInput>;

export const ObservationRow = z.object({
  id: Id,
  state: ObservationState,
  amending: z.boolean(),
  lateEntry: z.boolean(),
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  assessorId: Id,
  assessorName: z.string(),
  plannedOn: Day.nullable(),
  serviceAt: Instant.nullable(),
  serviceDay: Day.nullable(),
  kind: ServiceKind,
  setting: ServiceSetting,
  /** In words; empty where only the setting was chosen. */
  place: z.string(),
  /** Masked. */
  client: z.string(),
  standardNumber: z.int().nullable(),
  answered: z.int(),
  criteria: z.int(),
  findings: z.int(),
  redLinesPending: z.int(),
  redLinesConfirmed: z.int(),
  revision: z.int(),
  /** Session score 0..100 of the submitted revision. */
  score: z.number().nullable(),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  /** The calibration that it belongs to: such a session is never evidence. */
  calibrationId: Id.nullable(),
});
export type ObservationRow = z.infer<typeof ObservationRow>;

export const ObservationFilter = z.object({
  /** Empty: all. */
  states: z.array(ObservationState).default([]),
  /** On the service day, or the planned day of a planned one; both ends belong. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  branchId: Id.nullable().default(null),
  agentId: Id.nullable().default(null),
  assessorId: Id.nullable().default(null),
  kinds: z.array(ServiceKind).default([]),
  lateEntry: z.boolean().nullable().default(null),
  /** Submitted ones with an open amendment, or without. */
  amending: z.boolean().nullable().default(null),
  /** Part of the agent's name, number or the place. */
  text: z.string().max(60).default(''),
  limit: z.int().min(1).max(50_000).default(5000),
});
export type ObservationFilter = z.infer<typeof ObservationFilter>;

export const Review = z.object({
  counts: Counts,
  /** Unanswered criteria in order; the required ones are also among the blockers. */
  missing: z.array(z.object({ criterion: z.string(), required: z.boolean() })),
  blockers: z.array(Blocker),
  notApplicable: z.array(z.object({ criterion: z.string(), reason: NotApplicableReason, words: z.string() })),
  failing: z.array(z.string()),
  result: SessionResult,
  /** Digest that a signature given now would cover. */
  digest: z.string(),
  /** Those that hold on this digest. */
  signatures: z.array(Signature),
});
export type Review = z.infer<typeof Review>;

/** A red line waiting for a decision, with what the decider needs to see at a glance. */
export const PendingRedLine = RedLine.extend({
  agentName: z.string(),
  employeeNumber: z.string(),
  branchName: z.string(),
  assessorId: Id,
  serviceDay: Day,
  clauseTitle: z.object({ zh: z.string(), en: z.string() }),
  /** False where the reader recorded it: another holder must decide. */
  decidable: z.boolean(),
});
export type PendingRedLine = z.infer<typeof PendingRedLine>;

const Start = z.object({
  agentId: Id,
  context: ServiceContext,
  /** The client was told about personal data; needed before submission, may come later. */
  noticeConfirmed: z.boolean(),
  /** When the service took place; null means now. Never in the future. An earlier day is marked 补录. */
  serviceAt: Instant.nullable(),
});

const read = () => route('observation.read');
const write = () => route('observation.write');

export const observation = {
  plan: write()
    .input(z.object({ agentId: Id, context: ServiceContext, day: Day, assessorId: Id.nullable() }))
    .output(One),
  /** A planned one that has not been started. */
  cancelPlan: write()
    .input(One.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(z.void()),
  start: write().input(Start).output(ObservationRecord),
  startPlanned: write()
    .input(Start.omit({ agentId: true }).extend({ id: Id }))
    .output(ObservationRecord),

  /** The open revision, else the submitted one. */
  open: read().input(One).output(ObservationRecord),
  readRevision: read()
    .input(One.extend({ number: z.int().positive() }))
    .output(ObservationRecord),
  list: read()
    .input(ObservationFilter)
    .output(z.object({ rows: z.array(ObservationRow), total: z.int() })),
  /** People who may observe, for filters and plans; a third-party assessor gets only themself. */
  assessors: read().output(z.array(z.object({ id: Id, name: z.string() }))),
  /** What the runner shows beside the items: the agent's last submitted session and what failed in the last five. */
  background: read()
    .input(One)
    .output(
      z.object({
        last: z.object({ id: Id, serviceDay: Day, score: z.number().nullable() }).nullable(),
        repeated: z.array(z.object({ criterion: z.string(), times: z.int() })),
        /** Problem records of those sessions, newest first; nothing closes them until they are rectified. */
        findings: z.array(
          z.object({
            observationId: Id,
            serviceDay: Day,
            criterion: z.string(),
            class: ProblemClass.nullable(),
            description: z.string(),
          }),
        ),
        /** Rectifications of the agent that run, by their deadline; empty for those who may not read the ledger. */
        rectifications: z.array(
          z.object({ id: Id, title: z.string(), deadline: Day, daysOverdue: z.int(), criteria: z.array(z.string()) }),
        ),
      }),
    ),
  /** What happened to the observation, newest first. */
  history: read().input(One).output(z.array(AuditEntry)),
  /** A version's observation items for the printable blank checklist; null: the one in force. */
  paper: read()
    .input(z.object({ versionId: Id.nullable() }))
    .output(
      z.object({
        versionId: Id,
        number: z.int(),
        title: z.string(),
        digest: z.string(),
        clauses: z.array(Clause),
        criteria: z.array(Criterion),
      }),
    ),

  setContext: write()
    .input(One.extend({ context: ServiceContext }))
    .output(Saved),
  confirmNotice: write().input(One).output(Saved),
  answer: write()
    .input(AnswerInput)
    .output(Saved.extend({ answeredAt: Instant.nullable(), redLine: RedLine.nullable() })),
  /** Autosave; an empty text removes the note. */
  note: write()
    .input(OfCriterion.extend({ text: z.string().max(2000) }))
    .output(Saved),
  /** The observation that the caller had open in the runner when the console ended, null when they had left it. */
  running: write().output(z.object({ id: Id.nullable() })),
  /** The caller opened the observation in the runner, or with null left it. */
  setRunning: write()
    .input(z.object({ id: Id.nullable() }))
    .output(z.void()),
  /** Only remembers where the assessor is. */
  position: write().input(OfCriterion).output(z.void()),
  /** Autosave of a failing item's problem record; may be incomplete. */
  finding: write()
    .input(OfCriterion.extend({ fields: FindingFields }))
    .output(Saved.extend({ finding: Finding })),
  removeFinding: write().input(OfCriterion).output(Saved),

  addEvidence: write()
    .input(
      One.extend({
        criterion: Code.nullable(),
        caption: z.string().trim().max(200),
        /** The person in the picture agreed; without it nothing is stored. */
        consent: z.boolean(),
        /** JPEG as re-encoded by the page: at most 1600 px a side, no metadata. */
        jpeg: z.base64().max(Math.ceil(EVIDENCE_BYTES / 3) * 4 + 4),
      }),
    )
    .output(Saved.extend({ evidence: Evidence })),
  evidenceBytes: read()
    .input(One.extend({ evidenceId: Id }))
    .output(z.object({ mime: z.literal('image/jpeg'), base64: z.string() })),
  captionEvidence: write()
    .input(One.extend({ evidenceId: Id, caption: z.string().trim().max(200) }))
    .output(Saved),
  removeEvidence: write()
    .input(One.extend({ evidenceId: Id }))
    .output(Saved),

  introduction: write()
    .input(One.extend({ action: z.enum(['start', 'stop', 'reset']) }))
    .output(Saved.extend({ introduction: Introduction })),
  /** Minutes from paper, 0 to 600; null goes back to the timer. */
  introductionMinutes: write()
    .input(One.extend({ minutes: z.number().min(0).max(600).nullable() }))
    .output(Saved.extend({ introduction: Introduction })),

  /** `submitted`: of the revision that counts while an amendment is open; otherwise of the one that is shown. */
  review: read()
    .input(One.extend({ submitted: z.boolean().optional() }))
    .output(Review),
  signAssessor: write()
    .input(One.extend({ password: z.string().max(200) }))
    .output(Signature),
  signAgent: write()
    .input(One.extend({ signature: AgentSignatureInput }))
    .output(Signature),
  signatureImage: read()
    .input(One.extend({ signatureId: Id }))
    .output(z.object({ mime: z.literal('image/png'), base64: z.string() })),
  /** @throws INVALID notReady with the number of blockers */
  submit: write().input(One).output(ObservationRecord),
  withdraw: write()
    .input(One.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(z.void()),
  /** Opens a new revision of a submitted observation with a copy of everything but the signatures. */
  amend: write()
    .input(One.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(ObservationRecord),
  /** Gives up the open amendment; the submitted revision stands. */
  discardAmendment: write().input(One).output(ObservationRecord),

  redLineStatement: write()
    .input(One.extend({ redLineId: Id, statement: z.string().trim().max(2000) }))
    .output(RedLine),
  /** Only by a holder of redLine.decide who is not the assessor, after submission or withdrawal. */
  decideRedLine: route('redLine.decide')
    .input(One.extend({ redLineId: Id, confirmed: z.boolean(), reason: z.string().trim().min(1).max(1000) }))
    .output(RedLine),
  pendingRedLines: read().output(z.array(PendingRedLine)),
};
