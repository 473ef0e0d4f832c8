// Where the record stands that a plan came from.
import type { PlanRow } from '../../../shared/contract/trainingRows.ts';

const PATHS: Readonly<Partial<Record<PlanRow['reason'], string>>> = {
  finding: '/findings',
  rectification: '/rectifications',
  complaint: '/complaints',
  improvement: '/improvement',
};

/** Null where the plan names none. */
export function sourceAddress({ reason, sourceId }: Pick<PlanRow, 'reason' | 'sourceId'>): string | null {
  const path = PATHS[reason];
  return path === undefined || sourceId === null ? null : `${path}/${encodeURIComponent(sourceId)}`;
}
