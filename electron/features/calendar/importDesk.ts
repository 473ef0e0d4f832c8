// The import of announced days under way: what a file says and what it would change, kept between the preview and the taking.
// What was shown is what is written: the file is not read again, and a calendar that changed meanwhile is looked at anew.
import { v7 } from 'uuid';
import type { Actor } from '../../../shared/contract/account.ts';
import type { CalendarPreview, SpecialDay } from '../../../shared/contract/calendar.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { yearOf } from '../../../shared/domain/calendar.ts';
import { yearPreview, yearsOfFile, type FileYear } from '../../../shared/domain/calendarFile.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import type { Steps } from '../sheetImport/importDesk.ts';
import type { ReadCalendar } from './readFile.ts';
import { knownYears, todayOf } from './years.ts';

/** Rows with a problem that are handed out. */
const SHOWN = 200;
/** Years ahead of this one that a file may hold: holidays are announced for the next one alone. */
const YEARS_AHEAD = 2;

interface Coming {
  readonly file: readonly FileYear[];
  readonly years: CalendarPreview['years'];
}

const comingYears = (db: ReadDb, days: readonly SpecialDay[]): Coming => {
  const known = knownYears(db);
  const file = yearsOfFile(days, known);
  return { file, years: file.map((one) => yearPreview(one, known.get(one.year) ?? null)) };
};

function write(
  tx: Change,
  actor: Actor,
  { file, sha256, years }: CalendarPreview,
  coming: readonly FileYear[],
): number[] {
  const taken = years.filter(({ fate }) => fate !== 'unchanged').map(({ year }) => year);
  const id = tx.newId();
  tx.run(
    sql`INSERT INTO calendar_import (id, at, by, file, sha256) VALUES (${id}, ${tx.at}, ${actor.userId}, ${file}, ${sha256})`,
  );
  const written = coming.filter(({ year }) => taken.includes(year));
  for (const { year, days } of written) {
    tx.run(sql`DELETE FROM calendar_day WHERE year = ${year}`);
    tx.run(sql`INSERT INTO calendar_year (year, import_id) VALUES (${year}, ${id})
      ON CONFLICT (year) DO UPDATE SET import_id = excluded.import_id`);
    for (const { day, worked, name } of days)
      tx.run(
        sql`INSERT INTO calendar_day (day, year, worked, name) VALUES (${day}, ${year}, ${worked ? 1 : 0}, ${name})`,
      );
  }
  tx.note({
    action: 'calendar.imported',
    entity: 'calendar',
    entityId: id,
    facts: { years: taken.join(', '), days: written.flatMap(({ days }) => days).length, digest: sha256 },
    fields: { file },
  });
  return taken;
}

export class CalendarDesk {
  private made: { readonly preview: CalendarPreview; readonly days: readonly SpecialDay[] } | null = null;

  /** @throws AppError FILE, INVALID as readCalendarFile; CANCELLED */
  async *open(store: Store, run: RunTask, path: string, signal?: AbortSignal): Steps<CalendarPreview> {
    const lastDay = `${yearOf(todayOf(store)) + YEARS_AHEAD}-12-31`;
    const found: ReadCalendar = yield* run('calendar.read', { path, lastDay }, signal);
    const { sheet, sha256, days, problems, ignored } = found;
    const preview: CalendarPreview = {
      ...{ previewId: v7({ msecs: store.clock() }), file: path.split(/[\\/]/).at(-1) ?? path, sheet, sha256 },
      years: comingYears(store.read, days).years,
      ...{ problems: problems.slice(0, SHOWN), problemCount: problems.length, ignored },
    };
    this.made = { preview, days };
    return preview;
  }

  /**
   * Writes all years that the preview showed.
   * @throws AppError NOT_FOUND importGone; INVALID calendarRowsWrong, calendarYearRejected, calendarNothingNew;
   *   CONFLICT importStoreChanged
   */
  apply(store: Store, actor: Actor, previewId: string): number[] {
    const { made } = this;
    if (made?.preview.previewId !== previewId) throw new AppError('NOT_FOUND', 'importGone');
    const { preview, days } = made;
    const { years, problemCount } = preview;
    if (problemCount > 0) throw new AppError('INVALID', 'calendarRowsWrong', { count: problemCount });
    const rejected = years.find(({ fate }) => fate === 'rejected');
    if (rejected) throw new AppError('INVALID', 'calendarYearRejected', { year: rejected.year });
    if (years.every(({ fate }) => fate === 'unchanged')) throw new AppError('INVALID', 'calendarNothingNew');
    const taken = store.change(actor.userId, (tx) => {
      const coming = comingYears(tx, days);
      if (JSON.stringify(coming.years) !== JSON.stringify(years)) throw new AppError('CONFLICT', 'importStoreChanged');
      return write(tx, actor, preview, coming.file);
    });
    this.made = null;
    return taken;
  }
}
