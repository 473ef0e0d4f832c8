// 整改: the plan for one or more findings of one agent and one cause, from its deadline and its checks to the verified result, its
// effect, and those who were told (4.4, 6.3).
import { z } from 'zod';
import { ScoreComparison } from './dashboard.ts';
import { FindingRow, LedgerSource, RectificationState, Severity } from './findings.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Bilingual, Day, Id, Instant, ProblemClass, Sha256 } from './vocabulary.ts';

export const RECTIFICATION_MOVES = [
  'edit',
  'join',
  'start',
  'submit',
  'verify',
  'sendBack',
  'withdraw',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'check',
  'addEvidence',
  'removeEvidence',
  'confirmEffect',
  'tell',
  'close',
] as const;
export const RectificationMove = z.enum(RECTIFICATION_MOVES);
export type RectificationMove = z.infer<typeof RectificationMove>;

export const CAUSE_CATEGORIES = ['person', 'training', 'process', 'system', 'environment', 'other'] as const;
/** 人员, 培训, 流程, 制度与系统, 环境, 其他. */
export const CauseCategory = z.enum(CAUSE_CATEGORIES);
export type CauseCategory = z.infer<typeof CauseCategory>;

export const WHYS = 5;

export const Cause = z.object({
  categories: z.array(CauseCategory).max(CAUSE_CATEGORIES.length),
  /** Each answers why the one before it happened. */
  whys: z.array(z.string().trim().min(1).max(300)).max(WHYS),
  root: z.string().trim().max(1000),
});
export type Cause = z.infer<typeof Cause>;

/** Who does it: the agent, a user of the console, or another person by name. */
export const OwnerInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent') }),
  z.object({ kind: z.literal('user'), userId: Id }),
  z.object({ kind: z.literal('person'), name: z.string().trim().min(1).max(40) }),
]);
export type OwnerInput = z.infer<typeof OwnerInput>;

export const DEFAULT_EFFECT_DAYS = 30;

/** What of a plan can be edited until it is submitted; the deadline moves by extensions alone. */
export const PlanFields = z.object({
  title: z.string().trim().min(1).max(120),
  owner: OwnerInput,
  cause: Cause,
  measures: z.string().trim().max(4000),
  requirements: z.string().trim().max(2000),
  /** Days between checks; null: none are set. */
  checkEvery: z.int().min(1).max(90).nullable(),
  /** Days after the verification from which the effect is assessed. */
  effectDays: z.int().min(1).max(365),
});
export type PlanFields = z.infer<typeof PlanFields>;

export const PLAN_PARTS = ['cause', 'measures', 'requirements'] as const;
/** What a plan may still lack; it starts when nothing is missing. */
export type PlanPart = (typeof PLAN_PARTS)[number];

export const EFFECTS = ['solved', 'partly', 'notSolved', 'notAssessable'] as const;
/** 已解决, 部分解决, 未解决, 无法评估. */
export const Effect = z.enum(EFFECTS);
export type Effect = z.infer<typeof Effect>;

export const TOLD = ['client', 'manager', 'agent'] as const;
export const Told = z.enum(TOLD);
export type Told = z.infer<typeof Told>;

export const TELLING_WAYS = ['phone', 'message', 'mail', 'inPerson', 'meeting', 'letter'] as const;
/** 电话, 短信或微信, 邮件, 当面, 会议, 书面. */
export const TellingWay = z.enum(TELLING_WAYS);
export type TellingWay = z.infer<typeof TellingWay>;

const Owner = z.object({ kind: z.enum(['agent', 'user', 'person']), userId: Id.nullable(), name: z.string() });

export const RectificationRow = z.object({
  id: Id,
  title: z.string(),
  state: RectificationState,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  /** As of the day of planning. */
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  owner: Owner,
  findings: z.int(),
  sources: z.array(LedgerSource),
  classes: z.array(ProblemClass),
  criteria: z.array(z.string()),
  /** The highest of its findings. */
  severity: Severity,
  plannedAt: Instant,
  plannedOn: Day,
  firstDeadline: Day,
  /** In force: the last one granted. */
  deadline: Day,
  extensions: z.int(),
  /** An extension waits for a decision. */
  extensionAsked: z.boolean(),
  submittedAt: Instant.nullable(),
  verifiedAt: Instant.nullable(),
  verifiedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  /** The next check, today or overdue ones included; null where none is set or nothing is to be checked. */
  nextCheck: Day.nullable(),
  /** Days past the deadline while not verified; 0 on the deadline day and before. */
  daysOverdue: z.int(),
  /** From when the effect is assessed; null until verified. */
  effectFrom: Day.nullable(),
  effect: Effect.nullable(),
  /** Of client, manager and agent: those who were told or for whom it is stated why not. */
  told: z.int(),
});
export type RectificationRow = z.infer<typeof RectificationRow>;

