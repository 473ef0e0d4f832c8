// One observation of the demo, through the use cases of the console: start, answers, problem records, photos,
// signatures, submission, and the decision on its red lines.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ObservationRecord } from '../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import type { Store } from '../../db/store.ts';
import { saveAnswer } from '../../features/observation/answers.ts';
import { saveFinding } from '../../features/observation/findings.ts';
import { typeMinutes } from '../../features/observation/introduction.ts';
import { addPhoto } from '../../features/observation/photos.ts';
import { decide, keepStatement } from '../../features/observation/redLines.ts';
import { signAgent, signAsAssessor } from '../../features/observation/signatures.ts';
import { startObservation } from '../../features/observation/start.ts';
import { submitObservation } from '../../features/observation/submit.ts';
import type { DemoAgent } from './people.ts';
import { PHOTO } from './photo.ts';
import type { Chance } from './random.ts';

const PLACES = ['一号洽谈室', '营业厅柜台', '客户单位会议室', '客户家中', '服务中心二楼'] as const;
const KINDS = ['enquiry', 'sale', 'claim', 'renewal', 'returnVisit', 'policyService'] as const;
const SETTINGS = ['meetingRoom', 'office', 'clientSite', 'clientHome'] as const;
const CLASSES: readonly ProblemClass[] = ['attitude', 'communication', 'process', 'content', 'quality'];
const CLIENTS = ['周先生 13812340001', '钱女士 13712340002', '孙先生 13612340003', '冯女士 13512340004'] as const;
/** Chance of a red line in a session, and of one being upheld. */
const RED_LINE = 0.02;
const UPHELD = 0.6;

export interface Visit {
  readonly agentId: string;
  readonly agent: DemoAgent;
  readonly assessor: Actor;
  readonly manager: Actor;
  readonly chance: Chance;
  /** Moves the demo's clock. */
  readonly advance: (milliseconds: number) => void;
}

function valueFor(criterion: Criterion, skill: number, chance: Chance): number {
  if (criterion.redLine) return chance.next() < RED_LINE / 10 ? 0 : 1;
  const draw = skill + 0.14 * chance.normal();
  if (criterion.scale === 'passFail') return draw > 0.7 ? 1 : 0;
  if (criterion.scale === 'threeStep') return draw > 0.8 ? 1 : draw > 0.62 ? 0.5 : 0;
  return Math.min(4, Math.max(0, Math.round(draw * 4))) / 4;
}

function recordProblem(store: Store, visit: Visit, id: string, criterion: Criterion, place: string): void {
  const { assessor, chance } = visit;
  saveFinding(store, assessor, {
    id,
    criterion: criterion.code,
    fields: {
      occurredAt: new Date(store.clock()).toISOString(),
      place,
      serviceContent: '为客户讲解方案并解答疑问',
      description: criterion.fails.zh,
      scopeOfImpact: '当次服务的客户',
      class: chance.pick(CLASSES),
    },
  });
  if (criterion.evidence === 'none') return;
  addPhoto(store, assessor, { id, criterion: criterion.code, caption: '现场记录', consent: true, jpeg: PHOTO });
}

/** How far an observation goes: to the end with its red lines decided, with one red line left to the manager, or begun only. */
export type Extent = 'decided' | 'pending' | 'begun';
const BEGUN = 12;

interface Observed {
  readonly id: string;
  readonly answers: number;
  readonly redLines: number;
}

/** Observes one service; returns how many answers were given. */
export function observe(store: Store, visit: Visit, extent: Extent = 'decided'): Observed {
  const { agentId, assessor, chance } = visit;
  const place = chance.pick(PLACES);
  const record = startObservation(store, assessor, {
    agentId,
    context: {
      kind: chance.pick(KINDS),
      occasion: chance.next() < 0.3 ? 'returnVisit' : 'negotiation',
      setting: chance.pick(SETTINGS),
      place,
      client: chance.pick(CLIENTS),
    },
    noticeConfirmed: true,
    serviceAt: null,
  });
  return fill(store, visit, record, extent);
}

/** Answers, signs and submits a session that has begun. */
export function fill(store: Store, visit: Visit, record: ObservationRecord, extent: Extent): Observed {
  const { agent, assessor, manager, chance, advance } = visit;
  const { id } = record;
  const { place } = record.context;
  let redLineDue = extent === 'pending';
  const skill = agent.skill + 0.04 * chance.normal();
  let answers = 0;
  for (const criterion of record.standard?.criteria ?? []) {
    advance(15_000 + chance.below(20_000));
    const skip = criterion.notApplicableAllowed && chance.next() < 0.12 && !(redLineDue && criterion.redLine);
    if (!criterion.required && !skip && chance.next() < 0.05) continue;
    const touched = redLineDue && criterion.redLine;
    if (touched) redLineDue = false;
    const value = touched ? 0 : valueFor(criterion, skill, chance);
    saveAnswer(store, assessor, {
      id,
      criterion: criterion.code,
      answer: skip
        ? { kind: 'notApplicable', reason: 'otherService', words: '' }
        : { kind: 'scored', value, redLineConfirmed: criterion.redLine && value === 0 },
      position: criterion.code,
    });
    answers += 1;
    if (!skip && value < 0.5) recordProblem(store, visit, id, criterion, place);
    if (extent === 'begun' && answers === BEGUN) return { id, answers, redLines: 0 };
  }
  if (chance.next() < 0.7) typeMinutes(store, assessor, { id, minutes: 6 + chance.below(9) + chance.below(2) / 2 });
  signAsAssessor(store, assessor, id);
  const agrees = chance.next() < 0.92;
  signAgent(store, assessor, {
    id,
    signature: {
      means: 'typed',
      attitude: agrees ? 'agree' : 'disagree',
      words: agrees ? '' : '个别检查项与当时情形不符',
      name: agent.name,
      employeeNumber: agent.number,
    },
  });
  advance(60_000);
  const { redLines } = submitObservation(store, assessor, id);
  for (const line of extent === 'pending' ? [] : redLines) {
    keepStatement(store, manager, { id, redLineId: line.id, statement: '当时未留意到该要求' });
    advance(3_600_000);
    decide(store, manager, {
      id,
      redLineId: line.id,
      confirmed: chance.next() < UPHELD,
      reason: '已核对现场记录与本人陈述',
    });
  }
  return { id, answers, redLines: redLines.length };
}
