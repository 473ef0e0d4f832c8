// The seven states of a complaint (6.2) as a table: from which states a step leads where, what it demands, and how a refusal is
// called. Nothing is skipped: only `archive` after the whole course, or `withdraw` with its proof, leads into the archive.
import type { LetterParts, Measure, ReviewVerdict } from '../../contract/complaintRecord.ts';
import {
  INQUIRY_DEPARTMENTS,
  MEASURES_OF,
  REVIEW_DEPARTMENTS,
  SUBCLASSES_OF,
  type ComplaintCategory,
  type ComplaintDemand,
  type ComplaintState,
  type ComplaintStep,
  type ComplaintSubclass,
  type Conclusion,
  type InquiryDepartment,
} from '../../contract/complaintWords.ts';

/** What the demands look at: what is on record of the round in force, with what the step itself says. */
export interface CaseFacts {
  /** Whether the handler may take part (Art. 17). */
  readonly handlerFree: boolean;
  readonly category: ComplaintCategory | null;
  readonly subclass: ComplaintSubclass | null;
  readonly inquiryDepartments: readonly InquiryDepartment[];
  /** Files and references of the case. */
  readonly evidence: number;
  readonly findings: string;
  readonly conclusion: Conclusion | null;
  readonly basis: string;
  readonly measures: readonly Pick<Measure, 'kind'>[];
  readonly letter: LetterParts;
  /** Whether the complainants of this case and of every joined one were told, with proof. */
  readonly toldOfAnswer: boolean;
  readonly toldOfReview: boolean;
  readonly verdicts: readonly Pick<ReviewVerdict, 'department' | 'reasonable' | 'byRules' | 'rightsKept'>[];
  /** Whether each verdict is of a person of its own who took no part in the case and is not recused (6.4, Art. 17). */
  readonly reviewersFree: boolean;
  readonly withdrawalProven: boolean;
}

interface StepRule {
  readonly from: readonly ComplaintState[];
  readonly to: ComplaintState;
  readonly demands: readonly ComplaintDemand[];
  /** Whether it begins another round; what was found and decided before stays in its own. */
  readonly newRound: boolean;
}

const FOUR_PARTS = ['partVerified', 'partBasis', 'partRemedies', 'partReexamination'] as const;

export const STEP_RULES: Readonly<Record<ComplaintStep, StepRule>> = {
  accept: { from: ['received'], to: 'accepted', demands: ['handlerFree'], newRound: false },
  classify: { from: ['accepted'], to: 'classified', demands: ['categoryNamed', 'subclassNamed'], newRound: false },
  investigate: {
    from: ['classified'],
    to: 'investigated',
    demands: ['threeDepartments', 'inquiryEvidence', 'findingsWritten'],
    newRound: false,
  },
  handle: { from: ['investigated'], to: 'handled', demands: ['basisWritten', 'measuresFit'], newRound: false },
  answer: {
    from: ['handled'],
    to: 'answered',
    demands: [...FOUR_PARTS, 'partMeasures', 'partTime', 'partOwner', 'partFollowUp'],
    newRound: false,
  },
  review: {
    from: ['answered'],
    to: 'reviewed',
    demands: ['noticeProven', 'threeVerdicts', 'reviewersFree', 'allFair'],
    newRound: false,
  },
  sendBack: {
    from: ['answered'],
    to: 'investigated',
    demands: ['threeVerdicts', 'reviewersFree', 'someUnfair'],
    newRound: true,
  },
  newFacts: {
    from: ['classified', 'investigated', 'handled', 'answered'],
    to: 'classified',
    demands: [],
    newRound: true,
  },
  archive: { from: ['reviewed'], to: 'archived', demands: ['reviewTold'], newRound: false },
  withdraw: {
    from: ['received', 'accepted', 'classified', 'investigated', 'handled', 'answered', 'reviewed'],
    to: 'archived',
    demands: ['withdrawalProven'],
    newRound: false,
  },
};

const fair = (verdict: CaseFacts['verdicts'][number]): boolean =>
  verdict.reasonable && verdict.byRules && verdict.rightsKept;

const measuresFit = ({ category, conclusion, measures }: CaseFacts): boolean =>
  category !== null &&
  conclusion !== null &&
  measures.every(({ kind }) => MEASURES_OF[category].includes(kind)) &&
  (conclusion === 'notUpheld' || measures.length > 0);

