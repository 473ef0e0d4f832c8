// The other four methods in the demo: surveys on paper, reviews of drawn service records, a patrol, requests, return visits and
// feedback, each through the use case that its screen calls (4.2).
import type { Actor } from '../../../shared/contract/account.ts';
import type { ClientChannel, RequestKind } from '../../../shared/contract/responses.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { SurveyAnswers } from '../../../shared/contract/survey.ts';
import { addDays, startOfDay } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { addFeedback, answerFeedback, closeFeedback, confirmPraise } from '../../features/feedback/feedback.ts';
import { getFeedback } from '../../features/feedback/rows.ts';
import { addFinding } from '../../features/findings/recorded.ts';
import { giveCell, savePatrolFinding, startPatrol, submitPatrol } from '../../features/patrol/patrols.ts';
import { patrolPhotos } from '../../features/patrol/photos.ts';
import { checksInForce } from '../../features/inspection/standardOf.ts';
import { reviewPhotos } from '../../features/records/photos.ts';
import { giveCheck, saveReviewFinding, startReview, submitReview } from '../../features/records/reviews.ts';
import { addRows, beginSample, drawSample } from '../../features/records/samples.ts';
import { saveRequest } from '../../features/responses/requests.ts';
import { saveVisit } from '../../features/responses/visits.ts';
import { enterSurvey } from '../../features/survey/enter.ts';
import { itemsOf, questionnaireInForce } from '../../features/survey/questionnaires.ts';
import type { DemoAgent } from './people.ts';
import { PHOTO } from './photo.ts';
import type { Chance } from './random.ts';

const HOUR = 3_600_000;
const KINDS: readonly RequestKind[] = ['enquiry', 'claim', 'renewal', 'policyChange'];
const CHANNELS: readonly ClientChannel[] = ['phone', 'message', 'online', 'onSite'];
const CLIENTS = ['周先生 13812340001', '钱女士 13712340002', '孙先生 13612340003', '冯女士 13512340004'] as const;
const COMMENTS = ['', '', '', '讲得清楚', '等的时间有点长', '希望多介绍几种方案'] as const;
const PRAISES = ['耐心解释了责任免除', '上门送来理赔资料', '主动提醒续保日期'] as const;
const SUGGESTIONS = ['希望周末也能办理', '希望有一份书面的对比表'] as const;
const FIRST_DAYS = 80;

export interface Quarter {
  /** First day. */
  readonly start: string;
  readonly zone: string;
  readonly agents: readonly (DemoAgent & { readonly id: string })[];
  readonly chance: Chance;
  readonly supervisors: readonly Actor[];
  readonly manager: Actor;
  readonly advance: (milliseconds: number) => void;
}

export interface Collected {
  surveys: number;
  reviews: number;
  requests: number;
  visits: number;
  feedback: number;
}

const likertOf = (skill: number, chance: Chance): number =>
  Math.min(5, Math.max(1, Math.round(1 + 4 * (skill + 0.18 * chance.normal()))));

interface Paper {
  readonly id: string;
  readonly agentId: string;
  readonly day: string;
  /** 1 to 5 */
  readonly mean: number;
}

/** A paper survey; now and then an item is left out. */
function survey(store: Store, quarter: Quarter, agent: Quarter['agents'][number], actor: Actor): Paper | null {
  const { chance, start } = quarter;
  const version = questionnaireInForce(store.read);
  const answers = Object.fromEntries(
    itemsOf(store.read, version.id)
      .filter(() => chance.next() > 0.05)
      .map(({ code }) => [code, likertOf(agent.skill, chance)]),
  ) as SurveyAnswers;
  const marks = Object.values(answers);
  if (marks.length === 0) return null;
  const paper = { agentId: agent.id, day: addDays(start, chance.below(FIRST_DAYS)) };
  const said = { questionnaireId: version.id, answers, comment: chance.pick(COMMENTS), client: '' };
  const { id } = enterSurvey(store, actor, { ...paper, ...said });
  return { ...paper, id, mean: marks.reduce((sum, mark) => sum + mark, 0) / marks.length };
}

