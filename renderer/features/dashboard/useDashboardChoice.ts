// Which branch and period the dashboards show. They stand in the address, so that coming back from a record leads to the same.
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { PeriodKind, type PeriodDays } from '../../../shared/contract/score.ts';
import { Id } from '../../../shared/contract/vocabulary.ts';
import { periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { api } from '../../client.ts';

/** How far back a period can be chosen. */
const OFFERED: Readonly<Record<PeriodKind, number>> = { month: 24, quarter: 12, year: 6 };

export const DASHBOARD_TABS = ['overview', 'failing', 'compare'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];

export interface DashboardChoice {
  readonly tab: DashboardTab;
  /** Null until branches are known, or where there are none. */
  readonly branchId: string | null;
  readonly kind: PeriodKind;
  readonly period: PeriodDays;
  /** Newest first. */
  readonly periods: readonly PeriodDays[];
  readonly choose: (change: Readonly<Record<string, string | null>>) => void;
  readonly asked: (name: string) => string | null;
}

/** `today` ends what is offered; without a choice the running quarter of the first branch that is under no other. */
export function useDashboardChoice(today: string): DashboardChoice {
  const [search, setSearch] = useSearchParams();
  const branches = useQuery(api.branches.list.queryOptions());
  const kind = PeriodKind.safeParse(search.get('kind')).data ?? 'quarter';
  const running = periodOf(kind, today).start;
  const periods = Array.from({ length: OFFERED[kind] }, (_, back) => ({ kind, ...shiftPeriod(kind, running, -back) }));
  const first = branches.data?.find(({ parentId }) => parentId === null)?.id ?? null;
  return {
    tab: DASHBOARD_TABS.find((one) => one === search.get('tab')) ?? 'overview',
    branchId: Id.safeParse(search.get('branch')).data ?? first,
    kind,
    period: periods.find(({ start }) => start === search.get('start')) ?? periods[0]!,
    periods,
    asked: (name) => search.get(name),
    choose: (change) => {
      const next = new URLSearchParams(search);
      // A period's start says nothing about another kind of period.
      if ('kind' in change) next.delete('start');
      for (const [name, value] of Object.entries(change))
        if (value === null) next.delete(name);
        else next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}
