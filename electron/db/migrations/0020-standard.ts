// Versions of the standard with their clauses and criteria. A published version is fixed by triggers: sessions, scores and
// reports cite it.
import type { Migration } from './migration.ts';

export const migration0020: Migration = {
  number: 20,
  up: (db) => {
    db.exec(`
      CREATE TABLE standard_version (
        id           TEXT PRIMARY KEY,
        number       INTEGER UNIQUE CHECK (number > 0), -- 1, 2, 3 … given at publication
        status       TEXT NOT NULL CHECK (status IN ('draft', 'published')),
        title        TEXT NOT NULL,
        digest       TEXT NOT NULL, -- SHA-256 of the canonical content
        based_on     TEXT REFERENCES standard_version (id), -- a published version
        created_at   TEXT NOT NULL,
        published_at TEXT,
        CHECK ((status = 'published') = (number IS NOT NULL AND published_at IS NOT NULL))
      ) STRICT;

      CREATE TABLE clause (
        version_id TEXT NOT NULL REFERENCES standard_version (id),
        id         TEXT NOT NULL, -- the handbook's own number: 1.2.1
        title_zh   TEXT NOT NULL,
        title_en   TEXT NOT NULL,
        text_zh    TEXT NOT NULL,
        text_en    TEXT NOT NULL,
        initials   TEXT NOT NULL, -- pinyin initials of the Chinese title
        PRIMARY KEY (version_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE criterion (
        version_id             TEXT NOT NULL REFERENCES standard_version (id),
        code                   TEXT NOT NULL, -- 3.4-2
        clause                 TEXT NOT NULL,
        method                 TEXT NOT NULL CHECK (method IN ('observation', 'record', 'patrol')),
        stage                  TEXT CHECK (stage IN ('preparation', 'start', 'progress', 'end')),
        indicator              TEXT NOT NULL CHECK (indicator IN
          ('attitude', 'efficiency', 'content', 'compliance', 'satisfaction', 'response', 'followUp')),
        scale                  TEXT NOT NULL CHECK (scale IN ('passFail', 'threeStep', 'likert')),
        weight                 REAL NOT NULL CHECK (weight > 0 AND weight <= 100),
        required               INTEGER NOT NULL CHECK (required IN (0, 1)),
        not_applicable_allowed INTEGER NOT NULL CHECK (not_applicable_allowed IN (0, 1)),
        evidence               TEXT NOT NULL CHECK (evidence IN ('none', 'onFailing', 'always')),
        text_zh                TEXT NOT NULL,
        text_en                TEXT NOT NULL,
        meets_zh               TEXT NOT NULL,
        meets_en               TEXT NOT NULL,
        fails_zh               TEXT NOT NULL,
        fails_en               TEXT NOT NULL,
        red_line               INTEGER NOT NULL CHECK (red_line IN (0, 1)),
        protection             TEXT NOT NULL,
        initials               TEXT NOT NULL, -- pinyin initials of the Chinese text
        PRIMARY KEY (version_id, code),
        FOREIGN KEY (version_id, clause) REFERENCES clause (version_id, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX criterion_clause ON criterion (version_id, clause);

      CREATE TRIGGER standard_version_fixed BEFORE UPDATE ON standard_version WHEN OLD.status = 'published'
        BEGIN SELECT RAISE(ABORT, 'a published standard is fixed'); END;
      CREATE TRIGGER standard_version_kept BEFORE DELETE ON standard_version WHEN OLD.status = 'published'
        BEGIN SELECT RAISE(ABORT, 'a published standard is kept'); END;
      ${['clause', 'criterion'].map(fixedLines).join('\n')}
    `);
  },
};

const isPublished = (row: 'OLD' | 'NEW'): string =>
  `(SELECT status FROM standard_version WHERE id = ${row}.version_id) = 'published'`;

/** No line of a published version is added, changed or removed, nor moved into or out of one. */
const fixedLines = (table: string): string => `
  CREATE TRIGGER ${table}_added BEFORE INSERT ON ${table} WHEN ${isPublished('NEW')}
    BEGIN SELECT RAISE(ABORT, 'a published standard is fixed'); END;
  CREATE TRIGGER ${table}_fixed BEFORE UPDATE ON ${table} WHEN ${isPublished('OLD')} OR ${isPublished('NEW')}
    BEGIN SELECT RAISE(ABORT, 'a published standard is fixed'); END;
  CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table} WHEN ${isPublished('OLD')}
    BEGIN SELECT RAISE(ABORT, 'a published standard is kept'); END;`;