/** Somebody looks into the paper with the lowest marks. */
function lookInto(store: Store, actor: Actor, { id, agentId, day }: Paper, zone: string): void {
  addFinding(store, actor, {
    ...{ source: 'survey', sourceId: id, agentId, place: '问卷', serviceContent: '满意度调查' },
    occurredAt: new Date(startOfDay(day, zone) + 9 * HOUR).toISOString(),
    ...{ description: '本季度得分最低的一份问卷', scopeOfImpact: '答卷的客户', class: 'attitude' },
    ...{ criterion: null, clause: '1.5.1', element: 'service', severity: 'ordinary' },
  });
}

const problemOf = (store: Store, criterion: Criterion, place: string) => ({
  occurredAt: new Date(store.clock()).toISOString(),
  place,
  serviceContent: '核对服务留下的记录',
  description: criterion.fails.zh,
  scopeOfImpact: '此份记录的客户',
  class: 'process' as const,
});

const photo = (caption: string) => ({ caption, consent: true, jpeg: PHOTO });

/** Draws two of an agent's records and reviews them. */
function reviewRecords(store: Store, quarter: Quarter, agent: Quarter['agents'][number], actor: Actor): number {
  const { chance, start, advance } = quarter;
  const { id } = beginSample(store, actor, { agentId: agent.id, from: start, to: addDays(start, FIRST_DAYS) });
  addRows(store, actor, {
    id,
    rows: Array.from({ length: 6 }, (_, index) => ({
      reference: `F${start.slice(2, 7).replace('-', '')}-${agent.number}-${index + 1}`,
      day: addDays(start, chance.below(FIRST_DAYS)),
      kind: 'sale' as const,
      client: chance.pick(CLIENTS),
    })),
  });
  const { draws } = drawSample(store, actor, { id, size: 2, seed: `${start} ${agent.number}` });
  for (const draw of draws) {
    const review = startReview(store, actor, { id, drawId: draw.id });
    for (const criterion of review.standard.criteria) {
      advance(5_000);
      const failed = !criterion.redLine && chance.next() > agent.skill + 0.12;
      const spared = criterion.notApplicableAllowed && chance.next() < 0.08;
      giveCheck(store, actor, {
        id: review.id,
        criterion: criterion.code,
        verdict: spared ? 'notApplicable' : failed ? 'failed' : 'passed',
      });
      if (failed && !spared) {
        const fields = problemOf(store, criterion, '档案室');
        saveReviewFinding(store, actor, { id: review.id, criterion: criterion.code, fields });
        reviewPhotos.add(store, actor, { id: review.id, criterion: criterion.code, ...photo('档案页') });
      }
    }
    submitReview(store, actor, review.id);
  }
  return draws.length;
}

/** Requests of a quarter: most answered in time, a few late, fewer never. */
function request(store: Store, quarter: Quarter, agent: Quarter['agents'][number], actor: Actor): void {
  const { chance, start, zone } = quarter;
  const asked = startOfDay(addDays(start, chance.below(FIRST_DAYS)), zone) + (9 * 60 + chance.below(480)) * 60_000;
  const within = (hours: number): number =>
    asked + (chance.next() < agent.skill ? chance.below(hours * 50) : hours * 60 + chance.below(900)) * 60_000;
  const answered = chance.next() < 0.96;
  const replied = within(24);
  saveRequest(store, actor, {
    ...{ id: null, revision: null, reason: null },
    fields: {
      agentId: agent.id,
      number: '',
      kind: chance.pick(KINDS),
      channel: chance.pick(CHANNELS),
      client: chance.pick(CLIENTS),
      content: '',
      askedAt: new Date(asked).toISOString(),
      repliedAt: answered ? new Date(replied).toISOString() : null,
      solvedAt: answered ? new Date(Math.max(replied, within(48))).toISOString() : null,
      outcome: answered ? 'solved' : null,
    },
  });
}

