// Which problems of a period are frequent (6.5): enough records, of more than one agent, so that it is no single person's.
import type { Problem } from '../../contract/improvement.ts';

const FREQUENT_RECORDS = 3;
const FREQUENT_AGENTS = 2;

export const isFrequent = ({ records, agents }: Pick<Problem, 'records' | 'agents'>): boolean =>
  records >= FREQUENT_RECORDS && agents >= FREQUENT_AGENTS;
