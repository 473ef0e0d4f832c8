// Observations in revisions, with answers, notes, problem records, evidence, red lines and signatures. A revision that
// was submitted is locked by triggers, whatever the code above does.
import type { Connection } from '../connection.ts';
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE observation (
    id                    TEXT PRIMARY KEY,
    agent_id              TEXT NOT NULL REFERENCES agent (id),
    branch_id             TEXT NOT NULL REFERENCES branch (id), -- of the agent on the service day, as is team
    team                  TEXT NOT NULL,
    assessor_id           TEXT NOT NULL REFERENCES user (id),
    state                 TEXT NOT NULL CHECK (state IN ('planned', 'cancelled', 'inProgress', 'submitted', 'withdrawn')),
    day                   TEXT NOT NULL, -- the service day, the planned day until it starts
    planned_on            TEXT,
    service_at            TEXT,
    late_entry            INTEGER NOT NULL DEFAULT 0 CHECK (late_entry IN (0, 1)),
    standard_version_id   TEXT REFERENCES standard_version (id),
    submitted_revision_id TEXT REFERENCES observation_revision (id), -- the one that counts
    created_at            TEXT NOT NULL,
    created_by            TEXT NOT NULL REFERENCES user (id),
    started_at            TEXT,
    ended_at              TEXT, -- cancelled or withdrawn
    end_reason            TEXT,
    CHECK (state IN ('planned', 'cancelled') OR
      (service_at IS NOT NULL AND started_at IS NOT NULL AND standard_version_id IS NOT NULL)),
    CHECK (state <> 'submitted' OR submitted_revision_id IS NOT NULL)
  ) STRICT;
  CREATE INDEX observation_day ON observation (day, id);
  CREATE INDEX observation_state ON observation (state, day, id);
  CREATE INDEX observation_agent ON observation (agent_id, day, id);
  CREATE INDEX observation_branch ON observation (branch_id, day, id);
  CREATE INDEX observation_assessor ON observation (assessor_id, day, id);

  CREATE TABLE observation_revision (
    id                   TEXT PRIMARY KEY,
    observation_id       TEXT NOT NULL REFERENCES observation (id),
    number               INTEGER NOT NULL CHECK (number > 0),
    state                TEXT NOT NULL CHECK (state IN ('open', 'submitted', 'discarded')),
    reason               TEXT,
    created_at           TEXT NOT NULL,
    created_by           TEXT NOT NULL REFERENCES user (id),
    kind                 TEXT NOT NULL,
    occasion             TEXT NOT NULL,
    setting              TEXT NOT NULL,
    place                TEXT NOT NULL,
    client               TEXT NOT NULL, -- as typed; masked whenever it is read, but for an unmasked workbook
    notice_at            TEXT,
    manual_minutes       REAL CHECK (manual_minutes >= 0),
    -- Where the assessor is, unless an answer of a later turn says where they went on to.
    position             TEXT,
    position_turn        INTEGER NOT NULL DEFAULT 0,
    saved_at             TEXT NOT NULL, -- of everything but the answers, which carry their own instants
    signed               INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1)), -- a signature stands on it
    submitted_at         TEXT,
    digest               TEXT,
    score                REAL,
    introduction_minutes REAL, -- frozen at submission, as are digest and score
    UNIQUE (observation_id, number),
    CHECK (state <> 'submitted' OR (submitted_at IS NOT NULL AND digest IS NOT NULL))
  ) STRICT;
  CREATE UNIQUE INDEX observation_revision_open ON observation_revision (observation_id) WHERE state = 'open';

  CREATE TABLE answer (
    revision_id    TEXT NOT NULL REFERENCES observation_revision (id),
    criterion      TEXT NOT NULL,
    value          REAL CHECK (value BETWEEN 0 AND 1),
    not_applicable TEXT,
    words          TEXT NOT NULL DEFAULT '',
    answered_at    TEXT NOT NULL,
    -- Where the assessor went on to, and the order of the taps. They stand here and not in the revision because a second
    -- page to write would make each tap slower by a fifth.
    next           TEXT,
    turn           INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (revision_id, criterion),
    CHECK ((value IS NULL) <> (not_applicable IS NULL))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE note (
    revision_id TEXT NOT NULL REFERENCES observation_revision (id),
    criterion   TEXT NOT NULL,
    text        TEXT NOT NULL,
    saved_at    TEXT NOT NULL,
    PRIMARY KEY (revision_id, criterion)
  ) STRICT, WITHOUT ROWID;

  -- The problem record of 8.2. origin_id stays the same through amendments, so that a rectification can follow it.
  CREATE TABLE finding (
    id              TEXT PRIMARY KEY,
    origin_id       TEXT NOT NULL,
    revision_id     TEXT NOT NULL REFERENCES observation_revision (id),
    criterion       TEXT NOT NULL,
    occurred_at     TEXT,
    place           TEXT NOT NULL,
    service_content TEXT NOT NULL,
    description     TEXT NOT NULL,
    scope_of_impact TEXT NOT NULL,
    class           TEXT,
    saved_at        TEXT NOT NULL,
    UNIQUE (revision_id, criterion)
  ) STRICT;

  CREATE TABLE evidence (
    id          TEXT PRIMARY KEY,
    revision_id TEXT NOT NULL REFERENCES observation_revision (id),
    criterion   TEXT,
    caption     TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    consent_at  TEXT NOT NULL,
    added_at    TEXT NOT NULL,
    added_by    TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX evidence_revision ON evidence (revision_id, added_at);

  CREATE TABLE introduction_stretch (
    revision_id TEXT NOT NULL REFERENCES observation_revision (id),
    number      INTEGER NOT NULL,
    started_at  TEXT NOT NULL,
    stopped_at  TEXT,
    PRIMARY KEY (revision_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE signature (
    id               TEXT PRIMARY KEY,
    revision_id      TEXT NOT NULL REFERENCES observation_revision (id),
    party            TEXT NOT NULL CHECK (party IN ('assessor', 'agent')),
    means            TEXT NOT NULL CHECK (means IN ('password', 'drawn', 'typed', 'witness')),
    name             TEXT NOT NULL,
    attitude         TEXT CHECK (attitude IN ('agree', 'disagree', 'refuse')),
    words            TEXT NOT NULL,
    witness_name     TEXT,
    witness_capacity TEXT,
    image            TEXT, -- SHA-256 of the drawn PNG
    digest           TEXT NOT NULL,
    signed_at        TEXT NOT NULL,
    voided_at        TEXT
  ) STRICT;
  CREATE INDEX signature_revision ON signature (revision_id, signed_at);
  CREATE UNIQUE INDEX signature_standing ON signature (revision_id, party) WHERE voided_at IS NULL;

  CREATE TABLE red_line (
    id              TEXT PRIMARY KEY,
    observation_id  TEXT NOT NULL REFERENCES observation (id),
    revision_id     TEXT NOT NULL REFERENCES observation_revision (id), -- in which it was recorded
    criterion       TEXT NOT NULL,
    clause          TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'rejected', 'retracted')),
    recorded_at     TEXT NOT NULL,
    recorded_by     TEXT NOT NULL REFERENCES user (id),
    statement       TEXT,
    statement_at    TEXT,
    decided_at      TEXT,
    decided_by      TEXT REFERENCES user (id),
    decision_reason TEXT,
    CHECK ((state IN ('confirmed', 'rejected')) = (decided_at IS NOT NULL)),
    CHECK (decided_by IS NULL OR decided_by <> recorded_by)
  ) STRICT;
  CREATE INDEX red_line_observation ON red_line (observation_id);
  CREATE INDEX red_line_pending ON red_line (recorded_at) WHERE state = 'pending';
  CREATE UNIQUE INDEX red_line_standing ON red_line (observation_id, criterion) WHERE state <> 'retracted';
`;

const OF_REVISION = ['answer', 'note', 'finding', 'evidence', 'introduction_stretch', 'signature'] as const;

/** Refuses every write to a table's rows whose revision is no longer open. */
const lock = (table: string): string =>
  (
    [
      ['INSERT', ['NEW']],
      ['UPDATE', ['OLD', 'NEW']],
      ['DELETE', ['OLD']],
    ] as const
  )
    .map(
      ([verb, rows]) => `
  CREATE TRIGGER ${table}_locked_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    WHEN ${rows
      .map((row) => `(SELECT state FROM observation_revision WHERE id = ${row}.revision_id) IS NOT 'open'`)
      .join(' OR ')}
    BEGIN SELECT RAISE(ABORT, 'the revision is locked'); END;`,
    )
    .join('');

const TRIGGERS = `
  ${OF_REVISION.map(lock).join('')}
  CREATE TRIGGER observation_revision_locked BEFORE UPDATE ON observation_revision WHEN OLD.state <> 'open'
    BEGIN SELECT RAISE(ABORT, 'the revision is locked'); END;
  CREATE TRIGGER observation_revision_kept BEFORE DELETE ON observation_revision
    BEGIN SELECT RAISE(ABORT, 'revisions are kept'); END;
  CREATE TRIGGER observation_pinned BEFORE UPDATE OF agent_id, branch_id, team, assessor_id, service_at, late_entry,
    standard_version_id, started_at ON observation WHEN OLD.state <> 'planned'
    BEGIN SELECT RAISE(ABORT, 'the observation has started'); END;
  CREATE TRIGGER observation_kept BEFORE DELETE ON observation
    BEGIN SELECT RAISE(ABORT, 'observations are kept'); END;
  CREATE TRIGGER red_line_decided BEFORE UPDATE ON red_line WHEN OLD.state <> 'pending'
    BEGIN SELECT RAISE(ABORT, 'the red line is decided'); END;
  CREATE TRIGGER red_line_kept BEFORE DELETE ON red_line
    BEGIN SELECT RAISE(ABORT, 'red lines are kept'); END;
`;

export const migration0040: Migration = {
  number: 40,
  up: (db: Connection) => {
    db.exec(TABLES);
    db.exec(TRIGGERS);
  },
};
