// The observation that each person has open in the runner.
import type { Migration } from './migration.ts';

export const migration0060: Migration = {
  number: 60,
  up: (db) => {
    db.exec(`
      CREATE TABLE running_observation (
        user_id        TEXT PRIMARY KEY REFERENCES user (id),
        observation_id TEXT NOT NULL REFERENCES observation (id),
        opened_at      TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
