// The states of a complaint as a table. Would catch: a step open in a state where it must not be, a demand that is not asked, a way
// into the archive that leaves out one of the law's parts, a refusal without its code.
import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMPLAINT_DEMANDS,
  COMPLAINT_STATES,
  COMPLAINT_STEPS,
  CONCLUSIONS,
  INQUIRY_DEPARTMENTS,
  REVIEW_DEPARTMENTS,
  type ComplaintDemand,
  type ComplaintState,
  type ComplaintStep,
} from '../../../shared/contract/complaintWords.ts';
import {
  mayAct,
  STEP_RULES,
  stepRefusal,
  stepsFrom,
  type CaseFacts,
  type ComplaintAct,
} from '../../../shared/domain/complaint/states.ts';
import { complaintErrors } from '../../../shared/i18n/zh-CN/complaintErrors.ts';

const letter = {
  ...{ verified: '属实', basis: '标准 2.3.1', remedies: '补办', reexamination: '30 日内' },
  ...{ measures: '补办回访', time: '五日', owner: '周敏', followUp: '回访' },
};
const fair = REVIEW_DEPARTMENTS.map((department) => ({
  department,
  reasonable: true,
  byRules: true,
  rightsKept: true,
}));
const FULL: CaseFacts = {
  ...{ handlerFree: true, category: 'quality', subclass: 'efficiency', evidence: 1, findings: '属实', basis: '标准' },
  ...{ inquiryDepartments: INQUIRY_DEPARTMENTS, conclusion: 'minor', measures: [{ kind: 'serviceAgain' }], letter },
  ...{ toldOfAnswer: true, toldOfReview: true, verdicts: fair, reviewersFree: true, withdrawalProven: true },
};
const UNFAIR: CaseFacts = { ...FULL, verdicts: [...fair.slice(1), { ...fair[0]!, rightsKept: false }] };

