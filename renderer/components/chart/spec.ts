// What a chart shows, as plain values; drawing is ChartBody's. A null value is a gap, never a zero.

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A line to compare with, drawn without marks: a limit, a centre. */
  readonly quiet?: boolean;
}

interface Axes {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Ends of the value axis; from the values without. */
  readonly min?: number;
  readonly max?: number;
  /** A line to compare with: a goal, a limit. */
  readonly goal?: { readonly value: number; readonly label: string };
  /** Words at the points of the first series, and a column of the table: what each point says. */
  readonly words?: { readonly name: string; readonly values: readonly string[] };
}

export type ChartSpec =
  /** `horizontal` for long category names. */
  | (Axes & { readonly kind: 'bar'; readonly horizontal?: boolean })
  | (Axes & { readonly kind: 'line' })
  /** Counts as bars and, second, their cumulative share in percent as a line with an axis of its own. */
  | (Axes & { readonly kind: 'pareto' })
  /** Categories across, series down, the value written into each field. */
  | (Axes & { readonly kind: 'heat' })
  | RadarSpec;

/** What was clicked: a category, and in a heat map its series too. */
export interface ChartPick {
  readonly category: number;
  /** Null where the whole category is meant. */
  readonly series: number | null;
}

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
