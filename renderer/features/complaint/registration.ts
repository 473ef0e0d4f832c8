// What is typed into the registration and not yet sent. It is kept in the page's memory, so that leaving the screen, locking or
// looking at another case costs nothing; names and contacts are never written into the page's storage.
import type {
  ComplaintCategory,
  ComplaintChannel,
  ComplaintSubclass,
} from '../../../shared/contract/complaintWords.ts';

export interface Registration {
  readonly channel: ComplaintChannel;
  readonly receivedAt: string | null;
  readonly people: readonly { readonly name: string; readonly contact: string }[];
  readonly content: string;
  readonly category: ComplaintCategory;
  readonly subclass: ComplaintSubclass | null;
  readonly agentId: string | null;
  readonly branchId: string | null;
  readonly subjectIds: readonly string[];
}

export const emptyRegistration = (): Registration => ({
  channel: 'phone',
  receivedAt: new Date().toISOString(),
  people: [{ name: '', contact: '' }],
  content: '',
  category: 'attitude',
  subclass: null,
  agentId: null,
  branchId: null,
  subjectIds: [],
});

const drafts = new Map<string, Registration>();

/** The draft of the person who is signed in; nobody sees another's. */
export const draftOf = (userId: string): Registration | null => drafts.get(userId) ?? null;
export const keepDraft = (userId: string, draft: Registration): void => void drafts.set(userId, draft);
export const dropDraft = (userId: string): void => void drafts.delete(userId);
