// Which of the seven training contents (7.1) helps with a criterion: by its code where a clause holds several matters, else by
// the longest clause that is listed, else by its indicator, so that a branch's own criteria find one too.
import type { Criterion } from '../../contract/standard.ts';
import type { TrainingContent } from '../../contract/trainingWords.ts';
import type { Indicator } from '../../contract/vocabulary.ts';

const BY_CODE: Readonly<Record<string, TrainingContent>> = {
  // Knowledge of products, in the clause on preparation, which else is about the client's risk and needs.
  '2.1-2': 'product',
  '2.1-4': 'product',
  '2.1-7': 'ethics',
  // Only what the licence allows.
  '1.4.1-3': 'ethics',
  // How it is said, in the clause whose other criteria are about what the contract holds.
  '2.2.1-1': 'communication',
  '2.2.1-2': 'communication',
  '2.2.1-8': 'complaint',
};

const BY_CLAUSE: Readonly<Record<string, TrainingContent>> = {
  '1.1': 'service',
  '1.2.1': 'ethics',
  '1.2.2': 'service',
  '1.3': 'service',
  '1.3.2': 'risk',
  '1.4.1': 'product',
  '1.4.2': 'insurance',
  '1.5.1': 'service',
  '1.5.2': 'communication',
  '2.1': 'risk',
  '2.2.1': 'product',
  '2.2.2': 'ethics',
  '2.2.3': 'communication',
  '2.3.1': 'service',
  '2.3.2': 'complaint',
  '2.3.3': 'ethics',
  '2.4.1': 'ethics',
  '2.4.2': 'insurance',
  '2.4.3': 'ethics',
  '2.5': 'ethics',
  '3.1': 'service',
  '3.2': 'communication',
  '3.3': 'communication',
  '3.4': 'service',
  '3.5': 'complaint',
  '4.1': 'service',
  '6': 'complaint',
  '7': 'insurance',
  '8': 'ethics',
};

const BY_INDICATOR: Readonly<Record<Indicator, TrainingContent>> = {
  attitude: 'service',
  efficiency: 'product',
  content: 'product',
  compliance: 'ethics',
  satisfaction: 'service',
  response: 'service',
  followUp: 'service',
};

/** The training content for a criterion. */
export function contentOf({
  code,
  clause,
  indicator,
}: Pick<Criterion, 'code' | 'clause' | 'indicator'>): TrainingContent {
  const own = BY_CODE[code];
  if (own) return own;
  const parts = clause.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = BY_CLAUSE[parts.slice(0, length).join('.')];
    if (found) return found;
  }
  return BY_INDICATOR[indicator];
}
