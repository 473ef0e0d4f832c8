// Requests of clients, return visits and figures of a month. A row is never overwritten: a correction withdraws it, with the
// reason, and another takes its place. Branch and team are those of the row's day.
import type { Migration } from './migration.ts';

const KEPT = `
        id               TEXT PRIMARY KEY,
        agent_id         TEXT NOT NULL REFERENCES agent (id),
        branch_id        TEXT NOT NULL REFERENCES branch (id),
        team             TEXT NOT NULL,
        state            TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
        revision         INTEGER NOT NULL DEFAULT 1, -- rises when a blank is filled in
        digest           TEXT NOT NULL,
        recorded_by      TEXT NOT NULL REFERENCES user (id),
        recorded_at      TEXT NOT NULL,
        replaces_id      TEXT,
        withdrawn_reason TEXT CHECK ((withdrawn_reason IS NOT NULL) = (state = 'withdrawn')),`;

export const migration0100: Migration = {
  number: 100,
  up: (db) => {
    db.exec(`
      CREATE TABLE service_request (${KEPT}
        day        TEXT NOT NULL, -- on which it was asked
        number     TEXT NOT NULL, -- the branch's own reference, empty for none
        kind       TEXT NOT NULL,
        channel    TEXT,
        client     TEXT NOT NULL, -- masked
        content    TEXT NOT NULL,
        asked_at   TEXT NOT NULL,
        replied_at TEXT CHECK (replied_at >= asked_at),
        solved_at  TEXT CHECK (solved_at >= asked_at),
        outcome    TEXT CHECK (outcome IN ('solved', 'nextStep')),
        CHECK ((outcome IS NULL) = (solved_at IS NULL))
      ) STRICT;
      CREATE INDEX service_request_day ON service_request (day);
      CREATE INDEX service_request_agent ON service_request (agent_id, day);
      CREATE INDEX service_request_replaces ON service_request (replaces_id) WHERE replaces_id IS NOT NULL;
      CREATE INDEX service_request_open ON service_request (day) WHERE solved_at IS NULL AND state = 'standing';

      CREATE TABLE return_visit (${KEPT}
        number  TEXT NOT NULL,
        channel TEXT,
        client  TEXT NOT NULL, -- masked
        note    TEXT NOT NULL,
        due_on  TEXT NOT NULL,
        made_on TEXT
      ) STRICT;
      CREATE INDEX return_visit_due ON return_visit (due_on);
      CREATE INDEX return_visit_agent ON return_visit (agent_id, due_on);
      CREATE INDEX return_visit_replaces ON return_visit (replaces_id) WHERE replaces_id IS NOT NULL;
      CREATE INDEX return_visit_open ON return_visit (due_on) WHERE made_on IS NULL AND state = 'standing';

      CREATE TABLE performance_figure (${KEPT}
        month       TEXT NOT NULL, -- 2026-08
        services    INTEGER,
        policies    INTEGER,
        clients     INTEGER,
        retained    INTEGER,
        repurchased INTEGER,
        churned     INTEGER,
        cost        REAL, -- yuan
        benefit     REAL
      ) STRICT;
      CREATE UNIQUE INDEX performance_figure_month ON performance_figure (agent_id, month) WHERE state = 'standing';
      CREATE INDEX performance_figure_list ON performance_figure (month);
      CREATE INDEX performance_figure_replaces ON performance_figure (replaces_id) WHERE replaces_id IS NOT NULL;

      -- Headers that a person mapped by hand, by kind of import; a NULL field says that the column is left out.
      CREATE TABLE response_header (
        kind   TEXT NOT NULL CHECK (kind IN ('request', 'visit', 'figure')),
        header TEXT NOT NULL, -- folded
        field  TEXT,
        PRIMARY KEY (kind, header)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
