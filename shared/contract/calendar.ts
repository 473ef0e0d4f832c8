// 工作日历: the special days of each year that deadlines in working days are counted by, and their import from a file.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { Day, Id, Instant, Progress, Sha256 } from './vocabulary.ts';

export const CALENDAR_FIELDS = ['day', 'kind', 'name'] as const;
export type CalendarField = (typeof CALENDAR_FIELDS)[number];

/** A day that differs from its weekday: worked on a weekend, or free. */
export const SpecialDay = z.object({ day: Day, worked: z.boolean(), name: z.string() });
export type SpecialDay = z.infer<typeof SpecialDay>;

const CalendarImport = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  file: z.string(),
  sha256: Sha256,
});

export const CalendarYear = z.object({
  year: z.int(),
  /** Null for a year that comes with the console. */
  import: CalendarImport.nullable(),
  days: z.array(SpecialDay),
  workingDays: z.int(),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const WorkingCalendar = z.object({
  today: Day,
  /** Newest first. */
  years: z.array(CalendarYear),
  /** Years that are needed and not known, see `calendar.missing`. */
  missing: z.array(z.int()),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** Why a row of the file is none. */
export const CALENDAR_REASONS = [
  'dayMissing',
  'dateUnreadable',
  'dateAmbiguous',
  'dateOutOfRange',
  'kindMissing',
  'kindUnreadable',
  'textTooLong',
  'cellError',
  'duplicateInFile',
  'workedOnWeekday',
] as const;
export const CalendarReason = z.enum(CALENDAR_REASONS);
export type CalendarReason = z.infer<typeof CalendarReason>;

export const CalendarProblem = z.object({
  row: z.int(),
  /** As Excel names it: B7. */
  cell: z.string(),
  reason: CalendarReason,
  value: z.string(),
  /** Of a day that stands twice: the row in which it stands first. */
  firstRow: z.int().nullable(),
});
export type CalendarProblem = z.infer<typeof CalendarProblem>;

export const YEAR_FATES = ['new', 'extends', 'replacesBuiltIn', 'replacesImported', 'unchanged', 'rejected'] as const;

export const CalendarChange = z.object({
  day: Day,
  /** Null where the day is no special one. */
  before: SpecialDay.nullable(),
  after: SpecialDay.nullable(),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

export const CalendarYearPreview = z.object({
  year: z.int(),
  /** Extends: December days beside the next year's New Year, put into the year that is known. Rejected: a year without its
   * New Year's Day as a free day. */
  fate: z.enum(YEAR_FATES),
  free: z.int(),
  worked: z.int(),
  changes: z.array(CalendarChange),
  /** Holidays fixed by law that would be worked: on a weekday and left out, or said to be worked. */
  withoutFixed: z.array(Day),
});
export type CalendarYearPreview = z.infer<typeof CalendarYearPreview>;

export const CalendarPreview = z.object({
  previewId: Id,
  file: z.string(),
  sheet: z.string(),
  sha256: Sha256,
  years: z.array(CalendarYearPreview),
  /** The first 200. */
  problems: z.array(CalendarProblem),
  problemCount: z.int(),
  ignored: z.int(),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;

export const calendar = {
  get: route('settings.read').output(WorkingCalendar),
  /** Years that are needed and not known: this one, from November on the next one, and those that a running limit reaches. */
  missing: route('settings.read').output(z.object({ years: z.array(z.int()) })),
  /** Lets the user pick a file and says what it would change; null when the dialog was closed. */
  open: route('settings.manage').output(eventIterator(Progress, CalendarPreview.nullable())),
  /** Takes what the preview showed: all its years, or nothing. */
  apply: route('settings.manage')
    .input(z.object({ previewId: Id }))
    .output(z.object({ years: z.array(z.int()) })),
  /** Writes an empty file to fill in; null when the dialog was closed. */
  template: route('settings.manage').output(z.object({ path: z.string().nullable() })),
};
