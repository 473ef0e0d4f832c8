// 满意度调查 (4.2): questionnaires with versions, surveys from paper and from clients, their statistics.
// A survey is anonymous unless a client reference was given, and that leaves the store masked.
import { z } from 'zod';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { AccountState } from './account.ts';
import { Bilingual, Day, Dimension, DIMENSIONS, Id, Instant, Sha256 } from './vocabulary.ts';

export const LIKERT = [1, 2, 3, 4, 5] as const;
/** 1 很不同意 … 5 很同意 (4.2). */
export const Likert = z.union(LIKERT.map((value) => z.literal(value)));
export type Likert = (typeof LIKERT)[number];

export const SURVEY_MEANS = ['paper', 'client'] as const;
/** Entered from paper, or by the client in client mode. */
export const SurveyMeans = z.enum(SURVEY_MEANS);
export type SurveyMeans = z.infer<typeof SurveyMeans>;

export const SURVEY_STATES = ['counted', 'withdrawn'] as const;
export const SurveyState = z.enum(SURVEY_STATES);
export type SurveyState = z.infer<typeof SurveyState>;

/** Items of one questionnaire at most. */
export const MOST_ITEMS = 40;

const ItemCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.-]{1,12}$/);
const Wording = z.object({ zh: z.string().trim().max(200), en: z.string().trim().max(300) });

export const QuestionnaireItem = z.object({ code: ItemCode, dimension: Dimension, text: Wording });
export type QuestionnaireItem = z.infer<typeof QuestionnaireItem>;

/** What is digested of a version. Items in the order in which they are asked. */
export const QuestionnaireContent = z.object({ title: Wording, items: z.array(QuestionnaireItem).max(MOST_ITEMS) });
export type QuestionnaireContent = z.infer<typeof QuestionnaireContent>;

export const QuestionnaireVersion = z.object({
  id: Id,
  /** 1, 2, 3 … in order of publication; a draft has the number it will get. */
  number: z.int().positive(),
  status: z.enum(['draft', 'published']),
  title: Bilingual,
  digest: Sha256,
  /** Why it was published; empty for the built-in one and for drafts. */
  reason: z.string(),
  basedOn: Id.nullable(),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  items: z.int(),
  /** Surveys that keep this version, withdrawn ones too. */
  surveys: z.int(),
});
export type QuestionnaireVersion = z.infer<typeof QuestionnaireVersion>;

export const Questionnaire = z.object({
  version: QuestionnaireVersion,
  items: z.array(QuestionnaireItem),
  history: z.array(AuditEntry),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

export const PROBLEMS = ['titleMissing', 'noItems', 'textMissing', 'codeTwice', 'dimensionMissing'] as const;
/** What keeps a draft from being published; `subject` is the item's code or the dimension. */
export const QuestionnaireProblem = z.object({ problem: z.enum(PROBLEMS), subject: z.string() });
export type QuestionnaireProblem = z.infer<typeof QuestionnaireProblem>;

/** Answered items by code; those that were not answered are left out. */
export const SurveyAnswers = z.record(ItemCode, Likert);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

const Words = {
  answers: SurveyAnswers,
  comment: z.string().trim().max(2000),
  /** Empty: anonymous. Stored as typed. */
  client: z.string().trim().max(80),
};

/** Mean of 0..100 with its 95% interval; no interval with one value or where all are equal. */
export const Estimate = z.object({
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  count: z.int(),
});
export type Estimate = z.infer<typeof Estimate>;

/** How many answered 1, 2, 3, 4 and 5. */
export const LikertCounts = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]);
export type LikertCounts = z.infer<typeof LikertCounts>;

/** 0..100 by dimension; null where no item of it was answered. */
export const DimensionValues = z.object(
  Object.fromEntries(DIMENSIONS.map((name) => [name, z.number().nullable()])) as Record<
    (typeof DIMENSIONS)[number],
    z.ZodNullable<z.ZodNumber>
  >,
);
export type DimensionValues = z.infer<typeof DimensionValues>;

export const SurveyRow = z.object({
  id: Id,
  state: SurveyState,
  means: SurveyMeans,
  /** The day on which the client answered; the agent's branch and team are those of this day. */
  day: Day,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  questionnaireId: Id,
  questionnaireNumber: z.int(),
  answered: z.int(),
  items: z.int(),
  /** Mean of the answered items, 0..100. */
  csi: z.number(),
  dimensions: DimensionValues,
  /** Masked; null for an anonymous one. */
  client: z.string().nullable(),
  comment: z.string(),
  enteredById: Id,
  enteredByName: z.string(),
  enteredAt: Instant,
  /** Whether the person who reads it may withdraw it. */
  withdrawable: z.boolean(),
});
export type SurveyRow = z.infer<typeof SurveyRow>;

export const SurveyRecord = SurveyRow.extend({
  /** Every item of its version, answered or not. */
  answers: z.array(QuestionnaireItem.extend({ likert: Likert.nullable() })),
  title: Bilingual,
  digest: Sha256,
  withdrawn: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
  history: z.array(AuditEntry),
});
export type SurveyRecord = z.infer<typeof SurveyRecord>;

