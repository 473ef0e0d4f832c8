// Service-record reviews (4.2, third method): frames, draws, reviews and their checks; and what they share with patrols,
// problem records (8.2) and red lines. What was drawn, submitted or decided is locked by triggers.
import type { Connection } from '../connection.ts';
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE record_sample (
    id            TEXT PRIMARY KEY,
    agent_id      TEXT NOT NULL REFERENCES agent (id),
    branch_id     TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day it was begun, as is team
    team          TEXT NOT NULL,
    reviewer_id   TEXT NOT NULL REFERENCES user (id),
    state         TEXT NOT NULL CHECK (state IN ('registering', 'drawn', 'cancelled')),
    from_day      TEXT NOT NULL,
    to_day        TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    seed          TEXT,
    size          INTEGER,
    frame_digest  TEXT,
    drawn_at      TEXT,
    cancelled_at  TEXT,
    cancel_reason TEXT,
    CHECK (from_day <= to_day),
    CHECK (state <> 'drawn' OR (seed IS NOT NULL AND size > 0 AND frame_digest IS NOT NULL AND drawn_at IS NOT NULL))
  ) STRICT;
  CREATE INDEX record_sample_agent ON record_sample (agent_id, created_at);
  CREATE INDEX record_sample_reviewer ON record_sample (reviewer_id, created_at);

  CREATE TABLE record_frame_row (
    id        TEXT PRIMARY KEY,
    sample_id TEXT NOT NULL REFERENCES record_sample (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    reference TEXT NOT NULL COLLATE NOCASE,
    day       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    client    TEXT NOT NULL, -- masked before it comes here
    UNIQUE (sample_id, number),
    UNIQUE (sample_id, reference)
  ) STRICT;

  CREATE TABLE record_draw (
    id          TEXT PRIMARY KEY,
    sample_id   TEXT NOT NULL REFERENCES record_sample (id),
    row_id      TEXT NOT NULL REFERENCES record_frame_row (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    instead_of  TEXT REFERENCES record_draw (id),
    replaced_at TEXT,
    replaced_by TEXT REFERENCES user (id),
    reason      TEXT,
    UNIQUE (sample_id, row_id),
    UNIQUE (sample_id, number),
    CHECK ((replaced_at IS NULL) = (reason IS NULL))
  ) STRICT;

  CREATE TABLE record_review (
    id                  TEXT PRIMARY KEY,
    sample_id           TEXT NOT NULL REFERENCES record_sample (id),
    draw_id             TEXT NOT NULL REFERENCES record_draw (id),
    agent_id            TEXT NOT NULL REFERENCES agent (id),
    branch_id           TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day the review was done
    team                TEXT NOT NULL,
    reviewer_id         TEXT NOT NULL REFERENCES user (id),
    standard_version_id TEXT NOT NULL REFERENCES standard_version (id),
    state               TEXT NOT NULL CHECK (state IN ('inProgress', 'submitted', 'withdrawn')),
    started_at          TEXT NOT NULL,
    saved_at            TEXT NOT NULL,
    submitted_at        TEXT,
    digest              TEXT,
    withdrawn_at        TEXT,
    withdrawn_by        TEXT REFERENCES user (id),
    withdraw_reason     TEXT,
    CHECK (state <> 'submitted' OR (submitted_at IS NOT NULL AND digest IS NOT NULL)),
    CHECK ((state = 'withdrawn') = (withdraw_reason IS NOT NULL))
  ) STRICT;
  CREATE INDEX record_review_sample ON record_review (sample_id);
  CREATE INDEX record_review_evidence ON record_review (agent_id, submitted_at) WHERE state = 'submitted';
  CREATE UNIQUE INDEX record_review_standing ON record_review (draw_id) WHERE state <> 'withdrawn';

  CREATE TABLE record_check (
    review_id   TEXT NOT NULL REFERENCES record_review (id),
    criterion   TEXT NOT NULL,
    passed      INTEGER CHECK (passed IN (0, 1)), -- null: not applicable
    answered_at TEXT NOT NULL,
    PRIMARY KEY (review_id, criterion)
  ) STRICT, WITHOUT ROWID;

  -- The problem record of 8.2, from a record review or a patrol; source_id is the review's or the patrol's.
  CREATE TABLE inspection_finding (
    id              TEXT PRIMARY KEY,
    source          TEXT NOT NULL CHECK (source IN ('record', 'patrol')),
    source_id       TEXT NOT NULL,
    agent_id        TEXT NOT NULL REFERENCES agent (id),
    criterion       TEXT NOT NULL,
    occurred_at     TEXT,
    place           TEXT NOT NULL,
    service_content TEXT NOT NULL,
    description     TEXT NOT NULL,
    scope_of_impact TEXT NOT NULL,
    class           TEXT,
    saved_at        TEXT NOT NULL,
    UNIQUE (source, source_id, agent_id, criterion)
  ) STRICT;

  CREATE TABLE inspection_red_line (
    id              TEXT PRIMARY KEY,
    source          TEXT NOT NULL CHECK (source IN ('record', 'patrol')),
    source_id       TEXT NOT NULL,
    agent_id        TEXT NOT NULL REFERENCES agent (id),
    criterion       TEXT NOT NULL,
    clause          TEXT NOT NULL,
    standard_version_id TEXT NOT NULL REFERENCES standard_version (id),
    inspector_id    TEXT NOT NULL REFERENCES user (id),
    state           TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'rejected', 'retracted')),
    at              TEXT NOT NULL, -- the instant by which it belongs to a period
    ready           INTEGER NOT NULL DEFAULT 0 CHECK (ready IN (0, 1)), -- submitted or withdrawn: may be decided
    recorded_at     TEXT NOT NULL,
    recorded_by     TEXT NOT NULL REFERENCES user (id),
    statement       TEXT,
    statement_at    TEXT,
    decided_at      TEXT,
    decided_by      TEXT REFERENCES user (id),
    decision_reason TEXT,
    CHECK ((state IN ('confirmed', 'rejected')) = (decided_at IS NOT NULL)),
    CHECK (state <> 'confirmed' OR statement IS NOT NULL),
    CHECK (decided_by IS NULL OR (decided_by <> recorded_by AND decided_by <> inspector_id))
  ) STRICT;
  CREATE INDEX inspection_red_line_source ON inspection_red_line (source, source_id);
  CREATE INDEX inspection_red_line_agent ON inspection_red_line (agent_id, at);
  CREATE INDEX inspection_red_line_pending ON inspection_red_line (recorded_at) WHERE state = 'pending';
  CREATE UNIQUE INDEX inspection_red_line_standing ON inspection_red_line (source, source_id, agent_id, criterion)
    WHERE state <> 'retracted';
