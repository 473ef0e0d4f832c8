// Listens for the runner's keys and carries them out. Dead in text fields, under dialogs, behind the lock and while an
// input method composes. Esc closes the innermost first: a field leads back to its row, a note without words folds, and
// only then the frame takes it and leads up to the record.
import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { CHOICES } from '../../../../shared/domain/observation/scale.ts';
import { useAccount } from '../../../account.ts';
import { commandOf, type KeyPlace, type RunnerCommand } from './keys.ts';
import { valueOf } from './itemState.ts';
import { goToMissing, neighbour, nextAfter, stageTarget } from './moves.ts';
import type { Runner } from './runnerContext.ts';

export interface RunnerActions {
  readonly toggleAnchors: () => void;
  readonly toggleBackground: () => void;
  readonly review: () => void;
  readonly fold: (code: string) => boolean;
}

const DIALOG = '.ant-modal-wrap:not([style*="display: none"]), .ant-image-preview';
const OWN = '[data-keys="off"]';
/** The panel about the agent: Esc in it gives the hands back to the row. */
const PANEL = '.known';
const TEXT = 'textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable="true"]';

function placeOf(target: Element): KeyPlace {
  if (target.matches(TEXT) || target.closest(OWN)) return 'field';
  return target.matches('button:not([role=radio]), a, summary') ? 'button' : 'item';
}

export const focusRow = (code: string): void =>
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(code)}"]`)?.focus({ preventScroll: true });

export function useRunnerKeys(root: RefObject<HTMLElement | null>, runner: Runner, actions: RunnerActions): void {
  const { state: account } = useAccount();
  const { store, give, open, detail } = runner;

  const choose = (step: 1 | -1) => {
    const criterion = store.byCode.get(store.state().cursor);
    if (!criterion) return;
    const choices = CHOICES[criterion.scale];
    const value = valueOf(store.state().items.get(criterion.code));
    const at = choices.findIndex((choice) => choice.value === value);
    const choice = choices[at < 0 ? (step > 0 ? 0 : choices.length - 1) : at + step];
    if (choice) give(criterion.code, { kind: 'scored', value: choice.value }, false);
  };
  const go = (code: string | null) => {
    if (code !== null) store.moveTo(code, true);
  };

  const run = (command: RunnerCommand) => {
    const { cursor, items, introduction } = store.state();
    const criterion = store.byCode.get(cursor);
    switch (command.kind) {
      case 'answer': {
        const choice = criterion && CHOICES[criterion.scale].find(({ key }) => key === command.digit);
        if (choice) give(cursor, { kind: 'scored', value: choice.value }, true);
        return;
      }
      case 'choose':
        choose(command.step);
        return;
      case 'stage':
        go(stageTarget(store, command.step));
        return;
      case 'nextUnanswered':
        go(nextAfter(store, cursor));
        return;
      case 'next':
        go(neighbour(store, 1));
        return;
      case 'previous':
        go(neighbour(store, -1));
        return;
      case 'first':
        go(store.criteria[0]?.code ?? null);
        return;
      case 'last':
        go(store.criteria.at(-1)?.code ?? null);
        return;
      case 'missing':
        goToMissing(runner);
        return;
      case 'notApplicable':
        if (criterion?.notApplicableAllowed) open({ kind: 'notApplicable', code: cursor, next: true });
        return;
      case 'note':
        detail(cursor, 'note');
        return;
      case 'photo':
        detail(cursor, 'photo');
        return;
      case 'redLine':
        if (criterion?.redLine || items.get(cursor)?.redLine) open({ kind: 'redLineInfo', code: cursor });
        return;
      case 'anchors':
        actions.toggleAnchors();
        return;
      case 'background':
        actions.toggleBackground();
        return;
      case 'timer':
        if (introduction.manualMinutes === null) store.time(introduction.runningSince === null ? 'start' : 'stop');
        return;
      case 'keys':
        open({ kind: 'keys' });
        return;
      case 'review':
        actions.review();
        return;
    }
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || account.locked || document.querySelector(DIALOG)) return;
    const target = event.target instanceof Element ? event.target : document.body;
    // The frame may have put the focus on what holds the runner: the page itself or its main part.
    if (!target.contains(root.current) && !root.current?.contains(target)) return;
    const place = placeOf(target);
    if (event.key === 'Escape' && !event.isComposing) {
      const folded = actions.fold(store.state().cursor);
      if (!folded && place !== 'field' && !target.closest(PANEL)) return;
      event.preventDefault();
      focusRow(store.state().cursor);
      return;
    }
    const command = commandOf(event, place);
    if (!command) return;
    event.preventDefault();
    run(command);
  });

  // With the first picture of the items: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before the frame's own listener, which would take Esc for going back.
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}
