// Giving an answer and going on, the same by key, by tap and out of a dialog.
import { nextUnanswered } from '../../../../shared/domain/observation/progress.ts';
import { isFailing } from '../../../../shared/domain/observation/scale.ts';
import type { AnswerValue } from './itemState.ts';
import type { Runner } from './runnerContext.ts';
import { blockersOf, chosenOf, nextBlocked } from './runnerState.ts';
import type { RunnerStore } from './runnerStore.ts';

/** The next unanswered item after `code`, `code` itself where none is left. */
export function nextAfter(store: RunnerStore, code: string): string {
  const chosen = new Set([...chosenOf(store.state().items), code]);
  return nextUnanswered(store.criteria, chosen, code) ?? code;
}

/**
 * Answers and, with `moveOn`, goes to the next unanswered item; the main process remembers the same place. A failing answer
 * stays: its problem record opens in place, and 1 means the best on some scales and the worst on others.
 */
export function answerAndGo(
  store: RunnerStore,
  code: string,
  answer: AnswerValue,
  moveOn: boolean,
  redLineConfirmed = false,
): void {
  const criterion = store.byCode.get(code);
  const fails = criterion && answer.kind === 'scored' && isFailing(criterion.scale, answer.value);
  const next = moveOn && !fails ? nextAfter(store, code) : code;
  store.answer(code, answer, next, redLineConfirmed);
  store.moveTo(next, moveOn);
}

/** Id of the button that stops the introduction timer. */
export const TIMER_BUTTON = 'introduction-timer';

/** Goes to the next item that something is missing on; where none is, to the notice or the timer that still block. */
export function goToMissing({ store, open }: Pick<Runner, 'store' | 'open'>): void {
  const blockers = blockersOf(store.criteria, store.state());
  const code = nextBlocked(store.criteria, blockers, store.state().cursor);
  if (code !== null) store.moveTo(code, true);
  else if (blockers.some(({ kind }) => kind === 'noticeMissing')) open({ kind: 'context' });
  else if (blockers.length > 0) document.getElementById(TIMER_BUTTON)?.focus();
}

/** The item `step` places from the current one; stops at both ends. */
export function neighbour(store: RunnerStore, step: number): string {
  const at = store.criteria.findIndex(({ code }) => code === store.state().cursor);
  const to = Math.max(0, Math.min(store.criteria.length - 1, at + step));
  return store.criteria[to]?.code ?? store.state().cursor;
}

/** The first unanswered item of the stage before or after the current item's, else that stage's first. */
export function stageTarget(store: RunnerStore, step: 1 | -1): string | null {
  const stages = [...new Set(store.criteria.map(({ stage }) => stage))];
  const here = store.byCode.get(store.state().cursor)?.stage ?? null;
  const stage = stages[stages.indexOf(here) + step];
  if (stage === undefined) return null;
  return firstOpen(store, (criterion) => criterion.stage === stage);
}

/** The first unanswered of the items that belong, else the first of them. */
export function firstOpen(
  store: RunnerStore,
  belongs: (criterion: RunnerStore['criteria'][number]) => boolean,
): string | null {
  const own = store.criteria.filter(belongs);
  const chosen = chosenOf(store.state().items);
  return (own.find(({ code }) => !chosen.has(code)) ?? own[0])?.code ?? null;
}