export const SurveyFilter = z.object({
  /** First and last day, both inside. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** The branch and all below it. */
  branchId: Id.nullable().default(null),
  team: z.string().max(40).nullable().default(null),
  agentId: Id.nullable().default(null),
  dimension: Dimension.nullable().default(null),
  /** With a questionnaire: the answers of this item of it. */
  item: z.string().max(12).nullable().default(null),
  questionnaireId: Id.nullable().default(null),
  /** Surveys with such an answer, to the item or in the dimension where one is given. */
  likert: Likert.nullable().default(null),
  states: z.array(SurveyState).default([]),
  limit: z.int().min(1).max(50_000).default(10_000),
});
export type SurveyFilter = z.infer<typeof SurveyFilter>;

export const SURVEY_GROUPS = ['branch', 'team', 'agent'] as const;
export const SurveyGroupKind = z.enum(SURVEY_GROUPS);
export type SurveyGroupKind = z.infer<typeof SurveyGroupKind>;

/** Answers in a dimension or to an item; counts and mean are null below the least number of answers. */
const Answered = { answers: z.int(), counts: LikertCounts.nullable(), mean: z.number().nullable() };

export const DimensionAnswers = z.object({ dimension: Dimension, ...Answered });
export const ItemAnswers = z.object({
  questionnaireId: Id,
  questionnaireNumber: z.int(),
  code: z.string(),
  dimension: Dimension,
  text: Bilingual,
  ...Answered,
});
export type ItemAnswers = z.infer<typeof ItemAnswers>;

export const SurveyGroup = z.object({
  branchId: Id,
  branchName: z.string(),
  /** Null where groups are branches. */
  team: z.string().nullable(),
  agent: z.object({ id: Id, name: z.string(), employeeNumber: z.string() }).nullable(),
  surveys: z.int(),
  /** These three are null below the least number of surveys. */
  csi: Estimate.nullable(),
  counts: LikertCounts.nullable(),
  dimensions: DimensionValues.nullable(),
});
export type SurveyGroup = z.infer<typeof SurveyGroup>;

export const SurveyStatistics = z.object({
  period: PeriodDays,
  by: SurveyGroupKind,
  /** Breakdowns with fewer are counted and not shown (scoring model, section 6). */
  least: z.int(),
  surveys: z.int(),
  csi: Estimate.nullable(),
  dimensions: z.array(DimensionAnswers),
  items: z.array(ItemAnswers),
  groups: z.array(SurveyGroup),
});
export type SurveyStatistics = z.infer<typeof SurveyStatistics>;

/** What a person entered today, and the last of it. */
export const EntriesOfToday = z.object({
  count: z.int(),
  last: z.object({ id: Id, agentName: z.string(), answered: z.int(), csi: z.number(), enteredAt: Instant }).nullable(),
});
export type EntriesOfToday = z.infer<typeof EntriesOfToday>;

/** All that client mode knows: whose service, and the questions. */
export const ClientPage = z.object({
  agentName: z.string(),
  branchName: z.string(),
  title: Bilingual,
  items: z.array(QuestionnaireItem),
});
export type ClientPage = z.infer<typeof ClientPage>;

const One = z.object({ id: Id });
const Reason = z.string().trim().min(1).max(500);

export const survey = {
  /** Drafts first, then published versions, the newest first. */
  questionnaires: route('survey.read').output(z.array(QuestionnaireVersion)),
  /** Without an id the one in force. */
  questionnaire: route('survey.read')
    .input(z.object({ id: Id.nullable() }))
    .output(Questionnaire),
  createDraft: route('survey.decide')
    .input(z.object({ from: Id }))
    .output(QuestionnaireVersion),
  /** `digest` is the one that the person saw. */
  saveDraft: route('survey.decide')
    .input(One.extend({ digest: Sha256, content: QuestionnaireContent }))
    .output(Questionnaire),
  /** @throws CONFLICT questionnaireHasProblems, questionnaireUnchanged */
  publish: route('survey.decide')
    .input(One.extend({ reason: Reason }))
    .output(QuestionnaireVersion),
  deleteDraft: route('survey.decide').input(One).output(z.void()),

  /** From paper. The version is the one printed on the paper. */
  enter: route('survey.write')
    .input(z.object({ agentId: Id, day: Day, questionnaireId: Id, ...Words }))
    .output(One),
  today: route('survey.write').output(EntriesOfToday),
  withdraw: route('survey.write')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),

  list: route('survey.read')
    .input(SurveyFilter)
    .output(z.object({ rows: z.array(SurveyRow), total: z.int() })),
  get: route('survey.read').input(One).output(SurveyRecord),
  /** `branchId` null: all branches. `start` null: the running period. */
  statistics: route('survey.statistics')
    .input(z.object({ branchId: Id.nullable(), kind: PeriodKind, start: Day.nullable(), by: SurveyGroupKind }))
    .output(SurveyStatistics),

  /** Hands the screen to clients: until `clientLeave` main answers the three routes below and nothing else. */
  clientBegin: route('survey.write')
    .input(z.object({ agentId: Id }))
    .output(AccountState),
  clientPage: route('survey.write').output(ClientPage),
  clientSubmit: route('survey.write').input(z.object(Words)).output(z.void()),
  /** With the password of the person who handed the screen over. @throws INVALID passwordWrong; LOCKED accountLocked */
  clientLeave: route('survey.write')
    .input(z.object({ password: z.string().max(200) }))
    .output(AccountState),
};
