// Duplicates, recusal and figures of complaints. Would catch: a number written otherwise that is not known again, strangers joined
// by short numbers or words, clients counted once a month, a rate without its base.
import { describe, expect, test } from 'vitest';
import { contactKey, likenessTo, maySame } from '../../../shared/domain/complaint/duplicates.ts';
import { recusalOf } from '../../../shared/domain/complaint/recusal.ts';
import { complaintStatisticsOf, perRate, type CountedComplaint } from '../../../shared/domain/complaint/statistics.ts';

test('a contact is the same however it is written', () => {
  for (const written of ['13912345678', '+86 139-1234-5678', '0086 139 1234 5678', '１３９ １２３４ ５６７８'])
    expect(contactKey(written)).toBe('13912345678');
  expect(contactKey(' Zheng@Example.COM ')).toBe('zheng@example.com');
  expect(contactKey('')).toBe('');
});

const alike = (one: string, other: string): number => likenessTo(one)(other);

describe('words', () => {
  test('agree in two-character parts, whatever stands between them', () => {
    expect(alike('回访没有进行', '回访，没有进行。')).toBe(1);
    expect(alike('回访没有进行', '保费扣了两次')).toBe(0);
    expect(alike('', '回访')).toBe(0);
    expect(alike('业务员答应的回访一直没做，我等了两周', '业务员承诺的回访一直没有进行，等了两周。')).toBeGreaterThan(
      0.5,
    );
  });

  test('make a candidate from a half on, with the same agent from a quarter on', () => {
    const sign = { contact: false, agent: false, likeness: 0 };
    expect(maySame(sign)).toBe(false);
    expect(maySame({ ...sign, contact: true })).toBe(true);
    expect(maySame({ ...sign, agent: true })).toBe(false);
    expect(maySame({ ...sign, agent: true, likeness: 0.25 })).toBe(true);
    expect(maySame({ ...sign, likeness: 0.49 })).toBe(false);
    expect(maySame({ ...sign, likeness: 0.5 })).toBe(true);
  });
});

test('a person complained of, the agent in person and a declared interest are recused', () => {
  const matter = { subjectIds: ['s'], interestedIds: ['i'], agents: [{ number: 'A0012', name: '李四' }] };
  const person = { id: 'p', login: 'zhao', name: '赵督导' };
  expect(recusalOf(person, matter)).toBeNull();
  expect(recusalOf({ ...person, id: 's' }, matter)).toBe('complaintPersonIsSubject');
  expect(recusalOf({ ...person, login: 'a0012' }, matter)).toBe('complaintPersonIsAgent');
  expect(recusalOf({ ...person, name: '李四' }, matter)).toBe('complaintPersonIsAgent');
  expect(recusalOf({ ...person, id: 'i' }, matter)).toBe('complaintPersonInterested');
});

const row: CountedComplaint = {
  ...{ day: '2026-07-03', state: 'archived', withdrawn: false, major: false, repeat: false, category: 'quality' },
  ...{
    subclass: 'efficiency',
    cause: 'process',
    conclusion: 'minor',
    sentBack: false,
    satisfaction: 4,
    daysToNotice: 6,
  },
  limits: [
    { limit: 'acceptance', state: 'met' },
    { limit: 'handling', state: 'missed' },
    { limit: 'decision', state: 'stopped' },
  ],
  ...{ agentId: 'a', agentName: '李四', employeeNumber: 'A0012', branchId: 'b', branchName: '上海', team: '一组' },
};
const base = { agentId: 'a', branchId: 'b', team: '一组', services: 100, policies: 10, clients: 50 };

test('figures: bases by group, clients of the last month, limits still running left out', () => {
  const found = complaintStatisticsOf({
    rows: [row, { ...row, day: '2026-08-09', repeat: true, satisfaction: null, daysToNotice: 15, sentBack: true }],
    bases: [
      { ...base, month: '2026-07' },
      { ...base, month: '2026-08', clients: 80 },
      { ...base, agentId: 'c', team: '二组', month: '2026-08', clients: null },
    ],
    ...{ from: '2026-07-01', to: '2026-09-30', unknownYears: [] },
  });
  expect(found.whole).toMatchObject({
    perServices: { count: 2, base: 300 },
    perClients: { count: 2, base: 80, per: 10_000, rate: 250 },
    onTime: {
      acceptance: { met: 2, decided: 2 },
      handling: { met: 0, decided: 2 },
      decision: { decided: 0, rate: null },
      reexamination: { decided: 0 },
    },
    repeat: { met: 1, decided: 2 },
    sentBack: { met: 1, decided: 2 },
    satisfaction: { mean: 4, count: 1 },
    medianDays: 10.5,
  });
  expect(found.months.map(({ key, complaints, perServices }) => [key, complaints, perServices.base])).toEqual([
    ['2026-07', 1, 100],
    ['2026-08', 1, 200],
    ['2026-09', 0, null],
  ]);
  expect(found.teams).toMatchObject([{ name: '一组', detail: '上海', perPolicies: { base: 20 } }]);
  expect(found.subclasses).toEqual([
    { key: { category: 'quality', subclass: 'efficiency' }, count: 2, share: 1, cumulative: 1 },
  ]);
});

test('a rate has the interval of its proportion, and none on a base that is missing or too small', () => {
  // Wilson 4/5 of the scoring model, section 6.
  const rate = perRate(4, 5, 1000);
  expect(rate.rate).toBe(800);
  expect(rate.low).toBeCloseTo(375.5, 1);
  expect(rate.high).toBeCloseTo(963.8, 1);
  expect(perRate(3, 2, 1000)).toMatchObject({ rate: null, low: null });
  expect(perRate(3, null, 1000)).toMatchObject({ rate: null, base: null });
});
