// The order of writes: what reaches the disk, in which order, and what a failure leaves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSaveQueue, type QueueState } from '../../../renderer/features/observation/runner/saveQueue.ts';
import '../../support/seed.ts';

interface Gate {
  readonly run: () => Promise<void>;
  readonly open: () => void;
  readonly fail: (error: unknown) => void;
}

function gate(log: string[], name: string): Gate {
  let settle: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  return {
    run: () => {
      log.push(name);
      return new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
    },
    open: () => settle?.resolve(),
    fail: (error) => settle?.reject(error),
  };
}

const ticks = async (count = 5): Promise<void> => {
  for (let at = 0; at < count; at += 1) await Promise.resolve();
};

describe('the save queue', () => {
  // Catches: two writes under way at once, which could reach the disk in the wrong order.
  test('starts a write only when the one before it is on disk', async () => {
    const log: string[] = [];
    const queue = createSaveQueue(() => undefined);
    const [first, second] = [gate(log, 'first'), gate(log, 'second')];
    queue.push({ key: '', run: first.run });
    queue.push({ key: '', run: second.run });
    await ticks();
    expect(log).toEqual(['first']);
    first.open();
    await ticks();
    expect(log).toEqual(['first', 'second']);
    expect(queue.state().waiting).toBe(1);
    second.open();
    await expect(queue.settled()).resolves.toEqual({ waiting: 0, failure: null });
  });

  // Catches: a failed tap that is dropped, or one that overtakes it.
  test('keeps a failed write at the head and runs it again before what came after', async () => {
    const log: string[] = [];
    const seen: QueueState[] = [];
    const queue = createSaveQueue((state) => seen.push(state));
    let broken = true;
    const job = (name: string) => ({
      key: '',
      run: () => {
        log.push(name);
        return broken ? Promise.reject(new Error('disk full')) : Promise.resolve();
      },
    });
    queue.push(job('a'));
    await queue.settled();
    expect(seen.at(-1)).toMatchObject({ waiting: 1, failure: { message: 'disk full' } });
    queue.push(job('b'));
    await queue.settled();
    expect(queue.state().waiting).toBe(2);
    broken = false;
    queue.retry();
    await queue.settled();
    expect(log).toEqual(['a', 'a', 'a', 'b']);
    expect(queue.state()).toEqual({ waiting: 0, failure: null });
  });

  // Catches: giving one change up and losing the ones behind it.
  test('gives up only the head', async () => {
    const log: string[] = [];
    const queue = createSaveQueue(() => undefined);
    queue.push({ key: '', run: () => Promise.reject(new Error('refused')) });
    queue.push({ key: '', run: () => Promise.resolve(void log.push('kept')) });
    await queue.settled();
    expect(log).toEqual([]);
    queue.drop();
    await queue.settled();
    expect(log).toEqual(['kept']);
  });

  // Catches: autosave that writes an older text after a newer one, or replaces another field's text.
  test('replaces a waiting text by the latest of the same key, never the one under way', async () => {
    const log: string[] = [];
    const queue = createSaveQueue(() => undefined);
    const running = gate(log, 'note 1');
    queue.push({ key: 'note', run: running.run });
    for (const name of ['note 2', 'note 3'])
      queue.push({ key: 'note', run: () => Promise.resolve(void log.push(name)) });
    queue.push({ key: 'other', run: () => Promise.resolve(void log.push('other')) });
    running.open();
    await queue.settled();
    expect(log).toEqual(['note 1', 'note 3', 'other']);
  });

  // Catches: any interleaving of taps and failures in which a write is lost, doubled or overtaken.
  test('saves every unreplaceable write once, in order, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 }), async (failures) => {
        const saved: number[] = [];
        const left = [...failures];
        const queue = createSaveQueue(() => undefined);
        failures.forEach((_, at) =>
          queue.push({
            key: '',
            run: async () => {
              await Promise.resolve();
              if (left[at]! > 0) {
                left[at]! -= 1;
                throw new Error('again');
              }
              saved.push(at);
            },
          }),
        );
        while ((await queue.settled()).failure !== null) queue.retry();
        expect(saved).toEqual(failures.map((_, at) => at));
      }),
    );
  });
});
