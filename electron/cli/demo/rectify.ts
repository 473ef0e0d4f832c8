// Rectifications of the demo in every state, planned from the ledger's open findings through the use cases that the screens
// call (4.4): in time, sent back, extended, overdue, withdrawn, closed with their effect and their telling.
import type { Actor } from '../../../shared/contract/account.ts';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { TOLD, type CauseCategory } from '../../../shared/contract/rectification.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { openFindings } from '../../features/findings/ledger.ts';
import { markNoNeed } from '../../features/findings/marks.ts';
import { addFinding } from '../../features/findings/recorded.ts';
import { confirmEffect, effectView } from '../../features/rectification/effect.ts';
import {
  closeRectification,
  sendBackRectification,
  submitRectification,
  tellResult,
  verifyRectification,
  withdrawRectification,
} from '../../features/rectification/outcome.ts';
import { planRectification, startRectification } from '../../features/rectification/plan.ts';
import { addCheck, askExtension, decideExtension } from '../../features/rectification/tracking.ts';
import type { Agenda } from './agenda.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Rectifying {
  readonly store: Store;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly supervisors: readonly Actor[];
  readonly manager: Actor;
}

/** How far one goes. */
const COURSES = [
  ...(['closed', 'closed', 'verified', 'sentBack', 'overdue'] as const),
  ...(['closed', 'extended', 'submitted', 'withdrawn', 'planned'] as const),
];
type Course = (typeof COURSES)[number];

const CAUSES: readonly { categories: CauseCategory[]; root: string; whys: string[]; measures: string }[] = [
  {
    ...{ categories: ['training'], root: '新条款上线后没有组织学习', measures: '补课一次，随后抽查两次服务' },
    whys: ['没有讲到等待期', '不熟悉新条款', '上线时没有培训'],
  },
  {
    ...{ categories: ['process'], root: '交接清单里没有这一项', measures: '修订交接清单，团队经理每周核对' },
    whys: ['回访没有做', '交接时漏掉', '清单没有列出'],
  },
  {
    ...{ categories: ['person', 'environment'], root: '同时接待两位客户', measures: '预约错开，接待前确认时间' },
    whys: ['打断了客户', '赶时间', '预约时间重叠'],
  },
];
const DEADLINE_DAYS = 14;

/** On a day: some open findings are planned for, one needs none, one is entered by hand. */
export function planRectifications(here: Rectifying, day: string, count: number): void {
  const { agenda, zone } = here;
  agenda.put(startOfDay(day, zone) + 16 * HOUR, () => {
    const { store, supervisors, manager } = here;
    const open = openFindings(store.read, null);
    // One cause of an agent at a time.
    const byCause = [...Map.groupBy(open, ({ agentId }) => agentId).values()].map((own) =>
      own.filter(({ criterion }) => criterion === own[0]!.criterion),
    );
    byCause.slice(0, count).forEach((findings, index) => {
      new Rectification(here, findings, COURSES[index % COURSES.length]!, index).begin();
    });
    const [needless, example] = byCause.slice(count);
    if (needless) markNoNeed(store, manager, { id: needless[0]!.id, reason: '当日系统停机，非人员原因' });
    if (example) recordByHand(store, supervisors[0]!, example[0]!);
  });
}

function recordByHand(store: Store, actor: Actor, { agentId, place }: FindingRow): void {
  addFinding(store, actor, {
    ...{ source: 'manual', sourceId: null, agentId, occurredAt: new Date(store.clock()).toISOString() },
    ...{ place: place || '营业厅', serviceContent: '柜面接待', description: '客户资料留在桌面无人看管' },
    ...{ scopeOfImpact: '三位客户的资料', class: 'process', criterion: null, clause: '2.4.3' },
    ...{ element: 'personalData', severity: 'ordinary' },
  });
}

class Rectification {
  private readonly here: Rectifying;
  private readonly course: Course;
  private readonly supervisor: Actor;
  private readonly index: number;
  private readonly id: string;

