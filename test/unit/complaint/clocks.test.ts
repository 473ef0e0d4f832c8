// The two clocks of a complaint (6.2, 6.3; Art. 18, 20, 43). Would catch: a day of receipt that is counted, a worked weekend
// or a holiday missed, a natural day that rolls off a holiday, a pause that stops the internal clock or costs a day too many,
// a midnight of the wrong time zone, a tie that names one limit.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { announcedCalendar } from '../../../electron/features/calendar/calendar.ts';
import { ComplaintClocks, type ClockLimit, type LimitName } from '../../../shared/contract/complaintClocks.ts';
import { complaintClockReader, type ComplaintFacts } from '../../../shared/domain/complaint/clocks.ts';
import { localMidnight, localDay, slowNatural, slowWorking } from './slowCount.ts';

const ZONE = 'Asia/Shanghai';
const calendar = announcedCalendar();
const clocksOf = complaintClockReader(calendar, ZONE);
const HOUR = 3_600_000;

/** 09:30 in Shanghai unless another time is given. */
const at = (day: string, time = '09:30:00'): number => Date.parse(`${day}T${time}+08:00`);

const fresh = (receivedAt: number): ComplaintFacts => ({
  receivedAt,
  acceptedAt: null,
  firstInvestigatedAt: null,
  handledAt: null,
  answeredAt: null,
  withdrawnAt: null,
  complexAt: [],
  extensions: [],
  pauses: [],
  restarts: [],
  reexamination: null,
});

function limitOf(clocks: ComplaintClocks, name: LimitName): ClockLimit {
  const all = [...clocks.internal, ...clocks.statutory.slice(-1), clocks.reexamination?.limit];
  const found = all.find((each) => each?.limit === name);
  if (!found) throw new Error(`no limit ${name}`);
  return found;
}

function lastDay(clocks: ComplaintClocks, name: LimitName): string | null {
  const { count } = limitOf(clocks, name);
  if (!count || count.unit === 'hours') throw new Error(`${name} counts no days`);
  return count.last;
}

describe('the check values of the field', () => {
  it.each([
    ['2026-02-12', '2026-02-28', '2026-02-27', ['decision']],
    ['2026-02-13', '2026-03-02', '2026-02-28', ['decision']],
    ['2026-09-24', '2026-10-12', '2026-10-09', ['decision']],
    ['2026-09-30', '2026-10-15', '2026-10-15', ['handling', 'decision']],
    ['2026-03-02', '2026-03-11', '2026-03-17', ['handling']],
  ])('received %s: 7 working days end %s, 15 days end %s', (received, working, natural, binds) => {
    const clocks = clocksOf(fresh(at(received)), at(received));
    expect([lastDay(clocks, 'handling'), lastDay(clocks, 'decision')]).toEqual([working, natural]);
    expect(clocks.answerDue?.limits).toEqual(binds);
    expect(ComplaintClocks.parse(clocks)).toEqual(clocks);
  });

  it('2 working days from handling on 2026-02-12 end 02-14, a Saturday that is worked', () => {
    const clocks = clocksOf({ ...fresh(at('2026-02-10')), handledAt: at('2026-02-12') }, at('2026-02-12'));
    expect(lastDay(clocks, 'feedback')).toBe('2026-02-14');
    expect(limitOf(clocks, 'feedback').count).toMatchObject({ workedWeekends: ['2026-02-14'] });
    expect(clocks.answerDue?.limits).toEqual(['feedback']);
  });

  it('natural days end on a holiday where they fall on one', () => {
    expect(lastDay(clocksOf(fresh(at('2026-02-02')), at('2026-02-02')), 'decision')).toBe('2026-02-17');
  });
});

