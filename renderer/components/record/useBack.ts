// Where back leads: to the page before, as it was; on a page opened first of all, to the screen's parent. A screen that
// goes up instead (the runner, the review) leads to its parent always, in its own place: the page before stays behind it.
import { useCallback } from 'react';
import { generatePath, useMatches, useNavigate } from 'react-router';

interface Handle {
  readonly parent?: string;
  readonly goesUp?: boolean;
}

/** Told to the parent of a screen that goes up, so that it can put the hands on the way back down. */
export interface CameUp {
  readonly cameUp: true;
}

/** Whether a page stands before this one; a replaced first page has none, whatever its key. */
const hasBefore = (): boolean => ((window.history.state as { readonly idx?: number } | null)?.idx ?? 0) > 0;

/** Goes back. On a screen without parent it does nothing. */
export function useBack(): () => void {
  const navigate = useNavigate();
  const match = useMatches().at(-1);
  return useCallback(() => {
    const { parent, goesUp = false } = (match?.handle ?? {}) as Handle;
    if (parent === undefined) return;
    if (goesUp)
      void navigate(generatePath(parent, match?.params), { replace: true, state: { cameUp: true } satisfies CameUp });
    else if (hasBefore()) void navigate(-1);
    else void navigate(generatePath(parent, match?.params), { replace: true });
  }, [match, navigate]);
}