export const LoggedMove = z.object({
  number: z.int(),
  move: z.enum(['plan', ...RECTIFICATION_MOVES]),
  from: RectificationState.nullable(),
  to: RectificationState,
  at: Instant,
  by: z.string(),
  /** Why; of a submission what was done, as it was said then. */
  reason: z.string().nullable(),
  /** Findings that the move planned for or joined. */
  findings: z.int(),
});
export type LoggedMove = z.infer<typeof LoggedMove>;

export const Extension = z.object({
  id: Id,
  from: Day,
  to: Day,
  reason: z.string(),
  askedAt: Instant,
  askedBy: z.string(),
  granted: z.boolean().nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
});
export type Extension = z.infer<typeof Extension>;

export const RectificationCheck = z.object({
  id: Id,
  day: Day,
  note: z.string(),
  /** 正常推进, 需要督促, 停滞. */
  progress: z.enum(['onTrack', 'slow', 'stuck']),
  at: Instant,
  by: z.string(),
});
export type RectificationCheck = z.infer<typeof RectificationCheck>;

export const EVIDENCE_TYPES = ['image/jpeg', 'application/pdf'] as const;
/** Bytes of a file and files of a rectification at most. */
export const FILE_BYTES = 10 * 1024 * 1024;
export const FILES = 50;

export const RectificationFile = z.object({
  id: Id,
  name: z.string(),
  caption: z.string(),
  type: z.enum(EVIDENCE_TYPES),
  sha256: Sha256,
  bytes: z.int(),
  addedAt: Instant,
  addedBy: z.string(),
});
export type RectificationFile = z.infer<typeof RectificationFile>;

export const Telling = z.object({
  id: Id,
  to: Told,
  /** Null with `why` where they were not told. */
  at: Instant.nullable(),
  way: TellingWay.nullable(),
  why: z.string().nullable(),
  recordedAt: Instant,
  by: z.string(),
});
export type Telling = z.infer<typeof Telling>;

export const ConfirmedEffect = z.object({
  effect: Effect,
  /** What the rule proposed when it was confirmed. */
  proposed: Effect,
  reason: z.string(),
  at: Instant,
  by: z.string(),
  before: z.object({ count: z.int(), mean: z.number().nullable() }),
  after: z.object({ count: z.int(), mean: z.number().nullable() }),
});
export type ConfirmedEffect = z.infer<typeof ConfirmedEffect>;

export const RectificationRecord = RectificationRow.extend({
  cause: Cause,
  measures: z.string(),
  requirements: z.string(),
  checkEvery: z.int().nullable(),
  effectDays: z.int(),
  revision: z.int(),
  plannedBy: z.string(),
  startedAt: Instant.nullable(),
  /** What was done, by the one who submitted it for the owner. */
  done: z.string().nullable(),
  submittedBy: z.string().nullable(),
  /** The fact that the verifier states, and where it is written down. */
  verifiedFact: z.string().nullable(),
  verifiedReference: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  nextSteps: z.string().nullable(),
  closedBy: z.string().nullable(),
  findingRows: z.array(FindingRow),
  moves: z.array(LoggedMove),
  extensionRows: z.array(Extension),
  /** Days on which a check is due, up to the deadline in force. */
  checkDays: z.array(Day),
  checks: z.array(RectificationCheck),
  files: z.array(RectificationFile),
  /** The last one for each, the one that counts. */
  tellings: z.array(Telling),
  confirmedEffect: ConfirmedEffect.nullable(),
  /** The one that it follows, and those that follow it. */
  follows: Id.nullable(),
  followedBy: z.array(Id),
  missing: z.array(z.enum(PLAN_PARTS)),
  /** For each move why this reader may not make it now (a key of the area `errors`), null where they may. */
  refusals: z.record(RectificationMove, z.string().nullable()),
  history: z.array(AuditEntry),
});
export type RectificationRecord = z.infer<typeof RectificationRecord>;

/** The same criteria before and after, and what the rule of shared/domain/rectification/effect.ts makes of it. */
export const EffectView = z.object({
  /** Half-open. */
  before: z.object({ start: Day, end: Day }),
  after: z.object({ start: Day, end: Day }),
  from: Day,
  /** The day has not come yet. */
  early: z.boolean(),
  whole: ScoreComparison,
  criteria: z.array(ScoreComparison.extend({ criterion: z.string(), text: Bilingual })),
  /** Later findings of the agent on the same criteria. */
  repeated: z.array(FindingRow),
  proposed: Effect,
  why: z.enum(['tooFew', 'lower', 'repeated', 'met', 'higher', 'same']),
});
export type EffectView = z.infer<typeof EffectView>;

/** Rows of a page of the ledger, and of one agent's findings or rectifications at most. */
export const RECTIFICATION_PAGE = 250;
export const OF_AGENT = 100;

