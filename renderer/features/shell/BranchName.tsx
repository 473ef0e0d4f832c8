// The branch whose console this is: the one at the top of the branches.
export function BranchName() {
  return null;
}
