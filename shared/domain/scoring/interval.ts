// The 95% interval of an agent's base (scoring model, section 6).

/** Ends on the scale of the composite, 0..100. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly halfWidth: number;
  /** Variance of the base, in points squared. */
  readonly variance: number;
  /** Degrees of freedom; null where the variance is 0. */
  readonly freedom: number | null;
}