/** Every state × every step: where it leads, `-` where it is closed. */
const TABLE: Readonly<Record<ComplaintState, readonly string[]>> = {
  //             accept      classify      investigate     handle     answer      review      sendBack        newFacts      archive     withdraw
  received: ['accepted', '-', '-', '-', '-', '-', '-', '-', '-', 'archived'],
  accepted: ['-', 'classified', '-', '-', '-', '-', '-', '-', '-', 'archived'],
  classified: ['-', '-', 'investigated', '-', '-', '-', '-', 'classified', '-', 'archived'],
  investigated: ['-', '-', '-', 'handled', '-', '-', '-', 'classified', '-', 'archived'],
  handled: ['-', '-', '-', '-', 'answered', '-', '-', 'classified', '-', 'archived'],
  answered: ['-', '-', '-', '-', '-', 'reviewed', 'investigated', 'classified', '-', 'archived'],
  reviewed: ['-', '-', '-', '-', '-', '-', '-', '-', 'archived', 'archived'],
  archived: ['-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
};

describe('every state × every step', () => {
  for (const state of COMPLAINT_STATES)
    for (const [index, step] of COMPLAINT_STEPS.entries())
      test(`${state} × ${step}`, () => {
        const to = TABLE[state][index];
        const facts = step === 'sendBack' ? UNFAIR : FULL;
        expect(stepRefusal(state, step, facts)).toBe(to === '-' ? 'complaintStepClosed' : null);
        if (to !== '-') expect(STEP_RULES[step].to).toBe(to);
        expect(stepsFrom(state, facts).some((open) => open.step === step)).toBe(to !== '-');
      });
});

/** Facts in which one demand alone is not met, with the code of its refusal. */
const BROKEN: Readonly<Record<ComplaintDemand, readonly [Partial<CaseFacts>, string]>> = {
  handlerFree: [{ handlerFree: false }, 'complaintHandlerMissing'],
  categoryNamed: [{ category: null }, 'complaintCategoryMissing'],
  subclassNamed: [{ subclass: 'overall' }, 'complaintSubclassUnfit'],
  threeDepartments: [{ inquiryDepartments: ['customerService', 'internalAudit'] }, 'complaintInquiriesMissing'],
  inquiryEvidence: [{ evidence: 0 }, 'complaintEvidenceMissing'],
  findingsWritten: [{ findings: '' }, 'complaintFindingsMissing'],
  basisWritten: [{ basis: '' }, 'complaintBasisMissing'],
  measuresFit: [{ measures: [] }, 'complaintMeasuresUnfit'],
  partVerified: [{ letter: { ...letter, verified: '' } }, 'complaintPartVerifiedMissing'],
  partBasis: [{ letter: { ...letter, basis: '' } }, 'complaintPartBasisMissing'],
  partRemedies: [{ letter: { ...letter, remedies: '' } }, 'complaintPartRemediesMissing'],
  partReexamination: [{ letter: { ...letter, reexamination: '' } }, 'complaintPartReexaminationMissing'],
  partMeasures: [{ letter: { ...letter, measures: '' } }, 'complaintPartMeasuresMissing'],
  partTime: [{ letter: { ...letter, time: '' } }, 'complaintPartTimeMissing'],
  partOwner: [{ letter: { ...letter, owner: '' } }, 'complaintPartOwnerMissing'],
  partFollowUp: [{ letter: { ...letter, followUp: '' } }, 'complaintPartFollowUpMissing'],
  noticeProven: [{ toldOfAnswer: false }, 'complaintNoticeMissing'],
  threeVerdicts: [{ verdicts: fair.slice(1) }, 'complaintVerdictsMissing'],
  reviewersFree: [{ reviewersFree: false }, 'complaintReviewersUnfit'],
  allFair: [{ verdicts: UNFAIR.verdicts }, 'complaintVerdictUnfair'],
  someUnfair: [{ verdicts: fair }, 'complaintVerdictsFair'],
  reviewTold: [{ toldOfReview: false }, 'complaintReviewUntold'],
  withdrawalProven: [{ withdrawalProven: false }, 'complaintProofMissing'],
};

describe('each demand', () => {
  for (const demand of COMPLAINT_DEMANDS)
    test(`${demand} is asked by its step, with its code and words`, () => {
      const steps = COMPLAINT_STEPS.filter((step) => STEP_RULES[step].demands.includes(demand));
      expect(steps.length).toBeGreaterThan(0);
      const [broken, code] = BROKEN[demand];
      for (const step of steps) {
        const facts = { ...(step === 'sendBack' ? UNFAIR : FULL), ...broken };
        expect(stepRefusal(STEP_RULES[step].from[0]!, step, facts)).toBe(code);
        const met = stepsFrom(STEP_RULES[step].from[0]!, facts).find((open) => open.step === step)!.demands;
        expect(met.find((one) => one.demand === demand)?.met).toBe(false);
      }
      expect(complaintErrors).toHaveProperty(code);
    });

  test('a complaint that is not upheld needs no measure, a category without sub-classes has none', () => {
    expect(stepRefusal('investigated', 'handle', { ...FULL, conclusion: 'notUpheld', measures: [] })).toBeNull();
    const attitude = { ...FULL, category: 'attitude', subclass: null } as const;
    expect(stepRefusal('accepted', 'classify', attitude)).toBeNull();
    expect(stepRefusal('accepted', 'classify', { ...attitude, subclass: 'overall' })).toBe('complaintSubclassUnfit');
    expect(stepRefusal('investigated', 'handle', attitude)).toBe('complaintMeasuresUnfit');
  });
});

const text = fc.constantFrom('', '写明');
const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
  handlerFree: fc.boolean(),
  category: fc.constantFrom('quality' as const, 'attitude' as const, null),
  subclass: fc.constantFrom('efficiency' as const, null),
  inquiryDepartments: fc.subarray([...INQUIRY_DEPARTMENTS], { minLength: 2 }),
  evidence: fc.integer({ min: 0, max: 2 }),
  findings: text,
  conclusion: fc.constantFrom(...CONCLUSIONS),
  basis: text,
  measures: fc.constantFrom([], [{ kind: 'serviceAgain' as const }]),
  letter: fc.constantFrom(letter, letter, { ...letter, verified: '' }, { ...letter, reexamination: '' }),
  toldOfAnswer: fc.boolean(),
  toldOfReview: fc.boolean(),
  verdicts: fc.constantFrom(fair, UNFAIR.verdicts, fair.slice(1)),
  reviewersFree: fc.boolean(),
  withdrawalProven: fc.boolean(),
});
const FOUR = ['verified', 'basis', 'remedies', 'reexamination'] as const;
/** Mostly the step that leads on, so that many walks end in the archive by the whole course. */
const anyStep = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...COMPLAINT_STEPS) },
  { weight: 7, arbitrary: fc.constant('onward' as const) },
);

