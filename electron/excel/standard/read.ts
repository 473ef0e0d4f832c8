// Reads a workbook into the content of a draft. What a draft may still lack (texts, coverage) is left to the check; what
// could not be stored or understood is a bad cell, and one bad cell keeps the whole workbook out.
import { basename } from 'node:path';
import type { CellProblem } from '../../../shared/contract/standardRoutes.ts';
import { Clause, Criterion, type StandardContent } from '../../../shared/contract/standard.ts';
import { canonicalStandard } from '../../../shared/domain/standard/canonical.ts';
import { MAX_WEIGHT } from '../../../shared/domain/standard/check.ts';
import { clauseOf, parentOf } from '../../../shared/domain/standard/order.ts';
import type { Task } from '../../tasks/task.ts';
import { openWorkbook, type SourceWorkbook } from '../read/workbook.ts';
import { ABOUT, ABOUT_TITLE, CLAUSES, CRITERIA } from './layout.ts';
import { readSheet, sheetOf, type ReadLine, type ReadSheet } from './readSheet.ts';

export interface StandardFromWorkbook {
  /** From the sheet 说明, or the file's name. */
  readonly title: string;
  /** Null when there are problems. */
  readonly content: StandardContent | null;
  readonly problems: readonly CellProblem[];
}

const LONGEST_TITLE = 120;

type Report = (problem: CellProblem) => void;
type Field = ReturnType<ReadLine['fields']['get']>;

const texts = (fields: ReadLine['fields'], name: string): { zh: Field; en: Field } => ({
  zh: fields.get(`${name}.zh`),
  en: fields.get(`${name}.en`),
});

/** Reports on a field of a line unless it holds. */
const expectThat = (
  holds: boolean,
  report: Report,
  sheet: ReadSheet,
  line: ReadLine,
  field: string,
  reason: CellProblem['reason'],
): void => {
  if (!holds)
    report({ sheet: sheet.name, cell: line.refOf(field), reason, value: String(line.fields.get(field)), allowed: [] });
};

function clausesOf(sheet: ReadSheet, report: Report): Clause[] {
  const seen = new Set<string>();
  return sheet.lines.flatMap((line) => {
    const id = line.fields.get('id');
    if (typeof id !== 'string') return [];
    const formed = Clause.shape.id.safeParse(id.trim()).success;
    expectThat(formed, report, sheet, line, 'id', 'clauseIdMalformed');
    expectThat(!seen.has(id.trim()), report, sheet, line, 'id', 'clauseDuplicate');
    seen.add(id.trim());
    const clause = {
      id: id.trim(),
      parent: parentOf(id.trim()),
      title: texts(line.fields, 'title'),
      text: texts(line.fields, 'text'),
    };
    const parsed = Clause.safeParse(clause);
    return parsed.success ? [parsed.data] : [];
  });
}

function criteriaOf(sheet: ReadSheet, clauses: ReadonlySet<string> | null, report: Report): Criterion[] {
  const seen = new Set<string>();
  return sheet.lines.flatMap((line) => {
    const { fields } = line;
    const check = (holds: boolean, field: string, reason: CellProblem['reason']): void =>
      expectThat(holds, report, sheet, line, field, reason);
    const code = fields.get('code');
    const clause = fields.get('clause');
    const weight = fields.get('weight');
    if (typeof weight === 'number') check(weight > 0 && weight <= MAX_WEIGHT, 'weight', 'weightOutOfRange');
    if (typeof clause === 'string' && clauses) check(clauses.has(clause.trim()), 'clause', 'clauseUnknown');
    if (typeof code === 'string') {
      const formed = Criterion.shape.code.safeParse(code.trim()).success;
      check(formed, 'code', 'codeMalformed');
      check(!seen.has(code.trim()), 'code', 'codeDuplicate');
      seen.add(code.trim());
      if (formed && typeof clause === 'string')
        check(clauseOf(code.trim()) === clause.trim(), 'code', 'codeOutsideClause');
    }
    const parsed = Criterion.safeParse({
      ...Object.fromEntries(fields),
      code: typeof code === 'string' ? code.trim() : code,
      clause: typeof clause === 'string' ? clause.trim() : clause,
      text: texts(fields, 'text'),
      meets: texts(fields, 'meets'),
      fails: texts(fields, 'fails'),
    });
    return parsed.success ? [parsed.data] : [];
  });
}

async function titleOf(book: SourceWorkbook, path: string): Promise<string> {
  const fallback = basename(path).replace(/\.xls[xm]$/i, '');
  const sheet = sheetOf(book, ABOUT);
  if (sheet === undefined) return fallback;
  for await (const { cells } of book.rows(sheet)) {
    const [label, value] = cells;
    if (Object.values(ABOUT_TITLE).includes(String(label?.value ?? '')) && value?.kind === 'text')
      return value.value.trim() === '' ? fallback : value.value;
  }
  return fallback;
}

/** The task of the worker. @throws AppError FILE as openWorkbook; CANCELLED */
export const readStandard: Task<{ readonly path: string }, StandardFromWorkbook> = async (
  { path },
  { signal, onProgress },
) => {
  const book = await openWorkbook(path, { signal });
  const problems: CellProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const title = (await titleOf(book, path)).slice(0, LONGEST_TITLE);
  const clauseSheet = await readSheet(book, CLAUSES, report, signal);
  onProgress({ stage: 'rows', done: 1, total: 2 });
  const criterionSheet = await readSheet(book, CRITERIA, report, signal);
  onProgress({ stage: 'rows', done: 2, total: 2 });
  const clauses = clauseSheet ? clausesOf(clauseSheet, report) : [];
  const ids = clauseSheet && new Set(clauses.map(({ id }) => id));
  const criteria = criterionSheet ? criteriaOf(criterionSheet, ids, report) : [];
  // A line that is not in the content and has no bad cell either would be lost without a word.
  const read = (clauseSheet?.lines.length ?? 0) + (criterionSheet?.lines.length ?? 0);
  if (problems.length === 0 && clauses.length + criteria.length !== read) throw new Error('a line was not understood');
  return { title, content: problems.length > 0 ? null : canonicalStandard({ clauses, criteria }), problems };
};
