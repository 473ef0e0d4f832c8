// How often appeals are upheld, by criterion and by original assessor: what calibration looks at first (scoring model, section 6).
import { wilson } from '../scoring/wilson.ts';

export interface DecidedAppeal {
  readonly criterion: string;
  readonly assessorIds: readonly string[];
  readonly raised: boolean;
}

export interface OverturnRate {
  readonly decided: number;
  readonly raised: number;
  /** Wilson's 95% interval, 0..1; null without any. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export function overturnRate(appeals: readonly Pick<DecidedAppeal, 'raised'>[]): OverturnRate {
  const raised = appeals.filter((one) => one.raised).length;
  return { decided: appeals.length, raised, interval: wilson(raised, appeals.length) };
}

/** By key, those with the most raised first. An appeal with two assessors counts for both. */
export function overturnRatesBy(
  appeals: readonly DecidedAppeal[],
  keysOf: (appeal: DecidedAppeal) => readonly string[],
): readonly (OverturnRate & { readonly key: string })[] {
  const grouped = new Map<string, DecidedAppeal[]>();
  for (const appeal of appeals)
    for (const key of keysOf(appeal)) grouped.set(key, [...(grouped.get(key) ?? []), appeal]);
  return [...grouped]
    .map(([key, own]) => ({ key, ...overturnRate(own) }))
    .toSorted((a, b) => b.raised - a.raised || b.decided - a.decided || a.key.localeCompare(b.key));
}
