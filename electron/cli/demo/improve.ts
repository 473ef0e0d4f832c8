// Supervision and improvement in the demo: departments, a quarter's issued report, and improvement measures in every state (4.3,
// 6.5, chapter 8).
import type { Actor } from '../../../shared/contract/account.ts';
import type { Figure, ImprovementKind, Problem } from '../../../shared/contract/improvement.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { lessIsBetter, spanBefore } from '../../../shared/domain/improvement/figure.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/domain/time.ts';
import type { Console } from '../../console.ts';
import {
  dropImprovement,
  evaluateImprovement,
  finishImprovement,
  measuringAfter,
  measuringBefore,
  proposeImprovement,
  reviewOf,
  startImprovement,
} from '../../features/improvement/moves.ts';
import { improvementById } from '../../features/improvement/rows.ts';
import { supervisionOfPeriod } from '../../features/supervision/figures.ts';
import { setDepartment } from '../../features/supervision/members.ts';
import { figuresWanted, issueReport, openReport, saveTexts } from '../../features/supervision/reports.ts';
import { finish } from '../../tasks/run.ts';
import type { Agenda } from './agenda.ts';

const HOUR = 3_600_000;

export interface Improving {
  readonly console: Console;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly branchId: string;
  readonly supervisors: readonly Actor[];
  readonly manager: Actor;
}

/** Days that are compared before and after. */
const COMPARED = 30;

interface Measure {
  readonly title: string;
  readonly kind: ImprovementKind;
  /** Null: the failing rate of the criterion that failed most often. */
  readonly figure: Figure | null;
  /** What is to be gained on what was measured before. */
  readonly gain: number;
  readonly cause: string;
  readonly measure: string;
  /** The class of findings against which it is meant, null for none, or the criterion that failed most often. */
  readonly against: ProblemClass | 'criterion' | null;
  readonly until: 'proposed' | 'underway' | 'done' | 'evaluated' | 'dropped';
}

const MEASURES: readonly Measure[] = [
  {
    ...{ title: '等待期与免责条款说明卡', kind: 'standard', until: 'evaluated', gain: 3, against: 'content' },
    figure: { kind: 'indicator', indicator: 'content' },
    ...{ cause: '说明没有统一的顺序', measure: '面谈时逐项勾画说明卡，由客户留存' },
  },
  {
    ...{ title: '二十四小时答复值班表', kind: 'system', until: 'done', gain: 8, against: null },
    ...{ figure: { kind: 'reply24' }, cause: '周末无人查看留言', measure: '排班并每日两次清点' },
  },
  {
    ...{ title: '倾听与确认示范课', kind: 'training', until: 'underway', gain: 4, against: 'communication' },
    ...{ figure: { kind: 'csi' }, cause: '新人占比高', measure: '每周一次示范，两人一组演练' },
  },
  {
    ...{ title: '回访清单并入交接表', kind: 'process', until: 'proposed', gain: 5, against: null },
    ...{ figure: { kind: 'visit' }, cause: '人员调动时回访遗漏', measure: '交接表增加回访一栏' },
  },
  {
    ...{ title: '接待区取号机', kind: 'process', until: 'dropped', gain: 2, against: null },
    ...{ figure: { kind: 'composite' }, cause: '等候时间长', measure: '添置取号机' },
  },
  {
    ...{ title: '高频检查项晨会点评', kind: 'training', until: 'evaluated', gain: 5, against: 'criterion' },
    ...{ figure: null, cause: '同一检查项在多名人员身上重复出现', measure: '晨会逐项点评，主管现场示范' },
  },
];

export function setDepartments({ console: { store }, manager, supervisors }: Improving, fromDay: string): void {
  const of = (actor: Actor, department: 'customerService' | 'compliance') =>
    setDepartment(store, manager, { userId: actor.userId, department, fromDay });
  for (const actor of supervisors) of(actor, 'customerService');
  of(manager, 'compliance');
}

