// The draft of the next scoring model, and who published the ones before.
import type { Migration } from './migration.ts';

export const migration0140: Migration = {
  number: 140,
  up: (db) => {
    db.exec(`
      ALTER TABLE scoring_model ADD COLUMN published_by TEXT REFERENCES user (id);
      CREATE TABLE scoring_model_draft (
        only     INTEGER PRIMARY KEY CHECK (only = 1), -- one draft at a time
        based_on INTEGER NOT NULL REFERENCES scoring_model (version),
        content  TEXT NOT NULL, -- canonical JSON
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        saved_by TEXT NOT NULL REFERENCES user (id)
      ) STRICT;
    `);
  },
};
