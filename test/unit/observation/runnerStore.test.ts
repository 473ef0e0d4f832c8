// The runner's state against routes that answer late, fail or race: when a tick may show, and what a row sees.
import { describe, expect, test, vi } from 'vitest';
import type { ObservationRecord } from '../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import {
  createRunnerStore,
  type ObservationRoutes,
} from '../../../renderer/features/observation/runner/runnerStore.ts';
import { guardLeaving, holdBack, leaveThen, onHeldBack, unsavedBehind } from '../../../renderer/features/leaving.ts';
import { answerAndGo, nextAfter } from '../../../renderer/features/observation/runner/moves.ts';
import { answeredOf, blockersOf } from '../../../renderer/features/observation/runner/runnerState.ts';

const criterion = (code: string, more: Partial<Criterion> = {}): Criterion => ({
  code,
  clause: code.split('-')[0]!,
  method: 'observation',
  stage: 'start',
  indicator: 'attitude',
  scale: 'threeStep',
  weight: 2,
  required: true,
  notApplicableAllowed: true,
  evidence: 'none',
  text: { zh: code, en: code },
  meets: { zh: '', en: '' },
  fails: { zh: '', en: '' },
  redLine: false,
  protection: 'service',
  ...more,
});

const RECORD = {
  id: '019a0000-0000-7000-8000-000000000001',
  context: { kind: 'sale', occasion: 'negotiation', setting: 'office', place: '大厅', client: '' },
  noticeConfirmedAt: '2026-11-22T01:00:00.000Z',
  position: '3.4-1',
  savedAt: null,
  answers: [],
  notes: [],
  findings: [],
  evidence: [],
  redLines: [],
  signatures: [],
  introduction: { stretches: [], runningSince: null, manualMinutes: null, minutes: null },
  standard: { criteria: [criterion('3.4-1'), criterion('3.4-2'), criterion('3.4-3')], clauses: [] },
} as unknown as ObservationRecord;

const SAVED = {
  savedAt: '2026-11-22T01:02:03.000Z',
  counts: { criteria: 3, answered: 1, missingRequired: 2 },
  signaturesVoided: false,
};
const FRESH = {
  occurredAt: '2026-11-22T01:00:00.000Z',
  place: '大厅',
  serviceContent: '销售',
  description: '',
  scopeOfImpact: '',
  class: null,
} as const;

function opened(routes: Partial<Record<keyof ObservationRoutes, unknown>>) {
  const store = createRunnerStore({
    record: RECORD,
    routes: { position: () => Promise.resolve(), ...routes } as unknown as ObservationRoutes,
    freshFinding: () => FRESH,
  });
  return { store, item: (code: string) => store.state().items.get(code)! };
}
const met = { kind: 'scored', value: 1 } as const;
const notMet = { kind: 'scored', value: 0 } as const;

