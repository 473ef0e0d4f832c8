// The keys of reviews and patrols, and where they lead.
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { commandOf, type KeyPress } from '../../../renderer/features/inspection/keys.ts';
import { nextMissing } from '../../../shared/domain/inspection/verdict.ts';
import '../../support/seed.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('a key gives another verdict, or one while an input method composes', () => {
  const verdict = (key: string, more?: Partial<KeyPress>) => {
    const command = commandOf(press(key, more), false);
    return command?.kind === 'verdict' ? command.verdict : undefined;
  };
  expect(['1', '2', '0', '１', 'Delete', '3'].map((key) => verdict(key))).toEqual([
    ...['passed', 'failed', 'notApplicable', 'passed', null],
    undefined,
  ]);
  expect(verdict('2', { isComposing: true })).toBeUndefined();
  expect(verdict('2', { keyCode: 229 })).toBeUndefined();
  expect(verdict('2', { ctrlKey: true })).toBeUndefined();
});

test('Enter on a button goes elsewhere instead of pressing it', () => {
  expect(commandOf(press('Enter'), true)).toBeNull();
  expect(commandOf(press('Enter'), false)).toEqual({ kind: 'nextMissing' });
  expect(commandOf(press('Enter', { ctrlKey: true }), true)).toEqual({ kind: 'submit' });
  expect(commandOf(press('ArrowLeft'), true)).toEqual({ kind: 'move', rows: 0, columns: -1 });
});

property.prop([fc.array(fc.boolean(), { maxLength: 40 }), fc.nat(39)])(
  'the next missing one is answered, is not the nearest, or is not found',
  (answered, start) => {
    const from = Math.min(start, answered.length - 1);
    const next = nextMissing(answered, from);
    if (next === null) {
      expect(answered.every(Boolean)).toBe(true);
      return;
    }
    expect(answered[next]).toBe(false);
    for (let at = (from + 1) % answered.length; at !== next; at = (at + 1) % answered.length)
      expect(answered[at]).toBe(true);
  },
);
