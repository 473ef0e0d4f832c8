// What a file of announced days says: its columns, its rows, and what its years would change. One row is one day; a row that
// cannot be read with certainty, or that contradicts the calendar, keeps the whole file out, since a limit hangs on each day.
import type {
  CalendarChange,
  CalendarField,
  CalendarProblem,
  CalendarReason,
  CalendarYearPreview,
  SpecialDay,
} from '../contract/calendar.ts';
import { CALENDAR_FIELDS } from '../contract/calendar.ts';
import { FIXED_HOLIDAYS, isNewYearsDay, yearOf } from './calendar.ts';
import { fold, read, refuse, textOf, type Read, type SheetCell, type SheetRow } from './sheet/cell.ts';
import { readDay } from './sheet/day.ts';
import { headerReader, type Mapping } from './sheet/header.ts';
import { rowReader } from './sheet/rows.ts';
import { weekdayOf } from './time.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

export const CALENDAR_HEADERS = headerReader<CalendarField>({
  fields: CALENDAR_FIELDS,
  names: {
    day: list('日期 日子 年月日 date day'),
    kind: list('休班 休或班 班休 类型 类别 安排 性质 是否上班 状态 kind type dayoff status freeorworked'),
    name: list('节日 节假日 节日名称 名称 假日 备注 说明 name holiday holidayname note remark'),
  },
  identifying: ['day'],
});

const FREE = new Set(
  list('休 休息 休假 放假 假 假期 假日 节假日 法定节假日 公休 off free holiday rest dayoff restday publicholiday'),
);
const WORKED = new Set(
  list('班 上班 补班 调班 工作 工作日 调休上班 work worked working workday workingday makeup makeupday'),
);
/** 调休 alone is either: the day off in exchange, or the day worked for it. */
function readKind(cell: SheetCell): Read<boolean, CalendarReason> {
  const word = fold(textOf(cell))
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  if (FREE.has(word)) return read(false);
  return WORKED.has(word) ? read(true) : refuse('kindUnreadable');
}

const LONGEST_NAME = 40;
function readName(cell: SheetCell): Read<string, CalendarReason> {
  const text = textOf(cell);
  return text.length > LONGEST_NAME ? refuse('textTooLong') : read(text);
}

interface RowValues {
  readonly day: string;
  readonly kind: boolean;
  readonly name: string;
}

export interface CalendarRows {
  readonly days: readonly SpecialDay[];
  readonly problems: readonly CalendarProblem[];
  /** Rows that hold no day: totals, notes, repeated headers. */
  readonly ignored: number;
}

const SATURDAY = 6;

/** Reads the rows below the header; `lastDay` is the latest day that a file may name. */
export function calendarReader(mapping: Mapping<CalendarField>, lastDay: string) {
  const take = rowReader<CalendarField, RowValues, CalendarReason>({
    mapping,
    headers: CALENDAR_HEADERS,
    readers: { day: (cell) => readDay(cell, lastDay), kind: readKind, name: readName },
    required: { day: 'dayMissing', kind: 'kindMissing' },
    personal: [],
    key: 'day',
    holdsRecord: (text) => text('day') !== '' && text('kind') !== '',
    cellError: 'cellError',
  });
  const days: SpecialDay[] = [];
  const problems: CalendarProblem[] = [];
  const rowOf = new Map<string, number>();
  let ignored = 0;
  return {
    take: (row: SheetRow): void => {
      const found = take(row);
      if (found.kind === 'ignored') ignored += 1;
      if (found.kind !== 'read') return;
      const { day, kind: worked, name = '' } = found.values;
      const rejections = [...found.rejections];
      if (day !== undefined) {
        const first = rowOf.get(day);
        if (first === undefined) rowOf.set(day, row.number);
        else rejections.push(found.reject('day', 'duplicateInFile', first));
        // A weekday is worked anyway: such a row is a slip in the date or in the word.
        if (worked && weekdayOf(day) < SATURDAY) rejections.push(found.reject('kind', 'workedOnWeekday'));
      }
      problems.push(
        ...rejections.map(({ cell, reason, value, firstRow }) => ({ row: row.number, cell, reason, value, firstRow })),
      );
      if (rejections.length === 0 && day !== undefined && worked !== undefined) days.push({ day, worked, name });
    },
    end: (): CalendarRows => ({
      days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      problems,
      ignored,
    }),
  };
}

const sameDay = (a: SpecialDay | null, b: SpecialDay | null): boolean =>
  a !== null && b !== null && a.worked === b.worked && a.name === b.name;

interface KnownYear {
  readonly days: readonly SpecialDay[];
  readonly imported: boolean;
}

/** A year of the file: what it makes of that year, and whether it only adds to the days that are known. */
export interface FileYear {
  readonly year: number;
  readonly days: readonly SpecialDay[];
  readonly extends: boolean;
}

/** A year's holidays are announced with the last days of December before it, where its New Year is joined to a weekend. */
const TAIL = '-12-';

const byYear = (days: readonly SpecialDay[]): [number, SpecialDay[]][] =>
  [...Map.groupBy(days, ({ day }) => yearOf(day))].sort(([a], [b]) => a - b);

/**
 * The years of a file, earliest first. Where the next year is in the file too, and of this one days of December alone, they
 * are put into the year that is known instead of replacing it.
 */
export function yearsOfFile(days: readonly SpecialDay[], known: ReadonlyMap<number, KnownYear>): FileYear[] {
  const years = byYear(days);
  const whole = new Set(years.filter(([, own]) => own.some(isNewYearsDay)).map(([year]) => year));
  return years.map(([year, own]) => {
    const old = known.get(year);
    const isTail = whole.has(year + 1) && own.every(({ day }) => day.slice(4, 8) === TAIL);
    if (!isTail || !old) return { year, days: own, extends: false };
    const named = new Set(own.map(({ day }) => day));
    const kept = old.days.filter(({ day }) => !named.has(day));
    return { year, days: [...kept, ...own].sort((a, b) => (a.day < b.day ? -1 : 1)), extends: true };
  });
}

/** What a year of the file would do to the year that is known, which it replaces whole or extends. */
export function yearPreview(
  { year, days: after, extends: isExtended }: FileYear,
  known: KnownYear | null,
): CalendarYearPreview {
  const before = new Map((known?.days ?? []).map((one) => [one.day, one]));
  const coming = new Map(after.map((one) => [one.day, one]));
  const changes: CalendarChange[] = [...new Set([...before.keys(), ...coming.keys()])]
    .sort()
    .map((day) => ({ day, before: before.get(day) ?? null, after: coming.get(day) ?? null }))
    .filter((change) => !sameDay(change.before, change.after));
  // On a weekend it is free without being named.
  const isWorked = (day: string): boolean => coming.get(day)?.worked ?? weekdayOf(day) < SATURDAY;
  const fate = (): CalendarYearPreview['fate'] => {
    if (!after.some(isNewYearsDay)) return 'rejected';
    if (known === null) return 'new';
    if (changes.length === 0) return 'unchanged';
    if (isExtended) return 'extends';
    return known.imported ? 'replacesImported' : 'replacesBuiltIn';
  };
  return {
    ...{ year, fate: fate(), changes },
    free: after.filter(({ worked }) => !worked).length,
    worked: after.filter(({ worked }) => worked).length,
    withoutFixed: [...FIXED_HOLIDAYS].map((day) => `${year}-${day}`).filter(isWorked),
  };
}