`;

/** A trigger for each verb that refuses the write while `locked` holds; ROW stands for the row written or removed. */
function lock(table: string, name: string, locked: string, message: string): string {
  return (
    [
      ['INSERT', ['NEW']],
      ['UPDATE', ['OLD', 'NEW']],
      ['DELETE', ['OLD']],
    ] as const
  )
    .map(
      ([verb, rows]) => `
  CREATE TRIGGER ${table}_${name}_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    WHEN ${rows.map((row) => `(${locked.replaceAll('ROW', row)})`).join(' OR ')}
    BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
    )
    .join('');
}

const TRIGGERS = `
  ${lock(
    'record_frame_row',
    'locked',
    "(SELECT state FROM record_sample WHERE id = ROW.sample_id) IS NOT 'registering'",
    'the frame is locked',
  )}
  ${lock(
    'record_check',
    'locked',
    "(SELECT state FROM record_review WHERE id = ROW.review_id) IS NOT 'inProgress'",
    'the review is locked',
  )}
  ${lock(
    'inspection_finding',
    'record',
    "ROW.source = 'record' AND (SELECT state FROM record_review WHERE id = ROW.source_id) IS NOT 'inProgress'",
    'the review is locked',
  )}
  CREATE TRIGGER record_sample_pinned BEFORE UPDATE OF agent_id, branch_id, team, reviewer_id, from_day, to_day, seed, size,
    frame_digest, drawn_at ON record_sample WHEN OLD.state <> 'registering'
    BEGIN SELECT RAISE(ABORT, 'the sample is drawn'); END;
  CREATE TRIGGER record_sample_kept BEFORE DELETE ON record_sample
    BEGIN SELECT RAISE(ABORT, 'samples are kept'); END;
  CREATE TRIGGER record_draw_kept BEFORE DELETE ON record_draw
    BEGIN SELECT RAISE(ABORT, 'draws are kept'); END;
  CREATE TRIGGER record_draw_replaced BEFORE UPDATE ON record_draw
    WHEN OLD.replaced_at IS NOT NULL OR OLD.row_id <> NEW.row_id OR OLD.number <> NEW.number
    BEGIN SELECT RAISE(ABORT, 'the draw stands'); END;
  CREATE TRIGGER record_review_locked BEFORE UPDATE ON record_review
    WHEN OLD.state = 'withdrawn' OR (OLD.state = 'submitted' AND (NEW.state <> 'withdrawn' OR OLD.digest <> NEW.digest
      OR OLD.submitted_at <> NEW.submitted_at OR OLD.agent_id <> NEW.agent_id OR OLD.reviewer_id <> NEW.reviewer_id))
    BEGIN SELECT RAISE(ABORT, 'the review is locked'); END;
  CREATE TRIGGER record_review_kept BEFORE DELETE ON record_review
    BEGIN SELECT RAISE(ABORT, 'reviews are kept'); END;
  CREATE TRIGGER inspection_red_line_decided BEFORE UPDATE ON inspection_red_line WHEN OLD.state <> 'pending'
    BEGIN SELECT RAISE(ABORT, 'the red line is decided'); END;
  CREATE TRIGGER inspection_red_line_kept BEFORE DELETE ON inspection_red_line
    BEGIN SELECT RAISE(ABORT, 'red lines are kept'); END;
`;

export const migration0080: Migration = {
  number: 80,
  up: (db: Connection) => {
    db.exec(TABLES);
    db.exec(TRIGGERS);
  },
};
