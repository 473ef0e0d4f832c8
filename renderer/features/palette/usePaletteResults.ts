// The results for what is typed: own entries at once, each provider's as it answers. A later text aborts an earlier search.
import { useQueries } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { useAppearance } from '../../Appearance.tsx';
import { useSession } from '../session.ts';
import { ownEntries, type Entry } from './commands.ts';
import { PROVIDERS } from './providers.ts';

export interface PaletteResults {
  readonly entries: readonly Entry[];
  /** Headings of the providers that failed. */
  readonly failed: readonly string[];
  readonly searching: boolean;
}

export function usePaletteResults(typed: string): PaletteResults {
  const { t } = useTranslation();
  const { may } = useAccount();
  const appearance = useAppearance();
  const session = useSession();
  const text = useDeferredValue(typed.trim());
  const providers = PROVIDERS.filter((provider) => may(provider.permission));
  const { language } = appearance;
  const answers = useQueries({
    queries: providers.map((provider) => ({
      queryKey: ['palette', provider.id, language, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => provider.search(text, { language, signal }),
      enabled: text !== '',
      staleTime: 10_000,
    })),
  });
  const wanted = text.toLowerCase();
  const own = ownEntries(t, may, session, appearance).filter((entry) => entry.title.toLowerCase().includes(wanted));
  const found = providers.flatMap((provider, at): Entry[] =>
    (answers[at]?.data ?? []).map((item) => ({
      id: `${provider.id}.${item.id}`,
      group: provider.title(t),
      title: item.title,
      ...(item.detail === undefined ? {} : { detail: item.detail }),
      run: (navigate) => navigate(item.to),
    })),
  );
  return {
    // What stands at once stays where it is while the others answer, and Enter opens what was asked for by name.
    entries: [...own, ...found],
    failed: providers.filter((_, at) => answers[at]?.isError).map((provider) => provider.title(t)),
    searching: answers.some((answer) => answer.isFetching),
  };
}
