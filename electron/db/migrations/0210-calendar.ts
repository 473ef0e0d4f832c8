// Imported working-day calendars: the days of a year that differ from their weekday, as announced, and what file they came
// from. A year that is imported stands in the place of the built-in one whole; the imports themselves are kept.
import type { Migration } from './migration.ts';

export const migration0210: Migration = {
  number: 210,
  up: (db) => {
    db.exec(`
      CREATE TABLE calendar_import (
        id     TEXT PRIMARY KEY,
        at     TEXT NOT NULL,
        by     TEXT NOT NULL REFERENCES user (id),
        file   TEXT NOT NULL, -- its name without the folder
        sha256 TEXT NOT NULL -- of the file's bytes
      ) STRICT;
      CREATE TRIGGER calendar_import_kept BEFORE DELETE ON calendar_import
        BEGIN SELECT RAISE(ABORT, 'imports are kept'); END;
      CREATE TRIGGER calendar_import_fixed BEFORE UPDATE ON calendar_import
        BEGIN SELECT RAISE(ABORT, 'imports are kept'); END;

      CREATE TABLE calendar_year (
        year      INTEGER PRIMARY KEY,
        import_id TEXT NOT NULL REFERENCES calendar_import (id)
      ) STRICT;

      CREATE TABLE calendar_day (
        day    TEXT PRIMARY KEY,
        year   INTEGER NOT NULL REFERENCES calendar_year (year),
        worked INTEGER NOT NULL CHECK (worked IN (0, 1)), -- 1: a weekend day that is worked, 0: a free day
        name   TEXT NOT NULL DEFAULT '',
        CHECK (CAST(substr(day, 1, 4) AS INTEGER) = year)
      ) STRICT;
      CREATE INDEX calendar_day_year ON calendar_day (year, day);
    `);
  },
};