let closed = 0;
property.prop([fc.array(fc.tuple(anyStep, anyFacts, fc.boolean()), { maxLength: 60 })], { numRuns: 500 })(
  'no path but a proven withdrawal reaches the archive without the whole course of its last round',
  (tries) => {
    let state: ComplaintState = 'received';
    const taken: { step: ComplaintStep; facts: CaseFacts }[] = [];
    for (const [wished, random, helped] of tries) {
      const open: ComplaintStep[] = stepsFrom(state, FULL).map(({ step }) => step);
      const step: ComplaintStep = wished === 'onward' ? (open[0] ?? 'archive') : wished;
      const facts = helped ? { ...FULL, toldOfReview: random.toldOfReview } : random;
      if (stepRefusal(state, step, facts) !== null) continue;
      taken.push({ step, facts });
      state = STEP_RULES[step].to;
    }
    if (state !== 'archived') return;
    const last = taken.at(-1)!;
    if (last.step === 'withdraw') {
      expect(last.facts.withdrawalProven).toBe(true);
      return;
    }
    closed += 1;
    const steps = taken.map(({ step }) => step);
    const course = ['accept', 'classify', 'investigate', 'handle', 'answer', 'review', 'archive'] as const;
    expect(course.every((step) => steps.includes(step))).toBe(true);
    // Of the round that was archived: handled, answered with the four parts, told with proof, reviewed as fair by three, told again.
    expect(steps.slice(-4)).toEqual(['handle', 'answer', 'review', 'archive']);
    const [handled, answered, reviewed, archived] = taken.slice(-4).map(({ facts }) => facts);
    expect(handled!.basis).not.toBe('');
    for (const part of FOUR) expect(answered!.letter[part]).not.toBe('');
    expect(reviewed!.toldOfAnswer).toBe(true);
    expect(reviewed!.verdicts).toHaveLength(3);
    expect(reviewed!.reviewersFree).toBe(true);
    expect(reviewed!.verdicts.every((one) => one.reasonable && one.byRules && one.rightsKept)).toBe(true);
    expect(archived!.toldOfReview).toBe(true);
  },
);

test('the walks do reach the archive by the whole course', () => {
  expect(closed).toBeGreaterThan(0);
  let state: ComplaintState = 'received';
  for (const step of ['accept', 'classify', 'investigate', 'handle', 'answer', 'review', 'archive'] as const) {
    expect(stepRefusal(state, step, FULL)).toBeNull();
    state = STEP_RULES[step].to;
  }
  expect(state).toBe('archived');
});

test('what lies between the steps is open in its states alone', () => {
  const open = (act: ComplaintAct): string => COMPLAINT_STATES.filter((state) => mayAct(state, act)).join(' ');
  expect({
    ...{ amend: open('amend'), join: open('join'), addInquiry: open('addInquiry'), saveLetter: open('saveLetter') },
    ...{ noticeAnswer: open('noticeAnswer'), verdict: open('verdict'), addFile: open('addFile') },
    ...{ reexamine: open('reexamine'), answerReexamination: open('answerReexamination') },
  }).toEqual({
    amend: 'received accepted',
    join: 'received accepted classified investigated',
    addInquiry: 'classified investigated',
    saveLetter: 'handled',
    noticeAnswer: 'answered',
    verdict: 'answered',
    addFile: 'received accepted classified investigated handled answered reviewed',
    reexamine: 'answered reviewed archived',
    answerReexamination: 'reviewed archived',
  });
});
