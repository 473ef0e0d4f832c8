// Several complaints of one matter: when a fact was recorded beside when it happened, a request for re-examination that a withdrawal
// ended, and the first complainant who withdraws while others remain.
import type { Migration } from './migration.ts';

export const migration0300: Migration = {
  number: 300,
  up: (db) => {
    db.exec(`
      -- A term is late where it had run out when the new facts were recorded, whatever day they say.
      ALTER TABLE complaint_term ADD COLUMN recorded_at TEXT;
      UPDATE complaint_term SET recorded_at = at;
      UPDATE complaint_term SET recorded_at = coalesce((SELECT min(m.at) FROM complaint_move m
          WHERE m.complaint_id = complaint_term.complaint_id AND m.step = 'newFacts' AND m.at >= complaint_term.at), at)
        WHERE kind = 'newFacts';

      -- An extension reaches the complainants of a joined case once they are told of it.
      ALTER TABLE complaint_notice ADD COLUMN recorded_at TEXT;
      UPDATE complaint_notice SET recorded_at = at;

      ALTER TABLE complaint_reexamination ADD COLUMN withdrawn_at TEXT CHECK (withdrawn_at IS NULL OR answered_on IS NULL);
      UPDATE complaint_reexamination SET withdrawn_at = (SELECT archived_at FROM complaint c WHERE c.id = complaint_id)
        WHERE answered_on IS NULL AND complaint_id IN (SELECT id FROM complaint WHERE ended = 'withdrawn');
      DROP INDEX complaint_reexamination_open;
      CREATE UNIQUE INDEX complaint_reexamination_open ON complaint_reexamination (complaint_id)
        WHERE answered_on IS NULL AND withdrawn_at IS NULL;

      -- Who complained first withdraws alone: filed on that day, while the case goes on for those who were joined to it.
      CREATE TABLE complaint_leave (
        complaint_id   TEXT PRIMARY KEY REFERENCES complaint (id),
        archive_number TEXT NOT NULL UNIQUE,
        at             TEXT NOT NULL,
        way            TEXT NOT NULL,
        proof          TEXT NOT NULL,
        file_id        TEXT,
        recorded_at    TEXT NOT NULL,
        recorded_by    TEXT NOT NULL REFERENCES user (id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
