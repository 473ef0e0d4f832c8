// Rows of a workbook of trainings: what each cell means, and what they would do to the records that are kept. A cell that
// cannot be read with certainty keeps its row out; nothing is guessed.
import {
  TRAINING_COLUMNS,
  type TrainingContent,
  type TrainingField,
  type TrainingForm,
  type TrainingReason,
} from '../../contract/trainingWords.ts';
import type { RecordFields } from '../../contract/trainingRows.ts';
import { fold, hasLostDigits, read, refuse, textOf, type Read, type SheetCell, type SheetRow } from '../sheet/cell.ts';
import { readDay } from '../sheet/day.ts';
import type { Mapping } from '../sheet/header.ts';
import type { KeptPlanned, KeptRules, ReadRow } from '../sheet/keptPlan.ts';
import { rowReader } from '../sheet/rows.ts';
import { TRAINING_HEADERS } from './importHeaders.ts';
import { readMark } from './mark.ts';

export interface TrainingAgent {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** A course as the import knows it by its title. */
export interface KnownCourse {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly content: TrainingContent;
  readonly form: TrainingForm;
  readonly trainer: string;
}

export interface TrainingValues {
  readonly agent: TrainingAgent;
  readonly agentName: string;
  readonly day: string;
  readonly hours: number;
  readonly title: string;
  readonly content: TrainingContent;
  readonly form: TrainingForm;
  readonly trainer: string;
  readonly theory: string;
  readonly practical: string;
  readonly conduct: string;
  readonly satisfaction: string;
  readonly note: string;
}

export type ReadTraining = ReadRow<TrainingValues, TrainingField, TrainingReason>;
export type PlannedTraining = KeptPlanned<RecordFields, TrainingValues, TrainingField, TrainingReason>;

type Field<Value> = Read<Value, TrainingReason>;

const words =
  (longest: number) =>
  (cell: SheetCell): Field<string> => {
    const text = textOf(cell);
    return text.length > longest ? refuse('textTooLong') : read(text);
  };

/** Words as they were typed, full-width marks and all; only odd spaces and invisible marks are out. */
const typed =
  (longest: number) =>
  (cell: SheetCell): Field<string> => {
    if (cell.kind !== 'text') return words(longest)(cell);
    const text = cell.value
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/gu, ' ')
      .replace(/\p{Cc}/gu, '')
      .trim();
    return text.length > longest ? refuse('textTooLong') : read(text);
  };

const list = (text: string): readonly string[] => text.split(/\s+/);

const CONTENTS: Readonly<Record<TrainingContent, readonly string[]>> = {
  insurance: list('保险基础 保险基础知识 保险知识 基础知识 insurance insurancebasics basics'),
  service: list('服务理念 服务意识 服务 服务规范 service serviceconcept'),
  product: list('产品知识 产品 产品培训 product products productknowledge'),
  communication: list('沟通技巧 沟通 沟通能力 communication communicationskills'),
  risk: list('风险评估 风险 风险识别 risk riskassessment'),
  complaint: list('投诉处理 投诉 客户投诉处理 complaint complaints complainthandling'),
  ethics: list(
    '职业道德与合规 职业道德 合规 道德与合规 合规培训 法律法规 职业道德和合规 ethics compliance ethicsandcompliance',
  ),
};

const FORMS: Readonly<Record<TrainingForm, readonly string[]>> = {
  case: list('案例教学 案例 案例分析 案例研讨 case casestudy casestudies caseteaching'),
  simulation: list('情景模拟 模拟 模拟演练 情景演练 simulation simulations'),
  rolePlay: list('角色扮演 roleplay roleplaying'),
  lecture: list('讲授 讲座 授课 面授 集中授课 课堂 线下 lecture classroom onsite'),
  online: list('线上学习 线上 在线 网络 网课 在线学习 直播 online elearning webinar'),
};

function fromWords<Value extends string>(
  lists: Readonly<Record<Value, readonly string[]>>,
  reason: TrainingReason,
): (cell: SheetCell) => Field<Value> {
  const known = new Map<string, Value>(
    (Object.entries(lists) as [Value, readonly string[]][]).flatMap(([value, names]) =>
      names.map((name) => [name, value] as const),
    ),
  );
  const plain = (cell: SheetCell) =>
    textOf(cell)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return (cell) => {
    const value = known.get(plain(cell));
    return value === undefined ? refuse(reason) : read(value);
  };
}

