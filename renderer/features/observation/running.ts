// The observation that a person has open in the runner, so that a console that was killed opens there again.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';

/** The last one wins: the runner's leaving must not overtake the review's coming. */
let told: Promise<unknown> = Promise.resolve();

function tell(id: string | null): void {
  // A refusal costs the way back at the next start, not the work: what is wrong shows in the runner itself.
  told = told.then(() => client.observation.setRunning({ id })).catch(() => undefined);
}

/**
 * Remembers an observation while its runner is open. Left by the person it is forgotten, and the next start opens the
 * desk; a killed console never comes so far.
 */
export function useRunning(id: string, live: boolean): void {
  useEffect(() => {
    if (!live) return undefined;
    tell(id);
    return () => tell(null);
  }, [id, live]);
}

/** Once after the sign-in: leads from the desk back to the observation that was open when the console was killed. */
export function useReopenRunning(): void {
  const { may } = useAccount();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = useRef(pathname);
  const asked = useRef(false);
  useLayoutEffect(() => {
    here.current = pathname;
  }, [pathname]);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    if (here.current !== '/' || !may('observation.write')) return;
    client.observation.running().then(
      ({ id }) => {
        // Not where the person has gone elsewhere meanwhile.
        if (id !== null && here.current === '/') void navigate(`/observations/${id}/run`, { replace: true });
      },
      // The desk stands already; its own reads tell what is wrong.
      () => undefined,
    );
  }, [may, navigate]);
}
