// Which drafts of the scoring model were compared with the one in force, on which period: a draft is published after that.
import type { Migration } from './migration.ts';

export const migration0240: Migration = {
  number: 240,
  up: (db) => {
    db.exec(`
      CREATE TABLE scoring_model_comparison (
        digest      TEXT NOT NULL, -- of the draft's values
        kind        TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'year')),
        start_day   TEXT NOT NULL,
        branch_id   TEXT NOT NULL REFERENCES branch (id),
        compared_at TEXT NOT NULL,
        compared_by TEXT NOT NULL REFERENCES user (id),
        PRIMARY KEY (digest, kind, start_day, branch_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
