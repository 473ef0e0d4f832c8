// What the runner's keys mean, and when they mean nothing.
import { describe, expect, test } from 'vitest';
import { commandOf, type KeyPress } from '../../../renderer/features/observation/runner/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("the runner's keys", () => {
  test.each([
    ['1', { kind: 'answer', digit: '1' }],
    ['5', { kind: 'answer', digit: '5' }],
    ['0', { kind: 'notApplicable' }],
    ['x', { kind: 'notApplicable' }],
    ['X', { kind: 'notApplicable' }],
    ['Enter', { kind: 'nextUnanswered' }],
    ['ArrowDown', { kind: 'nextUnanswered' }],
    ['ArrowUp', { kind: 'previous' }],
    ['ArrowRight', { kind: 'choose', step: 1 }],
    ['[', { kind: 'stage', step: -1 }],
    ['?', { kind: 'keys' }],
    ['6', null],
    ['q', null],
  ])('%s on an item', (key, command) => {
    expect(commandOf(press(key), 'item')).toEqual(command);
  });

  // Catches: a Chinese input method whose full-width signs and digits are not understood.
  test.each([
    ['１', '', { kind: 'answer', digit: '1' }],
    ['？', 'Slash', { kind: 'keys' }],
    ['【', 'BracketLeft', { kind: 'stage', step: -1 }],
    ['ｎ', 'KeyN', { kind: 'note' }],
    ['ни', 'KeyN', null],
    ['т', 'KeyN', { kind: 'note' }],
  ])('%s of a foreign keyboard', (key, code, command) => {
    expect(commandOf(press(key, { code }), 'item')).toEqual(command);
  });

  // Catches: an answer given by the keys that pick a Chinese word.
  test('mean nothing while an input method composes', () => {
    expect(commandOf(press('1', { isComposing: true }), 'item')).toBeNull();
    expect(commandOf(press('Enter', { keyCode: 229, ctrlKey: true }), 'field')).toBeNull();
  });

  // Catches: typing "1" into a note that answers the item; Enter on a button that also moves on.
  test('leave text fields and buttons alone, but for the review', () => {
    expect(commandOf(press('1'), 'field')).toBeNull();
    expect(commandOf(press('ArrowDown'), 'field')).toBeNull();
    expect(commandOf(press('Enter'), 'button')).toBeNull();
    expect(commandOf(press('1'), 'button')).toEqual({ kind: 'answer', digit: '1' });
    expect(commandOf(press('Enter', { ctrlKey: true }), 'field')).toEqual({ kind: 'review' });
  });

  // Catches: shortcuts of the frame or the system (Ctrl+1, Alt+N) taken for answers.
  test('leave other combinations alone', () => {
    expect(commandOf(press('1', { ctrlKey: true }), 'item')).toBeNull();
    expect(commandOf(press('n', { altKey: true }), 'item')).toBeNull();
    expect(commandOf(press('Enter', { ctrlKey: true, shiftKey: true }), 'item')).toBeNull();
  });
});
