// Branches in the order of their tree, each with its depth: what the list shows.
import type { Branch } from '../../../shared/contract/people.ts';

export interface BranchRow extends Branch {
  /** 0 at the top. */
  readonly depth: number;
  readonly parentName: string;
}

/** Parents before their children, siblings as given. */
export function branchTree(branches: readonly Branch[]): BranchRow[] {
  const children = Map.groupBy(branches, (branch) => branch.parentId);
  const walk = (parentId: string | null, depth: number, parentName: string): BranchRow[] =>
    (children.get(parentId) ?? []).flatMap((branch) => [
      { ...branch, depth, parentName },
      ...walk(branch.id, depth + 1, branch.name),
    ]);
  return walk(null, 0, '');
}

/** The branch and all below it: none of them can be its parent. */
export function selfAndBelow(branches: readonly Branch[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const row of branchTree(branches)) if (row.parentId !== null && found.has(row.parentId)) found.add(row.id);
  return found;
}
