// Who may make a move: the result is never judged by whoever owes it or handed it in, more time is given by a manager who neither
// owes nor asked for it, and a plan under way is withdrawn by a manager alone.
import type { RectificationState } from '../../contract/findings.ts';
import type { RectificationMove } from '../../contract/rectification.ts';

export interface MoveFacts {
  readonly state: RectificationState;
  readonly personId: string;
  readonly personName: string;
  /** Holds findings.write, findings.decide. */
  readonly writes: boolean;
  readonly decides: boolean;
  readonly owner: { readonly kind: 'agent' | 'user' | 'person'; readonly userId: string | null; readonly name: string };
  /** Who submitted it last, null before. An agent does not sign in: whoever submits acts for them. */
  readonly submittedById: string | null;
  /** Who asked for the extension that waits, null where none does. */
  readonly askedById: string | null;
  /** The deadline has passed. */
  readonly overdue: boolean;
}

export type RightsRefusal =
  | 'notPermitted'
  | 'rectificationOwner'
  | 'rectificationSubmitter'
  | 'rectificationExtensionOwner'
  | 'rectificationExtensionAsker'
  | 'rectificationWithdrawManager';

/** A person named as the owner who is also a user of that name is the owner. An agent of the same name is somebody else. */
const isOwner = ({ owner, personId, personName }: MoveFacts): boolean =>
  owner.userId === personId || (owner.kind === 'person' && owner.name === personName);

/** Why the person may not make the move, or null. The state is looked at for the withdrawal alone; see `nextState`. */
export function rightsRefusal(move: RectificationMove, facts: MoveFacts): RightsRefusal | null {
  const owns = isOwner(facts);
  switch (move) {
    case 'verify':
    case 'sendBack':
      if (!facts.writes) return 'notPermitted';
      if (owns) return 'rectificationOwner';
      return facts.personId === facts.submittedById ? 'rectificationSubmitter' : null;
    case 'confirmEffect':
      if (!facts.writes) return 'notPermitted';
      return owns ? 'rectificationOwner' : null;
    case 'grantExtension':
    case 'refuseExtension':
      if (!facts.decides) return 'notPermitted';
      if (owns) return 'rectificationExtensionOwner';
      return facts.personId === facts.askedById ? 'rectificationExtensionAsker' : null;
    case 'withdraw':
      if (!facts.writes) return 'notPermitted';
      if (facts.state === 'planned' && !facts.overdue) return null;
      if (!facts.decides) return 'rectificationWithdrawManager';
      return owns ? 'rectificationOwner' : null;
    default:
      return facts.writes ? null : 'notPermitted';
  }
}
