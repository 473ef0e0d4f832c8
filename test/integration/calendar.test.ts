// The working-day calendar through the contract: imported from real files, counted by, announced where a year is missing.
// Would catch: an import that mixes with the built-in year instead of replacing it, a file with a slip that is taken all the
// same, a year that is guessed, a limit that is still counted by the built-in days, a role that imports without leave.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf } from '../../electron/features/calendar/calendar.ts';
import { decisionDue, workingDayAfter } from '../../shared/domain/appeal/limits.ts';
import { isWorkingDay, unknownYears } from '../../shared/domain/calendar.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

let run: TestConsole;
let dir: TempDir;

beforeEach(async () => {
  dir = tempDir('calendar-');
  run = testConsole();
  await run.setUp();
});
afterEach(() => {
  run[Symbol.dispose]();
  dir[Symbol.dispose]();
});

const calendar = () => calendarOf(run.console.store.read);
const open = async (file: string) => {
  run.answers.open = file;
  const { result } = await drain(await run.client.calendar.open());
  if (!result) throw new Error('no preview');
  return result;
};
const csv = (text: string, name = '安排.csv'): string => {
  const path = join(dir.path, name);
  writeFileSync(path, text);
  return path;
};
const take = async (file: string) => {
  const { previewId } = await open(file);
  return run.client.calendar.apply({ previewId });
};

/** 2027 with the holidays of fixed date, a Spring Festival and a Sunday worked for it. */
const Y2027 = [
  '日期,休/班,节日',
  ...['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'].map((day) => `${day},休,`),
  ...['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'].map((day) => `${day},休,春节`),
  '2027-02-14,班,春节',
].join('\n');

