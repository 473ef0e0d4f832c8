// What stands on a blank checklist: its head, its groups and the boxes of each item.
import { STAGES, type Criterion, type Method, type StandardContent } from '../../../shared/contract/standard.ts';

export interface Group {
  /** A stage for an observation, a clause id otherwise. */
  readonly key: string;
  readonly criteria: readonly Criterion[];
}

/** Criteria of a method in the order of the work: by stage, or by clause; empty groups are left out. */
export function groupsOf({ criteria }: StandardContent, method: Method): Group[] {
  const wanted = criteria.filter((criterion) => criterion.method === method);
  const keyOf = ({ stage, clause }: Criterion): string => (method === 'observation' ? (stage ?? '') : clause);
  const keys = method === 'observation' ? [...STAGES] : [...new Set(wanted.map(({ clause }) => clause))];
  return keys
    .map((key) => ({ key, criteria: wanted.filter((criterion) => keyOf(criterion) === key) }))
    .filter((group) => group.criteria.length > 0);
}

type HeadField =
  'agent' | 'number' | 'branch' | 'place' | 'date' | 'time' | 'service' | 'client' | 'introduction' | 'recordPeriod';

/** The facts to fill in by hand before the items. */
export function headFields(method: Method): readonly HeadField[] {
  switch (method) {
    case 'observation':
      return ['agent', 'number', 'branch', 'place', 'date', 'time', 'service', 'client', 'introduction'];
    case 'record':
      return ['agent', 'number', 'branch', 'date', 'recordPeriod', 'client'];
    case 'patrol':
      return ['branch', 'place', 'date', 'time', 'agent', 'number'];
  }
}

type Result = 'met' | 'partlyMet' | 'notMet' | 'notApplicable' | '1' | '2' | '3' | '4' | '5';

/** The boxes of an item by its scale, and not applicable where that is allowed. */
export function resultsOf({ scale, notApplicableAllowed }: Criterion): readonly Result[] {
  const boxes: Readonly<Record<Criterion['scale'], readonly Result[]>> = {
    passFail: ['met', 'notMet'],
    threeStep: ['met', 'partlyMet', 'notMet'],
    likert: ['5', '4', '3', '2', '1'],
  };
  return [...boxes[scale], ...(notApplicableAllowed ? (['notApplicable'] as const) : [])];
}
