// Small rules of the observation's screens: days as typed, pictures, changed answers, the arithmetic of a score.
import { describe, expect, test } from 'vitest';
import { arithmetic, unitWithin } from '../../../renderer/components/derivation/arithmetic.ts';
import { parseDay, parseLocal, parseTime } from '../../../renderer/features/observation/dayText.ts';
import { fitted, refusalOf } from '../../../renderer/features/observation/photo/reencode.ts';
import { grouped } from '../../../renderer/features/observation/record/historyGroups.ts';
import { sectionsOf } from '../../../renderer/features/observation/runner/sections.ts';
import type { Derivation } from '../../../shared/contract/derivation.ts';

describe('days and times as typed', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['１１-２２', '2026-11-22'],
    ['1122', '2026-11-22'],
    ['2026年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026-02-30', null],
    ['soon', null],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text, '2026-07-01')).toBe(day);
  });
  test.each([
    ['14:05', '14:05'],
    ['1405', '14:05'],
    ['９点', '09:00'],
    ['14点5分', '14:05'],
    ['25:00', null],
    ['', null],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
  // Catches: local time read as UTC, which moves an evening service to another day.
  test('stand in the time zone of the branch', () => {
    expect(parseLocal('2026-11-22 23:30', '2026-01-01', 'Asia/Shanghai')).toBe('2026-11-22T15:30:00.000Z');
    expect(parseLocal('9', '2026-11-22', 'Asia/Shanghai')).toBe('2026-11-22T01:00:00.000Z');
    expect(parseLocal('2026-13-01 9:00', '2026-11-22', 'Asia/Shanghai')).toBeNull();
  });
});

describe('pictures', () => {
  // Catches: a recording taken because its type is empty or misnamed.
  test.each([
    [{ name: 'a.jpg', type: 'image/jpeg' }, null],
    [{ name: 'a.heic', type: 'image/heic' }, null],
    [{ name: '录音.m4a', type: '' }, 'audio'],
    [{ name: 'call.ogg', type: 'audio/ogg' }, 'audio'],
    [{ name: 'a.MP4', type: '' }, 'video'],
    [{ name: 'a.jpg', type: 'video/mp4' }, 'video'],
    [{ name: 'a.svg', type: 'image/svg+xml' }, 'notPicture'],
    [{ name: 'a.pdf', type: 'application/pdf' }, 'notPicture'],
  ])('%o', (file, refusal) => {
    expect(refusalOf(file)).toBe(refusal);
  });
  test('are brought to 1600 px, never enlarged, never to nothing', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(fitted(300, 200)).toEqual({ width: 300, height: 200 });
    expect(fitted(20_000, 3)).toEqual({ width: 1600, height: 1 });
  });
});

const leaf = (key: string, value: number | null): Derivation => ({
  level: 'measure',
  key,
  value,
  rule: 'given',
  terms: [],
  facts: {},
});
const term = (share: number, node: Derivation, weight = share) => ({
  weight,
  share,
  contribution: share * (node.value ?? 0),
  node,
});

describe('the arithmetic of a step', () => {
  test('of a weighted mean', () => {
    const node: Derivation = {
      ...leaf('attitude', 80.831),
      level: 'indicator',
      rule: 'weightedMean',
      terms: [term(0.7, leaf('observation.attitude', 83.33)), term(0.3, leaf('survey.attitude', 75))],
    };
    expect(arithmetic(node)).toBe('70% × 83.33 + 30% × 75.00 = 80.83');
  });
  // Catches: a part without evidence written as zero.
  test('leaves out what has no evidence', () => {
    const node: Derivation = {
      ...leaf('base', 90),
      level: 'base',
      rule: 'weightedMean',
      terms: [term(0.5, leaf('a', 80)), term(0.5, leaf('b', 100)), term(0, leaf('c', null), 20)],
    };
    expect(arithmetic(node)).toBe('50% × 80.00 + 50% × 100.00 = 90.00');
  });
  test('of many answers as two sums', () => {
    const terms = Array.from({ length: 8 }, (_, at) => term(1 / 8, leaf(String(at), 50), 2));
    expect(arithmetic({ ...leaf('m', 50), rule: 'weightedMean', terms })).toBe('800.00 ÷ 16 = 50.00');
  });
  test('of adjustments with their bounds', () => {
    const sum = (value: number) => ({ weight: 1, share: 1, contribution: value, node: leaf('x', value) });
    const composite: Derivation = {
      ...leaf('composite', 81.7),
      level: 'composite',
      rule: 'composite',
      terms: [sum(83.2), sum(-2), sum(0), sum(0.5)],
      facts: { unrounded: 81.7 },
    };
    expect(arithmetic(composite)).toBe('83.20 − 2.00 + 0.50 = 81.70');
    const capped: Derivation = {
      ...leaf('complaints', -10),
      rule: 'capped',
      terms: [sum(-5), sum(-7)],
      facts: { raw: -12, cap: 10 },
    };
    expect(arithmetic(capped)).toBe('−5.00 − 7.00 = −12.00 → −10.00');
  });
  // Catches: the answers of a period's only session asking for their words outside every session.
  test('belongs to its unit, also where the only unit of a measure is shown in its place', () => {
    const unit = (key: string): Derivation => ({ ...leaf(key, 50), level: 'unit' });
    const measure = (...units: Derivation[]): Derivation => ({
      ...leaf('m', 50),
      terms: units.map((one) => term(1, one)),
    });
    expect(unitWithin(unit('s1'))).toBe('s1');
    expect(unitWithin(measure(unit('s1')))).toBe('s1');
    expect(unitWithin(measure(unit('s1'), unit('s2')))).toBeUndefined();
    expect(unitWithin(leaf('3.4-1', 1))).toBeUndefined();
  });
  test('of a timed introduction', () => {
    const timed = (minutes: number, value: number) =>
      arithmetic({ ...leaf('introduction', value), facts: { minutes, full: 10, none: 20 } });
    expect(timed(9.5, 100)).toBe('9.5 ≤ 10 → 100.00');
    expect(timed(12.5, 75)).toBe('(20 − 12.5) ÷ (20 − 10) × 100 = 75.00');
    expect(timed(21, 0)).toBe('21 ≥ 20 → 0.00');
  });
});

test('sections keep the order of the items within their stage', () => {
  const item = (code: string, stage: 'start' | 'end') => ({ code, clause: code.split('-')[0]!, stage });
  const stages = sectionsOf([item('1.2.2-1', 'start'), item('3.4-1', 'start'), item('1.2.1-5', 'end')]);
  expect(stages.map(({ stage, sections }) => [stage, sections.map(({ clause }) => clause)])).toEqual([
    ['start', ['1.2', '3.4']],
    ['end', ['1.2']],
  ]);
});

// Catches: a history in which one decision drowns in two hundred saves.
test('neighbouring saves of one person are one entry of the history', () => {
  const entry = (seq: number, action: string, actor = 'zhao') => ({ seq, at: '', actor, action });
  const groups = grouped([
    entry(5, 'observation.submitted'),
    entry(4, 'observation.answered'),
    entry(3, 'observation.noted'),
    entry(2, 'observation.answered', 'lin'),
    entry(1, 'observation.started'),
  ]);
  expect(groups.map(({ action, count }) => [action, count])).toEqual([
    ['observation.submitted', 1],
    ['saves', 2],
    ['saves', 1],
    ['observation.started', 1],
  ]);
});
