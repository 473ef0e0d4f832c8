// Which decisions on reward and penalty may be taken about whom (handbook 4.5; scoring model, section 5): a person decides,
// nothing is decided on too little evidence, and no honour is measured by premium alone.
import { DecisionKind, PENALTIES, REWARDS } from '../../contract/assessment.ts';

export const isReward = (kind: DecisionKind): boolean => (REWARDS as readonly string[]).includes(kind);

/** What can be decided about an agent: nothing on insufficient evidence, penalties alone after a veto. */
export function offeredDecisions(agent: {
  readonly sufficient: boolean;
  readonly vetoed: boolean;
}): readonly DecisionKind[] {
  if (agent.vetoed) return PENALTIES;
  return agent.sufficient ? DecisionKind.options : [];
}

const PREMIUM =
  /保费|标保|规模保|新单|保单件数|件数|销售|销冠|业绩|产能|开单|签单|单王|premium|sales?\b|seller|selling|new business|volume|turnover/i;

/**
 * Whether the name of a reward measures premium or sales: such an honour may not be publicised, and ours come from the
 * quality of service.
 */
export const namesPremium = (name: string): boolean => PREMIUM.test(name.normalize('NFKC').replace(/\s+/g, ' '));