/** Proposed from the problems of the quarter before, with a target beyond what was measured; begun at once, judged at the end. */
export function planImprovements(here: Improving, start: string): void {
  const { agenda, zone, supervisors } = here;
  const at = (after: number): number => startOfDay(addDays(start, after), zone) + 11 * HOUR;
  MEASURES.forEach((wanted, index) => {
    const owner = supervisors[index % supervisors.length]!;
    agenda.put(at(2 + index), async () => {
      const id = await propose(here, wanted, owner, start);
      await course(here, id, wanted.until, { owner, at });
    });
  });
}

async function propose(here: Improving, wanted: Measure, owner: Actor, start: string): Promise<string> {
  const { store, run } = here.console;
  const { branchId, zone: timeZone } = here;
  const asked = { file: store.file, branchId, timeZone, now: store.clock() };
  const before = { kind: 'quarter' as const, start: addDays(start, -91), end: start };
  const { title, kind, cause, measure, gain, against } = wanted;
  const problems = against === null ? [] : await finish(run('improvement.problems', { ...asked, period: before }));
  const found = problems.find((one) =>
    against === 'criterion'
      ? one.kind === against && one.source !== null
      : one.kind === 'class' && one.code === against,
  );
  const figure =
    wanted.figure ?? (found?.source ? { kind: 'failing' as const, source: found.source, criterion: found.code } : null);
  if (figure === null) throw new Error('no criterion failed in the quarter before');
  const span = spanBefore(dayOf(store.clock(), timeZone), COMPARED);
  const { value } = await finish(run('improvement.measure', { ...asked, figure, span }));
  const target = Math.min(98, Math.max(1, Math.round(value ?? 80) + (lessIsBetter(figure) ? -gain : gain)));
  const problem: Problem | null = found
    ? { kind: found.kind, code: found.code, records: found.records, agents: found.agents, period: before }
    : null;
  const said = { title, kind, cause, measure, figure, target, problem };
  const deadline = addDays(start, 100);
  return proposeImprovement(store, owner, { ...said, branchId, ownerId: owner.userId, deadline, days: COMPARED }).id;
}

async function course(
  here: Improving,
  id: string,
  until: Measure['until'],
  { owner, at }: { readonly owner: Actor; readonly at: (after: number) => number },
): Promise<void> {
  const {
    console: { store, run },
    agenda,
    manager,
  } = here;
  if (until === 'proposed') return;
  if (until === 'dropped') {
    dropImprovement(store, owner, { id, reason: '与网点改造合并' });
    return;
  }
  const before = await finish(run('improvement.measure', measuringBefore(store, owner, id)));
  startImprovement(store, owner, id, before);
  if (until === 'underway') return;
  agenda.put(at(45), () => finishImprovement(store, owner, { id, result: '已在两个团队执行，检查三次' }));
  if (until !== 'evaluated') return;
  agenda.put(at(80), async () => {
    const after = await finish(run('improvement.measure', measuringAfter(store, id)));
    const { suggested } = reviewOf(improvementById(store.read, id), after);
    const verdict = suggested ?? 'partly';
    evaluateImprovement(store, manager, { id, verdict, reason: '按前后数值认定', seen: after }, after);
  });
}

/** The quarter's report, issued some days after its end. */
export function planReport(here: Improving, start: string, issuedOn: string): void {
  const {
    console: { store },
    agenda,
    zone,
    branchId,
    manager,
  } = here;
  agenda.put(startOfDay(issuedOn, zone) + 15 * HOUR, () => {
    const { id } = openReport(store, manager, { branchId, kind: 'quarter', start });
    saveTexts(store, manager, {
      id,
      texts: {
        summary: `截至 ${dayOf(store.clock(), zone)}，监督以现场观察为主，说明类问题最多。`,
        nextSteps: '推行说明卡，下季度复看同类检查项；逾期整改由负责人逐项督办。',
      },
    });
    issueReport(store, manager, { id, reason: null }, supervisionOfPeriod(store.read, figuresWanted(store, id)));
  });
}
