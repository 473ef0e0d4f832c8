// The rules of an observation: what fails, what blocks, what a signature covers, what a client's name becomes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OBSERVATION_STATES, type Finding } from '../../../shared/contract/observationRecord.ts';
import { SCALES, STAGES, type Criterion } from '../../../shared/contract/standard.ts';
import {
  introductionMinutes,
  isUnlikelyIntroduction,
  timedMinutes,
} from '../../../shared/domain/observation/introduction.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { countsOf, inOrder, nextUnanswered, stageProgress } from '../../../shared/domain/observation/progress.ts';
import { mayDecide, redLineEffect } from '../../../shared/domain/observation/redLine.ts';
import { canonicalRevision, type RevisionContent } from '../../../shared/domain/observation/revisionContent.ts';
import { CHOICES, fits, isFailing } from '../../../shared/domain/observation/scale.ts';
import { serviceTime } from '../../../shared/domain/observation/serviceTime.ts';
import { isOwnSignature, isSamePerson } from '../../../shared/domain/observation/signing.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import {
  contentBlockers,
  countLeft,
  holding,
  signatureBlockers,
} from '../../../shared/domain/observation/submission.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';
import '../../support/seed.ts';

const criterion = (code: string, given: Partial<Criterion> = {}): Criterion => ({
  code,
  clause: code.slice(0, code.indexOf('-')),
  method: 'observation',
  stage: 'start',
  indicator: 'attitude',
  scale: 'threeStep',
  weight: 2,
  required: true,
  notApplicableAllowed: true,
  evidence: 'none',
  text: { zh: '', en: '' },
  meets: { zh: '', en: '' },
  fails: { zh: '', en: '' },
  redLine: false,
  protection: 'service',
  ...given,
});

describe('scales', () => {
  test('a value between the steps is taken, or 2 of 5 counts as met', () => {
    expect(
      SCALES.flatMap((scale) =>
        CHOICES[scale].filter(({ value }) => isFailing(scale, value)).map(({ key }) => `${scale} ${key}`),
      ),
    ).toEqual(['passFail 2', 'threeStep 3', 'likert 1', 'likert 2']);
    expect(fits('passFail', 0.5)).toBe(false);
    expect(fits('threeStep', 0.25)).toBe(false);
    expect(fits('likert', 0.75)).toBe(true);
  });
});

describe('walking the items', () => {
  test('the runner mixes stages or leaves the order of the standard', () => {
    const order = inOrder(builtInStandard.criteria);
    expect(order.every(({ method }) => method === 'observation')).toBe(true);
    const stages = order.map(({ stage }) => STAGES.indexOf(stage!));
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
    const starts = order.filter(({ stage }) => stage === 'start').map(({ code }) => code);
    expect(starts).toEqual(
      builtInStandard.criteria.filter((c) => c.method === 'observation' && c.stage === 'start').map(({ code }) => code),
    );
  });

  test('the jump to the next unanswered item skips one, repeats for ever or ends on an answered one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ required: fc.boolean(), answered: fc.boolean() }), { maxLength: 12 }),
        fc.nat(14),
        fc.boolean(),
        (items, at, onlyRequired) => {
          const criteria = items.map(({ required }, index) => criterion(`3.4-${index}`, { required }));
          const answered = new Set(criteria.filter((_, index) => items[index]?.answered).map(({ code }) => code));
          const seen: string[] = [];
          let from = criteria[at]?.code ?? null;
          for (
            let next = nextUnanswered(criteria, answered, from, onlyRequired);
            next !== null;
            next = nextUnanswered(criteria, answered, from, onlyRequired)
          ) {
            seen.push(next);
            answered.add(next);
            from = next;
            expect(seen.length).toBeLessThanOrEqual(criteria.length);
          }
          const open = criteria.filter(
            ({ code }, index) =>
              items[index]?.answered === false && (criteria[index]!.required || !onlyRequired) && code !== '',
          );
          expect([...seen].sort()).toEqual(open.map(({ code }) => code).sort());
          const counts = countsOf(criteria, answered);
          expect(counts.missingRequired).toBe(0);
          expect(stageProgress(criteria, answered).reduce((sum, stage) => sum + stage.answered, 0)).toBe(
            counts.answered,
          );
        },
      ),
    );
  });
});

