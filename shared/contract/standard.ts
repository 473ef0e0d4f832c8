// The standard: clauses and criteria in versions (handbook chapters 1 to 8; methods of 4.2).
import { z } from 'zod';
import { Bilingual, Id, Indicator, Instant, ProtectionElement, Sha256 } from './vocabulary.ts';

export const METHODS = ['observation', 'record', 'patrol'] as const;
/** 现场观察 (4.2), 服务记录分析 (2.3.3, 2.5), 日常巡查 (8.2). */
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

export const STAGES = ['preparation', 'start', 'progress', 'end'] as const;
/** 服务准备 (2.1), 服务开始, 服务进行, 服务结束 (4.2). Only observation criteria have one. */
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const SCALES = ['passFail', 'threeStep', 'likert'] as const;
/** pass/fail (1, 0); 达标/部分达标/不达标 (1, 0.5, 0); Likert 1..5 → (x − 1) / 4. */
export const Scale = z.enum(SCALES);
export type Scale = z.infer<typeof Scale>;

export const EVIDENCE_RULES = ['none', 'onFailing', 'always'] as const;
export const EvidenceRule = z.enum(EVIDENCE_RULES);
export type EvidenceRule = z.infer<typeof EvidenceRule>;

/** A clause of the handbook. `id` is the handbook's own number (1.2.1); `parent` is null for a chapter. */
export const Clause = z.object({
  id: z.string().regex(/^[1-8](\.\d+){0,2}$/),
  parent: z.string().nullable(),
  title: Bilingual,
  text: Bilingual,
});
export type Clause = z.infer<typeof Clause>;

export const Criterion = z.object({
  /** Clause id and a number within it: 3.4-2. Unique in a version. */
  code: z.string().regex(/^[1-8](\.\d+){0,2}-\d+$/),
  clause: z.string(),
  method: Method,
  stage: Stage.nullable(),
  indicator: Indicator,
  scale: Scale,
  /** > 0 */
  weight: z.number().positive().max(100),
  required: z.boolean(),
  notApplicableAllowed: z.boolean(),
  evidence: EvidenceRule,
  text: Bilingual,
  /** What meets it and what does not, one line each. */
  meets: Bilingual,
  fails: Bilingual,
  redLine: z.boolean(),
  protection: ProtectionElement,
});
export type Criterion = z.infer<typeof Criterion>;

/** The content of a version, without its life cycle: what is digested, compared, exported and imported. */
export const StandardContent = z.object({ clauses: z.array(Clause), criteria: z.array(Criterion) });
export type StandardContent = z.infer<typeof StandardContent>;

export const StandardVersion = z.object({
  id: Id,
  /** 1, 2, 3 … in order of publication; a draft has the number it will get. */
  number: z.int().positive(),
  status: z.enum(['draft', 'published']),
  title: z.string(),
  digest: Sha256,
  /** The version that it was copied from; null for the built-in one and for imports. */
  basedOn: Id.nullable(),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  criteria: z.int(),
  clauses: z.int(),
});
export type StandardVersion = z.infer<typeof StandardVersion>;
