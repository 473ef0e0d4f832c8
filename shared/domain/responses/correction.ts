// What a new version of a recorded row is: nothing new, a blank filled in, or a correction that withdraws the row before.

export type Amendment = 'same' | 'completed' | 'corrected';

type Content = Readonly<Record<string, string | number | null>>;

const isBlank = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || value === '';

/** Fields whose content differs, in the order of `after`. */
export const changedFields = (before: Content, after: Content): string[] =>
  Object.keys(after).filter((field) => before[field] !== after[field]);

/** A reply that is recorded later only fills a blank; whatever replaces a recorded value corrects. */
export function amendmentOf(before: Content, after: Content): Amendment {
  const changed = changedFields(before, after);
  if (changed.length === 0) return 'same';
  return changed.every((field) => isBlank(before[field])) ? 'completed' : 'corrected';
}
