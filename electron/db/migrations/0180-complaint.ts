// Complaints through the seven states of 6.2, in rounds, with people, inquiries, notices and evidence; what each table keeps of
// persons and for how long. A round that the joint review has ended keeps its decision, a move is never taken back, and a case is
// closed only with a round that passed.
import type { Migration } from './migration.ts';

const CASE = `
  CREATE TABLE complaint (
    id                    TEXT PRIMARY KEY,
    number                TEXT NOT NULL UNIQUE,
    state                 TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'classified', 'investigated', 'handled',
                            'answered', 'reviewed', 'archived')),
    ended                 TEXT CHECK (ended IN ('closed', 'withdrawn')),
    round                 INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
    joined_to_id          TEXT REFERENCES complaint (id) CHECK (joined_to_id <> id), -- always a case that is not joined itself
    joined_at             TEXT,
    channel               TEXT NOT NULL CHECK (channel IN ('phone', 'mail', 'online', 'onSite')),
    received_at           TEXT NOT NULL,
    day                   TEXT NOT NULL, -- of receipt
    registered_at         TEXT NOT NULL,
    registered_by         TEXT NOT NULL REFERENCES user (id),
    category              TEXT NOT NULL,
    subclass              TEXT,
    element               TEXT,
    agent_id              TEXT REFERENCES agent (id),
    branch_id             TEXT NOT NULL REFERENCES branch (id), -- as of the day, as is team
    team                  TEXT NOT NULL,
    content               TEXT NOT NULL,
    repeated              INTEGER NOT NULL CHECK (repeated IN (0, 1)),
    handler_id            TEXT REFERENCES user (id),
    accepted_at           TEXT,
    first_investigated_at TEXT,
    conclusion            TEXT CHECK (conclusion IN ('notUpheld', 'minor', 'ordinary', 'serious')), -- reviewed or re-examined
    decided_at            TEXT, -- from when it has been upheld
    archive_number        TEXT UNIQUE,
    archived_at           TEXT,
    withdrawn_at          TEXT,
    withdrawal_way        TEXT,
    withdrawal_proof      TEXT,
    withdrawal_file_id    TEXT,
    purged_at             TEXT,
    revision              INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'archived') = (ended IS NOT NULL)),
    CHECK ((ended IS NULL) = (archived_at IS NULL)),
    CHECK ((ended IS NULL) = (archive_number IS NULL)),
    CHECK ((ended IS 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((joined_to_id IS NULL) = (joined_at IS NULL)),
    CHECK (decided_at IS NULL OR conclusion IS NOT NULL)
  ) STRICT;
  CREATE INDEX complaint_day ON complaint (day);
  CREATE INDEX complaint_agent ON complaint (agent_id, accepted_at);
  CREATE INDEX complaint_joined ON complaint (joined_to_id) WHERE joined_to_id IS NOT NULL;
  CREATE INDEX complaint_open ON complaint (received_at) WHERE state <> 'archived';
  CREATE INDEX complaint_archived ON complaint (archived_at) WHERE state = 'archived';

  CREATE TABLE complaint_person (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    contact      TEXT NOT NULL,
    contact_key  TEXT, -- salted digest: finds the same complainant again
    UNIQUE (complaint_id, position)
  ) STRICT;
  CREATE INDEX complaint_person_contact ON complaint_person (contact_key) WHERE contact_key IS NOT NULL;

  CREATE TABLE complaint_subject (
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    user_id      TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (complaint_id, user_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE complaint_interest (
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    user_id      TEXT NOT NULL REFERENCES user (id),
    reason       TEXT NOT NULL,
    at           TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (complaint_id, user_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE complaint_handler (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    user_id      TEXT NOT NULL REFERENCES user (id),
    reason       TEXT NOT NULL,
    at           TEXT NOT NULL,
    assigned_by  TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_handler_case ON complaint_handler (complaint_id);
`;

