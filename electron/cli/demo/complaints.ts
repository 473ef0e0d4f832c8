// Complaints of the demo's branch in every state, through the use cases that the screens call (chapter 6): in time and late,
// one sent back by the joint review, one withdrawn, one joined to another, one of many people with a paused clock.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ComplaintFields } from '../../../shared/contract/complaint.ts';
import type { LetterParts } from '../../../shared/contract/complaintRecord.ts';
import {
  INQUIRY_DEPARTMENTS,
  MEASURES_OF,
  REVIEW_DEPARTMENTS,
  type ComplaintState,
  type Conclusion,
  type RootCause,
} from '../../../shared/contract/complaintWords.ts';
import { dayOf, startOfDay, addDays } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import {
  addInquiry,
  addVisit,
  answerReexamination,
  askReexamination,
  giveVerdict,
} from '../../features/complaint/acts.ts';
import { addReference } from '../../features/complaint/files.ts';
import { addNotice, withdrawComplaint } from '../../features/complaint/proof.ts';
import { complaintRecord, possibleHandlers } from '../../features/complaint/record.ts';
import { registerComplaint } from '../../features/complaint/register.ts';
import {
  acceptComplaint,
  answerComplaint,
  archiveComplaint,
  classifyComplaint,
  handleComplaint,
  investigateComplaint,
  reviewComplaint,
  newFactsOfComplaint,
  saveLetter,
  sendBackComplaint,
} from '../../features/complaint/steps.ts';
import { markComplex, pauseClock } from '../../features/complaint/terms.ts';
import type { Agenda } from './agenda.ts';
import { rectifyComplaint } from './rectify.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Complaining {
  readonly store: Store;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly supervisors: readonly Actor[];
  readonly manager: Actor;
}

type Matter = Pick<ComplaintFields, 'category' | 'subclass' | 'channel' | 'content'> & { readonly cause: RootCause };

const MATTERS: readonly Matter[] = [
  {
    ...{ category: 'quality', subclass: 'efficiency', channel: 'phone', cause: 'process' },
    content: '保全变更提交两周没有结果，期间无人回电。',
  },
  {
    ...{ category: 'content', subclass: null, channel: 'onSite', cause: 'knowledge' },
    content: '投保时没有讲清等待期，理赔时才知道不在保障期内。',
  },
  {
    ...{ category: 'attitude', subclass: null, channel: 'online', cause: 'attitude' },
    content: '上门服务时多次打断客户，语气不耐烦。',
  },
  {
    ...{ category: 'process', subclass: null, channel: 'mail', cause: 'system' },
    content: '同一份资料被要求提交三次，每次的要求都不一样。',
  },
  {
    ...{ category: 'quality', subclass: 'professionalism', channel: 'phone', cause: 'knowledge' },
    content: '对退保损失的说明前后不一致。',
  },
];
const NAMES = ['周先生', '钱女士', '孙先生', '冯女士', '陈先生', '褚女士', '卫先生', '蒋女士'] as const;

const LETTER: LetterParts = {
  verified: '经查阅业务记录并与当事双方分别核对，所述经过已经查清。',
  basis: '依据合同条款、服务承诺与本公司服务标准作出判断。',
  remedies: '由专人重新办理并说明，因延误产生的手续费予以退还。',
  reexamination: '对本答复有异议的，可自收到之日起三十日内向上级机构申请核查，联系方式见回执。',
  measures: '重新办理，书面说明条款要点。',
  time: '五个工作日内办结。',
  owner: '客户服务部门负责人',
  followUp: '一个月后回访。',
};

/** Of the three departments of the joint review; none of them has an account. */
const REVIEWERS = ['客服部 孟洁', '业务管理部 石岩', '审计部 邵宁'] as const;

export interface DemoCase {
  readonly agentId: string;
  /** First day of the quarter plus so many days is the day of receipt. */
  readonly start: string;
  readonly after: number;
  readonly matter: number;
  readonly until: ComplaintState | 'withdrawn';
  readonly conclusion?: Conclusion;
  readonly people?: number;
  readonly sentBack?: boolean;
  /** Days more than usual before it is handled, so that limits are missed. */
  readonly slow?: number;
  readonly paused?: boolean;
  readonly reexamined?: boolean;
  /** The complainant brings new facts after the answer, and the case is handled again. */
  readonly newFacts?: boolean;
  /** Once decided for good, its finding is rectified. */
  readonly rectified?: boolean;
  /** Joined to the case put down before this one. */
  readonly joins?: boolean;
}

