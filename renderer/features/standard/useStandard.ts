// What the screens of 标准库 share: the versions, the one that is open, and the choice that stands in the address.
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../../client.ts';
import type { StandardVersion } from '../../../shared/contract/standard.ts';

/** All versions; drafts first, then the newest. */
export const useVersions = () => useQuery(api.standard.list.queryOptions());

/** One version with its content; nothing is asked while `id` is unknown. */
export const useVersion = (id: string | undefined) =>
  useQuery({ ...api.standard.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== undefined });

/** The version that new sessions start under. */
export const currentOf = (versions: readonly StandardVersion[]): StandardVersion | undefined =>
  versions.find(({ status }) => status === 'published') ?? versions[0];

export interface Choice {
  readonly version: string | null;
  readonly clause: string | null;
  readonly criterion: string | null;
}

/** What is chosen on the screen, kept in the address, so that going back and links lead to the same place. */
export function useChoice(): readonly [Choice, (change: Partial<Choice>) => void] {
  const [search, setSearch] = useSearchParams();
  const choice: Choice = {
    version: search.get('version'),
    clause: search.get('clause'),
    criterion: search.get('criterion'),
  };
  const change = (changed: Partial<Choice>): void => {
    const next = Object.entries({ ...choice, ...changed }).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
    );
    setSearch(Object.fromEntries(next), { replace: true });
  };
  return [choice, change];
}

/** The address of a line of a version. */
export const addressOfLine = (line: {
  readonly version?: string;
  readonly clause?: string;
  readonly criterion?: string;
}) => `/standard?${new URLSearchParams(line).toString()}`;