describe('what blocks a submission', () => {
  const full: Finding = {
    id: '',
    criterion: '3.4-1',
    occurredAt: '2026-07-01T01:00:00.000Z',
    place: '一号厅',
    serviceContent: '咨询',
    description: '未起身相迎',
    scopeOfImpact: '一名客户',
    class: 'attitude',
    savedAt: '2026-07-01T01:00:00.000Z',
  };
  const base = {
    criteria: [criterion('3.4-1', { evidence: 'onFailing' })],
    findings: [],
    evidence: [],
    noticeConfirmed: true,
    timerRunning: false,
  };

  test('a failing item passes without its problem record or photo, or a partly met one is held up', () => {
    const failing = { ...base, answers: [{ criterion: '3.4-1', value: 0 }] };
    expect(contentBlockers(failing).map(({ kind }) => kind)).toEqual(['findingMissing', 'evidenceMissing']);
    expect(contentBlockers({ ...failing, findings: [{ ...full, scopeOfImpact: '', class: null }] })[0]).toEqual({
      kind: 'findingMissing',
      criterion: '3.4-1',
      fields: ['scopeOfImpact', 'class'],
    });
    expect(
      contentBlockers({ ...failing, findings: [full], evidence: [{ criterion: null }] }).map(({ kind }) => kind),
    ).toEqual(['evidenceMissing']);
    expect(contentBlockers({ ...failing, findings: [full], evidence: [{ criterion: '3.4-1' }] })).toEqual([]);
    expect(contentBlockers({ ...base, answers: [{ criterion: '3.4-1', value: 0.5 }] })).toEqual([]);
  });

  test('not applicable counts as missing, asks for a photo, or an optional item blocks', () => {
    const always = [
      criterion('3.4-1', { evidence: 'always' }),
      criterion('3.4-2', { required: false, evidence: 'always' }),
    ];
    expect(contentBlockers({ ...base, criteria: always, answers: [{ criterion: '3.4-1', value: null }] })).toEqual([]);
    expect(contentBlockers({ ...base, criteria: always, answers: [] })).toEqual([
      { kind: 'unanswered', criterion: '3.4-1' },
    ]);
    expect(
      contentBlockers({ ...base, criteria: always, answers: [{ criterion: '3.4-1', value: 1 }] }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['evidenceMissing']);
  });

  test('what is missing is another number in the runner than on the review, or holds the signatures', () => {
    const failing = {
      ...base,
      answers: [{ criterion: '3.4-1', value: 0 }],
      noticeConfirmed: false,
      timerRunning: true,
    };
    const content = contentBlockers(failing);
    expect(countLeft([...content, ...signatureBlockers([])])).toEqual({
      ...{ unanswered: 0, records: 1, photos: 1, notice: 1, timer: 1 },
      ...{ content: content.length, signatures: 2 },
    });
    expect(countLeft(contentBlockers({ ...base, answers: [] }))).toMatchObject({ unanswered: 1, content: 1 });
  });

  test('a session without notice to the client, or with the timer running, is submitted', () => {
    const answers = [{ criterion: '3.4-1', value: 1 }];
    expect(
      contentBlockers({ ...base, answers, noticeConfirmed: false, timerRunning: true }).map(({ kind }) => kind),
    ).toEqual(['noticeMissing', 'timerRunning']);
  });

  test('a signature over another digest, or a voided one, still holds', () => {
    const given = [
      { party: 'assessor' as const, digest: 'a', voidedAt: null },
      { party: 'agent' as const, digest: 'b', voidedAt: null },
      { party: 'agent' as const, digest: 'a', voidedAt: '2026-07-01T01:00:00.000Z' },
    ];
    expect(signatureBlockers(holding(given, 'a'))).toEqual([{ kind: 'agentSignature' }]);
    expect(signatureBlockers(holding([{ ...given[1]!, digest: 'a' }, given[0]!], 'a'))).toEqual([]);
  });
});

describe('states', () => {
  test('a locked or ended observation takes writes, or an amendment can be opened twice', () => {
    const writable = OBSERVATION_STATES.filter((state) => allows(state, 'write', false));
    expect(writable).toEqual(['inProgress']);
    expect(allows('submitted', 'write', true)).toBe(true);
    expect(allows('submitted', 'amend', true)).toBe(false);
    expect(allows('submitted', 'submit', false)).toBe(false);
    expect(OBSERVATION_STATES.filter((state) => allows(state, 'withdraw', false))).toEqual(['inProgress', 'submitted']);
    expect(OBSERVATION_STATES.filter((state) => allows(state, 'start', false))).toEqual(['planned']);
  });
});

describe('red lines', () => {
  const change = { failing: true, confirmedByAssessor: false, standing: null, ownRevision: false } as const;
  test('a tap records without asking, or a confirmed one is answered away', () => {
    expect(redLineEffect(change)).toBe('askToConfirm');
    expect(redLineEffect({ ...change, confirmedByAssessor: true })).toBe('record');
    expect(redLineEffect({ ...change, standing: 'pending' })).toBe('none');
    const passing = { ...change, failing: false };
    expect(redLineEffect({ ...passing, standing: 'pending', ownRevision: true })).toBe('retract');
    expect(redLineEffect({ ...passing, standing: 'pending' })).toBe('none');
    expect(redLineEffect({ ...passing, standing: 'confirmed', ownRevision: true })).toBe('refuse');
    expect(redLineEffect({ ...passing, standing: 'rejected' })).toBe('none');
  });
  test('the assessor decides on their own finding', () => {
    expect(mayDecide('a', { assessorId: 'a', recordedById: 'b' })).toBe(false);
    expect(mayDecide('a', { assessorId: 'b', recordedById: 'a' })).toBe(false);
    expect(mayDecide('c', { assessorId: 'a', recordedById: 'a' })).toBe(true);
  });
});

describe('the introduction timer', () => {
  const minute = 60_000;
  test('a pause is counted, a clock set back gives negative minutes, or a running timer gives a result', () => {
    expect(timedMinutes([], 0)).toBeNull();
    expect(
      timedMinutes(
        [
          { startedAt: 0, stoppedAt: 4 * minute },
          { startedAt: 9 * minute, stoppedAt: null },
        ],
        12 * minute,
      ),
    ).toBe(7);
    expect(timedMinutes([{ startedAt: 5 * minute, stoppedAt: 2 * minute }], 0)).toBe(0);
    expect(introductionMinutes([{ startedAt: 0, stoppedAt: null }], null)).toBeNull();
    expect(introductionMinutes([{ startedAt: 0, stoppedAt: 4 * minute }], 12.5)).toBe(12.5);
  });

  // Would catch: a key touched twice scoring 100 unasked, and a question where nothing was timed.
  test('is asked about under a minute, not where there is none', () => {
    const asked = [null, 0, 2 / 60, 0.99, 1, 8, 25].filter(isUnlikelyIntroduction);
    expect(asked).toEqual([0, 2 / 60, 0.99]);
  });
});

describe('the time of service', () => {
  test('late entry is judged by the day of UTC, or the future is taken', () => {
    const entered = Date.parse('2026-07-02T00:30:00+08:00'); // still 1 July in UTC
    expect(serviceTime(Date.parse('2026-07-01T23:30:00+08:00'), entered, 'Asia/Shanghai')).toEqual({
      serviceDay: '2026-07-01',
      lateEntry: true,
    });
    expect(serviceTime(entered - 1000, entered, 'Asia/Shanghai')).toEqual({
      serviceDay: '2026-07-02',
      lateEntry: false,
    });
    expect(serviceTime(entered + 1, entered, 'Asia/Shanghai')).toBeNull();
  });
});

describe('masking', () => {
  test.each([
    ['', ''],
    ['张三', '张**'],
    ['欧阳娜娜女士', '欧**'],
    ['13812345678', '138****5678'],
    ['１３８ １２３４ ５６７８', '**** **** ****'],
    ['张三 13812345678', '张** 138****5678'],
    ['张三13812345678', '张** 138****5678'],
    ['John Smith', 'J** S**'],
    ['310101199001011234', '****1234'],
    ['P2026-0012345', '****2345'],
    ['保单 88123', '保** ****23'],
    ['张**', '张**'],
  ])('%s is kept readable', (typed, masked) => {
    expect(maskClient(typed)).toBe(masked);
  });

  test('masking twice changes it, or more than the allowed characters come through', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 30 }), fc.stringMatching(/^[张三李四王五0-9A-Za-z *-]{0,30}$/u)),
        (typed) => {
          const once = maskClient(typed);
          expect(maskClient(once)).toBe(once);
          for (const part of once.split(' ').filter((p) => p !== '')) {
            expect(part).toContain('**');
            expect((part.match(/\d/gu) ?? []).length).toBeLessThanOrEqual(7);
          }
        },
      ),
    );
  });
});