const COURSE = `
  CREATE TABLE complaint_round (
    complaint_id    TEXT NOT NULL REFERENCES complaint (id),
    round           INTEGER NOT NULL,
    started_at      TEXT NOT NULL,
    findings        TEXT NOT NULL DEFAULT '',
    cause           TEXT,
    investigated_at TEXT,
    investigated_by TEXT REFERENCES user (id),
    conclusion      TEXT CHECK (conclusion IN ('notUpheld', 'minor', 'ordinary', 'serious')),
    basis           TEXT NOT NULL DEFAULT '',
    measures        TEXT NOT NULL DEFAULT '[]', -- JSON
    handled_at      TEXT,
    handled_by      TEXT REFERENCES user (id),
    letter          TEXT NOT NULL, -- JSON: its parts
    answered_at     TEXT,
    answered_by     TEXT REFERENCES user (id),
    outcome         TEXT CHECK (outcome IN ('passed', 'sentBack', 'newFacts')),
    reviewed_at     TEXT,
    reviewed_by     TEXT REFERENCES user (id),
    remark          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (complaint_id, round),
    CHECK ((conclusion IS NULL) = (handled_at IS NULL)),
    CHECK (answered_at IS NULL OR handled_at IS NOT NULL),
    CHECK (outcome IS NOT 'passed' OR (answered_at IS NOT NULL AND reviewed_at IS NOT NULL))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE complaint_inquiry (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    round        INTEGER NOT NULL,
    department   TEXT NOT NULL,
    method       TEXT NOT NULL,
    at           TEXT NOT NULL,
    made_by      TEXT NOT NULL,
    finding      TEXT NOT NULL,
    file_ids     TEXT NOT NULL, -- JSON
    recorded_by  TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_inquiry_case ON complaint_inquiry (complaint_id, round);

  CREATE TABLE complaint_verdict (
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    round        INTEGER NOT NULL,
    department   TEXT NOT NULL CHECK (department IN ('customerService', 'businessManagement', 'audit')),
    made_by      TEXT NOT NULL,
    reasonable   INTEGER NOT NULL CHECK (reasonable IN (0, 1)),
    by_rules     INTEGER NOT NULL CHECK (by_rules IN (0, 1)),
    rights_kept  INTEGER NOT NULL CHECK (rights_kept IN (0, 1)),
    remark       TEXT NOT NULL,
    at           TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (complaint_id, round, department)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE complaint_file (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    round        INTEGER NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('photo', 'document', 'reference')),
    caption      TEXT NOT NULL,
    sha256       TEXT CHECK ((sha256 IS NULL) = (kind = 'reference')),
    bytes        INTEGER NOT NULL,
    added_at     TEXT NOT NULL,
    added_by     TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_file_case ON complaint_file (complaint_id, added_at);

  -- Proof that complainants were told; complaint_id is the case that they complained under, case_id the one that is handled.
  CREATE TABLE complaint_notice (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES complaint (id),
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    round        INTEGER NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('answer', 'extension', 'review')),
    way          TEXT NOT NULL,
    at           TEXT NOT NULL,
    proof        TEXT NOT NULL,
    file_id      TEXT,
    recorded_by  TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_notice_case ON complaint_notice (case_id, round);
  CREATE INDEX complaint_notice_of ON complaint_notice (complaint_id, kind);

  CREATE TABLE complaint_term (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    kind         TEXT NOT NULL CHECK (kind IN ('complex', 'extension', 'newFacts')),
    at           TEXT NOT NULL,
    reason       TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_term_case ON complaint_term (complaint_id, at);

  CREATE TABLE complaint_pause (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    kind         TEXT NOT NULL CHECK (kind IN ('appraisal', 'mediation')),
    from_day     TEXT NOT NULL,
    until_day    TEXT CHECK (until_day > from_day), -- the day of resumption
    reason       TEXT NOT NULL,
    at           TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id),
    resumed_by   TEXT REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_pause_case ON complaint_pause (complaint_id);
  CREATE UNIQUE INDEX complaint_pause_open ON complaint_pause (complaint_id) WHERE until_day IS NULL;

  CREATE TABLE complaint_reexamination (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    asked_on     TEXT NOT NULL,
    way          TEXT NOT NULL,
    grounds      TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id),
    answered_on  TEXT CHECK (answered_on >= asked_on),
    answered_by  TEXT REFERENCES user (id),
    outcome      TEXT CHECK (outcome IN ('kept', 'changed')),
    conclusion   TEXT CHECK ((conclusion IS NOT NULL) = (outcome IS 'changed')),
    words        TEXT NOT NULL DEFAULT '',
    notice_way   TEXT,
    proof        TEXT NOT NULL DEFAULT '',
    CHECK ((answered_on IS NULL) = (outcome IS NULL))
  ) STRICT;
  CREATE INDEX complaint_reexamination_case ON complaint_reexamination (complaint_id);
  CREATE UNIQUE INDEX complaint_reexamination_open ON complaint_reexamination (complaint_id) WHERE answered_on IS NULL;

  CREATE TABLE complaint_visit (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    at           TEXT NOT NULL,
    way          TEXT NOT NULL,
    satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
    words        TEXT NOT NULL,
    recorded_by  TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX complaint_visit_case ON complaint_visit (complaint_id, at);

  CREATE TABLE complaint_move (
    id           TEXT PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id),
    step         TEXT NOT NULL,
    from_state   TEXT NOT NULL,
    to_state     TEXT NOT NULL,
    round        INTEGER NOT NULL,
    at           TEXT NOT NULL,
    moved_by     TEXT NOT NULL REFERENCES user (id),
    reason       TEXT NOT NULL
  ) STRICT;
  CREATE INDEX complaint_move_case ON complaint_move (complaint_id, at);
`;

