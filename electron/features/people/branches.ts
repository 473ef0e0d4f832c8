// Owns the table `branch`: the tree of branches, each with a code that is unique without regard to case. No cycles.
import type { Branch, BranchFields } from '../../../shared/contract/people.ts';
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';

interface BranchRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent_id: string | null;
  readonly agents: number;
}

const asBranch = ({ parent_id, ...row }: BranchRow): Branch => ({ ...row, parentId: parent_id });

const select = (where: Sql): Sql => sql`SELECT branch.id, code, branch.name, parent_id,
    (SELECT count(*) FROM agent_assignment a JOIN agent ON agent.id = a.agent_id
      WHERE a.branch_id = branch.id AND a.until_day IS NULL AND agent.status <> 'left') AS agents
  FROM branch WHERE ${where} ORDER BY code`;

/** All branches, by code. */
export const listBranches = (db: ReadDb): Branch[] => db.all<BranchRow>(select(sql`1`)).map(asBranch);

/** @throws AppError NOT_FOUND branchUnknown */
export function getBranch(db: ReadDb, id: string): Branch {
  const row = db.get<BranchRow>(select(sql`branch.id = ${id}`));
  if (!row) throw new AppError('NOT_FOUND', 'branchUnknown');
  return asBranch(row);
}

/** The ids of a branch and of all below it. */
export const branchAndBelow = (db: ReadDb, id: string): string[] =>
  db
    .all<{ id: string }>(
      sql`WITH RECURSIVE below (id) AS (SELECT ${id} UNION SELECT branch.id FROM branch JOIN below ON parent_id = below.id)
        SELECT id FROM below`,
    )
    .map((row) => row.id);

/** @throws AppError CONFLICT branchCodeTaken, branchCycle; NOT_FOUND branchUnknown */
function check(db: ReadDb, id: string | null, fields: BranchFields): void {
  const same = db.get<{ id: string }>(sql`SELECT id FROM branch WHERE code = ${fields.code}`);
  if (same && same.id !== id) throw new AppError('CONFLICT', 'branchCodeTaken', { code: fields.code });
  if (fields.parentId === null) return;
  getBranch(db, fields.parentId);
  if (id !== null && branchAndBelow(db, id).includes(fields.parentId))
    throw new AppError('CONFLICT', 'branchCycle', { code: fields.code });
}

/** Adds a branch inside the caller's transaction and returns its id. @throws AppError CONFLICT branchCodeTaken; NOT_FOUND branchUnknown */
export function insertBranch(tx: Change, fields: BranchFields): string {
  check(tx, null, fields);
  const id = tx.newId();
  tx.run(sql`INSERT INTO branch (id, code, name, parent_id, created_at, updated_at)
    VALUES (${id}, ${fields.code}, ${fields.name}, ${fields.parentId}, ${tx.at}, ${tx.at})`);
  tx.note({ action: 'branch.added', entity: 'branch', entityId: id, facts: { parentId: fields.parentId } });
  return id;
}

export const addBranch = (store: Store, actor: Actor, fields: BranchFields): Branch =>
  store.change(actor.userId, (tx) => getBranch(tx, insertBranch(tx, fields)));

/** @throws AppError NOT_FOUND branchUnknown; CONFLICT branchCodeTaken, branchCycle */
export function updateBranch(store: Store, actor: Actor, input: BranchFields & { readonly id: string }): Branch {
  return store.change(actor.userId, (tx) => {
    const before = getBranch(tx, input.id);
    check(tx, input.id, input);
    tx.run(sql`UPDATE branch SET code = ${input.code}, name = ${input.name}, parent_id = ${input.parentId},
      updated_at = ${tx.at} WHERE id = ${input.id}`);
    tx.note({
      action: 'branch.changed',
      entity: 'branch',
      entityId: input.id,
      facts: { parentId: input.parentId },
      fields: {
        ...(before.code === input.code ? {} : { code: input.code }),
        ...(before.name === input.name ? {} : { name: input.name }),
      },
    });
    return getBranch(tx, input.id);
  });
}
