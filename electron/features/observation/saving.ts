// What every write to an open revision owes: its instant and place, the end of signatures given before it, one audit
// entry, and the small counts that the screen shows beside the tick.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import { countsOf } from '../../../shared/domain/observation/progress.ts';
import type { AuditNote } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { openFor, type OpenSession } from './rows.ts';
import { pinnedStandard, type PinnedStandard } from './standardOf.ts';

export interface Answered {
  readonly codes: ReadonlySet<string>;
  /** Of the last tap, 0 before the first. */
  readonly turn: number;
}

/** The answered items; their codes come as one text, since fifty small rows would cost more than the write itself. */
export function answeredIn(db: ReadDb, revisionId: string): Answered {
  const row = db.get<{ codes: string | null; turn: number | null }>(
    sql`SELECT group_concat(criterion, ' ') AS codes, max(turn) AS turn FROM answer WHERE revision_id = ${revisionId}`,
  );
  return { codes: new Set(row?.codes?.split(' ')), turn: row?.turn ?? 0 };
}

interface Known {
  readonly auditSeq: number;
  readonly actorId: string;
  readonly session: OpenSession;
  readonly answered: Answered;
}

// What the last tap left behind. It holds only while the audit chain ends where that tap ended it: then nothing was
// written since, and reading both again would cost as much as the write itself.
const known = new WeakMap<Store, Known>();

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
  readonly extra: Extra;
  /** The answered items afterwards, where the write knows them and changed nothing else of the session. */
  readonly answered?: Answered;
  /** False where the rows written carry their own instant, as answers do. */
  readonly touches?: boolean;
}

export interface Writing {
  readonly tx: Change;
  readonly session: OpenSession;
  readonly standard: PinnedStandard;
  /** The answered items before the write. */
  readonly answered: () => Answered;
}

/** Runs one write on the open revision in one durable transaction. @throws as openFor, and what `body` throws */
export function writeSession<Extra extends object>(
  store: Store,
  actor: Actor,
  id: string,
  body: (writing: Writing) => Wrote<Extra>,
): Saved & Extra {
  const { saved, next } = store.change(actor.userId, (tx) => {
    const last = known.get(store);
    const holds = last?.auditSeq === tx.auditSeq() && last.session.id === id && last.actorId === actor.userId;
    const session = holds ? last.session : openFor(tx, actor, id);
    const standard = pinnedStandard(tx, session.standard_version_id);
    const read = () => (holds ? last.answered : answeredIn(tx, session.revision_id));
    const { note, extra, answered, touches = true } = body({ tx, session, standard, answered: read });
    if (touches) tx.run(sql`UPDATE observation_revision SET saved_at = ${tx.at} WHERE id = ${session.revision_id}`);
    const counts = countsOf(standard.criteria, (answered ?? answeredIn(tx, session.revision_id)).codes);
    tx.note({ ...note, entity: 'observation', entityId: id, facts: { revision: session.revision, ...note.facts } });
    const signaturesVoided = voidSignatures(tx, session);
    const left: Known | null =
      answered && !signaturesVoided ? { auditSeq: tx.auditSeq(), actorId: actor.userId, session, answered } : null;
    return { saved: { savedAt: tx.at, counts, signaturesVoided, ...extra }, next: left };
  });
  // Only now: a change that was rolled back has left nothing.
  if (next) known.set(store, next);
  else known.delete(store);
  return saved;
}
