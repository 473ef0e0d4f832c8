// What is typed into the registration and not yet sent. Main keeps it a moment after the last key, so that leaving the screen, locking or
// a crash costs nothing; names and contacts are never written into the page's storage.
import type { RegistrationDraft } from '../../../shared/contract/complaint.ts';
import { client } from '../../client.ts';
import { createDrafts } from '../observation/runner/drafts.ts';

type Deep<T> = { readonly [Key in keyof T]: T[Key] extends (infer One)[] ? readonly Readonly<One>[] : T[Key] };
export type Registration = Deep<RegistrationDraft>;

export const emptyRegistration = (): Registration => ({
  channel: 'phone',
  receivedAt: new Date().toISOString(),
  people: [{ name: '', contact: '' }],
  content: '',
  category: null,
  subclass: null,
  agentId: null,
  branchId: null,
  subjectIds: [],
});

const waiting = createDrafts();
let last: Promise<unknown> = Promise.resolve();
/** Of what main could not keep: still there while the page lives. */
const unsaved = new Map<string, Registration>();

const sent = (): Promise<unknown> => last.catch(() => undefined);

/** What the person who is signed in has typed before, null for nothing. */
export async function draftOf(userId: string): Promise<Registration | null> {
  waiting.flush();
  await sent();
  return unsaved.get(userId) ?? client.complaint.draft();
}

export function keepDraft(userId: string, draft: Registration): void {
  unsaved.set(userId, draft);
  waiting.later(userId, () => {
    last = client.complaint
      .saveDraft({ ...draft, people: [...draft.people], subjectIds: [...draft.subjectIds] })
      .then(() => unsaved.get(userId) === draft && unsaved.delete(userId));
    // Locked or full: it stays in the page's memory, and the next key tries again.
    last.catch(() => undefined);
  });
}

/** Keeps at once what waits for a pause. */
export const flushDraft = (): void => waiting.flush();

/** It is registered: main has let it go with the same change. */
export function forgetDraft(userId: string): void {
  waiting.forget(userId);
  unsaved.delete(userId);
}

/** Lets it go unsent. */
export function dropDraft(userId: string): void {
  forgetDraft(userId);
  last = sent().then(() => client.complaint.dropDraft());
  last.catch(() => undefined);
}