describe('signatures', () => {
  test('full-width digits or a space make one’s own name another’s, or a near name passes', () => {
    const agent = { name: '张 三', employeeNumber: 'A0012' };
    expect(isOwnSignature({ name: '张三', employeeNumber: 'ａ００１２' }, agent)).toBe(true);
    expect(isOwnSignature({ name: '张三丰', employeeNumber: 'A0012' }, agent)).toBe(false);
    expect(isOwnSignature({ name: '张三', employeeNumber: 'A0013' }, agent)).toBe(false);
    expect(isSamePerson('Li Si', 'li  si')).toBe(true);
  });
});

describe('the digest of a revision', () => {
  const content = (given: Partial<RevisionContent> = {}): RevisionContent => ({
    observationId: 'o',
    revision: 1,
    reason: null,
    agent: { id: 'a', branchId: 'b', team: '一组' },
    assessorId: 'u',
    standard: 'd',
    serviceAt: '2026-07-01T01:00:00.000Z',
    lateEntry: false,
    noticeConfirmedAt: null,
    context: { kind: 'sale', occasion: 'negotiation', setting: 'office', place: '一号厅', clientDigest: 'c' },
    introductionMinutes: 8,
    answers: [
      { criterion: '3.4-1', value: 1, notApplicable: null, words: '' },
      { criterion: '3.4-2', value: null, notApplicable: 'other', words: '雨天' },
    ],
    notes: [
      { criterion: '3.4-1', text: '甲' },
      { criterion: '3.4-2', text: '乙' },
    ],
    findings: [],
    evidence: [],
    ...given,
  });

  test('the order of rows changes it', () => {
    const { answers, notes } = content();
    expect(canonicalRevision(content({ answers: [...answers].reverse(), notes: [...notes].reverse() }))).toBe(
      canonicalRevision(content()),
    );
  });

  test('a changed part does not change it', () => {
    const photo = { criterion: '3.4-1', caption: '', sha256: 'x' };
    const finding = {
      criterion: '3.4-1',
      occurredAt: null,
      place: '',
      serviceContent: '',
      description: '',
      scopeOfImpact: '',
      class: null,
    };
    const changed: Partial<RevisionContent>[] = [
      {},
      { revision: 2 },
      { reason: '笔误' },
      { noticeConfirmedAt: '2026-07-01T01:00:00.000Z' },
      { introductionMinutes: null },
      { answers: content().answers.slice(1) },
      { answers: [{ criterion: '3.4-1', value: 0.5, notApplicable: null, words: '' }, content().answers[1]!] },
      { answers: [content().answers[0]!, { criterion: '3.4-2', value: null, notApplicable: 'other', words: '雪天' }] },
      { notes: [] },
      { findings: [finding] },
      { findings: [{ ...finding, description: '迟到' }] },
      { evidence: [photo] },
      { evidence: [photo, photo] },
      { evidence: [{ ...photo, caption: '柜台' }] },
      { context: { ...content().context, place: '二号厅' } },
      { context: { ...content().context, clientDigest: 'd' } },
      { agent: { ...content().agent, team: '二组' } },
      { lateEntry: true },
    ];
    expect(new Set(changed.map((part) => canonicalRevision(content(part)))).size).toBe(changed.length);
  });
});
