// All agents for the list: read page by page, shown as soon as the first is there. What is shown doubles with each step, so
// that the grid is not given new rows for every page.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { AgentPage } from '../../../shared/contract/people.ts';
import { api } from '../../client.ts';

export type AgentRow = { readonly [Field in keyof Omit<AgentPage, 'next' | 'total'>]: AgentPage[Field][number] };

export interface Agents {
  readonly data: readonly AgentRow[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  /** Agents read and in all, while reading goes on; null when all are there. */
  readonly reading: { readonly done: number; readonly total: number } | null;
}

const made = new WeakMap<AgentPage, readonly AgentRow[]>();

function rowsOf(page: AgentPage): readonly AgentRow[] {
  const known = made.get(page);
  if (known) return known;
  const rows = page.id.map((id, at): AgentRow => ({
    id,
    number: page.number[at]!,
    name: page.name[at]!,
    pinyin: page.pinyin[at]!,
    initials: page.initials[at]!,
    gender: page.gender[at]!,
    licence: page.licence[at]!,
    engagement: page.engagement[at]!,
    phone: page.phone[at]!,
    hiredOn: page.hiredOn[at]!,
    status: page.status[at]!,
    team: page.team[at]!,
    branchId: page.branchId[at]!,
  }));
  made.set(page, rows);
  return rows;
}

export function useAgents(): Agents {
  const query = useInfiniteQuery({
    ...api.agents.page.infiniteOptions({
      input: (after: string | null) => ({ after }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
    // Every write of this console invalidates it; comparing half a million values on each read would cost more than it saves.
    staleTime: Infinity,
    structuralSharing: false,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  const pages = query.data?.pages;
  const count = pages?.length ?? 0;
  const shown = hasNextPage ? 2 ** Math.floor(Math.log2(Math.max(1, count))) : count;
  const data = useMemo(() => pages?.slice(0, shown).flatMap(rowsOf), [pages, shown]);
  const total = pages?.at(-1)?.total ?? 0;
  const reading = hasNextPage ? { done: count * (pages?.[0]?.id.length ?? 0), total } : null;
  return { data, error: query.error, refetch: query.refetch, reading };
}