describe('hours', () => {
  const received = at('2026-06-10', '23:59:59');

  it('24 and 48 hours end to the second, and exactly then is in time', () => {
    const end = received + 24 * HOUR;
    expect(clocksOf(fresh(received), received).binding).toEqual({ limits: ['acceptance'], endsAt: end });
    const states = [end - 1, end, end + 1].map(
      (done) => limitOf(clocksOf({ ...fresh(received), acceptedAt: done }, done), 'acceptance').state,
    );
    expect(states).toEqual(['met', 'met', 'missed']);
    const accepted = clocksOf({ ...fresh(received), acceptedAt: received + HOUR }, received + HOUR);
    expect(accepted.binding).toEqual({ limits: ['investigation'], endsAt: received + 48 * HOUR });
  });

  it('turn amber at a third and red at a sixth, and say missed where nothing was done', () => {
    const states = [0, 15.9, 16, 19.9, 20, 24, 24.01].map(
      (hours) => limitOf(clocksOf(fresh(received), received + hours * HOUR), 'acceptance').state,
    );
    expect(states).toEqual(['green', 'green', 'amber', 'amber', 'red', 'red', 'missed']);
    expect(clocksOf(fresh(received), received + 30 * HOUR).binding?.limits).toEqual(['acceptance']);
  });
});

describe('days', () => {
  it('end at 24:00 of the last day: one millisecond before is in time, midnight is not', () => {
    const facts = fresh(at('2026-03-02'));
    const end = at('2026-03-12', '00:00:00');
    const state = (answeredAt: number) => limitOf(clocksOf({ ...facts, answeredAt }, end), 'handling').state;
    expect([state(end - 1), state(end)]).toEqual(['met', 'missed']);
    expect(limitOf(clocksOf(facts, end - 1), 'handling').state).toBe('red');
    expect(limitOf(clocksOf(facts, end), 'handling').state).toBe('missed');
  });

  it('stay green through a holiday: what is left is measured in counted days', () => {
    const facts = { ...fresh(at('2026-09-29')), handledAt: at('2026-09-30') };
    const states = ['2026-10-07', '2026-10-08', '2026-10-09'].map(
      (day) => limitOf(clocksOf(facts, at(day, '22:00:00')), 'feedback').state,
    );
    expect(states).toEqual(['green', 'green', 'red']);
  });

  it('say which days were left out and why', () => {
    const clocks = clocksOf(fresh(at('2026-02-13')), at('2026-02-13'));
    const { count } = limitOf(clocks, 'handling');
    expect(count).toMatchObject({ from: '2026-02-13', workedWeekends: ['2026-02-14', '2026-02-28'], left: 7 });
    expect(count?.unit === 'working' && count.skipped).toEqual([
      { from: '2026-02-15', to: '2026-02-23', days: 9, reason: 'holiday', name: '春节', pause: null },
      { from: '2026-03-01', to: '2026-03-01', days: 1, reason: 'weekend', name: null, pause: null },
    ]);
  });

  it('name a year whose holidays nobody announced, and only where days are worked days', () => {
    const clocks = clocksOf(fresh(at('2098-12-28')), at('2098-12-28'));
    expect(clocks.unknownYears).toEqual([2098, 2099]);
    expect(limitOf(clocks, 'decision').count).toMatchObject({ unknownYears: [] });
    expect(clocksOf(fresh(at('2026-06-01')), at('2026-06-01')).unknownYears).toEqual([]);
  });
});

