// Plans of trainings may come from an improvement measure too, and what they came from finds them. SQLite cannot widen a check, so
// the table is made anew with its rows.
import type { Migration } from './migration.ts';

const COLUMNS = `id, agent_id, branch_id, team, course_id, content, hours, due_on, reason, criteria, source_id, words, state,
  revision, record_id, ended_reason, made_at, made_by`;

export const migration0270: Migration = {
  number: 270,
  up: (db) => {
    db.exec(`
      CREATE TABLE training_plan_next (
        id           TEXT PRIMARY KEY,
        agent_id     TEXT NOT NULL REFERENCES agent (id),
        branch_id    TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day it was made, as is team
        team         TEXT NOT NULL,
        course_id    TEXT REFERENCES training_course (id),
        content      TEXT NOT NULL CHECK (content IN
          ('insurance', 'service', 'product', 'communication', 'risk', 'complaint', 'ethics')),
        hours        REAL NOT NULL CHECK (hours > 0),
        due_on       TEXT NOT NULL,
        reason       TEXT NOT NULL CHECK (reason IN
          ('shortfall', 'criteria', 'finding', 'rectification', 'complaint', 'improvement', 'other')),
        criteria     TEXT NOT NULL, -- codes as a JSON list
        source_id    TEXT, -- of the finding, rectification, complaint or measure
        words        TEXT NOT NULL,
        state        TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
        revision     INTEGER NOT NULL DEFAULT 1,
        record_id    TEXT REFERENCES training_record (id) CHECK ((record_id IS NOT NULL) = (state = 'done')),
        ended_reason TEXT CHECK ((ended_reason IS NOT NULL) = (state = 'cancelled')),
        made_at      TEXT NOT NULL,
        made_by      TEXT NOT NULL REFERENCES user (id)
      ) STRICT;
      INSERT INTO training_plan_next (${COLUMNS}) SELECT ${COLUMNS} FROM training_plan;
      DROP TABLE training_plan;
      ALTER TABLE training_plan_next RENAME TO training_plan;
      CREATE INDEX training_plan_agent ON training_plan (agent_id, state);
      CREATE INDEX training_plan_due ON training_plan (due_on) WHERE state = 'planned';
      CREATE INDEX training_plan_source ON training_plan (source_id) WHERE source_id IS NOT NULL;
      CREATE UNIQUE INDEX training_plan_record ON training_plan (record_id) WHERE record_id IS NOT NULL;
      CREATE TRIGGER training_plan_cancelled BEFORE UPDATE ON training_plan WHEN OLD.state = 'cancelled'
        BEGIN SELECT RAISE(ABORT, 'a cancelled plan is fixed'); END;
      CREATE TRIGGER training_plan_kept BEFORE DELETE ON training_plan
        BEGIN SELECT RAISE(ABORT, 'rows of training_plan are kept'); END;
    `);
  },
};
