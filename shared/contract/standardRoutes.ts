// The routes of 标准库: versions read, drafts edited, checked, compared, published, and exchanged as workbooks.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Clause, Criterion, StandardContent, StandardVersion } from './standard.ts';
import { StandardChange, StandardProblem } from './standardDraft.ts';
import { Id, Language, Progress } from './vocabulary.ts';

export const StandardRecord = z.object({
  version: StandardVersion,
  content: StandardContent,
  /** Pinyin initials of the Chinese title or text by clause id and criterion code. */
  initials: z.record(z.string(), z.string()),
  history: z.array(AuditEntry),
});
export type StandardRecord = z.infer<typeof StandardRecord>;

/** Longest line of a text, in characters; a workbook's cell holds more than enough. */
export const LONGEST_TEXT = 2000;

const Text = z.string().trim().max(LONGEST_TEXT);
const Texts = z.object({ zh: Text, en: Text });
const Title = z.string().trim().min(1).max(120);
const One = z.object({ id: Id });

const ClauseEdit = z.object({ id: Id, clause: Clause.pick({ id: true }).extend({ title: Texts, text: Texts }) });
export type ClauseEdit = z.infer<typeof ClauseEdit>;

export const CELL_PROBLEM_REASONS = [
  'sheetMissing',
  'columnMissing',
  'cellEmpty',
  'cellNotText',
  'cellError',
  'textTooLong',
  'wordUnknown',
  'numberWanted',
  'weightOutOfRange',
  'clauseIdMalformed',
  'clauseDuplicate',
  'codeMalformed',
  'codeDuplicate',
  'codeOutsideClause',
  'clauseUnknown',
  'tooManyRows',
] as const;

/** A bad cell of an imported workbook: where it is, what it holds, what is wrong with it. */
export const CellProblem = z.object({
  sheet: z.string(),
  /** `C7` */
  cell: z.string(),
  reason: z.enum(CELL_PROBLEM_REASONS),
  /** What stands there, or what is missing. */
  value: z.string(),
  /** What may stand there; empty where that is no list. */
  allowed: z.array(z.string()),
});
export type CellProblem = z.infer<typeof CellProblem>;

export const standard = {
  /** Drafts first, then published versions, the newest first. */
  list: route('standard.read').output(z.array(StandardVersion)),
  get: route('standard.read').input(One).output(StandardRecord),
  compare: route('standard.read')
    .input(z.object({ before: Id, after: Id }))
    .output(z.array(StandardChange)),
  check: route('standard.read').input(One).output(z.array(StandardProblem)),
  createDraft: route('standard.edit')
    .input(z.object({ from: Id, title: Title }))
    .output(StandardVersion),
  rename: route('standard.edit')
    .input(One.extend({ title: Title }))
    .output(StandardVersion),
  /** Rewords a clause of a draft. */
  saveClause: route('standard.edit').input(ClauseEdit).output(StandardVersion),
  /** Adds a criterion to a draft (`code` null) or replaces the one of that code. */
  saveCriterion: route('standard.edit')
    .input(
      One.extend({
        code: z.string().nullable(),
        criterion: Criterion.extend({ text: Texts, meets: Texts, fails: Texts }),
      }),
    )
    .output(StandardVersion),
  removeCriterion: route('standard.edit')
    .input(One.extend({ code: z.string() }))
    .output(StandardVersion),
  publish: route('standard.edit').input(One).output(StandardVersion),
  deleteDraft: route('standard.edit').input(One).output(z.void()),
  /** Writes a version to a workbook that the user names; null when the dialog was closed. */
  exportWorkbook: route('standard.read')
    .input(One.extend({ language: Language }))
    .output(eventIterator(Progress, z.object({ path: z.string().nullable() }))),
  /**
   * Reads a workbook that the user picks into a new draft. With bad cells nothing is imported and all of them are named;
   * both are null and empty when the dialog was closed.
   */
  importWorkbook: route('standard.edit').output(
    eventIterator(Progress, z.object({ draft: StandardVersion.nullable(), problems: z.array(CellProblem) })),
  ),
};
