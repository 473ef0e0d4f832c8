// The axis that both clocks of a case are drawn on. Would catch: an end, a pause or now outside of the picture, an axis without
// length for a case that has just come in, a stopped clock that squeezes everything else.
import { expect, it } from 'vitest';
import { announcedCalendar } from '../../../electron/features/calendar/calendar.ts';
import { axisOf } from '../../../renderer/features/complaint/axis.ts';
import { complaintClockReader, type ComplaintFacts } from '../../../shared/domain/complaint/clocks.ts';

const read = complaintClockReader(announcedCalendar(), 'Asia/Shanghai');
const receivedAt = Date.parse('2026-02-12T09:30:00+08:00');
const DAY = 86_400_000;
const facts: ComplaintFacts = {
  receivedAt,
  ...{ acceptedAt: null, firstInvestigatedAt: null, handledAt: null, answeredAt: null, withdrawnAt: null },
  ...{ complexAt: [], extensions: [], pauses: [], restarts: [], reexamination: null },
};

it('begins with receipt and holds every end with room behind the last', () => {
  const clocks = read(facts, receivedAt);
  const axis = axisOf(clocks);
  const ends = [...clocks.internal, ...clocks.statutory].flatMap(({ endsAt }) => endsAt ?? []);
  expect(axis.place(receivedAt)).toBe(0);
  expect(ends.every((end) => axis.place(end) > 0 && axis.place(end) < 95)).toBe(true);
  expect(axis.place(Math.max(...ends))).toBeGreaterThan(90);
});

it('holds now while something is overdue or stopped, and not once all is done', () => {
  const late = receivedAt + 90 * DAY;
  const paused = { ...facts, pauses: [{ kind: 'appraisal' as const, from: receivedAt + DAY, to: null }] };
  expect(axisOf(read(facts, late)).place(late)).toBeLessThan(100);
  expect(axisOf(read(paused, late)).place(late)).toBeLessThan(100);
  const at = receivedAt + 3_600_000;
  const done = { ...facts, acceptedAt: at, firstInvestigatedAt: at, handledAt: at, answeredAt: at };
  expect(axisOf(read(done, late)).to).toBeLessThan(receivedAt + 30 * DAY);
});