const GUARDS = `
  CREATE TRIGGER complaint_kept BEFORE DELETE ON complaint
    BEGIN SELECT RAISE(ABORT, 'complaints are kept'); END;
  CREATE TRIGGER complaint_ended BEFORE UPDATE OF state, ended, archived_at, archive_number, round ON complaint
    WHEN OLD.state = 'archived' BEGIN SELECT RAISE(ABORT, 'the complaint is archived'); END;
  CREATE TRIGGER complaint_closed BEFORE UPDATE OF ended ON complaint
    WHEN NEW.ended = 'closed' AND NOT EXISTS (SELECT 1 FROM complaint_round r WHERE r.complaint_id = NEW.id
      AND r.round = NEW.round AND r.outcome = 'passed')
    BEGIN SELECT RAISE(ABORT, 'the complaint was not reviewed'); END;
  CREATE TRIGGER complaint_round_kept BEFORE DELETE ON complaint_round
    BEGIN SELECT RAISE(ABORT, 'rounds are kept'); END;
  CREATE TRIGGER complaint_round_ended BEFORE UPDATE OF conclusion, cause, handled_at, answered_at, outcome, reviewed_at
    ON complaint_round WHEN OLD.outcome IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the round has ended'); END;
  CREATE TRIGGER complaint_move_kept BEFORE DELETE ON complaint_move
    BEGIN SELECT RAISE(ABORT, 'moves are kept'); END;
  CREATE TRIGGER complaint_move_fixed BEFORE UPDATE OF step, from_state, to_state, round, at, moved_by ON complaint_move
    BEGIN SELECT RAISE(ABORT, 'moves are kept'); END;
`;

const RETENTION = `
  CREATE TABLE retention_rule (
    subject TEXT PRIMARY KEY,
    months  INTEGER NOT NULL CHECK (months > 0)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE purge_run (
    id      TEXT PRIMARY KEY,
    at      TEXT NOT NULL,
    run_by  TEXT NOT NULL REFERENCES user (id),
    subject TEXT NOT NULL,
    months  INTEGER NOT NULL,
    before  TEXT NOT NULL, -- day: what was used last before it
    rows    INTEGER NOT NULL,
    names   INTEGER NOT NULL,
    texts   INTEGER NOT NULL,
    files   INTEGER NOT NULL
  ) STRICT;
`;

// A purge may blank the client of a submitted revision; nothing else of it ever changes.
const CLIENTS = `
  DROP TRIGGER observation_revision_locked;
  CREATE TRIGGER observation_revision_locked BEFORE UPDATE OF id, observation_id, number, state, reason, created_at, created_by,
    kind, occasion, setting, place, notice_at, manual_minutes, position, position_turn, saved_at, signed, submitted_at, digest,
    score, introduction_minutes ON observation_revision WHEN OLD.state <> 'open'
    BEGIN SELECT RAISE(ABORT, 'the revision is locked'); END;
  CREATE TRIGGER observation_revision_client BEFORE UPDATE OF client ON observation_revision
    WHEN OLD.state <> 'open' AND NEW.client <> '' BEGIN SELECT RAISE(ABORT, 'the revision is locked'); END;
`;

export const migration0180: Migration = {
  number: 180,
  up: (db) => {
    for (const part of [CASE, COURSE, GUARDS, RETENTION, CLIENTS]) db.exec(part);
  },
};