describe("the runner's store", () => {
  // Catches: a tick, or a count, before the answer is on disk.
  test('shows the choice at once and the tick only when the route has answered', async () => {
    let arrive: ((value: unknown) => void) | undefined;
    const { store, item } = opened({ answer: () => new Promise((resolve) => (arrive = resolve)) });
    answerAndGo(store, '3.4-1', met, true);
    expect(item('3.4-1')).toMatchObject({ answer: met, answerSave: 'pending' });
    expect(store.state().cursor).toBe('3.4-2');
    expect(answeredOf(store.state().items).size).toBe(0);
    arrive?.({ ...SAVED, answeredAt: SAVED.savedAt, redLine: null });
    await store.flush();
    expect(item('3.4-1').answerSave).toBe('saved');
    expect(store.state().savedAt).toBe(SAVED.savedAt);
  });

  // Catches: the tick of a first answer shown on the second one that is still on its way.
  test('gives no tick to an answer that was changed while the first was being saved', async () => {
    const arrivals: ((value: unknown) => void)[] = [];
    const { store, item } = opened({ answer: () => new Promise((resolve) => arrivals.push(resolve)) });
    const half = { kind: 'scored', value: 0.5 } as const;
    store.answer('3.4-1', met, null);
    store.answer('3.4-1', half, null);
    arrivals[0]?.({ ...SAVED, answeredAt: null, redLine: null });
    await vi.waitFor(() => expect(arrivals).toHaveLength(2));
    expect(item('3.4-1')).toMatchObject({ answer: half, answerSave: 'pending' });
    arrivals[1]?.({ ...SAVED, answeredAt: null, redLine: null });
    await store.flush();
    expect(item('3.4-1').answerSave).toBe('saved');
  });

  // Catches: a failed save that loses the tap or lets later ones pass.
  test('keeps failed taps and saves them in order when tried again', async () => {
    const sent: string[] = [];
    let broken = true;
    const { store } = opened({
      answer: ({ criterion: code }: { criterion: string }) => {
        if (broken) return Promise.reject(new Error('no disk'));
        sent.push(code);
        return Promise.resolve({ ...SAVED, answeredAt: null, redLine: null });
      },
    });
    store.answer('3.4-1', met, null);
    store.answer('3.4-2', met, null);
    expect(await store.flush()).toMatchObject({ waiting: 2 });
    expect(store.state().failure).not.toBeNull();
    broken = false;
    store.retry();
    await store.flush();
    expect(sent).toEqual(['3.4-1', '3.4-2']);
    expect(answeredOf(store.state().items)).toEqual(new Set(['3.4-1', '3.4-2']));
  });

  // Catches: a failing item without its problem record (8.2), or one that lost what the session knows.
  test('opens the problem record of a failing item with time, place and service', async () => {
    const finding = vi.fn(({ fields }: { fields: unknown }) =>
      Promise.resolve({ ...SAVED, finding: { ...(fields as object), id: 'f', criterion: '3.4-1', savedAt: '' } }),
    );
    const { store, item } = opened({
      answer: () => Promise.resolve({ ...SAVED, answeredAt: null, redLine: null }),
      finding,
    });
    store.answer('3.4-1', notMet, null);
    await store.flush();
    expect(item('3.4-1')).toMatchObject({ finding: FRESH, findingSave: 'saved' });
    const blockers = blockersOf(store.criteria, store.state());
    expect(blockers).toContainEqual({
      kind: 'findingMissing',
      criterion: '3.4-1',
      fields: ['description', 'scopeOfImpact', 'class'],
    });
  });

  // Catches: an empty problem record left behind by a slip of the hand, and one with words thrown away.
  test('takes an untouched problem record away with the failing answer, and keeps a written one', async () => {
    const removed: string[] = [];
    const { store, item } = opened({
      answer: () => Promise.resolve({ ...SAVED, answeredAt: null, redLine: null }),
      finding: ({ criterion: code, fields }: { criterion: string; fields: object }) =>
        Promise.resolve({ ...SAVED, finding: { ...fields, id: 'f', criterion: code, savedAt: '' } }),
      removeFinding: ({ criterion: code }: { criterion: string }) => {
        removed.push(code);
        return Promise.resolve(SAVED);
      },
    });
    store.answer('3.4-1', notMet, null);
    store.answer('3.4-2', notMet, null);
    store.editFinding('3.4-2', { ...FRESH, description: '没有问候' });
    store.answer('3.4-1', met, null);
    store.answer('3.4-2', met, null);
    await store.flush();
    expect(removed).toEqual(['3.4-1']);
    expect(item('3.4-1').finding).toBeNull();
    expect(item('3.4-2').finding?.description).toBe('没有问候');
  });

  // Catches: autosave of every letter, or a last word that is never sent.
  test('saves a text once after a pause, and at once when the screen is left', async () => {
    const note = vi.fn(() => Promise.resolve(SAVED));
    const { store, item } = opened({ note });
    store.editNote('3.4-2', '进门');
    store.editNote('3.4-2', '进门后');
    expect(note).not.toHaveBeenCalled();
    await store.flush();
    expect(note).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: '进门后' }));
    expect(item('3.4-2').noteSave).toBe('saved');
  });

  // Catches: an answer that draws all rows again.
  test('replaces only the item that was answered', () => {
    const { store, item } = opened({ answer: () => new Promise(() => undefined) });
    const before = { first: item('3.4-1'), second: item('3.4-2') };
    store.answer('3.4-1', met, null);
    expect(item('3.4-1')).not.toBe(before.first);
    expect(item('3.4-2')).toBe(before.second);
  });

  // Catches: moving on to an answered item, or away when nothing is left.
  test('goes round to the next unanswered and stays at the last one', () => {
    const { store } = opened({ answer: () => new Promise(() => undefined) });
    store.answer('3.4-2', met, null);
    expect(nextAfter(store, '3.4-1')).toBe('3.4-3');
    store.answer('3.4-3', met, null);
    expect(nextAfter(store, '3.4-3')).toBe('3.4-1');
    expect(nextAfter(store, '3.4-1')).toBe('3.4-1');
  });
});

