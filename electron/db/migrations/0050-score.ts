// The scoring model as versioned data.
import type { Migration } from './migration.ts';

export const migration0050: Migration = {
  number: 50,
  up: (db) => {
    db.exec(`
      CREATE TABLE scoring_model (
        version      INTEGER PRIMARY KEY,
        content      TEXT NOT NULL, -- canonical JSON
        digest       TEXT NOT NULL, -- SHA-256 of the content
        reason       TEXT NOT NULL,
        published_at TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER scoring_model_fixed BEFORE UPDATE ON scoring_model
        BEGIN SELECT RAISE(ABORT, 'a scoring model is immutable'); END;
      CREATE TRIGGER scoring_model_kept BEFORE DELETE ON scoring_model
        BEGIN SELECT RAISE(ABORT, 'a scoring model is immutable'); END;
    `);
  },
};