function visit(store: Store, quarter: Quarter, agent: Quarter['agents'][number], actor: Actor): void {
  const { chance, start } = quarter;
  const dueOn = addDays(start, 10 + chance.below(FIRST_DAYS - 10));
  const made = chance.next();
  saveVisit(store, actor, {
    ...{ id: null, revision: null, reason: null },
    fields: {
      agentId: agent.id,
      number: '',
      channel: chance.pick(CHANNELS),
      client: chance.pick(CLIENTS),
      note: '',
      dueOn,
      madeOn: made < agent.skill + 0.1 ? addDays(dueOn, -chance.below(5)) : made < 0.95 ? addDays(dueOn, 3) : null,
    },
  });
}

/** Praise or a suggestion, answered the next day; the manager confirms some of the praise. */
function hear(store: Store, quarter: Quarter, agent: Quarter['agents'][number], actor: Actor): void {
  const { chance, start, zone, manager } = quarter;
  const day = addDays(start, chance.below(FIRST_DAYS - 2));
  const praise = chance.next() < 0.6;
  const { id } = addFeedback(store, actor, {
    agentId: agent.id,
    day,
    kind: praise ? 'praise' : 'suggestion',
    class: praise ? 'attitude' : 'process',
    channel: chance.pick(CHANNELS),
    client: chance.pick(CLIENTS),
    content: praise ? chance.pick(PRAISES) : chance.pick(SUGGESTIONS),
    ownerId: actor.userId,
    dueOn: null,
  });
  const seen = () => ({ id, revision: getFeedback(store.read, id).revision });
  const answeredAt = new Date(startOfDay(addDays(day, 1), zone) + 10 * HOUR).toISOString();
  answerFeedback(store, actor, { ...seen(), answer: '已向客户致谢并说明后续安排', answeredAt });
  if (praise && chance.next() < 0.7) confirmPraise(store, manager, seen());
  closeFeedback(store, actor, seen());
}

/** One patrol over a few agents of the branch. */
function patrol(store: Store, quarter: Quarter, actor: Actor): void {
  const { chance, agents, advance } = quarter;
  const { criteria } = checksInForce(store.read, 'patrol');
  const seen = agents.slice(0, 6);
  const { id } = startPatrol(store, actor, {
    place: '营业厅',
    at: null,
    agentIds: seen.map((agent) => agent.id),
    criteria: criteria.map(({ code }) => code),
  });
  for (const agent of seen) {
    for (const criterion of criteria) {
      advance(4_000);
      const failed = !criterion.redLine && chance.next() > agent.skill + 0.15;
      const at = { id, agentId: agent.id, criterion: criterion.code };
      giveCell(store, actor, { ...at, verdict: failed ? 'failed' : 'passed' });
      if (!failed) continue;
      savePatrolFinding(store, actor, { ...at, fields: problemOf(store, criterion, '营业厅') });
      patrolPhotos.add(store, actor, { ...at, ...photo('营业厅现场') });
    }
  }
  submitPatrol(store, actor, id);
}

/** Collects a quarter's evidence beside the observations; the clock stands near the quarter's end. */
export function collectQuarter(store: Store, quarter: Quarter): Collected {
  const { agents, chance, supervisors } = quarter;
  const collected: Collected = { surveys: 0, reviews: 0, requests: 0, visits: 0, feedback: 0 };
  const papers: Paper[] = [];
  for (const [index, agent] of agents.entries()) {
    const actor = supervisors[index % supervisors.length]!;
    const times = (most: number, work: () => void): number => {
      const count = index % 13 === 12 ? 0 : chance.below(most + 1);
      for (let n = 0; n < count; n += 1) work();
      return count;
    };
    collected.surveys += times(5, () => {
      const paper = survey(store, quarter, agent, actor);
      if (paper) papers.push(paper);
    });
    collected.requests += times(6, () => request(store, quarter, agent, actor));
    collected.visits += times(4, () => visit(store, quarter, agent, actor));
    collected.feedback += chance.next() < 0.35 ? times(2, () => hear(store, quarter, agent, actor)) : 0;
    if (index % 3 === 0) collected.reviews += reviewRecords(store, quarter, agent, actor);
  }
  patrol(store, quarter, supervisors[0]!);
  const [lowest] = papers.toSorted((a, b) => a.mean - b.mean);
  if (lowest) lookInto(store, supervisors[0]!, lowest, quarter.zone);
  return collected;
}