/** Puts the cases down on the agenda; each step follows the one before after the hours that it takes. */
export function planComplaints(here: Complaining, cases: readonly DemoCase[]): void {
  let last: string | null = null;
  for (const [index, one] of cases.entries()) {
    const at = startOfDay(addDays(one.start, one.after), here.zone) + 9 * HOUR + (index % 6) * 40 * 60_000;
    here.agenda.put(at, () => {
      const joinToId = one.joins ? last : null;
      const id = register(here, one, index, joinToId);
      last = id;
      if (joinToId === null) new Course(here, one, id).begin();
    });
  }
}

function register({ store, supervisors }: Complaining, one: DemoCase, index: number, joinToId: string | null) {
  const { category, subclass, channel, content } = MATTERS[one.matter % MATTERS.length]!;
  const matter = { category, subclass, channel, content };
  const name = NAMES[index % NAMES.length]!;
  const people = Array.from({ length: one.people ?? 1 }, (_person, n) => ({
    name: n === 0 ? name : `${name.slice(0, 1)}家联名客户${n}`,
    contact: n === 0 ? `1390000${String(1_000 + index * 7).padStart(4, '0')}` : '',
  }));
  // Somebody who came to the counter was heard before it was written down.
  const receivedAt = new Date(store.clock() - 20 * 60_000).toISOString();
  return registerComplaint(store, supervisors[index % supervisors.length]!, {
    ...{ ...matter, receivedAt, people, agentId: one.agentId, branchId: null, subjectIds: [], joinToId },
  }).id;
}

/** The way of one case. */
class Course {
  private readonly here: Complaining;
  private readonly one: DemoCase;
  private readonly id: string;
  private readonly handler: Actor;

  constructor(here: Complaining, one: DemoCase, id: string) {
    this.here = here;
    this.one = one;
    this.id = id;
    const free = possibleHandlers(here.store.read, id).filter(({ refused }) => refused === null);
    const fit = here.supervisors.find(({ userId }) => free.some((person) => person.id === userId));
    if (!fit) throw new Error(`no supervisor may handle ${id}`);
    this.handler = fit;
  }

  private get seen() {
    const { revision } = complaintRecord(this.here.store, this.handler, this.id);
    return { id: this.id, revision };
  }

  private after(hours: number, act: () => void): void {
    const { agenda, store } = this.here;
    agenda.put(store.clock() + hours * HOUR, act);
  }

  private goesOn(reached: ComplaintState): boolean {
    return this.one.until !== reached;
  }

  begin(): void {
    if (!this.goesOn('received')) return;
    const { store } = this.here;
    this.after(3, () => {
      acceptComplaint(store, this.handler, { ...this.seen, handlerId: this.handler.userId });
      if (this.one.until === 'withdrawn') this.after(30, () => this.withdraw());
      else if (this.goesOn('accepted')) this.after(2, () => this.classify());
    });
  }

  private withdraw(): void {
    const { store } = this.here;
    const at = new Date(store.clock()).toISOString();
    const proof = { way: 'inPerson' as const, at, proof: '本人签字的撤诉书，编号 CS-07', fileId: null };
    withdrawComplaint(store, this.handler, { ...this.seen, ...proof });
  }

  private classify(): void {
    const { store } = this.here;
    const { category, subclass } = MATTERS[this.one.matter % MATTERS.length]!;
    const named = { category, subclass, agentId: this.one.agentId, branchId: null };
    classifyComplaint(store, this.handler, { ...this.seen, ...named, element: 'service' });
    if (this.one.people) this.complicate();
    if (this.goesOn('classified')) this.after(20, () => this.investigate());
  }

  private complicate(): void {
    const { store, manager, zone } = this.here;
    markComplex(store, manager, { ...this.seen, reason: '人数众多，需逐一核对' });
    if (!this.one.paused) return;
    const from = dayOf(store.clock(), zone);
    pauseClock(store, this.handler, { ...this.seen, kind: 'appraisal', from, reason: '回执签名送鉴定' });
  }

  private investigate(): void {
    const { store } = this.here;
    const { file, ...noted } = addReference(store, this.handler, {
      ...this.seen,
      caption: '通话录音编号 T-2026-118，已由客服复听，内容与投诉一致',
    });
    let seen: { id: string; revision: number } = noted;
    for (const [index, department] of INQUIRY_DEPARTMENTS.entries())
      seen = addInquiry(store, this.handler, {
        ...seen,
        ...{ department, method: (['interview', 'documents', 'onSite'] as const)[index]!, fileIds: [file.id] },
        ...{ at: new Date(store.clock()).toISOString(), by: ['客服专员', '团队经理', '内审员'][index]!, byId: null },
        finding: ['与客户通话核对经过', '业务系统留痕与陈述相符', '现场抽查未见其他客户受影响'][index]!,
      });
    this.after(24, () => {
      const { cause } = MATTERS[this.one.matter % MATTERS.length]!;
      investigateComplaint(store, this.handler, { ...this.seen, findings: '经过查清，责任明确。', cause });
      if (this.goesOn('investigated')) this.after(24 * (1 + (this.one.slow ?? 0)), () => this.handle());
    });
  }

