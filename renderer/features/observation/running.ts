// The observation that a person has open in the runner, so that a console that was killed opens there again.
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';
import { kept, type Kept } from '../../components/kept.ts';

const runningOf = (userId: string): Kept<string> => kept<string>(`observation.running.${userId}`, '');

/**
 * Remembers an observation while its runner is open. Left by the person it is forgotten, and the next start opens the
 * desk; a killed console never comes so far.
 */
export function useRunning(id: string, live: boolean): void {
  const { actor } = useAccount();
  useEffect(() => {
    if (!live) return undefined;
    const store = runningOf(actor.userId);
    store.write(id);
    return () => store.write('');
  }, [id, live, actor.userId]);
}

let reopened = false;

/** At the start of the page leads back to the observation that was open when the console was killed. */
export function useReopenRunning(): void {
  const { actor, may } = useAccount();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useEffect(() => {
    if (reopened) return;
    reopened = true;
    const store = runningOf(actor.userId);
    const id = store.read();
    if (id === '' || pathname !== '/' || !may('observation.write')) return;
    // Forgotten first: where it cannot be opened any more, the next start is free again.
    store.write('');
    void navigate(`/observations/${id}/run`);
  }, [actor.userId, may, navigate, pathname]);
}
