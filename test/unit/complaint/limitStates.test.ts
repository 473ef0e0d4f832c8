// What became of every limit of a complaint, as statistics and the workbook count it. Would catch: a missed term of the law that
// is forgotten because new facts began another, an earlier term counted twice, a re-examination left out.
import { expect, test } from 'vitest';
import { statesOf } from '../../../electron/features/complaint/clockFacts.ts';
import type { ClockLimit, ComplaintClocks, StatutoryTerm } from '../../../shared/contract/complaintClocks.ts';

const limit = (name: ClockLimit['limit'], state: ClockLimit['state']): ClockLimit => ({
  ...{ limit: name, state, startsAt: 0, endsAt: 1, doneAt: null, count: null },
});
const term = (state: ClockLimit['state'], restartReason: string | null = null): StatutoryTerm => ({
  ...{ ...limit('decision', state), days: 15, restartReason },
});
const clocks = (given: Partial<ComplaintClocks>): ComplaintClocks => ({
  ...{ internal: [limit('acceptance', 'met')], statutory: [term('green')], reexamination: null, binding: null },
  ...{ answerDue: null, pauses: [], unknownYears: [], now: 0 },
  ...given,
});

test('the internal limits and the last term of the law', () => {
  const internal = [limit('acceptance', 'missed'), limit('handling', 'waiting')];
  expect(statesOf(clocks({ internal }))).toEqual([
    { limit: 'acceptance', state: 'missed' },
    { limit: 'handling', state: 'waiting' },
    { limit: 'decision', state: 'green' },
  ]);
});

test('a term of the law that was missed stays missed, though new facts began another', () => {
  const statutory = [term('missed'), term('met', '新证据')];
  expect(statesOf(clocks({ internal: [], statutory }))).toEqual([{ limit: 'decision', state: 'missed' }]);
  expect(statesOf(clocks({ internal: [], statutory: [term('stopped'), term('met', '新证据')] }))).toEqual([
    { limit: 'decision', state: 'met' },
  ]);
});

test('a re-examination once it has a limit of its own', () => {
  const asked = { until: '2026-08-01', askedInTime: true, limit: limit('reexamination', 'amber') };
  const states = (reexamination: ComplaintClocks['reexamination']) =>
    statesOf(clocks({ internal: [], reexamination })).map((one) => one.limit);
  expect(states(asked)).toEqual(['decision', 'reexamination']);
  expect(states({ ...asked, askedInTime: null, limit: null })).toEqual(['decision']);
});
