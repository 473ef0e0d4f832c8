// Where a rectification stands on its way: whether it was sent back, and what it still lacks to be closed (4.4, 6.3).
import type { RectificationState } from '../../contract/findings.ts';
import { TOLD, type LoggedMove, type Told } from '../../contract/rectification.ts';

/** The last sending back while nothing was handed in since; null otherwise. `moves` in their order. */
export function sentBackBy<Move extends Pick<LoggedMove, 'move' | 'from' | 'to'>>(
  state: RectificationState,
  moves: readonly Move[],
): Move | null {
  if (state !== 'inProgress') return null;
  const last = moves.findLast(({ from, to }) => from !== to);
  return last?.move === 'sendBack' ? last : null;
}

export type ClosingPart = 'effect' | Told;

/** What is missing before it can be closed: the confirmed effect, and each who was not told and without a reason why not. */
export const missingToClose = (effectConfirmed: boolean, told: readonly Told[]): ClosingPart[] => [
  ...(effectConfirmed ? [] : (['effect'] as const)),
  ...TOLD.filter((one) => !told.includes(one)),
];
