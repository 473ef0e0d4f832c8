// What a cell of each field means. A cell that cannot be read with certainty refuses its row: a roster is never guessed.
import type { AgentStatus, Engagement, Gender } from '../../contract/people.ts';
import type { RejectionReason } from '../../contract/roster.ts';
import { normalisePhone } from './phone.ts';
import { hasLostDigits, read, refuse, textOf, type Read, type SheetCell } from '../sheet/cell.ts';

type Field<Value> = Read<Value, RejectionReason>;

const LONGEST = 40;

const words = <Value extends string>(lists: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.entries(lists) as [Value, readonly string[]][]).flatMap(([value, names]) =>
      names.map((name) => [name, value] as const),
    ),
  );

const GENDER_WORDS = words<Gender>({
  female: ['女', '女性', '女士', '女员工', 'f', 'female', 'woman', 'ms', 'mrs'],
  male: ['男', '男性', '先生', '男士', '男员工', 'm', 'male', 'man', 'mr'],
});

const ENGAGEMENT_WORDS = words<Engagement>({
  agency: [
    ...[
      '代理制',
      '代理',
      '代理人',
      '个人代理',
      '个人代理人',
      '保险代理人',
      '个险代理人',
      '代理合同',
      '委托代理',
      '营销员',
      '个代',
    ],
    ...['agency', 'agent', 'agencycontract', 'selfemployed'],
  ],
  employee: [
    ...['员工制', '员工', '正式员工', '正式', '合同制', '劳动合同', '劳动合同制', '内勤', '在编', '劳务派遣'],
    ...['employee', 'employed', 'staff', 'labourcontract', 'laborcontract', 'employment'],
  ],
});

const STATUS_WORDS = words<AgentStatus>({
  active: [
    ...['在职', '在岗', '正常', '有效', '在册', '在编', '试用', '试用期', '转正', '活动', '是', '1'],
    ...['active', 'employed', 'current', 'working', 'yes', 'y', 'true', 'inforce', 'probation'],
  ],
  suspended: [
    ...['停职', '停岗', '暂停', '休假', '长期休假', '产假', '病假', '停业', '待岗', '留职停薪', '冻结'],
    ...['suspended', 'onleave', 'leave', 'paused', 'inactive'],
  ],
  left: [
    ...[
      '离职',
      '已离职',
      '离司',
      '已离司',
      '解约',
      '已解约',
      '终止',
      '退出',
      '注销',
      '辞职',
      '离岗',
      '退休',
      '否',
      '0',
    ],
    ...['left', 'resigned', 'terminated', 'exited', 'former', 'retired', 'no', 'n', 'false'],
  ],
});

const fromWords =
  <Value extends string>(known: ReadonlyMap<string, Value>, reason: RejectionReason) =>
  (cell: SheetCell): Field<Value> => {
    const word = textOf(cell)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    const value = known.get(word);
    return value === undefined ? refuse(reason) : read(value);
  };

export const readGender = fromWords(GENDER_WORDS, 'genderUnknown');
export const readEngagement = fromWords(ENGAGEMENT_WORDS, 'engagementUnknown');
export const readStatus = fromWords(STATUS_WORDS, 'statusUnknown');

/** An employee number: letters, digits, dots, dashes, strokes; spaces inside are typing. */
export function readNumber(cell: SheetCell): Field<string> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = textOf(cell).replace(/ /g, '');
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(text) && /\p{N}|[A-Za-z]/u.test(text) && text.length <= LONGEST
    ? read(text)
    : refuse('numberUnreadable');
}

const DOTS = /\s*[•‧・･∙⋅●．.]\s*(?=\p{Script=Han})/gu;

/** A name: spaces that only stretch a Chinese name are dropped, the dot of a name of a minority is one and the same. */
export function readName(cell: SheetCell): Field<string> {
  const text = textOf(cell).replace(DOTS, '·');
  const name = /^[\p{Script=Han}· ]+$/u.test(text) ? text.replace(/ /g, '') : text;
  return cell.kind === 'text' && /\p{L}/u.test(name) && !/[\p{N}@<>=:;]/u.test(name) && name.length <= LONGEST
    ? read(name)
    : refuse('nameUnreadable');
}

export function readLicence(cell: SheetCell): Field<string> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = textOf(cell).replace(/ /g, '').toUpperCase();
  return /^[\p{L}\p{N}()-]{4,40}$/u.test(text) && /\d/.test(text) ? read(text) : refuse('licenceUnreadable');
}

export function readPhone(cell: SheetCell): Field<string> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const phone = normalisePhone(textOf(cell));
  return phone === null ? refuse('phoneUnreadable') : read(phone);
}

export function readTeam(cell: SheetCell): Field<string> {
  const text = textOf(cell);
  return text.length <= LONGEST ? read(text) : refuse('teamTooLong');
}