/** What of the ledger is asked for; empty lists: all. */
export const RectificationFilter = z.object({
  states: z.array(RectificationState).default([]),
  agentIds: z.array(Id).default([]),
  teams: z.array(z.string()).default([]),
  /** Of any of its findings. */
  classes: z.array(ProblemClass).default([]),
  sources: z.array(LedgerSource).default([]),
  /** Each word in the title, the agent, the team or the owner. */
  text: z.string().trim().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(RECTIFICATION_PAGE),
});
export type RectificationFilter = z.output<typeof RectificationFilter>;

const One = z.object({ id: Id });
const Words = (most: number) => z.string().trim().min(1).max(most);
const Because = One.extend({ reason: Words(1000) });
const write = () => route('findings.write');

export const rectification = {
  /** A page: those that run first, by their deadline; `total` counts all that fit. */
  list: route('findings.read')
    .input(RectificationFilter.prefault({}))
    .output(
      z.object({
        rows: z.array(RectificationRow),
        total: z.int(),
        /** All that the ledger has, to be chosen from. */
        agents: z.array(z.object({ id: Id, name: z.string(), number: z.string() })),
        teams: z.array(z.string()),
      }),
    ),
  /** By title, agent, number or owner, those that run first. */
  find: route('findings.read')
    .input(z.object({ text: z.string().trim().min(1).max(60) }))
    .output(z.array(RectificationRow.pick({ id: true, title: true, agentName: true, deadline: true }))),
  /** What concerns an agent: findings that stand, those that wait first, and rectifications, overdue ones first. */
  ofAgent: route('findings.read')
    .input(z.object({ agentId: Id }))
    .output(z.object({ findings: z.array(FindingRow), rectifications: z.array(RectificationRow) })),
  /** Rectifications of an agent that findings may still be joined into. */
  joinable: route('findings.read')
    .input(z.object({ agentId: Id }))
    .output(z.array(RectificationRow)),
  get: route('findings.read').input(One).output(RectificationRecord),
  /** Who may be named as an owner. */
  people: route('findings.read').output(z.array(z.object({ id: Id, name: z.string() }))),
  plan: write()
    .input(
      PlanFields.extend({
        findingIds: z.array(Id).min(1).max(100),
        deadline: Day,
        /** A rectification without effect that this one follows; the findings are its own. */
        follows: Id.nullable(),
        /** Starts it in the same change; refused as a whole where the plan lacks a part. */
        start: z.boolean().default(false),
      }),
    )
    .output(One),
  edit: write()
    .input(PlanFields.extend({ id: Id, revision: z.int() }))
    .output(z.void()),
  join: write()
    .input(One.extend({ findingIds: z.array(Id).min(1).max(100) }))
    .output(z.void()),
  start: write().input(One).output(z.void()),
  submit: write()
    .input(One.extend({ done: Words(4000) }))
    .output(z.void()),
  /** With evidence: a file on the record, or a fact with the reference under which it can be looked up. */
  verify: write()
    .input(One.extend({ fact: z.string().trim().max(2000), reference: z.string().trim().max(200) }))
    .output(z.void()),
  sendBack: write().input(Because).output(z.void()),
  withdraw: write().input(Because).output(z.void()),
  askExtension: write()
    .input(Because.extend({ to: Day }))
    .output(z.void()),
  decideExtension: route('findings.decide')
    .input(Because.extend({ granted: z.boolean() }))
    .output(z.void()),
  check: write()
    .input(One.extend({ day: Day, progress: RectificationCheck.shape.progress, note: Words(1000) }))
    .output(z.void()),
  addFile: write()
    .input(
      One.extend({
        name: Words(120),
        caption: z.string().trim().max(200),
        /** It shows nobody who did not agree, and no client data that is not needed. */
        consent: z.boolean(),
        base64: z.base64().max(14_000_000),
      }),
    )
    .output(One),
  removeFile: write()
    .input(One.extend({ fileId: Id }))
    .output(z.void()),
  file: route('findings.read')
    .input(One.extend({ fileId: Id }))
    .output(z.object({ type: z.enum(EVIDENCE_TYPES), name: z.string(), base64: z.string() })),
  /** Writes a file to a place that the user names and logs it; null when the dialog was closed. */
  saveFile: route('findings.read')
    .input(One.extend({ fileId: Id }))
    .output(z.object({ path: z.string().nullable() })),
  effect: route('findings.read').input(One).output(EffectView),
  confirmEffect: write()
    .input(Because.extend({ effect: Effect }))
    .output(z.void()),
  tell: write()
    .input(
      One.extend({
        to: Told,
        told: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('told'), at: Instant, way: TellingWay }),
          z.object({ kind: z.literal('notTold'), why: Words(500) }),
        ]),
      }),
    )
    .output(z.void()),
  close: write()
    .input(One.extend({ nextSteps: Words(2000) }))
    .output(z.void()),
  /** Prints the closing report that the window shows to a PDF file and logs it; null when the dialog was closed. */
  saveReport: route('findings.read')
    .input(One.extend({ title: z.string().trim().min(1).max(120) }))
    .output(z.object({ path: z.string().nullable() })),
};
