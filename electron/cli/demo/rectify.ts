// Rectifications of the demo in every state, planned from the ledger's open findings through the use cases that the screens
// call (4.4): in time, sent back, extended, overdue, withdrawn, closed with their effect and their telling.
import type { Actor } from '../../../shared/contract/account.ts';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { TOLD, type CauseCategory } from '../../../shared/contract/rectification.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { findingsByIds, openFindings } from '../../features/findings/ledger.ts';
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

/** How far one goes. Those of earlier days have all ended; of the last some are left on every step. */
const ENDED = ['closed', 'closed', 'late', 'again', 'extended', 'verified', 'closed', 'withdrawn'] as const;
const LEFT = [
  ...(['verified', 'sentBack', 'overdue', 'extended', 'asking'] as const),
  ...(['refused', 'submitted', 'withdrawn', 'planned', 'begun'] as const),
] as const;
type Course = (typeof ENDED)[number] | (typeof LEFT)[number];
/** Behind at the first check. */
const SLOW: readonly Course[] = ['late', 'overdue', 'extended', 'asking', 'refused'];

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
export function planRectifications(here: Rectifying, day: string, how: 'ended' | 'left'): void {
  const { agenda, zone } = here;
  const courses: readonly Course[] = how === 'ended' ? ENDED : LEFT;
  agenda.put(startOfDay(day, zone) + 16 * HOUR, () => {
    const { store, supervisors, manager } = here;
    const open = openFindings(store.read, null);
    // One cause of an agent at a time.
    const byCause = [...Map.groupBy(open, ({ agentId }) => agentId).values()].map((own) =>
      own.filter(({ criterion }) => criterion === own[0]!.criterion),
    );
    const [needless, example, ...rest] = byCause;
    courses.forEach((course, index) => {
      const findings = rest[index];
      if (findings) new Rectification(here, findings, course, index).begin();
    });
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

/** A finding that a complaint led to, rectified until it is closed. */
export function rectifyComplaint(
  here: Rectifying,
  found: { complaintId: string; agentId: string; description: string },
): void {
  const { store, supervisors } = here;
  const { complaintId: sourceId, agentId, description } = found;
  const { id } = addFinding(store, supervisors[0]!, {
    ...{ source: 'complaint', sourceId, agentId, occurredAt: new Date(store.clock()).toISOString(), description },
    ...{ place: '客户家中', serviceContent: '投诉调查', scopeOfImpact: '投诉人', class: 'content' },
    ...{ criterion: '2.2.1-1', clause: null, element: 'service', severity: 'ordinary' },
  });
  new Rectification(here, findingsByIds(store.read, [id]), 'closed', 0).begin();
}

class Rectification {
  private readonly here: Rectifying;
  private readonly course: Course;
  private readonly supervisor: Actor;
  private readonly index: number;
  private readonly id: string;
  private returned = false;

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
      if (this.course !== 'begun') this.after(6, () => this.check());
    });
  }

  private check(): void {
    const { store, manager } = this.here;
    const { id, supervisor } = this;
    const said = SLOW.includes(this.course)
      ? { progress: 'slow' as const, note: '补课改期，进度落后' }
      : { progress: 'onTrack' as const, note: '已补课一次' };
    addCheck(store, supervisor, { id, day: this.today, ...said });
    const { course } = this;
    if (course === 'overdue') return;
    if (course === 'extended' || course === 'asking' || course === 'refused') {
      askExtension(store, supervisor, { id, to: addDays(this.today, 21), reason: '讲师出差，补课顺延' });
      if (course === 'asking') return;
      const granted = course === 'extended';
      const reason = granted ? '情况属实，不再延期' : '可由其他讲师代课，按原期限完成';
      this.after(1, () => decideExtension(store, manager, { id, granted, reason }));
    }
    // A late one comes some days after its deadline.
    this.after(course === 'late' ? 12 : 4, () => this.submit());
  }

  private submit(): void {
    const { store, manager } = this.here;
    const { id, supervisor } = this;
    submitRectification(store, supervisor, { id, done: '补课完成，抽查两次均已讲到' });
    if (this.course === 'submitted') return;
    if ((this.course === 'sentBack' || this.course === 'again') && !this.returned) {
      this.returned = true;
      this.after(1, () => {
        sendBackRectification(store, manager, { id, reason: '抽查记录只有一次，请补齐' });
        if (this.course === 'again') this.after(3, () => this.submit());
      });
      return;
    }
    this.after(2, () => {
      const reference = `抽查记录 ZG-${String(this.index + 1).padStart(3, '0')}`;
      verifyRectification(store, manager, { id, fact: '抽查两次服务，均已按要求说明', reference });
      // Those of the last day are not old enough for their effect.
      if (this.course !== 'verified' && this.course !== 'refused' && this.course !== 'extended')
        this.after(31, () => this.close());
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
