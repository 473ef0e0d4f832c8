// Owns the table `complaint_step_draft`: what a person has typed into a form of a case and not yet recorded. It is the person's own,
// of one round, gone once it is recorded and with the personal data of its case.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { caseById } from './known.ts';

export interface StepForm {
  readonly id: string;
  readonly round: number;
  readonly form: string;
}

type Fields = Readonly<Record<string, unknown>>;

const own = ({ userId }: Actor, { id, round, form }: StepForm): Sql =>
  sql`user_id = ${userId} AND complaint_id = ${id} AND round = ${round} AND form = ${form}`;

/** Null where none is kept. */
export function stepDraft(db: ReadDb, actor: Actor, of: StepForm): { fields: Fields; savedAt: string } | null {
  const kept = db.get<{ fields: string; savedAt: string }>(
    sql`SELECT fields, saved_at AS savedAt FROM complaint_step_draft WHERE ${own(actor, of)}`,
  );
  return kept ? { fields: JSON.parse(kept.fields) as Fields, savedAt: kept.savedAt } : null;
}

/** Keeps what is typed so far in the place of what was kept before. @throws AppError NOT_FOUND complaintMissing; CONFLICT complaintPurged */
export const saveStepDraft = (
  store: Store,
  actor: Actor,
  { fields, ...of }: StepForm & { readonly fields: Fields },
): Record<string, never> =>
  store.change(actor.userId, (tx) => {
    const { id, round, form } = of;
    if (caseById(tx, id).purged_at !== null) throw new AppError('CONFLICT', 'complaintPurged');
    tx.run(sql`INSERT INTO complaint_step_draft (user_id, complaint_id, round, form, fields, saved_at)
      VALUES (${actor.userId}, ${id}, ${round}, ${form}, ${JSON.stringify(fields)}, ${tx.at})
      ON CONFLICT (user_id, complaint_id, round, form)
        DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at`);
    tx.note({ action: 'complaintDraft.stepSaved', entity: 'complaintDraft', entityId: id, facts: { round, form } });
    return {};
  });

/** Once it is recorded or let go; nothing happens where none is kept. */
export const dropStepDraft = (store: Store, actor: Actor, of: StepForm): Record<string, never> => {
  if (stepDraft(store.read, actor, of) === null) return {};
  return store.change(actor.userId, (tx) => {
    const { id, round, form } = of;
    tx.run(sql`DELETE FROM complaint_step_draft WHERE ${own(actor, of)}`);
    tx.note({ action: 'complaintDraft.stepDropped', entity: 'complaintDraft', entityId: id, facts: { round, form } });
    return {};
  });
};
