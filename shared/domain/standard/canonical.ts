// The one form in which a standard is digested: canonical JSON. Two contents with the same meaning give the same text,
// in whatever order their rows or fields were read.
import type { Bilingual } from '../../contract/vocabulary.ts';
import type { Clause, Criterion, StandardContent } from '../../contract/standard.ts';
import { byCode } from './order.ts';

const texts = ({ zh, en }: Bilingual) => ({ zh, en });

const canonicalClause = ({ id, parent, title, text }: Clause) => ({
  id,
  parent,
  title: texts(title),
  text: texts(text),
});

const canonicalCriterion = (c: Criterion) => ({
  code: c.code,
  clause: c.clause,
  method: c.method,
  stage: c.stage,
  indicator: c.indicator,
  scale: c.scale,
  weight: c.weight,
  required: c.required,
  notApplicableAllowed: c.notApplicableAllowed,
  evidence: c.evidence,
  text: texts(c.text),
  meets: texts(c.meets),
  fails: texts(c.fails),
  redLine: c.redLine,
  protection: c.protection,
});

/** A content with clauses and criteria in the order of their numbers and fields in the order of the contract. */
export function canonicalStandard(content: StandardContent): StandardContent {
  return {
    clauses: content.clauses.map(canonicalClause).sort((a, b) => byCode(a.id, b.id)),
    criteria: content.criteria.map(canonicalCriterion).sort((a, b) => byCode(a.code, b.code)),
  };
}

/** The text whose SHA-256 is the version's digest. */
export function canonicalStandardText(content: StandardContent): string {
  return JSON.stringify(canonicalStandard(content));
}
