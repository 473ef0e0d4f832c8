// One row of any kind with its history, and its withdrawal.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ResponseKind, ResponseRecord } from '../../../shared/contract/responses.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { figureTable, getFigure } from './figures.ts';
import { withdrawRow, type Content, type KeptTable } from './kept.ts';
import { getRequest, requestTable } from './requests.ts';
import { getVisit, visitTable } from './visits.ts';

/** @throws AppError NOT_FOUND rowMissing */
export function responseRecord(db: ReadDb, kind: ResponseKind, id: string): ResponseRecord {
  switch (kind) {
    case 'request':
      return { kind, row: getRequest(db, id), history: historyOf(db, requestTable.entity, id) };
    case 'visit':
      return { kind, row: getVisit(db, id), history: historyOf(db, visitTable.entity, id) };
    case 'figure':
      return { kind, row: getFigure(db, id), history: historyOf(db, figureTable.entity, id) };
  }
}

interface Withdrawal {
  readonly kind: ResponseKind;
  readonly id: string;
  readonly revision: number;
  readonly reason: string;
}

function withdrawFrom<Fields extends Content>(
  tx: Change,
  table: KeptTable<Fields>,
  actorId: string,
  input: Withdrawal,
) {
  const { state, revision } = table.contentOf(tx, input.id);
  if (state === 'withdrawn') throw new AppError('CONFLICT', 'rowWithdrawn');
  if (revision !== input.revision) throw new AppError('CONFLICT', 'changedMeanwhile');
  withdrawRow(tx, table, input.id, input.reason, { actorId, via: 'form' });
}

/** Takes a row out of the evidence; it stays readable. @throws AppError NOT_FOUND rowMissing; CONFLICT rowWithdrawn, changedMeanwhile */
export function withdrawResponse(store: Store, actor: Actor, input: Withdrawal): { id: string } {
  store.change(actor.userId, (tx) => {
    if (input.kind === 'request') withdrawFrom(tx, requestTable, actor.userId, input);
    else if (input.kind === 'visit') withdrawFrom(tx, visitTable, actor.userId, input);
    else withdrawFrom(tx, figureTable, actor.userId, input);
  });
  return { id: input.id };
}
