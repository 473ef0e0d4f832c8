// Training (handbook chapter 7): courses in versions with feedback, plans, records of trainings, headers of imports. A record
// is never overwritten: a correction withdraws it, with the reason, and another takes its place. What was made stays.
import type { Migration } from './migration.ts';

const CONTENTS = `('insurance', 'service', 'product', 'communication', 'risk', 'complaint', 'ethics')`;
const FORMS = `('case', 'simulation', 'rolePlay', 'lecture', 'online')`;

const TABLES = `
  CREATE TABLE training_course (
    id         TEXT PRIMARY KEY,
    state      TEXT NOT NULL CHECK (state IN ('active', 'retired')),
    version    INTEGER NOT NULL, -- the one of now
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE training_course_version (
    course_id TEXT NOT NULL REFERENCES training_course (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    title     TEXT NOT NULL,
    content   TEXT NOT NULL CHECK (content IN ${CONTENTS}),
    form      TEXT NOT NULL CHECK (form IN ${FORMS}),
    hours     REAL NOT NULL CHECK (hours > 0),
    trainer   TEXT NOT NULL,
    material  TEXT NOT NULL,
    note      TEXT NOT NULL,
    reason    TEXT NOT NULL, -- why it differs from the version before; empty for the first
    digest    TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    made_by   TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (course_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE training_feedback (
    id               TEXT PRIMARY KEY,
    course_id        TEXT NOT NULL,
    version          INTEGER NOT NULL,
    day              TEXT NOT NULL,
    agent_id         TEXT REFERENCES agent (id), -- NULL: without a name
    useful           INTEGER NOT NULL CHECK (useful BETWEEN 1 AND 5),
    clear            INTEGER NOT NULL CHECK (clear BETWEEN 1 AND 5),
    applicable       INTEGER NOT NULL CHECK (applicable BETWEEN 1 AND 5),
    comment          TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
    digest           TEXT NOT NULL,
    recorded_by      TEXT NOT NULL REFERENCES user (id),
    recorded_at      TEXT NOT NULL,
    withdrawn_reason TEXT CHECK ((withdrawn_reason IS NOT NULL) = (state = 'withdrawn')),
    FOREIGN KEY (course_id, version) REFERENCES training_course_version (course_id, number)
  ) STRICT;
  CREATE INDEX training_feedback_course ON training_feedback (course_id, version);

  CREATE TABLE training_record (
    id               TEXT PRIMARY KEY,
    agent_id         TEXT NOT NULL REFERENCES agent (id),
    branch_id        TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day, as is team
    team             TEXT NOT NULL,
    day              TEXT NOT NULL,
    hours            REAL NOT NULL CHECK (hours > 0 AND hours <= 24),
    course_id        TEXT,
    course_version   INTEGER,
    title            TEXT NOT NULL,
    content          TEXT NOT NULL CHECK (content IN ${CONTENTS}),
    form             TEXT NOT NULL CHECK (form IN ${FORMS}),
    trainer          TEXT NOT NULL,
    theory           TEXT, -- marks: 86.5%, good, 41/50
    practical        TEXT,
    conduct          TEXT,
    satisfaction     TEXT,
    note             TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
    revision         INTEGER NOT NULL DEFAULT 1, -- rises when a blank is filled in
    digest           TEXT NOT NULL,
    recorded_by      TEXT NOT NULL REFERENCES user (id),
    recorded_at      TEXT NOT NULL,
    replaces_id      TEXT,
    withdrawn_reason TEXT CHECK ((withdrawn_reason IS NOT NULL) = (state = 'withdrawn')),
    CHECK ((course_id IS NULL) = (course_version IS NULL)),
    FOREIGN KEY (course_id, course_version) REFERENCES training_course_version (course_id, number)
  ) STRICT;
  -- The same training twice would count its hours twice.
  CREATE UNIQUE INDEX training_record_once ON training_record (agent_id, day, title) WHERE state = 'standing';
  CREATE INDEX training_record_day ON training_record (day);
  CREATE INDEX training_record_branch ON training_record (branch_id, day) WHERE state = 'standing';
  CREATE INDEX training_record_course ON training_record (course_id) WHERE course_id IS NOT NULL;
  CREATE INDEX training_record_replaces ON training_record (replaces_id) WHERE replaces_id IS NOT NULL;

  CREATE TABLE training_plan (
    id           TEXT PRIMARY KEY,
    agent_id     TEXT NOT NULL REFERENCES agent (id),
    branch_id    TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day it was made, as is team
    team         TEXT NOT NULL,
    course_id    TEXT REFERENCES training_course (id),
    content      TEXT NOT NULL CHECK (content IN ${CONTENTS}),
    hours        REAL NOT NULL CHECK (hours > 0),
    due_on       TEXT NOT NULL,
    reason       TEXT NOT NULL CHECK (reason IN ('shortfall', 'criteria', 'finding', 'rectification', 'complaint', 'other')),
    criteria     TEXT NOT NULL, -- codes as a JSON list
    source_id    TEXT,
    words        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
    revision     INTEGER NOT NULL DEFAULT 1,
    record_id    TEXT REFERENCES training_record (id) CHECK ((record_id IS NOT NULL) = (state = 'done')),
    ended_reason TEXT CHECK ((ended_reason IS NOT NULL) = (state = 'cancelled')),
    made_at      TEXT NOT NULL,
    made_by      TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX training_plan_agent ON training_plan (agent_id, state);
  CREATE INDEX training_plan_due ON training_plan (due_on) WHERE state = 'planned';
  CREATE UNIQUE INDEX training_plan_record ON training_plan (record_id) WHERE record_id IS NOT NULL;

  -- Headers that a person mapped by hand; a NULL field says that the column is left out.
  CREATE TABLE training_header (
    header TEXT PRIMARY KEY, -- folded
    field  TEXT
  ) STRICT, WITHOUT ROWID;
`;

const KEPT = ['training_course', 'training_course_version', 'training_feedback', 'training_record', 'training_plan'];

const TRIGGERS = `
  CREATE TRIGGER training_course_version_fixed BEFORE UPDATE ON training_course_version
    BEGIN SELECT RAISE(ABORT, 'a version of a course is fixed'); END;
  CREATE TRIGGER training_feedback_fixed BEFORE UPDATE ON training_feedback WHEN OLD.state = 'withdrawn'
    BEGIN SELECT RAISE(ABORT, 'withdrawn feedback is fixed'); END;
  CREATE TRIGGER training_record_withdrawn BEFORE UPDATE ON training_record WHEN OLD.state = 'withdrawn'
    BEGIN SELECT RAISE(ABORT, 'a withdrawn training is fixed'); END;
  CREATE TRIGGER training_record_fixed
    BEFORE UPDATE OF agent_id, branch_id, team, day, hours, title, content, form, recorded_by, recorded_at, replaces_id
    ON training_record BEGIN SELECT RAISE(ABORT, 'a training is corrected by another'); END;
  CREATE TRIGGER training_plan_cancelled BEFORE UPDATE ON training_plan WHEN OLD.state = 'cancelled'
    BEGIN SELECT RAISE(ABORT, 'a cancelled plan is fixed'); END;
  ${KEPT.map(
    (table) => `CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, 'rows of ${table} are kept'); END;`,
  ).join('\n  ')}
`;

export const migration0190: Migration = {
  number: 190,
  up: (db) => {
    db.exec(TABLES);
    db.exec(TRIGGERS);
  },
};
