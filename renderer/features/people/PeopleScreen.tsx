// 人员 in the menu: the agents, or the branches for those who may see branches only.
import { useAccount } from '../../account.ts';
import { AgentsScreen } from './AgentsScreen.tsx';
import { BranchesScreen } from './BranchesScreen.tsx';

export function PeopleScreen() {
  const { may } = useAccount();
  return may('agents.read') ? <AgentsScreen /> : <BranchesScreen />;
}
