// Who may make a move: the result is never judged by whoever owes it or brought its proof, nor by the agent whom it is about; more
// time is given by a manager who neither owes nor asked for it, and a plan under way is withdrawn by a manager alone.
import type { RectificationState } from '../../contract/findings.ts';
import type { RectificationMove } from '../../contract/rectification.ts';

export interface MoveFacts {
  readonly state: RectificationState;
  readonly personId: string;
  readonly personLogin: string;
  readonly personName: string;
  /** Holds findings.write, findings.decide. */
  readonly writes: boolean;
  readonly decides: boolean;
  readonly owner: { readonly kind: 'agent' | 'user' | 'person'; readonly userId: string | null; readonly name: string };
  /** Whose findings they are. */
  readonly agent: { readonly number: string; readonly name: string };
  /** Who ever submitted it, or added evidence while it was still to be submitted. */
  readonly proverIds: readonly string[];
  /** Who asked for the extension that waits, null where none does. */
  readonly askedById: string | null;
  /** The deadline has passed. */
  readonly overdue: boolean;
}

/** What tells whether a person owes it. */
export type OwnFacts = Pick<MoveFacts, 'owner' | 'agent' | 'personId' | 'personLogin' | 'personName'>;

export type RightsRefusal =
  | 'notPermitted'
  | 'rectificationOwner'
  | 'rectificationSubmitter'
  | 'rectificationExtensionOwner'
  | 'rectificationExtensionAsker'
  | 'rectificationWithdrawManager';

/** Written with other spaces, widths or letters it is the same name. */
const same = (one: string, other: string): boolean => {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
};

/** An account is somebody's where its login is their employee number, or the names agree; a namesake leaves it to another. */
export function isOwner({ owner, agent, personId, personLogin, personName }: OwnFacts): boolean {
  if (owner.userId === personId || same(agent.number, personLogin) || same(agent.name, personName)) return true;
  return owner.kind === 'person' && (same(owner.name, personName) || same(owner.name, personLogin));
}

/** Why the person may not make the move, or null. The state is looked at for the withdrawal alone; see `nextState`. */
export function rightsRefusal(move: RectificationMove, facts: MoveFacts): RightsRefusal | null {
  const owns = isOwner(facts);
  switch (move) {
    case 'verify':
    case 'sendBack':
      if (!facts.writes) return 'notPermitted';
      if (owns) return 'rectificationOwner';
      return facts.proverIds.includes(facts.personId) ? 'rectificationSubmitter' : null;
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
