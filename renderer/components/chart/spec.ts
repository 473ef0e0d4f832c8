// What a chart shows, as plain values; drawing is ChartBody's. A null value is a gap, never a zero.

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Axes {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Ends of the value axis; from the values without. */
  readonly min?: number;
  readonly max?: number;
  /** A line to compare with: a goal, a limit. */
  readonly goal?: { readonly value: number; readonly label: string };
}

export type ChartSpec =
  /** `horizontal` for long category names. */
  (Axes & { readonly kind: 'bar'; readonly horizontal?: boolean }) | (Axes & { readonly kind: 'line' }) | RadarSpec;

/** One axis a category, all from 0 to `max`; one on which a series has no value is not drawn. */
export interface RadarSpec {
  readonly kind: 'radar';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly max: number;
}

/** The places of the categories in which every series has a value. */
export const complete = ({ categories, series }: RadarSpec): readonly number[] =>
  categories.map((_, at) => at).filter((at) => series.every(({ values }) => (values[at] ?? null) !== null));

/** Whether there is anything to draw. */
export const hasValues = (spec: ChartSpec): boolean =>
  spec.series.some((series) => series.values.some((value) => value !== null));