describe('the calendar that limits are counted by', () => {
  it('has the check values of 2026 as long as nothing is imported', () => {
    const known = calendar();
    expect(workingDayAfter(known, '2026-02-12', 7)).toBe('2026-02-28');
    expect(workingDayAfter(known, '2026-02-12', 2)).toBe('2026-02-14');
    expect(workingDayAfter(known, '2026-02-13', 7)).toBe('2026-03-02');
    expect(workingDayAfter(known, '2026-09-30', 7)).toBe('2026-10-15');
    expect(workingDayAfter(known, '2026-09-24', 7)).toBe('2026-10-12');
    expect(workingDayAfter(known, '2026-03-02', 7)).toBe('2026-03-11');
    const weekends = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    expect(weekends.filter((day) => !isWorkingDay(known, day))).toEqual([]);
    expect(unknownYears(known, { start: '2026-12-01', end: '2027-02-01' })).toEqual([2027]);
  });

  it('knows an imported year, and keeps the check values of the others', async () => {
    expect(await take(csv(Y2027))).toEqual({ years: [2027] });
    const known = calendar();
    expect(unknownYears(known, { start: '2026-12-01', end: '2027-02-01' })).toEqual([]);
    expect(workingDayAfter(known, '2027-02-04', 3)).toBe('2027-02-14');
    expect(isWorkingDay(known, '2027-02-14')).toBe(true);
    expect(decisionDue(known, '2026-02-12')).toBe('2026-03-04');
  });

  it('takes an imported year in place of the built-in one whole', async () => {
    const year = [
      'date;kind',
      ...['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `2026-${day};off`),
    ];
    const preview = await open(csv(year.join('\r\n')));
    expect(preview.years).toMatchObject([
      { year: 2026, fate: 'replacesBuiltIn', free: 6, worked: 0, withoutFixed: [] },
    ]);
    expect(preview.years[0]?.changes).toContainEqual({
      day: '2026-02-14',
      before: { day: '2026-02-14', worked: true, name: '春节' },
      after: null,
    });
    await run.client.calendar.apply({ previewId: preview.previewId });
    // The Saturday that the built-in year works for the Spring Festival is free again, and the festival worked.
    expect(isWorkingDay(calendar(), '2026-02-14')).toBe(false);
    expect(isWorkingDay(calendar(), '2026-02-17')).toBe(true);
    expect(isWorkingDay(calendar(), '2025-01-26')).toBe(true);

    const again = await open(csv(year.join('\n'), '再次.csv'));
    expect(again.years).toMatchObject([{ year: 2026, fate: 'unchanged', changes: [] }]);
    await expect(run.client.calendar.apply({ previewId: again.previewId })).rejects.toMatchObject({
      data: { reason: 'calendarNothingNew' },
    });
  });

  it('says what came from where, by whom', async () => {
    await take(csv(Y2027, '二〇二七年安排.csv'));
    const { years, missing } = await run.client.calendar.get();
    expect(years.slice(0, 2)).toMatchObject([
      { year: 2027, import: { by: '林经理', file: '二〇二七年安排.csv', at: '2026-07-01T01:00:00.000Z' } },
      { year: 2026, import: null },
    ]);
    expect(years[0]?.days.find(({ day }) => day === '2027-02-14')).toEqual({
      day: '2027-02-14',
      worked: true,
      name: '春节',
    });
    expect(missing).toEqual([]);
    const { entries } = await run.client.audit.list({ before: null, limit: 5 });
    expect(entries[0]).toMatchObject({ action: 'calendar.imported', entity: 'calendar' });
  });
});

describe('a file', () => {
  it('is read from a workbook with title rows, merged names, real dates and notes', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').getCell('A1').value = '仅供参考';
    const page = book.addWorksheet('2027');
    page.addRow(['关于 2027 年放假的安排']);
    page.addRow(['节日', '日期', '类型']);
    page.addRow(['元旦', new Date(Date.UTC(2027, 0, 1)), '放假']);
    page.addRow(['春节', '2027年2月5日', '休']);
    page.addRow([null, '2027/2/8', '休']);
    page.addRow([null, '2027-02-14', '补班']);
    page.mergeCells('A4:A6');
    page.addRow(['备注：以通知为准']);
    const path = join(dir.path, '安排.xlsx');
    await book.xlsx.writeFile(path);
    const preview = await open(path);
    expect(preview).toMatchObject({ sheet: '2027', problemCount: 0, ignored: 1 });
    expect(preview.years).toMatchObject([{ year: 2027, fate: 'new', free: 3, worked: 1 }]);
    expect(preview.years[0]?.changes.at(-1)?.after).toEqual({ day: '2027-02-14', worked: true, name: '春节' });
    expect(preview.years[0]?.withoutFixed).toContain('2027-10-01');
  });

  it('saved by a Chinese Excel as text is read in its own encoding', async () => {
    // 日期,类型 / 2027-01-01,休 in GB 18030.
    const bytes = [0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0d, 0x0a];
    const row = [...Buffer.from('2027-01-01,'), 0xd0, 0xdd];
    const path = join(dir.path, '安排.csv');
    writeFileSync(path, Buffer.from([...bytes, ...row]));
    expect((await open(path)).years).toMatchObject([{ year: 2027, fate: 'new', free: 1 }]);
  });

  it('with a row that cannot be read is kept out whole, and each row is named with its reason', async () => {
    const rows = [
      '日期,休/班,节日',
      '2027-01-01,休,元旦',
      '2027-02-30,休,春节',
      '2027-03-01,调休,',
      ',休,',
      '2027-01-01,休,元旦',
      '2027-03-03,班,',
      '2027-04-05,,清明',
      '2035-01-01,休,元旦',
    ];
    const preview = await open(csv(rows.join('\n')));
    expect(preview.problems.map(({ cell, reason, firstRow }) => [cell, reason, firstRow])).toEqual([
      ['A3', 'dateUnreadable', null],
      ['B4', 'kindUnreadable', null],
      ['A5', 'dayMissing', null],
      ['A6', 'duplicateInFile', 2],
      ['B7', 'workedOnWeekday', null],
      ['B8', 'kindMissing', null],
      ['A9', 'dateOutOfRange', null],
    ]);
    await expect(run.client.calendar.apply({ previewId: preview.previewId })).rejects.toMatchObject({
      data: { reason: 'calendarRowsWrong', params: { count: 7 } },
    });
    expect(unknownYears(calendar(), { start: '2027-01-01', end: '2027-02-01' })).toEqual([2027]);
  });

  // Would catch: a notice whose New Year break begins in the December before being kept out whole, or replacing that year.
  it('with days of the December before puts them into the year that is known', async () => {
    const preview = await open(csv(`${Y2027}\n2026-12-31,休,元旦\n2026-12-27,班,元旦`));
    expect(preview.years).toMatchObject([
      { year: 2026, fate: 'extends', withoutFixed: [] },
      { year: 2027, fate: 'new' },
    ]);
    expect(preview.years[0]?.changes.map(({ day }) => day)).toEqual(['2026-12-27', '2026-12-31']);
    await run.client.calendar.apply({ previewId: preview.previewId });
    const known = calendar();
    expect(['2026-12-27', '2026-12-31', '2026-02-14'].map((day) => isWorkingDay(known, day))).toEqual([
      ...[true, false, true],
    ]);
    expect(workingDayAfter(known, '2026-09-24', 7)).toBe('2026-10-12');
  });

  it.each([
    ['without its New Year', '日期,休/班\n2027-05-01,休', 'calendarYearRejected'],
    ['of December days alone', '日期,休/班\n2027-12-31,休', 'calendarYearRejected'],
    ["with New Year's Day worked", '日期,休/班\n2028-01-01,班\n2028-05-01,休', 'calendarYearRejected'],
  ])('of a year %s does not replace it', async (_, text, reason) => {
    const preview = await open(csv(text));
    expect(preview.years).toMatchObject([{ fate: 'rejected' }]);
    await expect(run.client.calendar.apply({ previewId: preview.previewId })).rejects.toMatchObject({
      data: { reason },
    });
  });

  it.each([
    ['without the columns', 'a,b\n1,2', 'x.csv', 'calendarColumnsMissing'],
    ['without a day', '日期,休/班\n', 'x.csv', 'calendarEmpty'],
    ['that is no text', '\0\0\0', 'x.csv', 'textFileNotRecognised'],
    ['that is no workbook', 'not a workbook', 'x.xlsx', 'workbookNotRecognised'],
  ])('%s is refused in words', async (_, text, name, reason) => {
    run.answers.open = csv(text, name);
    await expect(drain(await run.client.calendar.open())).rejects.toMatchObject({ data: { reason } });
  });

  it('is looked at anew where the calendar changed after the preview', async () => {
    const first = await open(csv(Y2027));
    await run.client.calendar.apply({ previewId: first.previewId });
    await expect(run.client.calendar.apply({ previewId: first.previewId })).rejects.toMatchObject({
      data: { reason: 'importGone' },
    });
  });

  it('can be started from the template', async () => {
    run.answers.save = join(dir.path, '模板.xlsx');
    await run.client.calendar.template();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(run.answers.save);
    const page = book.worksheets[0]!;
    page.getCell('A4').value = new Date(Date.UTC(2027, 0, 1));
    page.getCell('B4').value = '休';
    const filled = join(dir.path, '填好.xlsx');
    await book.xlsx.writeFile(filled);
    expect((await open(filled)).years).toMatchObject([{ year: 2027, fate: 'new', free: 1 }]);
  });
});

describe('a missing year', () => {
  const missing = async () => (await run.client.calendar.missing()).years;

  it('is announced from November on, and no longer once it is imported', async () => {
    expect(await missing()).toEqual([]);
    run.advance(122 * 86_400_000);
    await run.signInAs('zhao', ['supervisor']);
    expect(await missing()).toEqual([]);
    run.advance(86_400_000);
    await run.signInAs('zhao', ['supervisor']);
    expect(await missing()).toEqual([2027]);
    await run.signInAs('lin.manager', ['administrator', 'manager']);
    await take(csv(Y2027));
    expect(await missing()).toEqual([]);
  });

  it('is read by everyone and imported by managers and administrators alone', async () => {
    await run.signInAs('zhao', ['supervisor']);
    await expect(run.client.calendar.open()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await run.client.calendar.get()).years.length).toBeGreaterThan(10);
  });
});
