// The rules of an assessment. Each title names the fault that would turn it red.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DecisionKind, PENALTIES, ResultState } from '../../../shared/contract/assessment.ts';
import { countedOf, knownOf } from '../../../shared/domain/assessment/counted.ts';
import { namesPremium, offeredDecisions } from '../../../shared/domain/assessment/decisions.ts';
import { differencesOf, type CountedRef } from '../../../shared/domain/assessment/differences.ts';
import { ranksOf } from '../../../shared/domain/assessment/ranks.ts';
import { readSnapshot, writeSnapshot } from '../../../shared/domain/assessment/snapshot.ts';
import { assessmentState, nextState, RESULT_EVENTS } from '../../../shared/domain/assessment/states.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../../shared/domain/scoring/score.ts';
import { anyEvidence } from '../scoring/arbitrary.ts';
import { quarter } from '../scoring/quarter.ts';

describe('states', () => {
  test('an event leads somewhere the table does not say', () => {
    const table = Object.fromEntries(
      ResultState.options.map((state) => [state, RESULT_EVENTS.map((event) => nextState(state, event))]),
    );
    expect(table).toEqual({
      computed: ['inReview', 'inReview', null, 'superseded'],
      inReview: ['inReview', 'inReview', 'finalised', 'superseded'],
      finalised: [null, null, null, null],
      superseded: [null, null, null, null],
    });
  });

  test('any way through the events leaves a closed result, or finalises one that nobody looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RESULT_EVENTS), { maxLength: 12 }), (events) => {
        let state: ResultState = 'computed';
        let looked = false;
        for (const event of events) {
          const next = nextState(state, event);
          if (next === null) continue;
          expect(state === 'finalised' || state === 'superseded').toBe(false);
          if (next === 'finalised') expect(looked).toBe(true);
          looked ||= event === 'review' || event === 'decide';
          state = next;
        }
      }),
    );
  });

  test('an assessment without a result is called computed', () => {
    expect(assessmentState(null)).toBe('collecting');
    expect(assessmentState('inReview')).toBe('inReview');
  });
});

describe('decisions', () => {
  test('something is decided on too little evidence, or a vetoed agent is rewarded', () => {
    expect(offeredDecisions({ sufficient: false, vetoed: false })).toEqual([]);
    expect(offeredDecisions({ sufficient: true, vetoed: true })).toEqual(PENALTIES);
    expect(offeredDecisions({ sufficient: false, vetoed: true })).toEqual(PENALTIES);
    expect(offeredDecisions({ sufficient: true, vetoed: false })).toEqual(DecisionKind.options);
  });

  test('an honour of premium passes, or one of service is refused', () => {
    for (const name of [
      '销售冠军',
      '保费 之星',
      '月度销冠',
      '业绩标兵',
      'Ｐｒｅｍｉｕｍ club',
      'Top sales',
      'Best Seller',
    ])
      expect(namesPremium(name), name).toBe(true);
    for (const name of ['服务之星', '客户满意奖', '诚信标兵', '优秀回访员', 'Service star', '最佳进步奖', ''])
      expect(namesPremium(name), name).toBe(false);
  });
});

test('equal ranking values get different ranks, or a veto keeps its place', () => {
  const agent = (rankingValue: number | null, graded = rankingValue, vetoed = false) => ({
    ...{ rankingValue, graded, vetoed },
  });
  expect(ranksOf([agent(80), agent(90), agent(null), agent(80), agent(95, 59, true), agent(70)])).toEqual([
    2,
    1,
    null,
    2,
    5,
    4,
  ]);
});

describe('the snapshot', () => {
  test('evidence comes back changed, so that a stored result opens another derivation', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const back = readSnapshot(writeSnapshot(evidence));
        expect(writeSnapshot(back)).toBe(writeSnapshot(evidence));
        expect(scorePeriod(back, quarter(), MODEL_1)).toEqual(scorePeriod(evidence, quarter(), MODEL_1));
        for (const [index, session] of evidence.sessions.entries())
          expect(back.sessions[index]!.answers).toEqual(session.answers);
      }),
    );
  });

  test('what a score names is not told, or told twice', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { evidence: refs } = scorePeriod(evidence, quarter(), MODEL_1);
        const counted = countedOf(evidence, refs, (text) => text);
        expect(counted.filter(({ kind }) => kind !== 'training').map(({ kind, id }) => ({ kind, id }))).toEqual(
          refs.map(({ kind, id }) => ({ kind, id })),
        );
        const known = new Set(
          knownOf(evidence, (text) => text).map(({ kind, id, digest }) => `${kind} ${id} ${digest}`),
        );
        expect(counted.every(({ kind, id, digest }) => known.has(`${kind} ${id} ${digest}`))).toBe(true);
      }),
    );
  });
});

describe('differences', () => {
  const ref = (id: string, digest: string): CountedRef => ({ kind: 'survey', id, digest });

  test('a change is missed, or what counts elsewhere by now is called gone', () => {
    const counted = [ref('same', '1'), ref('amended', '1'), ref('withdrawn', '1'), ref('decided', '1')];
    const counts = [ref('same', '1'), ref('amended', '2'), ref('late', '1')];
    expect(differencesOf(counted, counts, [...counts, ref('decided', '2')])).toEqual([
      { kind: 'survey', id: 'amended', change: 'changed', before: '1', after: '2' },
      { kind: 'survey', id: 'withdrawn', change: 'removed', before: '1', after: null },
      { kind: 'survey', id: 'decided', change: 'moved', before: '1', after: '2' },
      { kind: 'survey', id: 'late', change: 'added', before: null, after: '1' },
    ]);
  });

  test('evidence that did not change is listed', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const counted = countedOf(evidence, scorePeriod(evidence, quarter(), MODEL_1).evidence, (text) => text);
        expect(
          differencesOf(
            counted,
            counted,
            knownOf(evidence, (text) => text),
          ),
        ).toEqual([]);
      }),
    );
  });
});
