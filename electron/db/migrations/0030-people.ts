// Branches, agents and their dated assignments. Evidence counts where the agent was on its day, so an assignment is
// never overwritten by a later one: it ends, and the next begins.
import type { Migration } from './migration.ts';

export const migration0030: Migration = {
  number: 30,
  up: (db) => {
    db.exec(`
      CREATE TABLE branch (
        id         TEXT PRIMARY KEY,
        code       TEXT NOT NULL COLLATE NOCASE UNIQUE,
        name       TEXT NOT NULL,
        parent_id  TEXT REFERENCES branch (id) CHECK (parent_id <> id),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX branch_parent ON branch (parent_id);

      CREATE TABLE agent (
        id         TEXT PRIMARY KEY,
        number     TEXT NOT NULL COLLATE NOCASE UNIQUE,
        name       TEXT NOT NULL,
        pinyin     TEXT NOT NULL, -- of the name, full and without tones: zhangsan
        initials   TEXT NOT NULL, -- zs
        gender     TEXT CHECK (gender IN ('female', 'male')),
        licence    TEXT,
        engagement TEXT NOT NULL CHECK (engagement IN ('agency', 'employee')),
        phone      TEXT,
        hired_on   TEXT,
        status     TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'left')),
        revision   INTEGER NOT NULL DEFAULT 1, -- rises with every change of the data or the assignment
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;

      -- Half-open: from_day belongs to it, until_day is the first day of the next one; NULL while it lasts.
      CREATE TABLE agent_assignment (
        id        TEXT PRIMARY KEY,
        agent_id  TEXT NOT NULL REFERENCES agent (id),
        branch_id TEXT NOT NULL REFERENCES branch (id),
        team      TEXT NOT NULL,
        from_day  TEXT NOT NULL,
        until_day TEXT CHECK (until_day > from_day)
      ) STRICT;
      CREATE UNIQUE INDEX agent_assignment_open ON agent_assignment (agent_id) WHERE until_day IS NULL;
      CREATE UNIQUE INDEX agent_assignment_from ON agent_assignment (agent_id, from_day);
      CREATE INDEX agent_assignment_branch ON agent_assignment (branch_id, from_day);

      -- Headers of rosters that a person mapped by hand; a NULL field says that the column is left out.
      CREATE TABLE roster_header (
        header TEXT PRIMARY KEY, -- folded
        field  TEXT
      ) STRICT;
    `);
  },
};
