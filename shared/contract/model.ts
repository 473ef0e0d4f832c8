// 评分模型: the numbers of the scoring model as fields, the draft of the next version, its comparison, its publication.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { Day, Grade, Id, Instant, Progress, Sha256 } from './vocabulary.ts';

/**
 * Ranges of a model's numbers. `above`: the least is not allowed itself; `whole`: whole numbers only. What stands
 * between fields (falling grade limits) is the domain's rule.
 */
export const MODEL_RANGES = {
  weight: { least: 0, above: true, most: 1000, whole: false },
  minutes: { least: 0, above: true, most: 240, whole: false },
  hours: { least: 0, above: true, most: 1000, whole: false },
  penalty: { least: -100, above: false, most: 0, whole: false },
  reward: { least: 0, above: false, most: 100, whole: false },
  points: { least: 0, above: false, most: 100, whole: false },
  share: { least: 0, above: false, most: 1, whole: false },
  times: { least: 1, above: false, most: 1000, whole: true },
} as const satisfies Readonly<
  Record<string, { readonly least: number; readonly above: boolean; readonly most: number; readonly whole: boolean }>
>;
export type ModelRange = keyof typeof MODEL_RANGES;

export const MODEL_REASONS = [
  'missing',
  'whole',
  'range',
  'positive',
  'fixed',
  'falling',
  'heavier',
  'aboveFull',
  'belowBasic',
] as const;
export const ModelReason = z.enum(MODEL_REASONS);
export type ModelReason = z.infer<typeof ModelReason>;

/** One number of a range; the message of each issue is a `ModelReason`. */
export function modelNumber(name: ModelRange): z.ZodType<number> {
  const { least, above, most, whole } = MODEL_RANGES[name];
  const number = z.number({ error: 'missing' });
  const low = above ? number.gt(least, { error: 'positive' }) : number.gte(least, { error: 'range' });
  const ranged = low.lte(most, { error: 'range' });
  return whole ? ranged.refine(Number.isInteger, { error: 'whole' }) : ranged;
}

/** By field key (shared/domain/scoring/modelFields.ts); null where a draft's field was emptied. */
export const ModelValues = z.record(z.string().max(60), z.number().nullable());
export type ModelValues = z.infer<typeof ModelValues>;

export const ModelProblem = z.object({ field: z.string(), reason: ModelReason });
export type ModelProblem = z.infer<typeof ModelProblem>;

export const ModelVersion = z.object({
  version: z.int().positive(),
  digest: Sha256,
  reason: z.string(),
  publishedAt: Instant,
  /** Null for the one that the console came with. */
  publishedBy: z.string().nullable(),
  values: z.record(z.string(), z.number()),
});
export type ModelVersion = z.infer<typeof ModelVersion>;

/** Whether exactly this draft was compared on the last period's data; `nothing`: there is no period with data yet. */
export const ComparisonNeed = z.enum(['made', 'missing', 'nothing']);
export type ComparisonNeed = z.infer<typeof ComparisonNeed>;

export const ModelDraft = z.object({
  basedOn: z.int().positive(),
  values: ModelValues,
  savedAt: Instant,
  savedBy: z.string(),
  problems: z.array(ModelProblem),
  comparison: ComparisonNeed,
});
export type ModelDraft = z.infer<typeof ModelDraft>;

const Side = z.object({
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  /** By composite among the sufficient agents, equal ones share it; null for the others. */
  rank: z.int().nullable(),
});

export const ModelComparisonRow = z.object({
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  team: z.string(),
  vetoed: z.boolean(),
  before: Side,
  after: Side,
  /** Composite after less before; null where one has none. */
  difference: z.number().nullable(),
  gradeChanged: z.boolean(),
  rankChanged: z.boolean(),
});
export type ModelComparisonRow = z.infer<typeof ModelComparisonRow>;

export const ModelComparison = z.object({
  branchName: z.string(),
  period: PeriodDays,
  /** Of the draft that was compared. */
  digest: Sha256,
  /** When the draft that was compared was saved: a later one asks for another comparison. */
  savedAt: Instant,
  gradeChanges: z.int(),
  rankChanges: z.int(),
  /** Agents by grade, before and after. */
  grades: z.array(z.object({ grade: Grade, before: z.int(), after: z.int() })),
  rows: z.array(ModelComparisonRow),
});
export type ModelComparison = z.infer<typeof ModelComparison>;

export const model = {
  /** All versions, newest first: the first one is in force. And the draft of the next. */
  read: route('score.read').output(z.object({ versions: z.array(ModelVersion), draft: ModelDraft.nullable() })),
  /** Begins a draft as a copy of the version in force. */
  begin: route('model.edit').output(ModelDraft),
  /** Keeps the draft as it stands, with what is still wrong with it. */
  save: route('model.edit')
    .input(z.object({ values: ModelValues }))
    .output(ModelDraft),
  discard: route('model.edit').output(z.void()),
  /** Scores a branch's period with the version in force and with the draft. */
  compare: route('model.edit')
    .input(z.object({ branchId: Id, kind: PeriodKind, start: Day }))
    .output(eventIterator(Progress, ModelComparison)),
  publish: route('model.edit')
    .input(z.object({ reason: z.string().trim().min(1).max(500) }))
    .output(z.object({ version: z.int() })),
};