  private handle(): void {
    const { store, zone } = this.here;
    const { category } = MATTERS[this.one.matter % MATTERS.length]!;
    const conclusion = this.one.conclusion ?? 'minor';
    const dueOn = dayOf(store.clock() + 5 * DAY, zone);
    const measures =
      conclusion === 'notUpheld'
        ? []
        : [{ kind: MEASURES_OF[category][0]!, words: '专人重新办理并说明', owner: '客户服务部门负责人', dueOn }];
    handleComplaint(store, this.handler, { ...this.seen, conclusion, basis: '服务标准与合同条款', measures });
    if (this.goesOn('handled')) this.after(20, () => this.answer());
  }

  private answer(): void {
    const { store } = this.here;
    saveLetter(store, this.handler, { ...this.seen, letter: LETTER });
    answerComplaint(store, this.handler, this.seen);
    if (!this.goesOn('answered')) return;
    this.after(4, () => this.notify('answer'));
    if (this.one.newFacts === true && complaintRecord(store, this.handler, this.id).round === 1) {
      this.after(30, () => this.bringFacts());
      return;
    }
    this.after(72, () => this.review());
  }

  private bringFacts(): void {
    const { store } = this.here;
    const at = new Date(store.clock()).toISOString();
    newFactsOfComplaint(store, this.handler, { ...this.seen, at, reason: '投诉人补交退保试算单原件，与说明不一致' });
    this.after(30, () => this.investigate());
  }

  private notify(kind: 'answer' | 'review'): void {
    const { store } = this.here;
    const { people } = complaintRecord(store, this.handler, this.id);
    for (const complaintId of new Set(people.map((person) => person.complaintId)))
      addNotice(store, this.handler, {
        ...this.seen,
        ...{ kind, complaintId, way: 'registeredMail', at: new Date(store.clock()).toISOString() },
        ...{ proof: '挂号信回执', fileId: null },
      });
  }

  private review(): void {
    const { store, manager } = this.here;
    const { round } = complaintRecord(store, manager, this.id);
    const against = this.one.sentBack === true && round === 1;
    for (const [index, department] of REVIEW_DEPARTMENTS.entries()) {
      const reasonable = !(against && department === 'audit');
      giveVerdict(store, manager, {
        ...this.seen,
        ...{ department, byId: null, by: REVIEWERS[index]!, reasonable, byRules: true, rightsKept: true },
        remark: reasonable ? '' : '补救与客户的损失不相称',
      });
    }
    if (against) {
      sendBackComplaint(store, manager, { ...this.seen, reason: '补救与客户的损失不相称，请重新处理' });
      this.after(30, () => this.handle());
      return;
    }
    reviewComplaint(store, manager, { ...this.seen, remark: '结果合理，程序合规，客户权益得到保障' });
    if (this.one.rectified) {
      const { agentId } = this.one;
      const [first] = complaintRecord(store, manager, this.id).people;
      const description = `${first?.name ?? ''}反映说明不完整，经联合调查属实`;
      rectifyComplaint(this.here, { complaintId: this.id, agentId, description });
    }
    if (this.goesOn('reviewed')) this.after(26, () => this.archive());
  }

  private archive(): void {
    const { store } = this.here;
    this.notify('review');
    archiveComplaint(store, this.handler, this.seen);
    this.after(48, () =>
      addVisit(store, this.handler, {
        ...{ ...this.seen, at: new Date(store.clock()).toISOString(), way: 'phone' },
        ...{ satisfaction: this.one.conclusion === 'notUpheld' ? 3 : 4, words: '对处理过程没有异议' },
      }),
    );
    if (this.one.reexamined) this.after(72, () => this.reexamine());
  }

  private reexamine(): void {
    const { store, manager, zone } = this.here;
    const today = dayOf(store.clock(), zone);
    const asked = { askedOn: today, way: 'mail' as const, grounds: '认为等待期的说明不应由客户举证' };
    askReexamination(store, this.handler, { ...this.seen, ...asked });
    this.after(24 * 9, () => {
      const { reexaminations } = complaintRecord(store, manager, this.id);
      answerReexamination(store, manager, {
        ...{ ...this.seen, reexaminationId: reexaminations.at(-1)!.id, outcome: 'kept', conclusion: null },
        ...{ words: '原处理决定有据，予以维持', answeredOn: dayOf(store.clock(), zone) },
        ...{ noticeWay: 'registeredMail', proof: '挂号信回执' },
      });
    });
  }
}