describe('leaving the runner', () => {
  // Catches: a refused answer, or words typed a moment ago, that nobody hears of when the runner is left.
  test('names what is not on disk, each part once, sends all of it again, and lets go when it is there', async () => {
    let broken = true;
    const answer = vi.fn(() =>
      broken ? Promise.reject(new Error('busy')) : Promise.resolve({ ...SAVED, redLine: null }),
    );
    const note = vi.fn(() => Promise.resolve(SAVED));
    const confirmNotice = vi.fn(() => Promise.resolve(SAVED));
    const { store } = opened({ answer, note, confirmNotice });
    expect(store.anyUnsaved()).toBe(false);
    store.editNote('3.4-2', '停顿');
    expect(store.anyUnsaved()).toBe(true);
    store.answer('3.4-1', met, null);
    store.clear('3.4-1');
    store.confirmNotice();
    expect((await store.sendAll()).failure).toMatchObject({ message: 'busy' });
    expect(store.unsaved()).toEqual([
      { part: 'answer', code: '3.4-1' },
      { part: 'notice' },
      { part: 'note', code: '3.4-2' },
    ]);
    expect(note).not.toHaveBeenCalled();
    // A flush alone waits for nothing new while the head has failed; leaving tries it once more.
    const tried = answer.mock.calls.length;
    expect((await store.sendAll()).failure).not.toBeNull();
    expect(answer).toHaveBeenCalledTimes(tried + 1);
    broken = false;
    expect(await store.sendAll()).toEqual({ waiting: 0, failure: null });
    expect(note).toHaveBeenCalledWith(expect.objectContaining({ criterion: '3.4-2', text: '停顿' }));
    expect(store.anyUnsaved()).toBe(false);
    expect(store.unsaved()).toEqual([]);
  });
});

describe('the end of the session', () => {
  // Catches: signing out from the command list that takes the queue with it.
  test('waits for the screen that holds something, and for nobody once that screen is gone', () => {
    const end = vi.fn();
    let held: (() => void) | undefined;
    const release = guardLeaving({ ask: (go) => (held = go), unsaved: () => true });
    leaveThen(end);
    expect(end).not.toHaveBeenCalled();
    held?.();
    expect(end).toHaveBeenCalledTimes(1);
    release();
    leaveThen(end);
    expect(end).toHaveBeenCalledTimes(2);
  });

  // Catches: signing out at the lock, or closing the window there, that drops answers without a word.
  test('behind the lock is asked about what is unsaved, and the lock hears of a window that was held back', () => {
    const said = vi.fn();
    const forget = onHeldBack(said);
    expect(unsavedBehind()).toBe(false);
    let unsaved = true;
    const release = guardLeaving({ ask: () => undefined, unsaved: () => unsaved });
    expect(unsavedBehind()).toBe(true);
    unsaved = false;
    expect(unsavedBehind()).toBe(false);
    holdBack();
    expect(said).toHaveBeenCalledTimes(1);
    forget();
    holdBack();
    expect(said).toHaveBeenCalledTimes(1);
    release();
  });
});
