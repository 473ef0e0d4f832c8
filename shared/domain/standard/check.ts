// What keeps a draft from being published: texts, weights, codes, red lines (1.2.1, 2.4.1, 2.5.1) and the coverage of
// chapters 1 to 3. Pure; the words of each problem stand in the i18n area `standard`.
import type { Bilingual } from '../../contract/vocabulary.ts';
import type { Clause, Criterion, StandardContent } from '../../contract/standard.ts';
import type { StandardProblem, StandardProblemReason } from '../../contract/standardDraft.ts';
import { HANDBOOK_CLAUSES } from './handbook.ts';
import { byCode, clauseOf, parentOf } from './order.ts';

const CLAUSE_ID = /^[1-8](\.\d+){0,2}$/;
const CRITERION_CODE = /^[1-8](\.\d+){0,2}-\d+$/;
const CHINESE = /\p{Script=Han}/u;

/** Clauses under which at least one criterion must be a red line. */
export const RED_LINE_CLAUSES = ['1.2.1', '2.4.1', '2.5.1'] as const;

/** The highest weight that a criterion may carry; weights are above 0. */
export const MAX_WEIGHT = 100;

type Kind = StandardProblem['kind'];
type Report = (kind: Kind, code: string, reason: StandardProblemReason, field?: string) => void;

function checkTexts(report: Report, kind: Kind, code: string, fields: Readonly<Record<string, Bilingual>>): void {
  for (const [name, { zh, en }] of Object.entries(fields)) {
    if (zh.trim() === '') report(kind, code, 'textMissing', `${name}.zh`);
    else if (!CHINESE.test(zh)) report(kind, code, 'textNotChinese', `${name}.zh`);
    if (en.trim() === '') report(kind, code, 'textMissing', `${name}.en`);
    else if (CHINESE.test(en)) report(kind, code, 'textNotEnglish', `${name}.en`);
  }
}

function checkClauses(report: Report, clauses: readonly Clause[]): void {
  const ids = new Set(clauses.map(({ id }) => id));
  for (const id of HANDBOOK_CLAUSES) if (!ids.has(id)) report('clause', id, 'clauseMissing');
  const seen = new Set<string>();
  for (const { id, parent, title, text } of clauses) {
    if (!CLAUSE_ID.test(id)) report('clause', id, 'codeMalformed', 'id');
    if (seen.has(id)) report('clause', id, 'codeDuplicate', 'id');
    seen.add(id);
    if (parent !== parentOf(id) || (parent !== null && !ids.has(parent))) report('clause', id, 'parentWrong', 'parent');
    checkTexts(report, 'clause', id, { title, text });
  }
}

function checkCriterion(report: Report, criterion: Criterion, clauses: ReadonlySet<string>): void {
  const { code, clause, weight } = criterion;
  const problem = (reason: StandardProblemReason, field: string): void => report('criterion', code, reason, field);
  if (!CRITERION_CODE.test(code)) problem('codeMalformed', 'code');
  else if (clauseOf(code) !== clause) problem('codeOutsideClause', 'code');
  if (!clauses.has(clause)) problem('clauseUnknown', 'clause');
  if (!(weight > 0 && weight <= MAX_WEIGHT)) problem('weightOutOfRange', 'weight');
  if (criterion.method === 'observation' && criterion.stage === null) problem('stageMissing', 'stage');
  if (criterion.method !== 'observation' && criterion.stage !== null) problem('stageUnexpected', 'stage');
  if (criterion.method === 'record' && criterion.scale !== 'passFail') problem('recordNotPassFail', 'scale');
  if (criterion.redLine && criterion.scale !== 'passFail') problem('redLineNotPassFail', 'scale');
  if (criterion.redLine && !criterion.required) problem('redLineNotRequired', 'required');
  checkTexts(report, 'criterion', code, {
    text: criterion.text,
    meets: criterion.meets,
    fails: criterion.fails,
  });
}

/** A clause of chapters 1 to 3 is covered by a criterion of its own or, if it has sub-clauses, of one of them. */
function checkCoverage(report: Report, { clauses, criteria }: StandardContent): void {
  const used = criteria.map(({ clause }) => clause);
  for (const { id } of clauses) {
    if (id >= '4') continue;
    if (!used.some((clause) => clause === id || clause.startsWith(`${id}.`))) report('clause', id, 'clauseUncovered');
  }
  for (const clause of RED_LINE_CLAUSES)
    if (!criteria.some((criterion) => criterion.clause === clause && criterion.redLine))
      report('clause', clause, 'redLineMissing');
}

function checkDuplicates(report: Report, criteria: readonly Criterion[]): void {
  const codes = new Set<string>();
  const texts = new Set<string>();
  for (const { code, text } of criteria) {
    if (codes.has(code)) report('criterion', code, 'codeDuplicate', 'code');
    codes.add(code);
    if (text.zh.trim() !== '' && texts.has(text.zh)) report('criterion', code, 'textDuplicate', 'text.zh');
    texts.add(text.zh);
  }
}

/** Every problem of a content, in order of number, clauses first; empty when it can be published. */
export function checkStandard(content: StandardContent): StandardProblem[] {
  const problems: StandardProblem[] = [];
  const report: Report = (kind, code, reason, field) => problems.push({ kind, code, field: field ?? null, reason });
  const ids = new Set(content.clauses.map(({ id }) => id));
  checkClauses(report, content.clauses);
  for (const criterion of content.criteria) checkCriterion(report, criterion, ids);
  checkDuplicates(report, content.criteria);
  checkCoverage(report, content);
  const rank = ({ kind }: StandardProblem): number => (kind === 'clause' ? 0 : 1);
  return problems.sort((a, b) => rank(a) - rank(b) || byCode(a.code, b.code));
}
