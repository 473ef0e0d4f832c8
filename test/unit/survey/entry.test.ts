// Paper entry by keys: a run of keys leaves exactly the answers that were typed. Would catch a digit that lands on another
// item, a skip that keeps the answer before, an Enter that saves in the middle.
import { fc, test as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { BUILT_IN_QUESTIONNAIRE } from '../../../shared/domain/survey/builtIn.ts';
import type { SurveyAnswers } from '../../../shared/contract/survey.ts';
import { fitting, pointed, strokeOf, without, type Place } from '../../../renderer/features/survey/entry/entryState.ts';
import { filterOf, surveysAddress } from '../../../renderer/features/survey/list/addressFilter.ts';
import '../../support/seed.ts';

const codes = BUILT_IN_QUESTIONNAIRE.items.map(({ code }) => code);

function typed(keys: readonly string[]): { answers: SurveyAnswers; at: Place } {
  let answers: SurveyAnswers = {};
  let at: Place = 0;
  for (const key of keys) {
    if (at === 'comment') break;
    const stroke = strokeOf(key, codes, answers, at);
    if (stroke) ({ answers, to: at } = stroke);
  }
  return { answers, at };
}

property.prop([fc.array(fc.constantFrom('1', '2', '3', '4', '5', '0', '-'), { minLength: 12, maxLength: 12 })])(
  'twelve keys fill a paper in its order and end in the comment',
  (keys) => {
    const { answers, at } = typed(keys);
    expect(at).toBe('comment');
    expect(answers).toEqual(
      Object.fromEntries(
        keys.flatMap((key, place) => (/[1-5]/.test(key) ? [[codes[place]!, Number(key)] as const] : [])),
      ),
    );
  },
);

property.prop([fc.array(fc.constantFrom('1', '5', '0', 'ArrowUp', 'ArrowDown', 'Backspace', 'Enter', 'x'))])(
  'no run of keys leaves the paper or answers what it does not ask',
  (keys) => {
    const { answers, at } = typed(keys);
    expect(at === 'comment' || (at >= 0 && at < codes.length)).toBe(true);
    expect(Object.keys(answers).every((code) => codes.includes(code))).toBe(true);
  },
);

it('Enter goes to what is not answered, around the end, and to the comment when all is', () => {
  const all = typed(codes.map(() => '4')).answers;
  const open = without(all, 'C1');
  expect(strokeOf('Enter', codes, open, 11)!.to).toBe(codes.indexOf('C1'));
  expect(strokeOf('Enter', codes, all, 3)!.to).toBe('comment');
  expect(strokeOf('a', codes, all, 3)).toBeNull();
});

it('the pointer takes an answer back; a draft of another version loses what does not fit', () => {
  expect(pointed(pointed({}, 'A1', 3), 'A1', 3)).toEqual({});
  expect(pointed({ A1: 3 }, 'A1', 4)).toEqual({ A1: 4 });
  expect(fitting({ A1: 3, Z9: 1 }, codes)).toEqual({ A1: 3 });
});

it('a number of the statistics opens its surveys by an address that reads back', () => {
  const asked = { from: '2026-07-01', to: '2026-09-30', team: '', item: 'A1', likert: 2 } as const;
  const search = new URLSearchParams(surveysAddress(asked).split('?')[1]);
  expect(filterOf(search)).toMatchObject({ ...asked, states: ['counted'], agentId: null });
  expect(filterOf(new URLSearchParams())).toBeNull();
  expect(filterOf(new URLSearchParams('likert=9'))).toBeNull();
});
