// What one tap leaves for the next: it must never outlive another write. Would catch: counts or a place of a session that
// belong to what was answered before an answer was cleared, a note kept, another session answered or an amendment begun.
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { testConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';

const CODES = 5;
const step = fc.record({
  session: fc.nat(1),
  code: fc.nat(CODES - 1),
  next: fc.nat(CODES - 1),
  kind: fc.constantFrom('scored', 'scored', 'scored', 'clear', 'note', 'move'),
});

test('counts and the place follow every write, whichever session it was in', async () => {
  using run = testConsole();
  const { start } = await observing(run);
  const { observation } = run.client;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const records = [await start(), await start()];
      const answered = records.map(() => new Set<string>());
      const places = records.map(({ position }) => position);
      for (const { session, code, next, kind } of steps) {
        const { id, standard } = records[session]!;
        const items = standard!.criteria.filter(({ scale }) => scale === 'passFail');
        const criterion = items[code]!.code;
        const position = items[next]!.code;
        const own = answered[session]!;
        if (kind === 'move') {
          await observation.position({ id, criterion: position });
          places[session] = position;
          continue;
        }
        if (kind === 'note') {
          const { counts } = await observation.note({ id, criterion, text: '备注' });
          expect(counts.answered).toBe(own.size);
          continue;
        }
        const answer = kind === 'clear' ? { kind } : { kind: 'scored' as const, value: 1, redLineConfirmed: false };
        const { counts } = await observation.answer({ id, criterion, answer, position });
        if (kind === 'clear') own.delete(criterion);
        else own.add(criterion);
        places[session] = position;
        expect(counts.answered).toBe(own.size);
      }
      for (const [index, { id }] of records.entries()) {
        const opened = await observation.open({ id });
        expect(new Set(opened.answers.map(({ criterion }) => criterion))).toEqual(answered[index]);
        expect(opened.position).toBe(places[index]);
      }
    }),
    { numRuns: 15 },
  );
});
