// Owns the table `complaint_draft`: the registration that a person is typing, so that a crash loses nothing of a call. It is the
// person's own and gone once it is registered or cleared; names and contacts are never written into the page's storage.
import type { Actor } from '../../../shared/contract/account.ts';
import { RegistrationDraft } from '../../../shared/contract/complaint.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';

/** Null where none is kept, or one of another shape. */
export function registrationDraft(db: ReadDb, actor: Actor): RegistrationDraft | null {
  const kept = db.get<{ fields: string }>(sql`SELECT fields FROM complaint_draft WHERE user_id = ${actor.userId}`);
  return kept ? (RegistrationDraft.safeParse(JSON.parse(kept.fields)).data ?? null) : null;
}

/** Keeps what is typed so far in the place of what was kept before. */
export const saveRegistrationDraft = (store: Store, actor: Actor, draft: RegistrationDraft): Record<string, never> =>
  store.change(actor.userId, (tx) => {
    const { userId } = actor;
    tx.run(sql`INSERT INTO complaint_draft (user_id, fields, saved_at) VALUES (${userId}, ${JSON.stringify(draft)}, ${tx.at})
      ON CONFLICT (user_id) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at`);
    const facts = { complainants: draft.people.length };
    tx.note({ action: 'complaintDraft.saved', entity: 'complaintDraft', entityId: userId, facts });
    return {};
  });

/** Clears it; nothing happens where none is kept. */
export const dropRegistrationDraft = (store: Store, actor: Actor): Record<string, never> => {
  const { userId } = actor;
  if (!store.read.get(sql`SELECT 1 FROM complaint_draft WHERE user_id = ${userId}`)) return {};
  return store.change(userId, (tx) => {
    tx.run(sql`DELETE FROM complaint_draft WHERE user_id = ${userId}`);
    tx.note({ action: 'complaintDraft.dropped', entity: 'complaintDraft', entityId: userId });
    return {};
  });
};
