// What every write to an open revision owes: its instant and place, the end of signatures given before it, one audit
// entry, and the small counts that the screen shows beside the tick.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import type { Counts } from '../../../shared/contract/observationRecord.ts';
import { countsOf } from '../../../shared/domain/observation/progress.ts';
import type { AuditNote } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { openFor, type OpenSession } from './rows.ts';
import { pinnedStandard, type PinnedStandard } from './standardOf.ts';

export const answeredCodes = (db: ReadDb, revisionId: string): Set<string> =>
  new Set(
    db
      .all<{ criterion: string }>(sql`SELECT criterion FROM answer WHERE revision_id = ${revisionId}`)
      .map((row) => row.criterion),
  );

export const countsOfRevision = (db: ReadDb, standard: PinnedStandard, revisionId: string): Counts =>
  countsOf(standard.criteria, answeredCodes(db, revisionId));

/** Ends the signatures that stand on an open revision. Returns whether there were any. */
export function voidSignatures(
  tx: Change,
  session: Pick<OpenSession, 'id' | 'revision' | 'revision_id' | 'signed'>,
): boolean {
  if (session.signed === 0) return false;
  const voided = tx.run(sql`UPDATE signature SET voided_at = ${tx.at}
    WHERE revision_id = ${session.revision_id} AND voided_at IS NULL`);
  tx.run(sql`UPDATE observation_revision SET signed = 0 WHERE id = ${session.revision_id}`);
  tx.note({
    action: 'observation.signaturesVoided',
    entity: 'observation',
    entityId: session.id,
    facts: { revision: session.revision, signatures: voided },
  });
  return voided > 0;
}

/** A write's own facts; the rest of the note is the same for all. */
export interface Wrote<Extra> {
  readonly note: Pick<AuditNote, 'action' | 'facts' | 'fields'>;
  /** Where the assessor goes next; null leaves it. */
  readonly position: string | null;
  readonly extra: Extra;
}

export interface Writing {
  readonly tx: Change;
  readonly session: OpenSession;
  readonly standard: PinnedStandard;
}

/** Runs one write on the open revision in one durable transaction. @throws as openFor, and what `body` throws */
export const writeSession = <Extra extends object>(
  store: Store,
  actor: Actor,
  id: string,
  body: (writing: Writing) => Wrote<Extra>,
): Saved & Extra =>
  store.change(actor.userId, (tx) => {
    const session = openFor(tx, actor, id);
    const standard = pinnedStandard(tx, session.standard_version_id);
    const { note, position, extra } = body({ tx, session, standard });
    tx.run(sql`UPDATE observation_revision SET saved_at = ${tx.at}, position = coalesce(${position}, position)
      WHERE id = ${session.revision_id}`);
    tx.note({ ...note, entity: 'observation', entityId: id, facts: { revision: session.revision, ...note.facts } });
    const signaturesVoided = voidSignatures(tx, session);
    return { savedAt: tx.at, counts: countsOfRevision(tx, standard, session.revision_id), signaturesVoided, ...extra };
  });
