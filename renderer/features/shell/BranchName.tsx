// The branch whose console this is: the one that stands above all others.
import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';

export function BranchName() {
  const { may } = useAccount();
  const branches = useQuery({ ...api.branches.list.queryOptions(), enabled: may('branches.read') });
  const top = branches.data?.find((branch) => branch.parentId === null);
  return top ? <span className="top-branch">{top.name}</span> : null;
}