describe('the statutory clock', () => {
  const facts = fresh(at('2026-06-01'));
  const decision = (more: Partial<ComplaintFacts>, now = at('2026-06-02')) =>
    lastDay(clocksOf({ ...facts, ...more }, now), 'decision');

  it('takes 30 days in all for a complex case and 60 with an extension', () => {
    expect(decision({})).toBe('2026-06-16');
    expect(decision({ complexAt: [at('2026-06-10')] })).toBe('2026-07-01');
    expect(decision({ complexAt: [at('2026-06-10')], extensions: [at('2026-06-20')] })).toBe('2026-07-31');
    expect(decision({ extensions: [at('2026-06-10')] })).toBe('2026-06-16');
  });

  it('is not revived by what is granted after it ran out', () => {
    expect(decision({ complexAt: [at('2026-06-17', '00:00:00')] })).toBe('2026-06-16');
    expect(decision({ complexAt: [at('2026-06-16', '23:59:59')] })).toBe('2026-07-01');
    expect(decision({ complexAt: [at('2026-06-10')], extensions: [at('2026-07-02')] })).toBe('2026-07-01');
  });

  it('leaves out whole days from the first of a pause to the day before resumption, the internal clock none', () => {
    const pauses = [{ kind: 'appraisal' as const, from: at('2026-06-03'), to: at('2026-06-08') }];
    expect(decision({ pauses })).toBe('2026-06-21');
    expect(lastDay(clocksOf({ ...facts, pauses }, at('2026-06-09')), 'handling')).toBe('2026-06-10');
    expect(decision({ pauses: [{ kind: 'mediation', from: at('2026-06-03'), to: at('2026-06-03') }] })).toBe(
      '2026-06-16',
    );
    const overlap = [...pauses, { kind: 'mediation' as const, from: at('2026-06-05'), to: at('2026-06-10') }];
    expect(decision({ pauses: overlap })).toBe('2026-06-23');
    expect(decision({ pauses: [{ kind: 'appraisal', from: at('2026-06-01'), to: at('2026-06-02') }] })).toBe(
      '2026-06-16',
    );
    expect(decision({ pauses: [{ kind: 'appraisal', from: at('2026-06-17'), to: at('2026-06-30') }] })).toBe(
      '2026-06-16',
    );
  });

  it('has no end while a pause is open, does not bind, and says what is left', () => {
    const pauses = [{ kind: 'appraisal' as const, from: at('2026-06-04'), to: null }];
    const clocks = clocksOf({ ...facts, pauses }, at('2026-09-01'));
    expect(limitOf(clocks, 'decision')).toMatchObject({
      state: 'stopped',
      endsAt: null,
      count: { last: null, left: 13 },
    });
    expect(clocks.answerDue?.limits).toEqual(['handling']);
    expect(clocks.pauses).toEqual([{ kind: 'appraisal', from: '2026-06-04', until: null, days: 90 }]);
  });

  it('begins anew with new facts, and keeps what became of the term before', () => {
    const restarts = [{ at: at('2026-06-20'), reason: '提交新保单' }];
    const late = clocksOf({ ...facts, restarts, answeredAt: at('2026-06-25') }, at('2026-06-26'));
    expect(late.statutory.map(({ state, days, restartReason }) => [state, days, restartReason])).toEqual([
      ['missed', 15, null],
      ['met', 15, '提交新保单'],
    ]);
    const early = clocksOf({ ...facts, restarts: [{ at: at('2026-06-05'), reason: '新证人' }] }, at('2026-06-06'));
    expect(early.statutory.map(({ state }) => state)).toEqual(['stopped', 'green']);
    expect(lastDay(early, 'decision')).toBe('2026-06-20');
  });

  it('takes what was granted for its own term alone: new facts begin an ordinary one', () => {
    const more = { complexAt: [at('2026-06-05')], extensions: [at('2026-06-10')] };
    const restarts = [{ at: at('2026-06-20'), reason: '新事实' }];
    const clocks = clocksOf({ ...facts, ...more, restarts }, at('2026-06-21'));
    expect(clocks.statutory.map(({ days }) => days)).toEqual([60, 15]);
  });
});

describe('the end of a case', () => {
  it('a withdrawal stops what had not run out, and nothing binds any more', () => {
    const facts = {
      ...fresh(at('2026-06-01')),
      acceptedAt: at('2026-06-01', '10:00:00'),
      withdrawnAt: at('2026-06-12'),
    };
    const clocks = clocksOf(facts, at('2026-08-01'));
    expect(clocks.internal.map(({ state }) => state)).toEqual(['met', 'missed', 'missed', 'stopped']);
    expect(clocks.statutory.map(({ state }) => state)).toEqual(['stopped']);
    expect([clocks.binding, clocks.answerDue]).toEqual([null, null]);
  });

  it('a re-examination is asked within 30 days of the notice and answered in 30 from the request', () => {
    const done = { ...fresh(at('2026-01-05')), acceptedAt: at('2026-01-05'), firstInvestigatedAt: at('2026-01-06') };
    const answered = { ...done, handledAt: at('2026-01-08'), answeredAt: at('2026-01-09') };
    expect(clocksOf(answered, at('2026-01-20')).reexamination).toEqual({
      until: '2026-02-08',
      askedInTime: null,
      limit: null,
    });
    const asked = (requestedAt: number) =>
      clocksOf({ ...answered, reexamination: { requestedAt, decidedAt: null } }, at('2026-02-10'));
    const inTime = asked(at('2026-02-08', '23:59:59'));
    expect(inTime.reexamination?.askedInTime).toBe(true);
    expect(lastDay(inTime, 'reexamination')).toBe('2026-03-10');
    expect(inTime.binding?.limits).toEqual(['reexamination']);
    expect(asked(at('2026-02-09', '00:00:00')).reexamination?.askedInTime).toBe(false);
  });

  it('an answer given anew after a send-back is due again', () => {
    const facts = { ...fresh(at('2026-06-01')), acceptedAt: at('2026-06-01'), firstInvestigatedAt: at('2026-06-02') };
    expect(clocksOf(facts, at('2026-06-13')).binding?.limits).toEqual(['handling']);
    expect(limitOf(clocksOf(facts, at('2026-06-13')), 'handling').state).toBe('missed');
  });
});

