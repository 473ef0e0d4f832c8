// What every bench reports: a ratio to a floor measured on the same machine in the same run, and its goal.

export interface BenchLine {
  readonly name: string;
  /** Null where the bench could not be measured here; `detail` says why. */
  readonly ratio: number | null;
  /** At least one of the two. */
  readonly goal: { readonly min?: number; readonly max: number } | { readonly min: number };
  /** What the ratio counts: '×', 'MB' … */
  readonly unit: string;
  readonly detail: string;
}
