// A store with one agent, and how long single steps take: what the benches of saving share.
import { performance } from 'node:perf_hooks';
import { sql } from '../../electron/db/sql.ts';
import { openStore, type Store } from '../../electron/db/store.ts';
import { setUpConsole } from '../../electron/features/account/firstRun.ts';
import type { Actor } from '../../shared/contract/account.ts';
import { FIRST_RUN } from '../support/console.ts';

export interface OneAgent {
  readonly store: Store;
  readonly actor: Actor;
  readonly agentId: string;
}

/** A console set up in a folder, with a supervisor and an agent of its branch. */
export function oneAgent(folder: string): OneAgent {
  const store = openStore({ folder });
  const { userId, branchId } = store.change(null, (tx) =>
    setUpConsole(tx, FIRST_RUN, { password: 'none', recovery: 'none' }),
  );
  const actor: Actor = { userId, login: 'bench', name: '评估员', roles: ['supervisor'] };
  const agentId = store.change(userId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO agent (id, number, name, pinyin, initials, engagement, status, created_at, updated_at)
      VALUES (${id}, '1', '李四', 'lisi', 'ls', 'agency', 'active', ${tx.at}, ${tx.at})`);
    tx.run(sql`INSERT INTO agent_assignment (id, agent_id, branch_id, team, from_day)
      VALUES (${tx.newId()}, ${id}, ${branchId}, '一组', '2020-01-01')`);
    tx.note({ action: 'agent.added', entity: 'agent', entityId: id });
    return id;
  });
  return { store, actor, agentId };
}

/** Milliseconds of one step. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The value below which a part (0..1) of the times lies. */
export const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((x, y) => x - y)[Math.floor((times.length - 1) * part)]!;
