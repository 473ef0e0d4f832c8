// Lines of a class as they are typed. Would catch: a mark of another scale guessed, a day ahead of today taken, an empty field that is
// no longer the class's own, a text that cannot be read silently left out.
import { expect, it } from 'vitest';
import { NOTHING_TYPED, readClassRow } from '../../../shared/domain/training/classRow.ts';

const COMMON = { day: '2026-11-20', hours: 3, trainer: '陈讲师' };
const read = (typed: Partial<typeof NOTHING_TYPED>) =>
  readClassRow({ ...NOTHING_TYPED, ...typed }, COMMON, '2026-11-23');

it('takes day, hours and trainer of the class where nothing is typed', () => {
  const none = { theory: null, practical: null, conduct: null, satisfaction: null, note: '' };
  expect(read({})).toEqual({ fields: { ...COMMON, ...none }, bad: [] });
  expect(read({ day: '2026/11/21', hours: '2.5', trainer: ' 王 ' }).fields).toMatchObject({
    ...{ day: '2026-11-21', hours: 2.5, trainer: '王' },
  });
});

it('reads percent, grade and points', () => {
  const { fields, bad } = read({ theory: '86', practical: '良好', conduct: '41/50', satisfaction: '92.5%' });
  expect(bad).toEqual([]);
  expect(fields).toMatchObject({ theory: '86%', practical: 'good', conduct: '41/50', satisfaction: '92.5%' });
});

it('names what cannot be read', () => {
  const typed = {
    day: '2026-11-24',
    hours: '25',
    theory: '101',
    practical: '0.8',
    conduct: '51/50',
    satisfaction: '好',
  };
  expect(read(typed).bad).toEqual(['day', 'hours', 'theory', 'practical', 'conduct', 'satisfaction']);
});
