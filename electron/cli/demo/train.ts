// Training in the demo: seven courses, hours of the agents with the four assessments, feedback, plans that were done, are open or
// were given up (chapter 7).
import type { Actor } from '../../../shared/contract/account.ts';
import { TRAINING_CONTENTS, TRAINING_FORMS, type TrainingContent } from '../../../shared/contract/trainingWords.ts';
import { addDays, startOfDay } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { saveCourse } from '../../features/training/courses.ts';
import { addFeedback } from '../../features/training/feedback.ts';
import { cancelPlan, listPlans, planTraining } from '../../features/training/plans.ts';
import { saveTraining } from '../../features/training/records.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './random.ts';

const HOUR = 3_600_000;
const TITLES: Readonly<Record<TrainingContent, string>> = {
  insurance: '保险原理与合同基础',
  service: '服务理念与五步法',
  product: '在售产品条款要点',
  communication: '倾听、说明与确认',
  risk: '客户风险评估',
  complaint: '投诉应对与记录',
  ethics: '职业道德与红线',
};
const TRAINERS = ['梁老师', '外聘讲师'] as const;
const COMMENTS = ['', '', '案例贴近工作', '希望多一些演练'] as const;
/** Days of the quarter on which a course is given. */
const GIVEN_ON = [12, 33, 61] as const;

export interface Training {
  readonly store: Store;
  readonly agenda: Agenda;
  readonly zone: string;
  readonly supervisors: readonly Actor[];
  readonly agentIds: readonly string[];
  readonly chance: Chance;
}

interface Course {
  readonly id: string;
  readonly content: TrainingContent;
  readonly form: (typeof TRAINING_FORMS)[number];
  readonly hours: number;
}

/** The courses are there from the demo's first day. */
export const addCourses = (store: Store, actor: Actor): Course[] =>
  TRAINING_CONTENTS.map((content, index) => {
    const form = TRAINING_FORMS[index % TRAINING_FORMS.length]!;
    const hours = [4, 3, 3.5, 3, 2, 3, 2][index]!;
    const fields = {
      title: TITLES[content],
      content,
      form,
      hours,
      trainer: TRAINERS[index % 2]!,
      material: '',
      note: '',
    };
    return { id: saveCourse(store, actor, { id: null, version: null, reason: null, fields }).id, content, form, hours };
  });

/** Each agent takes most of the quarter's courses; a few take none and fall behind the 20 hours. */
export function trainQuarter(here: Training, courses: readonly Course[], start: string, first: number): void {
  const { store, agenda, zone, supervisors, agentIds, chance } = here;
  GIVEN_ON.forEach((after, turn) => {
    const day = addDays(start, after);
    const course = courses[(first + turn) % courses.length]!;
    // Some are asked for it before: what they are trained in then settles the plan.
    agenda.put(startOfDay(addDays(day, -9), zone) + 10 * HOUR, () => {
      planTraining(store, supervisors[0]!, {
        ...{ agentIds: agentIds.filter((_id, index) => index % 13 !== 12 && index % 9 === turn) },
        ...{ courseId: course.id, content: course.content, hours: course.hours, dueOn: addDays(day, 20) },
        why: { reason: 'other', criteria: [], sourceId: null, words: '季度安排' },
      });
    });
    agenda.put(startOfDay(day, zone) + 18 * HOUR, () => {
      const actor = supervisors[turn % supervisors.length]!;
      const there = agentIds.filter((_id, index) => index % 13 !== 12 && chance.next() < 0.85);
      for (const [index, agentId] of there.entries()) {
        record(here, actor, course, { agentId, day });
        if (index % 5 === 0) answer(store, actor, chance, { courseId: course.id, agentId, day });
      }
    });
  });
}

function record(
  { store, chance }: Training,
  actor: Actor,
  course: Course,
  { agentId, day }: { agentId: string; day: string },
) {
  const percent = (): string => `${60 + chance.below(40)}%`;
  saveTraining(store, actor, {
    ...{ id: null, revision: null, reason: null, planId: null },
    fields: {
      ...{ agentId, day, hours: course.hours, courseId: course.id, title: TITLES[course.content] },
      ...{ content: course.content, form: course.form, trainer: chance.pick(TRAINERS), note: '' },
      theory: percent(),
      practical: `${30 + chance.below(20)}/50`,
      conduct: chance.pick(['excellent', 'good', 'good', 'pass'] as const),
      satisfaction: chance.next() < 0.4 ? percent() : null,
    },
  });
}

function answer(
  store: Store,
  actor: Actor,
  chance: Chance,
  of: { courseId: string; agentId: string; day: string },
): void {
  const likert = (): number => 3 + chance.below(3);
  const given = { useful: likert(), clear: likert(), applicable: likert(), comment: chance.pick(COMMENTS) };
  addFeedback(store, actor, { ...of, version: 1, ...given });
}

/** Plans that are left open when somebody looks, one of them given up. */
export function leavePlans(
  { store, supervisors, agentIds }: Training,
  courses: readonly Course[],
  dueOn: string,
): void {
  const [actor] = supervisors;
  const behind = agentIds.filter((_id, index) => index % 13 === 12);
  const course = courses.find(({ content }) => content === 'product')!;
  planTraining(store, actor!, {
    ...{ agentIds: behind, courseId: course.id, content: course.content, hours: course.hours, dueOn },
    why: { reason: 'shortfall', criteria: [], sourceId: null, words: '学时落后于进度' },
  });
  const [given] = listPlans(store.read, behind[0] ?? null, dueOn);
  if (given) cancelPlan(store, actor!, { id: given.id, revision: given.revision, reason: '改为参加下月的同名课程' });
}
