// 申诉 in the demo: agents question items of their finalised results (4.5). One appeal is decided, one waits on the desk.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Store } from '../../db/store.ts';
import { fileAppeal, keepAppeal, takeAppeal } from '../../features/appeal/handling.ts';
import { itemsOf } from '../../features/appeal/items.ts';
import { resultRows } from '../../features/assessment/rows.ts';

export interface Appealing {
  readonly resultId: string;
  /** Who files it for the agent, having assessed the item themselves. */
  readonly supervisors: readonly Actor[];
  /** Who decides it, having assessed nothing of it. */
  readonly manager: Actor;
}

/** Files an appeal against the first item without full value that a supervisor scored; returns its id, null where there is none. */
function file(store: Store, { resultId, supervisors }: Appealing, reason: string): string | null {
  const [supervisor] = supervisors;
  if (!supervisor) return null;
  for (const { agentId } of resultRows(store.read, resultId)) {
    const item = itemsOf(store.read, resultId, agentId).find(
      (one) => one.kind === 'session' && one.higher.length > 0 && one.assessors.includes(supervisor.name),
    );
    if (item) return fileAppeal(store, supervisor, { resultId, agentId, item, reason }).id;
  }
  return null;
}

/** Taken in hand the same day and kept, with the manager's reason. */
export function appealKept(store: Store, appealing: Appealing): void {
  const id = file(store, appealing, '当时已向客户复述过需求，请对照现场照片重新核对');
  if (id === null) return;
  takeAppeal(store, appealing.manager, id);
  keepAppeal(store, appealing.manager, { id, reason: '核对了现场记录与照片，未见复述，维持原评分' });
}

export function appealWaiting(store: Store, appealing: Appealing): void {
  file(store, appealing, '客户中途接听电话，未完成的说明不是业务员省略的');
}
