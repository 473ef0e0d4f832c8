// Where back leads: to the page before, as it was; on a page opened first of all, to the screen's parent.
import { useCallback } from 'react';
import { useLocation, useMatches, useNavigate } from 'react-router';

interface Handle {
  readonly parent?: string;
}

/** Goes back. On a screen without parent and without a page before it does nothing. */
export function useBack(): () => void {
  const navigate = useNavigate();
  const location = useLocation();
  const handle = useMatches().at(-1)?.handle as Handle | undefined;
  const parent = handle?.parent;
  return useCallback(() => {
    if (location.key !== 'default' && parent !== undefined) void navigate(-1);
    else if (parent !== undefined) void navigate(parent);
  }, [location.key, parent, navigate]);
}
