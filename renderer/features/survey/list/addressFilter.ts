// What a number of the statistics opens: the filter of the list of surveys, written into the address and read from it.
import { SurveyFilter } from '../../../../shared/contract/survey.ts';

/** The parts of the filter that an address may hold. */
type Part = 'from' | 'to' | 'branchId' | 'team' | 'agentId' | 'dimension' | 'item' | 'questionnaireId' | 'likert';
export type SurveysAsked = { readonly [P in Part]?: Exclude<SurveyFilter[P], null> };

const PARTS = ['from', 'to', 'branchId', 'team', 'agentId', 'dimension', 'item', 'questionnaireId', 'likert'] as const;

/** The address of the list with this filter. Withdrawn surveys are left out: they are in no number. */
export function surveysAddress(asked: SurveysAsked): string {
  const search = new URLSearchParams();
  for (const part of PARTS) {
    const value = asked[part];
    if (value !== undefined) search.set(part, String(value));
  }
  return `/surveys?${search.toString()}`;
}

/** The filter in an address; null for the whole list, also where it cannot be read. */
export function filterOf(search: URLSearchParams): SurveyFilter | null {
  const given = PARTS.filter((part) => search.has(part));
  if (given.length === 0) return null;
  const read = SurveyFilter.safeParse({
    ...Object.fromEntries(given.map((part) => [part, part === 'likert' ? Number(search.get(part)) : search.get(part)])),
    states: ['counted'],
  });
  return read.success ? read.data : null;
}
