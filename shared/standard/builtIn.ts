// The built-in standard, version 1: every clause of the handbook with our own words, and the criteria that make it
// observable. Order is the order of clauses and, within a clause, of numbers.
import type { Clause, Criterion, StandardContent } from '../contract/standard.ts';
import { chapter1 } from './clauses/chapter1.ts';
import { chapter2 } from './clauses/chapter2.ts';
import { chapter3 } from './clauses/chapter3.ts';
import { chapter4 } from './clauses/chapter4.ts';
import { chapter5 } from './clauses/chapter5.ts';
import { chapter6 } from './clauses/chapter6.ts';
import { chapter7 } from './clauses/chapter7.ts';
import { chapter8 } from './clauses/chapter8.ts';
import { chapter1 as values } from './criteria/chapter1.ts';
import { clientFile, followUp } from './criteria/chapter2FollowUp.ts';
import { archive, riskControl, serviceRecords } from './criteria/chapter2Records.ts';
import { communication, preparation } from './criteria/chapter2Service.ts';
import { chapter3 as etiquette } from './criteria/chapter3.ts';
import { laterChapters } from './criteria/laterChapters.ts';
import { ethics, legalRisk } from './criteria/redLines.ts';

const clauses: readonly Clause[] = [
  ...chapter1,
  ...chapter2,
  ...chapter3,
  ...chapter4,
  ...chapter5,
  ...chapter6,
  ...chapter7,
  ...chapter8,
];

const byClause = Map.groupBy(
  [
    ...ethics,
    ...values,
    ...preparation,
    ...communication,
    ...followUp,
    ...clientFile,
    ...legalRisk,
    ...riskControl,
    ...serviceRecords,
    ...archive,
    ...etiquette,
    ...laterChapters,
  ],
  (criterion) => criterion.clause,
);
const criteria: readonly Criterion[] = clauses.flatMap(({ id }) => byClause.get(id) ?? []);

export const builtInStandard: StandardContent = { clauses: [...clauses], criteria: [...criteria] };
