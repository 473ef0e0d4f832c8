// Whether a move may be made now: first the state, then the person, then what the move needs (4.4, 6.3).
import type { ErrorCode } from '../../contract/errors.ts';
import type { PlanFields, PlanPart, RectificationMove } from '../../contract/rectification.ts';
import { rightsRefusal, type MoveFacts, type RightsRefusal } from './rights.ts';
import { nextState } from './states.ts';

type MoveRefusal =
  | RightsRefusal
  | 'rectificationMoveRefused'
  | 'rectificationPlanIncomplete'
  | 'rectificationExtensionWaits'
  | 'rectificationExtensionNone'
  | 'rectificationEffectEarly'
  | 'rectificationEffectMissing'
  | 'rectificationNotTold';

export const REFUSAL_CODES: Readonly<Record<MoveRefusal, ErrorCode>> = {
  notPermitted: 'FORBIDDEN',
  rectificationOwner: 'FORBIDDEN',
  rectificationSubmitter: 'FORBIDDEN',
  rectificationExtensionOwner: 'FORBIDDEN',
  rectificationExtensionAsker: 'FORBIDDEN',
  rectificationWithdrawManager: 'FORBIDDEN',
  rectificationMoveRefused: 'CONFLICT',
  rectificationPlanIncomplete: 'CONFLICT',
  rectificationExtensionWaits: 'CONFLICT',
  rectificationExtensionNone: 'CONFLICT',
  rectificationEffectEarly: 'CONFLICT',
  rectificationEffectMissing: 'CONFLICT',
  rectificationNotTold: 'CONFLICT',
};

export interface Situation extends MoveFacts {
  /** What the plan lacks. */
  readonly missing: readonly PlanPart[];
  readonly today: string;
  /** From when the effect may be confirmed; null until it is verified. */
  readonly effectFrom: string | null;
  readonly effectConfirmed: boolean;
  /** Client, manager and agent were each told, or it is stated why not. */
  readonly allTold: boolean;
}

/** What a plan must say before it starts: a root cause with a category or a why under it, measures, requirements. */
export function missingParts({
  cause,
  measures,
  requirements,
}: Pick<PlanFields, 'cause' | 'measures' | 'requirements'>): PlanPart[] {
  const analysed = cause.root !== '' && (cause.categories.length > 0 || cause.whys.length > 0);
  return [
    ...(analysed ? [] : (['cause'] as const)),
    ...(measures === '' ? (['measures'] as const) : []),
    ...(requirements === '' ? (['requirements'] as const) : []),
  ];
}

function conditionRefusal(move: RectificationMove, given: Situation): MoveRefusal | null {
  switch (move) {
    case 'start':
    case 'submit':
      return given.missing.length > 0 ? 'rectificationPlanIncomplete' : null;
    case 'askExtension':
      return given.askedById === null ? null : 'rectificationExtensionWaits';
    case 'grantExtension':
    case 'refuseExtension':
      return given.askedById === null ? 'rectificationExtensionNone' : null;
    case 'confirmEffect':
      return given.effectFrom !== null && given.today >= given.effectFrom ? null : 'rectificationEffectEarly';
    case 'close':
      if (!given.effectConfirmed) return 'rectificationEffectMissing';
      return given.allTold ? null : 'rectificationNotTold';
    default:
      return null;
  }
}

/** Why the move is refused, null where it may be made. */
export function moveRefusal(move: RectificationMove, given: Situation): MoveRefusal | null {
  if (nextState(given.state, move) === null) return 'rectificationMoveRefused';
  return rightsRefusal(move, given) ?? conditionRefusal(move, given);
}
