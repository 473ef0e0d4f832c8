// What is typed into a form of a case, kept in the store as it is typed and given back on return. It goes once it is recorded. One that
// is on its way is waited for before the next is read, so that leaving and coming back at once loses nothing.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';

/** Milliseconds without a key before what is typed is kept. */
const PAUSE = 600;

type Fields = Record<string, unknown>;

const underway = new Map<string, Promise<unknown>>();

export interface FormDraft {
  /** False while it is read. */
  readonly ready: boolean;
  /** What was typed before; null where nothing was. */
  readonly fields: Fields | null;
  readonly savedAt: string | null;
  /** What could not be kept, and why. */
  readonly failure: unknown;
  readonly keep: (fields: object) => void;
  /** Keeps at once what waits for a pause. */
  readonly flush: () => void;
  /** Recorded or let go. */
  readonly drop: () => Promise<void>;
}

/** Which form of which case. */
export interface DraftOf {
  readonly record: Pick<ComplaintRecord, 'id' | 'round'>;
  /** Name of a step or a dialog, with its part where it has some: `verdict.audit`. */
  readonly form: string;
}

/** Null where the form is too short to keep one. */
export function useFormDraft(draft: DraftOf | null): FormDraft {
  const { actor, may } = useAccount();
  const on = draft !== null && may('complaints.write');
  const { id, round } = draft?.record ?? { id: '', round: 1 };
  const form = draft?.form ?? '';
  const key = [actor.userId, id, round, form].join(' ');
  const of = useMemo(() => ({ id, round, form }), [id, round, form]);
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = useRef<{ readonly fields: Fields; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const read = useQuery({
    // Of its own: what else changes in the case does not read it again under the hands of the person.
    queryKey: ['complaintStepDraft', key],
    queryFn: async () => {
      await underway.get(key);
      return client.complaint.stepDraft(of);
    },
    ...{ enabled: on, gcTime: 0, staleTime: Infinity, retry: false },
  });
  const then = useCallback(
    (act: () => Promise<unknown>): Promise<void> => {
      const after = (underway.get(key) ?? Promise.resolve()).then(act).then(
        () => setFailure(null),
        (error: unknown) => setFailure(error),
      );
      underway.set(key, after);
      return after;
    },
    [key],
  );
  const flush = useCallback(() => {
    const last = waiting.current;
    if (last === null) return;
    clearTimeout(last.timer);
    waiting.current = null;
    void then(() => client.complaint.saveStepDraft({ ...of, fields: last.fields }));
  }, [of, then]);
  useEffect(() => flush, [flush]);
  return {
    ready: !on || !read.isPending,
    fields: read.data?.fields ?? null,
    savedAt: read.data?.savedAt ?? null,
    failure: failure ?? read.error,
    flush,
    keep: (fields) => {
      if (!on) return;
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { fields: { ...fields }, timer: setTimeout(flush, PAUSE) };
    },
    drop: async () => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = null;
      if (on) await then(() => client.complaint.dropStepDraft(of));
    },
  };
}
