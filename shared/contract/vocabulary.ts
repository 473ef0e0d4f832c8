// The closed lists of words that screens, tables and workbooks share. Chinese and English labels stand in shared/i18n.
import { z } from 'zod';

// The page's policy forbids the code generation that zod would otherwise probe for.
z.config({ jitless: true });

export const Id = z.uuid({ version: 'v7' });
export type Id = z.infer<typeof Id>;

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true });
/** A calendar day in the branch's time zone, 2026-11-22. */
export const Day = z.iso.date();
/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A text in both languages; Chinese is the source. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

/** The seven indicators (4.1). */
export const INDICATORS = [
  'attitude',
  'efficiency',
  'content',
  'compliance',
  'satisfaction',
  'response',
  'followUp',
] as const;
export const Indicator = z.enum(INDICATORS);
export type Indicator = z.infer<typeof Indicator>;

/** The survey's dimensions (4.2). */
export const DIMENSIONS = ['attitude', 'efficiency', 'content', 'followUp'] as const;
export const Dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof Dimension>;

export const GRADES = ['excellent', 'good', 'pass', 'basic', 'fail', 'insufficient'] as const;
/** 优秀, 良好, 合格, 基本合格, 不合格, 样本不足 */
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

export const ROLES = ['assessor', 'supervisor', 'manager', 'headquarters', 'administrator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Classes of a problem record (8.2; the complaint categories of 6.1 use the same words). */
export const PROBLEM_CLASSES = ['attitude', 'communication', 'process', 'content', 'quality', 'other'] as const;
export const ProblemClass = z.enum(PROBLEM_CLASSES);
export type ProblemClass = z.infer<typeof ProblemClass>;

/** Elements of the 2025 consumer-protection rating; an editable default. */
export const PROTECTION_ELEMENTS = [
  'marketing',
  'disputes',
  'governance',
  'suitability',
  'education',
  'service',
  'personalData',
] as const;
export const ProtectionElement = z.enum(PROTECTION_ELEMENTS);
export type ProtectionElement = z.infer<typeof ProtectionElement>;

/** What a long task reports: `done` of `total` steps of the named stage. */
export const Progress = z.object({ stage: z.string(), done: z.number(), total: z.number() });
export type Progress = z.infer<typeof Progress>;