const MET: Readonly<Record<ComplaintDemand, (facts: CaseFacts) => boolean>> = {
  handlerFree: (facts) => facts.handlerFree,
  categoryNamed: (facts) => facts.category !== null,
  subclassNamed: ({ category, subclass }) =>
    category !== null &&
    (SUBCLASSES_OF[category].length === 0
      ? subclass === null
      : subclass !== null && SUBCLASSES_OF[category].includes(subclass)),
  threeDepartments: (facts) => INQUIRY_DEPARTMENTS.every((department) => facts.inquiryDepartments.includes(department)),
  inquiryEvidence: (facts) => facts.evidence > 0,
  findingsWritten: (facts) => facts.findings !== '',
  basisWritten: (facts) => facts.basis !== '',
  measuresFit,
  partVerified: (facts) => facts.letter.verified !== '',
  partBasis: (facts) => facts.letter.basis !== '',
  partRemedies: (facts) => facts.letter.remedies !== '',
  partReexamination: (facts) => facts.letter.reexamination !== '',
  partMeasures: (facts) => facts.letter.measures !== '',
  partTime: (facts) => facts.letter.time !== '',
  partOwner: (facts) => facts.letter.owner !== '',
  partFollowUp: (facts) => facts.letter.followUp !== '',
  noticeProven: (facts) => facts.toldOfAnswer,
  threeVerdicts: (facts) =>
    REVIEW_DEPARTMENTS.every((department) => facts.verdicts.some((verdict) => verdict.department === department)),
  reviewersFree: (facts) => facts.reviewersFree,
  allFair: (facts) => facts.verdicts.length > 0 && facts.verdicts.every(fair),
  someUnfair: (facts) => facts.verdicts.some((verdict) => !fair(verdict)),
  reviewTold: (facts) => facts.toldOfReview,
  withdrawalProven: (facts) => facts.withdrawalProven,
};

/** A key of the errors area for each demand that is not met. */
const UNMET = {
  handlerFree: 'complaintHandlerMissing',
  categoryNamed: 'complaintCategoryMissing',
  subclassNamed: 'complaintSubclassUnfit',
  threeDepartments: 'complaintInquiriesMissing',
  inquiryEvidence: 'complaintEvidenceMissing',
  findingsWritten: 'complaintFindingsMissing',
  basisWritten: 'complaintBasisMissing',
  measuresFit: 'complaintMeasuresUnfit',
  partVerified: 'complaintPartVerifiedMissing',
  partBasis: 'complaintPartBasisMissing',
  partRemedies: 'complaintPartRemediesMissing',
  partReexamination: 'complaintPartReexaminationMissing',
  partMeasures: 'complaintPartMeasuresMissing',
  partTime: 'complaintPartTimeMissing',
  partOwner: 'complaintPartOwnerMissing',
  partFollowUp: 'complaintPartFollowUpMissing',
  noticeProven: 'complaintNoticeMissing',
  threeVerdicts: 'complaintVerdictsMissing',
  reviewersFree: 'complaintReviewersUnfit',
  allFair: 'complaintVerdictUnfair',
  someUnfair: 'complaintVerdictsFair',
  reviewTold: 'complaintReviewUntold',
  withdrawalProven: 'complaintProofMissing',
} as const satisfies Readonly<Record<ComplaintDemand, string>>;

export type StepRefusal = 'complaintStepClosed' | (typeof UNMET)[ComplaintDemand];

/** Why the step may not be taken, or null. In a state that it does not lead out of it is closed, whatever is on record. */
export function stepRefusal(state: ComplaintState, step: ComplaintStep, facts: CaseFacts): StepRefusal | null {
  const rule = STEP_RULES[step];
  if (!rule.from.includes(state)) return 'complaintStepClosed';
  const unmet = rule.demands.find((demand) => !MET[demand](facts));
  return unmet === undefined ? null : UNMET[unmet];
}

/** The steps out of a state, each with what it demands and whether that is on record. */
export const stepsFrom = (
  state: ComplaintState,
  facts: CaseFacts,
): { step: ComplaintStep; demands: { demand: ComplaintDemand; met: boolean }[] }[] =>
  (Object.keys(STEP_RULES) as ComplaintStep[])
    .filter((step) => STEP_RULES[step].from.includes(state))
    .map((step) => ({
      step,
      demands: STEP_RULES[step].demands.map((demand) => ({ demand, met: MET[demand](facts) })),
    }));

/** What is done to a case without moving it. */
export type ComplaintAct =
  | 'amend'
  | 'join'
  | 'takeJoined'
  | 'assign'
  | 'declareInterest'
  | 'addInquiry'
  | 'saveLetter'
  | 'noticeAnswer'
  | 'noticeReview'
  | 'verdict'
  | 'lengthen'
  | 'pause'
  | 'reexamine'
  | 'answerReexamination'
  | 'visit'
  | 'addFile';

const OPEN = ['received', 'accepted', 'classified', 'investigated', 'handled', 'answered', 'reviewed'] as const;
const UNTIL_HANDLED = ['received', 'accepted', 'classified', 'investigated'] as const;

const ACT_STATES: Readonly<Record<ComplaintAct, readonly ComplaintState[]>> = {
  amend: ['received', 'accepted'],
  join: UNTIL_HANDLED,
  takeJoined: [...UNTIL_HANDLED, 'handled', 'answered'],
  assign: OPEN.filter((state) => state !== 'received'),
  declareInterest: OPEN,
  addInquiry: ['classified', 'investigated'],
  saveLetter: ['handled'],
  noticeAnswer: ['answered'],
  noticeReview: ['reviewed'],
  verdict: ['answered'],
  lengthen: ['accepted', 'classified', 'investigated', 'handled', 'answered'],
  pause: ['accepted', 'classified', 'investigated', 'handled', 'answered'],
  reexamine: ['answered', 'reviewed', 'archived'],
  answerReexamination: ['reviewed', 'archived'],
  visit: ['answered', 'reviewed', 'archived'],
  addFile: OPEN,
};

export const mayAct = (state: ComplaintState, act: ComplaintAct): boolean => ACT_STATES[act].includes(state);
