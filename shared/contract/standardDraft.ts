// A draft of the standard: its problems, and its differences from another version.
import { z } from 'zod';

export const STANDARD_PROBLEM_REASONS = [
  'textMissing',
  'textNotChinese',
  'textNotEnglish',
  'textDuplicate',
  'codeMalformed',
  'codeDuplicate',
  'codeOutsideClause',
  'parentWrong',
  'clauseMissing',
  'clauseUnknown',
  'clauseUncovered',
  'weightOutOfRange',
  'stageMissing',
  'stageUnexpected',
  'recordNotPassFail',
  'redLineNotPassFail',
  'redLineNotRequired',
  'redLineMissing',
] as const;
export const StandardProblemReason = z.enum(STANDARD_PROBLEM_REASONS);
export type StandardProblemReason = z.infer<typeof StandardProblemReason>;

export const LineKind = z.enum(['clause', 'criterion']);
export type LineKind = z.infer<typeof LineKind>;

/** One reason why a content cannot be published. `code` is a clause id or a criterion code, `field` null for the whole line. */
export const StandardProblem = z.object({
  kind: LineKind,
  code: z.string(),
  field: z.string().nullable(),
  reason: StandardProblemReason,
});
export type StandardProblem = z.infer<typeof StandardProblem>;

const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A field that differs; texts are named by language: `title.zh`. */
export const ChangedField = z.object({ field: z.string(), before: Plain, after: Plain });
export type ChangedField = z.infer<typeof ChangedField>;

/** One line that came, went or changed. `fields` is empty unless it changed. */
export const StandardChange = z.object({
  kind: LineKind,
  code: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(ChangedField),
});
export type StandardChange = z.infer<typeof StandardChange>;