const START = Date.UTC(2024, 0, 2);
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Africa/Cairo',
);
/** Instants from 2024-01-02 to 2026-12-31, midnights among them. */
const moment = fc.integer({ min: 0, max: 1095 * 24 * 60 - 1 }).map((minute) => START + minute * 60_000);
const aPause = fc
  .record({
    kind: fc.constantFrom('appraisal' as const, 'mediation' as const),
    after: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 0, max: 25 }),
  })
  .map(({ kind, after, days }) => (from: number) => ({
    kind,
    from: from + after * 24 * HOUR,
    to: from + (after + days) * 24 * HOUR,
  }));

describe('against a slow day-by-day count', () => {
  test.prop([moment, zones, fc.boolean()])('working days', (instant, zone, onMidnight) => {
    const receivedAt = onMidnight ? localMidnight(localDay(instant, zone), zone) : instant;
    const clocks = complaintClockReader(calendar, zone)({ ...fresh(receivedAt), handledAt: receivedAt }, receivedAt);
    for (const [name, days] of [
      ['handling', 7],
      ['feedback', 2],
    ] as const) {
      const slow = slowWorking(calendar, localDay(receivedAt, zone), days);
      const limit = limitOf(clocks, name);
      expect([lastDay(clocks, name), limit.endsAt]).toEqual([slow.last, localMidnight(slow.after, zone)]);
      const skipped =
        limit.count?.unit === 'working' ? limit.count.skipped.reduce((sum, run) => sum + run.days, 0) : -1;
      expect(skipped).toBe(slow.skipped);
    }
  });

  test.prop([moment, zones, fc.array(aPause, { maxLength: 3 }), fc.constantFrom(15, 30, 60)])(
    'natural days with pauses over holidays and weekends',
    (receivedAt, zone, makers, days) => {
      const pauses = makers.map((make) => make(receivedAt));
      const facts: ComplaintFacts = {
        ...fresh(receivedAt),
        complexAt: days > 15 ? [receivedAt] : [],
        extensions: days > 30 ? [receivedAt] : [],
        pauses,
      };
      const clocks = complaintClockReader(calendar, zone)(facts, receivedAt + 200 * 24 * HOUR);
      const slow = slowNatural(
        localDay(receivedAt, zone),
        days,
        pauses.map(({ from, to }) => ({ from: localDay(from, zone), until: localDay(to, zone) })),
      );
      expect([lastDay(clocks, 'decision'), limitOf(clocks, 'decision').endsAt]).toEqual([
        slow!.last,
        localMidnight(slow!.after, zone),
      ]);
    },
  );

  test.prop([
    moment,
    zones,
    fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
    fc.option(fc.nat(30)),
    fc.nat(3),
  ])(
    'new facts begin a full term, and an open pause holds what is left of it',
    (receivedAt, zone, gaps, openAfter, marks) => {
      const restarts = gaps.map((_, index) => ({
        at: receivedAt + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0) * 24 * HOUR,
        reason: '新事实',
      }));
      const since = restarts.at(-1)?.at ?? receivedAt;
      const pauses =
        openAfter === null ? [] : [{ kind: 'mediation' as const, from: since + openAfter * 24 * HOUR, to: null }];
      // Granted for the last term, in time; what was granted before the facts came is gone with them.
      const complexAt = [...restarts.map(({ at: begun }) => begun - HOUR), ...(marks > 0 ? [since] : [])];
      const facts = { ...fresh(receivedAt), restarts, pauses, complexAt, extensions: marks > 1 ? [since] : [] };
      const clocks = complaintClockReader(calendar, zone)(facts, since + 300 * 24 * HOUR);
      expect(clocks.statutory).toHaveLength(gaps.length + 1);
      const days = marks === 0 ? 15 : marks === 1 ? 30 : 60;
      const open = pauses.map(({ from }) => ({ from: localDay(from, zone), until: null }));
      const slow = slowNatural(localDay(since, zone), days, open);
      expect(lastDay(clocks, 'decision')).toBe(slow?.last ?? null);
      expect(limitOf(clocks, 'decision').endsAt).toBe(slow ? localMidnight(slow.after, zone) : null);
    },
  );

  const late = fc.record({
    kind: fc.constantFrom('complex', 'extension', 'pause', 'newFacts', 'withdrawal' as const),
    /** Days after receipt on which it is recorded, and how many days earlier it says it was. */
    recorded: fc.integer({ min: 1, max: 90 }),
    back: fc.integer({ min: 0, max: 60 }),
  });
  type Late = typeof late extends fc.Arbitrary<infer One> ? One : never;
  const withLate = (facts: ComplaintFacts, { kind, recorded, back }: Late): ComplaintFacts => {
    const recordedAt = facts.receivedAt + recorded * 24 * HOUR;
    const stated = Math.max(facts.receivedAt + HOUR, recordedAt - back * 24 * HOUR);
    if (kind === 'complex') return { ...facts, complexAt: [...facts.complexAt, recordedAt] };
    if (kind === 'extension') return { ...facts, extensions: [...facts.extensions, recordedAt] };
    if (kind === 'withdrawal') return { ...facts, withdrawnAt: recordedAt };
    if (kind === 'newFacts') return { ...facts, restarts: [{ at: stated, reason: '新事实', recordedAt }] };
    return { ...facts, pauses: [...facts.pauses, { kind: 'appraisal', from: stated, to: null, recordedAt }] };
  };

  test.prop([moment, zones, fc.array(late, { maxLength: 3 }), late])(
    'nothing that is recorded after a term ran out revives it, whatever earlier day it states',
    (receivedAt, zone, before, last) => {
      const read = complaintClockReader(calendar, zone);
      const known = before.filter(({ kind, recorded }) => recorded < last.recorded && kind !== 'withdrawal');
      const facts = known
        .toSorted((one, other) => one.recorded - other.recorded)
        .filter(({ kind }, at, all) => kind !== 'newFacts' || all.findIndex((one) => one.kind === kind) === at)
        .filter(({ kind }) => kind !== 'newFacts' || last.kind !== 'newFacts')
        .reduce<ComplaintFacts>(withLate, fresh(receivedAt));
      const moment = receivedAt + last.recorded * 24 * HOUR;
      const ran = read(facts, moment).statutory;
      const after = read(withLate(facts, last), moment + 100 * 24 * HOUR).statutory;
      for (const [at, { state, endsAt }] of ran.entries())
        if (state === 'missed') expect([after[at]?.state, after[at]?.endsAt]).toEqual(['missed', endsAt]);
    },
  );

  test.prop([moment, zones, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.nat(30)])(
    'an answer keeps what it was when new facts come after it',
    (receivedAt, zone, answered, after, back) => {
      const read = complaintClockReader(calendar, zone);
      const answeredAt = receivedAt + answered * 24 * HOUR;
      const recordedAt = answeredAt + after * 24 * HOUR;
      const told = read({ ...fresh(receivedAt), answeredAt }, recordedAt).statutory[0]!.state;
      const stated = Math.max(receivedAt + HOUR, recordedAt - back * 24 * HOUR);
      const restarts = [{ at: stated, reason: '新事实', recordedAt, answeredBefore: answeredAt }];
      const [first] = read({ ...fresh(receivedAt), restarts }, recordedAt).statutory;
      expect(first!.state).toBe(told);
    },
  );

  test.prop([moment, zones])(
    'what binds is never later than any open limit, and every limit that ends then is named',
    (receivedAt, zone) => {
      const clocks = complaintClockReader(calendar, zone)(
        { ...fresh(receivedAt), acceptedAt: receivedAt, firstInvestigatedAt: receivedAt },
        receivedAt,
      );
      const ends = [limitOf(clocks, 'handling'), limitOf(clocks, 'decision')];
      const least = Math.min(...ends.map(({ endsAt }) => endsAt ?? Infinity));
      expect(clocks.binding).toEqual({
        limits: ends.filter(({ endsAt }) => endsAt === least).map(({ limit }) => limit),
        endsAt: least,
      });
    },
  );
});
