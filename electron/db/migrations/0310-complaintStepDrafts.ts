// What somebody is typing into a form of a complaint case and has not recorded, so that leaving the screen or a crash loses nothing.
import type { Migration } from './migration.ts';

export const migration0310: Migration = {
  number: 310,
  up: (db) => {
    db.exec(`
      CREATE TABLE complaint_step_draft (
        user_id      TEXT NOT NULL REFERENCES user (id),
        complaint_id TEXT NOT NULL REFERENCES complaint (id),
        round        INTEGER NOT NULL,
        form         TEXT NOT NULL,
        fields       TEXT NOT NULL, -- JSON
        saved_at     TEXT NOT NULL,
        PRIMARY KEY (user_id, complaint_id, round, form)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX complaint_step_draft_case ON complaint_step_draft (complaint_id);
    `);
  },
};
