// Sampling plans and their draws. What a plan was drawn from is kept as it was, so that it can be drawn again; a draw that was
// replaced stays with its reason.
import type { Migration } from './migration.ts';

export const migration0150: Migration = {
  number: 150,
  up: (db) => {
    db.exec(`
      CREATE TABLE plan (
        id         TEXT PRIMARY KEY,
        branch_id  TEXT NOT NULL REFERENCES branch (id), -- with those below it
        kind       TEXT NOT NULL CHECK (kind IN ('month', 'quarter')),
        start_day  TEXT NOT NULL,
        end_day    TEXT NOT NULL CHECK (end_day > start_day), -- the first day after it
        state      TEXT NOT NULL CHECK (state IN ('draft', 'inForce', 'closed', 'discarded')),
        capacity   INTEGER NOT NULL CHECK (capacity > 0), -- observations of an assessor on a day
        service    TEXT NOT NULL, -- kind of the service that is observed, as are occasion and setting
        occasion   TEXT NOT NULL,
        setting    TEXT NOT NULL,
        input      TEXT NOT NULL, -- JSON: frame, seed, rule, goal, working days, assessors and their room
        digest     TEXT NOT NULL, -- SHA-256 of the input
        needed     INTEGER NOT NULL,
        missing    INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL REFERENCES user (id),
        ended_at   TEXT, -- closed or discarded
        ended_by   TEXT REFERENCES user (id),
        end_reason TEXT,
        CHECK ((state IN ('closed', 'discarded')) = (ended_at IS NOT NULL))
      ) STRICT;
      CREATE UNIQUE INDEX plan_standing ON plan (branch_id, kind, start_day) WHERE state <> 'discarded';

      CREATE TABLE plan_draw (
        id             TEXT PRIMARY KEY,
        plan_id        TEXT NOT NULL REFERENCES plan (id),
        agent_id       TEXT NOT NULL REFERENCES agent (id),
        day            TEXT NOT NULL,
        assessor_id    TEXT NOT NULL REFERENCES user (id),
        first_day      TEXT NOT NULL, -- as drawn, as is first_assessor; day and assessor may be changed later
        first_assessor TEXT NOT NULL REFERENCES user (id),
        instead_of     TEXT REFERENCES plan_draw (id), -- the draw whose place it took
        observation_id TEXT UNIQUE REFERENCES observation (id), -- while the plan is in force
        replaced_at    TEXT,
        replaced_by    TEXT REFERENCES user (id),
        replace_reason TEXT,
        UNIQUE (plan_id, agent_id),
        CHECK ((replaced_at IS NULL) = (replaced_by IS NULL)),
        CHECK ((replaced_at IS NULL) = (replace_reason IS NULL))
      ) STRICT;

      CREATE UNIQUE INDEX plan_draw_successor ON plan_draw (instead_of) WHERE instead_of IS NOT NULL;

      CREATE TRIGGER plan_input_fixed BEFORE UPDATE OF branch_id, kind, start_day, end_day, input, digest ON plan
        BEGIN SELECT RAISE(ABORT, 'what a plan was drawn from is fixed'); END;
      CREATE TRIGGER plan_kept BEFORE DELETE ON plan
        BEGIN SELECT RAISE(ABORT, 'plans are kept'); END;
      CREATE TRIGGER plan_draw_kept BEFORE DELETE ON plan_draw
        BEGIN SELECT RAISE(ABORT, 'draws are kept'); END;
      CREATE TRIGGER plan_draw_replaced BEFORE UPDATE ON plan_draw WHEN OLD.replaced_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'the draw was replaced'); END;
      CREATE TRIGGER plan_draw_drawn BEFORE UPDATE OF plan_id, agent_id, first_day, first_assessor, instead_of ON plan_draw
        BEGIN SELECT RAISE(ABORT, 'what was drawn is fixed'); END;
    `);
  },
};
