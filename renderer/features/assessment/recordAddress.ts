// Where the record of a piece of evidence is opened. Kinds whose screen is not there are not linked.
import type { RecordKind } from '../../../shared/contract/assessment.ts';
import { SCREENS } from '../screens.tsx';

const PATHS: Readonly<Partial<Record<RecordKind, string>>> = {
  session: 'observations/:id',
  survey: 'surveys/:id',
  review: 'records/reviews/:id',
  patrol: 'patrol/:id',
  request: 'responses/:id',
  visit: 'responses/visits/:id',
  complaint: 'complaints/:id',
  rectification: 'findings/:id',
  commendation: 'feedback/:id',
};

/** The address of a record, undefined where no screen shows it. */
export function recordAddress({ kind, id }: { readonly kind: RecordKind; readonly id: string }): string | undefined {
  const path = PATHS[kind];
  if (path === undefined || !SCREENS.some((screen) => screen.path === path)) return undefined;
  return `/${path.replace(':id', id)}`;
}
