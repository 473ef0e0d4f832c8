// More than one observation of an agent in a plan, and agents added after the draw with a reason. What was drawn before had
// one each.
import type { Migration } from './migration.ts';

export const migration0230: Migration = {
  number: 230,
  up: (db) => {
    db.exec(`
      ALTER TABLE plan ADD COLUMN sessions INTEGER NOT NULL DEFAULT 1 CHECK (sessions > 0); -- wanted of each agent
      ALTER TABLE plan ADD COLUMN short INTEGER NOT NULL DEFAULT 0; -- sessions beyond the first that found no place

      CREATE TABLE plan_draw_next (
        id             TEXT PRIMARY KEY,
        plan_id        TEXT NOT NULL REFERENCES plan (id),
        agent_id       TEXT NOT NULL REFERENCES agent (id),
        day            TEXT NOT NULL,
        assessor_id    TEXT NOT NULL REFERENCES user (id),
        first_day      TEXT NOT NULL, -- as drawn, as is first_assessor; day and assessor may be changed later
        first_assessor TEXT NOT NULL REFERENCES user (id),
        instead_of     TEXT REFERENCES plan_draw (id), -- the draw whose place it took
        added_reason   TEXT, -- why the agent was added after the draw
        observation_id TEXT UNIQUE REFERENCES observation (id), -- while the plan is in force
        replaced_at    TEXT,
        replaced_by    TEXT REFERENCES user (id),
        replace_reason TEXT,
        CHECK ((replaced_at IS NULL) = (replaced_by IS NULL)),
        CHECK ((replaced_at IS NULL) = (replace_reason IS NULL)),
        CHECK (instead_of IS NULL OR added_reason IS NULL)
      ) STRICT;
      INSERT INTO plan_draw_next (id, plan_id, agent_id, day, assessor_id, first_day, first_assessor, instead_of,
          observation_id, replaced_at, replaced_by, replace_reason)
        SELECT id, plan_id, agent_id, day, assessor_id, first_day, first_assessor, instead_of,
          observation_id, replaced_at, replaced_by, replace_reason FROM plan_draw;
      DROP TABLE plan_draw;
      ALTER TABLE plan_draw_next RENAME TO plan_draw;

      CREATE INDEX plan_draw_plan ON plan_draw (plan_id, agent_id);
      CREATE UNIQUE INDEX plan_draw_successor ON plan_draw (instead_of) WHERE instead_of IS NOT NULL;
      CREATE TRIGGER plan_sessions_fixed BEFORE UPDATE OF sessions ON plan
        BEGIN SELECT RAISE(ABORT, 'what a plan was drawn from is fixed'); END;
      CREATE TRIGGER plan_draw_kept BEFORE DELETE ON plan_draw
        BEGIN SELECT RAISE(ABORT, 'draws are kept'); END;
      CREATE TRIGGER plan_draw_replaced BEFORE UPDATE ON plan_draw WHEN OLD.replaced_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'the draw was replaced'); END;
      CREATE TRIGGER plan_draw_drawn
        BEFORE UPDATE OF plan_id, agent_id, first_day, first_assessor, instead_of, added_reason ON plan_draw
        BEGIN SELECT RAISE(ABORT, 'what was drawn is fixed'); END;
    `);
  },
};
