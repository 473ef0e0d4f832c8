// Agents by what is typed of their name, number, pinyin or initials, as the options of a choice.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../client.ts';

const MOST = 12;

/** At most 12; none while nothing is typed. The ones before stay until the next are found. */
export function useAgentHits(text: string): { readonly value: string; readonly label: string }[] {
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    ...api.agents.search.queryOptions({ input: { text: wanted, limit: MOST } }),
    enabled: wanted !== '',
    placeholderData: (before) => before,
  });
  return (wanted === '' ? [] : (found.data ?? [])).map(({ id, name, number, branchName, team }) => ({
    value: id,
    label: [name, number, branchName, team].filter(Boolean).join(' · '),
  }));
}
