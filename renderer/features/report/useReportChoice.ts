// Which branch and period are chosen. They stand in the address, so that coming back from a draft leads to the same report.
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Branch } from '../../../shared/contract/people.ts';
import { PeriodKind, type PeriodDays } from '../../../shared/contract/score.ts';
import { api } from '../../client.ts';
import type { Rows } from '../../components/grid/DataGrid.tsx';

export interface ReportPlace {
  /** Undefined while the branches are read. */
  readonly branches: readonly Branch[] | undefined;
  readonly branch: Branch | undefined;
  readonly kind: PeriodKind;
  /** Newest first. */
  readonly periods: Rows<PeriodDays>;
  readonly period: PeriodDays | undefined;
  /** The one before the chosen period, where it holds evidence. */
  readonly earlier: PeriodDays | undefined;
  readonly error: unknown;
  readonly retry: () => unknown;
  readonly choose: (change: { readonly branch?: string; readonly kind?: PeriodKind; readonly start?: string }) => void;
}

/** Without a choice: the topmost branch and the last quarter that has ended and holds evidence, else the running one. */
export function useReportChoice(): ReportPlace {
  const [search, setSearch] = useSearchParams();
  const branches = useQuery(api.branches.list.queryOptions());
  const branch =
    branches.data?.find(({ id }) => id === search.get('branch')) ??
    branches.data?.find(({ parentId }) => parentId === null) ??
    branches.data?.[0];
  const kind = PeriodKind.safeParse(search.get('kind')).data ?? 'quarter';
  const periods = useQuery({
    ...api.report.periods.queryOptions({ input: { branchId: branch?.id ?? '', kind } }),
    enabled: branch !== undefined,
  });
  const offered = periods.data ?? [];
  const at = Math.max(
    offered.findIndex(({ start }) => start === search.get('start')),
    search.has('start') ? 0 : Math.min(1, offered.length - 1),
  );
  return {
    branches: branches.data,
    branch,
    kind,
    periods,
    period: offered[at],
    earlier: offered[at + 1],
    error: branches.error ?? periods.error,
    retry: () => (branches.error ? branches.refetch() : periods.refetch()),
    choose: (change) => {
      const next = new URLSearchParams(search);
      // A period's start says nothing about another kind of period.
      if (change.kind !== undefined) next.delete('start');
      for (const [name, value] of Object.entries(change)) next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}
