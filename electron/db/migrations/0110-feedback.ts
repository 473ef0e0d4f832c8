// Feedback of clients: praise, suggestions, complaints, reviews. A correction withdraws the row, with the reason, and another
// takes its place; the course of the answer is kept on the row and in the audit log.
import type { Migration } from './migration.ts';

export const migration0110: Migration = {
  number: 110,
  up: (db) => {
    db.exec(`
      CREATE TABLE feedback (
        id               TEXT PRIMARY KEY,
        agent_id         TEXT NOT NULL REFERENCES agent (id),
        branch_id        TEXT NOT NULL REFERENCES branch (id), -- as of the day
        team             TEXT NOT NULL,
        day              TEXT NOT NULL,
        kind             TEXT NOT NULL CHECK (kind IN ('praise', 'suggestion', 'complaint', 'review')),
        class            TEXT NOT NULL,
        channel          TEXT NOT NULL,
        client           TEXT NOT NULL, -- masked
        content          TEXT NOT NULL,
        state            TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed', 'withdrawn')),
        owner_id         TEXT NOT NULL REFERENCES user (id), -- the person in charge
        due_on           TEXT NOT NULL CHECK (due_on >= day),
        answer           TEXT NOT NULL,
        answered_at      TEXT,
        closed_at        TEXT,
        confirmed_by     TEXT REFERENCES user (id), -- praise only: a commendation
        confirmed_at     TEXT,
        revision         INTEGER NOT NULL DEFAULT 1,
        digest           TEXT NOT NULL,
        recorded_by      TEXT NOT NULL REFERENCES user (id),
        recorded_at      TEXT NOT NULL,
        replaces_id      TEXT,
        withdrawn_reason TEXT CHECK ((withdrawn_reason IS NOT NULL) = (state = 'withdrawn')),
        CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
        CHECK (confirmed_by IS NULL OR (kind = 'praise' AND confirmed_by <> recorded_by)),
        CHECK (state IN ('open', 'withdrawn') OR answered_at IS NOT NULL)
      ) STRICT;
      CREATE INDEX feedback_day ON feedback (day);
      CREATE INDEX feedback_agent ON feedback (agent_id, day);
      CREATE INDEX feedback_due ON feedback (due_on) WHERE state = 'open';
      CREATE INDEX feedback_replaces ON feedback (replaces_id) WHERE replaces_id IS NOT NULL;
    `);
  },
};
