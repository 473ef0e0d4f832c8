// Named reviewers and investigators of complaints, corrections of a registration, registrations not yet sent, and what finds
// complaints by their receipt.
import type { Migration } from './migration.ts';

export const migration0260: Migration = {
  number: 260,
  up: (db) => {
    db.exec(`
      -- The account of who gave a verdict or made an inquiry; a colleague without one has the name alone.
      ALTER TABLE complaint_verdict ADD COLUMN made_by_id TEXT REFERENCES user (id);
      ALTER TABLE complaint_inquiry ADD COLUMN made_by_id TEXT REFERENCES user (id);
      UPDATE complaint_verdict SET made_by_id = (SELECT id FROM user WHERE name = made_by)
        WHERE (SELECT count(*) FROM user WHERE name = made_by) = 1;
      UPDATE complaint_inquiry SET made_by_id = (SELECT id FROM user WHERE name = made_by)
        WHERE (SELECT count(*) FROM user WHERE name = made_by) = 1;

      -- Set by a purge on who stands in the matter a second time, since the contact that told so is gone.
      ALTER TABLE complaint_person ADD COLUMN again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1));

      CREATE TABLE complaint_amendment (
        id           TEXT PRIMARY KEY,
        complaint_id TEXT NOT NULL REFERENCES complaint (id),
        at           TEXT NOT NULL,
        amended_by   TEXT NOT NULL REFERENCES user (id),
        reason       TEXT NOT NULL,
        changes      TEXT NOT NULL -- JSON: field, from, to; people masked
      ) STRICT;
      CREATE INDEX complaint_amendment_case ON complaint_amendment (complaint_id);

      -- One registration a person that is typed and not yet sent; gone once it is.
      CREATE TABLE complaint_draft (
        user_id  TEXT PRIMARY KEY REFERENCES user (id),
        fields   TEXT NOT NULL, -- JSON
        saved_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX complaint_received ON complaint (received_at);
    `);
  },
};