/** Hours of one training: over 0, at most a day; 2.5, 2.5小时, 3学时. */
export function readHours(cell: SheetCell): Field<number> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const [, text] = /^(\d+(?:\.\d+)?)(?:个?小时|学时|课时|h|hours?)?$/i.exec(textOf(cell).replace(/\s/g, '')) ?? [];
  if (cell.kind === 'date' || text === undefined) return refuse('hoursUnreadable');
  const hours = Math.round(Number(text) * 100) / 100;
  return hours > 0 && hours <= 24 ? read(hours) : refuse('hoursOutOfRange');
}

export interface TrainingReading {
  readonly mapping: Mapping<TrainingField>;
  /** By employee number in capitals. */
  readonly agents: ReadonlyMap<string, TrainingAgent>;
  readonly today: string;
}

/** A reader for the rows below the header. */
export function trainingReader({
  mapping,
  agents,
  today,
}: TrainingReading): (row: SheetRow) => ReadTraining | 'blank' | 'ignored' {
  const take = rowReader<TrainingField, TrainingValues, TrainingReason>({
    mapping,
    headers: TRAINING_HEADERS,
    readers: {
      agent: (cell) => {
        if (hasLostDigits(cell)) return refuse('digitsLost');
        const agent = agents.get(textOf(cell).replace(/ /g, '').toUpperCase());
        return agent === undefined ? refuse('agentUnknown') : read(agent);
      },
      agentName: words(60),
      day: (cell) => readDay(cell, today),
      hours: readHours,
      title: typed(120),
      content: fromWords(CONTENTS, 'contentUnknown'),
      form: fromWords(FORMS, 'formUnknown'),
      trainer: typed(60),
      theory: readMark,
      practical: readMark,
      conduct: readMark,
      satisfaction: readMark,
      note: typed(500),
    },
    required: { agent: 'agentMissing', day: 'dayMissing', hours: 'hoursMissing', title: 'titleMissing' },
    personal: [],
    key: 'agent',
    holdsRecord: () => false,
    cellError: 'cellError',
  });
  return (row) => {
    const found = take(row);
    if (found.kind !== 'read') return found.kind;
    const { agent, agentName } = found.values;
    const plain = (name: string) => name.replace(/[\s·•.]/g, '');
    const rejections = [...found.rejections];
    // A number beside another person's name is a slip in one of the two.
    if (agent && agentName !== undefined && plain(agentName) !== plain(agent.name))
      rejections.push(found.reject('agentName', 'agentNameDiffers'));
    return { row: found.row, values: found.values, rejections, reject: found.reject };
  };
}

/** Columns that the mapping does not name stay out. */
export const wholeMapping = (
  mapping: Readonly<Partial<Record<TrainingField, number | null>>>,
): Mapping<TrainingField> =>
  Object.fromEntries(TRAINING_COLUMNS.map((field) => [field, mapping[field] ?? null])) as Mapping<TrainingField>;

/** A training is known by its agent, day and title. A title that is a course's takes content, form and trainer from it. */
export function trainingRules(
  courses: ReadonlyMap<string, KnownCourse>,
): KeptRules<RecordFields, TrainingValues, TrainingField, TrainingReason> {
  const known = new Map([...courses].map(([title, course]) => [fold(title), course]));
  return {
    // However wide its marks are typed, it is the same title.
    timeOf: ({ day, title }) => `${day} ${fold(title)}`,
    fieldsOf: (values, agentId, held) => {
      const title = held?.title ?? values.title ?? '';
      const course = held ? undefined : (courses.get(title) ?? known.get(fold(title)));
      return {
        agentId,
        title,
        day: values.day ?? '',
        hours: values.hours ?? held?.hours ?? 0,
        courseId: held?.courseId ?? course?.id ?? null,
        courseVersion: held?.courseVersion ?? course?.version ?? null,
        // A row whose content or form is nowhere is refused below.
        content: values.content ?? held?.content ?? course?.content ?? 'insurance',
        form: values.form ?? held?.form ?? course?.form ?? 'lecture',
        trainer: values.trainer ?? held?.trainer ?? course?.trainer ?? '',
        theory: values.theory ?? held?.theory ?? null,
        practical: values.practical ?? held?.practical ?? null,
        conduct: values.conduct ?? held?.conduct ?? null,
        satisfaction: values.satisfaction ?? held?.satisfaction ?? null,
        note: values.note ?? held?.note ?? '',
      };
    },
    troubleOf: ({ courseId }, values, held) => {
      if (courseId !== null || held !== undefined) return null;
      if (values.content === undefined) return { field: 'content', reason: 'contentMissing' };
      return values.form === undefined ? { field: 'form', reason: 'formMissing' } : null;
    },
  };
}
