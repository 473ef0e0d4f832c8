// Where a row of the list leads: one's own unfinished work goes on, everything else is read.
import type { ObservationRow } from '../../../../shared/contract/observation.ts';

type Opened = Pick<ObservationRow, 'id' | 'state' | 'amending' | 'assessorId' | 'agentId'>;

/** Whether this person can go on with it. */
export const resumable = ({ state, amending, assessorId }: Opened, userId: string): boolean =>
  assessorId === userId && (state === 'planned' || state === 'inProgress' || (state === 'submitted' && amending));

export function addressToOpen(row: Opened, userId: string): string {
  if (!resumable(row, userId)) return `/observations/${row.id}`;
  return row.state === 'planned' ? `/observations/start?planned=${row.id}` : `/observations/${row.id}/run`;
}
