// What the tools above the two ledgers ask of main.
import {
  FINDING_STATUSES,
  LEDGER_SOURCES,
  RECTIFICATION_STATES,
  SEVERITIES,
  type FindingFilter,
} from '../../../shared/contract/findings.ts';
import type { RectificationFilter } from '../../../shared/contract/rectification.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import type { Asked, Filters } from '../../components/grid/DataGrid.tsx';

/** Longest search that main takes. */
const TEXT = 200;

/** The chosen ones of a column that are still known: a saved view may name others. */
function chosen<Value extends string>(filters: Filters, key: string, known: readonly Value[]): Value[] {
  const filter = filters[key];
  if (filter?.kind !== 'choice') return [];
  // A row of several classes or sources is a choice of its own: those with any of them are meant.
  const values = new Set([...filter.values, ...filter.values.flatMap((value) => value.split(' '))]);
  return known.filter((value) => values.has(value));
}

export function askedFindings({ filters, search }: Asked): Omit<FindingFilter, 'offset' | 'limit'> {
  const days = filters['day'];
  return {
    statuses: chosen(filters, 'status', FINDING_STATUSES),
    sources: chosen(filters, 'source', LEDGER_SOURCES),
    severities: chosen(filters, 'severity', SEVERITIES),
    classes: chosen(filters, 'class', PROBLEM_CLASSES),
    from: days?.kind === 'days' ? days.from : null,
    to: days?.kind === 'days' ? days.to : null,
    text: search.trim().slice(0, TEXT),
  };
}

/** `agentIds` and `teams` are those that the ledger has. */
export const askedRectifications = (
  { filters, search }: Asked,
  agentIds: readonly string[],
  teams: readonly string[],
): Omit<RectificationFilter, 'offset' | 'limit'> => ({
  states: chosen(filters, 'state', RECTIFICATION_STATES),
  agentIds: chosen(filters, 'agent', agentIds),
  teams: chosen(filters, 'team', teams),
  classes: chosen(filters, 'class', PROBLEM_CLASSES),
  sources: chosen(filters, 'source', LEDGER_SOURCES),
  text: search.trim().slice(0, TEXT),
});
