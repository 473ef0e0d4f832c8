// Where the record of a piece of evidence is opened. Kinds without a screen of their own are not linked.
import type { RecordKind } from '../../../shared/contract/assessment.ts';

/** The address before the id, by kind. */
export const RECORD_ADDRESSES: Readonly<Partial<Record<RecordKind, string>>> = {
  session: '/observations',
  survey: '/surveys',
  review: '/records/reviews',
  patrol: '/patrol',
  request: '/responses/record/request',
  visit: '/responses/record/visit',
  complaint: '/complaints',
  rectification: '/rectifications',
  commendation: '/feedback',
};

/** The address of a record, undefined where no screen shows it. */
export function recordAddress({ kind, id }: { readonly kind: RecordKind; readonly id: string }): string | undefined {
  const address = RECORD_ADDRESSES[kind];
  return address === undefined ? undefined : `${address}/${id}`;
}
