// Where the record of a piece of evidence is opened. Kinds whose screen is not there are not linked.
import type { RecordKind } from '../../../shared/contract/assessment.ts';
import { SCREENS } from '../screens/screens.ts';

type Way = readonly [screen: string, address: (id: string) => string];

const under = (path: string): Way => [`${path}/:id`, (id) => `${path}/${id}`];
const response = (kind: string): Way => ['responses/record/:kind/:id', (id) => `responses/record/${kind}/${id}`];

const WAYS: Readonly<Partial<Record<RecordKind, Way>>> = {
  session: under('observations'),
  survey: under('surveys'),
  review: under('records/reviews'),
  patrol: under('patrol'),
  request: response('request'),
  visit: response('visit'),
  complaint: under('complaints'),
  rectification: under('rectifications'),
  commendation: under('feedback'),
};

/** The address of a record, undefined where no screen shows it. */
export function recordAddress({ kind, id }: { readonly kind: RecordKind; readonly id: string }): string | undefined {
  const way = WAYS[kind];
  if (!way || !SCREENS.some(({ path }) => path === way[0])) return undefined;
  return `/${way[1](id)}`;
}