  constructor(here: Rectifying, findings: readonly FindingRow[], course: Course, index: number) {
    const { store, supervisors, zone } = here;
    this.here = here;
    this.course = course;
    this.index = index;
    this.supervisor = supervisors[index % supervisors.length]!;
    const { root, whys, categories, measures } = CAUSES[index % CAUSES.length]!;
    this.id = planRectification(store, this.supervisor, {
      ...{ title: titleOf(findings[0]!), owner: { kind: 'agent' }, cause: { categories, whys, root }, measures },
      ...{ requirements: '期限内完成，留下记录', checkEvery: 7, effectDays: 30, follows: null },
      findingIds: findings.map(({ id }) => id),
      deadline: addDays(dayOf(store.clock(), zone), DEADLINE_DAYS),
    }).id;
  }

  private after(days: number, act: () => void): void {
    const { agenda, store } = this.here;
    agenda.put(store.clock() + days * DAY, act);
  }

  private get today(): string {
    return dayOf(this.here.store.clock(), this.here.zone);
  }

  begin(): void {
    const { store } = this.here;
    const { id, supervisor } = this;
    if (this.course === 'planned') return;
    if (this.course === 'withdrawn') {
      const reason = '与另一项整改的原因相同，合并处理';
      this.after(1, () => withdrawRectification(store, supervisor, { id, reason }));
      return;
    }
    this.after(1, () => {
      startRectification(store, supervisor, { id });
      this.after(6, () => this.check());
    });
  }

  private check(): void {
    const { store, manager } = this.here;
    const { id, supervisor } = this;
    const slow = this.course === 'overdue' || this.course === 'extended';
    const said = slow
      ? { progress: 'slow' as const, note: '补课改期，进度落后' }
      : { progress: 'onTrack' as const, note: '已补课一次' };
    addCheck(store, supervisor, { id, day: this.today, ...said });
    if (this.course === 'overdue') return;
    if (this.course === 'extended') {
      const to = addDays(this.today, 21);
      askExtension(store, supervisor, { id, to, reason: '讲师出差，补课顺延' });
      this.after(1, () => decideExtension(store, manager, { id, granted: true, reason: '情况属实，不再延期' }));
      return;
    }
    this.after(4, () => this.submit());
  }

  private submit(): void {
    const { store, manager } = this.here;
    const { id, supervisor } = this;
    submitRectification(store, supervisor, { id, done: '补课完成，抽查两次均已讲到' });
    if (this.course === 'submitted') return;
    if (this.course === 'sentBack') {
      this.after(1, () => sendBackRectification(store, manager, { id, reason: '抽查记录只有一次，请补齐' }));
      return;
    }
    this.after(2, () => {
      const reference = `抽查记录 ZG-${String(this.index + 1).padStart(3, '0')}`;
      verifyRectification(store, manager, { id, fact: '抽查两次服务，均已按要求说明', reference });
      if (this.course === 'closed') this.after(31, () => this.close());
    });
  }

  private close(): void {
    const { store, manager } = this.here;
    const { id } = this;
    const { proposed } = effectView(store.read, id, store.clock());
    confirmEffect(store, manager, { id, effect: proposed, reason: '按前后得分与复发情况认定' });
    const at = new Date(store.clock()).toISOString();
    for (const to of TOLD)
      tellResult(store, manager, {
        ...{ id, to },
        told:
          to === 'client'
            ? { kind: 'notTold', why: '日常观察发现，没有涉及具体客户' }
            : { kind: 'told', at, way: to === 'agent' ? 'inPerson' : 'meeting' },
      });
    closeRectification(store, manager, { id, nextSteps: '下季度观察时复看同一检查项' });
  }
}

const titleOf = ({ criterion, criterionText, description }: FindingRow): string =>
  `${criterion ?? ''} ${criterionText?.zh ?? description}`.trim().slice(0, 60);
