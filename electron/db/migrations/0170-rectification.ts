// Findings recorded by hand, from surveys and from complaints; what is said in the ledger about a finding of any source; and
// rectifications with all that belongs to them. Every move is logged, and neither log nor verification is ever changed.
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE recorded_finding (
    id                  TEXT PRIMARY KEY,
    source              TEXT NOT NULL CHECK (source IN ('manual', 'survey', 'complaint')),
    source_id           TEXT CHECK ((source_id IS NULL) = (source = 'manual')),
    agent_id            TEXT NOT NULL REFERENCES agent (id),
    branch_id           TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day, as is team
    team                TEXT NOT NULL,
    occurred_at         TEXT NOT NULL,
    place               TEXT NOT NULL,
    service_content     TEXT NOT NULL,
    description         TEXT NOT NULL,
    scope_of_impact     TEXT NOT NULL,
    class               TEXT NOT NULL,
    criterion           TEXT,
    clause              TEXT,
    element             TEXT NOT NULL,
    severity            TEXT NOT NULL CHECK (severity IN ('minor', 'ordinary', 'serious')),
    digest              TEXT NOT NULL,
    recorded_at         TEXT NOT NULL,
    recorded_by         TEXT NOT NULL REFERENCES user (id),
    withdrawn_at        TEXT,
    withdrawn_by        TEXT REFERENCES user (id),
    withdraw_reason     TEXT,
    CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
  ) STRICT;
  CREATE INDEX recorded_finding_agent ON recorded_finding (agent_id, occurred_at);
  CREATE INDEX recorded_finding_source ON recorded_finding (source, source_id);
  CREATE INDEX finding_origin ON finding (origin_id);

  -- A finding of any source is named by its id; of an observation's by the id of its first writing.
  CREATE TABLE finding_mark (
    finding_id     TEXT PRIMARY KEY,
    element        TEXT,
    severity       TEXT CHECK (severity IN ('minor', 'ordinary', 'serious')),
    no_need_reason TEXT, -- no rectification is needed
    no_need_at     TEXT,
    no_need_by     TEXT REFERENCES user (id),
    CHECK ((element IS NULL) = (severity IS NULL)),
    CHECK ((no_need_reason IS NULL) = (no_need_at IS NULL) AND (no_need_at IS NULL) = (no_need_by IS NULL))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rectification (
    id                 TEXT PRIMARY KEY,
    title              TEXT NOT NULL CHECK (title <> ''),
    agent_id           TEXT NOT NULL REFERENCES agent (id), -- of its findings: it counts in this agent's appraisal
    branch_id          TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day of planning, as is team
    team               TEXT NOT NULL,
    state              TEXT NOT NULL
      CHECK (state IN ('planned', 'inProgress', 'submitted', 'verified', 'closed', 'withdrawn')),
    owner_kind         TEXT NOT NULL CHECK (owner_kind IN ('agent', 'user', 'person')),
    owner_user_id      TEXT REFERENCES user (id),
    owner_name         TEXT NOT NULL, -- of a person who is no user; else empty
    causes             TEXT NOT NULL, -- JSON: categories
    whys               TEXT NOT NULL, -- JSON
    root_cause         TEXT NOT NULL,
    measures           TEXT NOT NULL,
    requirements       TEXT NOT NULL,
    check_every        INTEGER CHECK (check_every BETWEEN 1 AND 90),
    effect_days        INTEGER NOT NULL CHECK (effect_days BETWEEN 1 AND 365),
    first_deadline     TEXT NOT NULL,
    deadline           TEXT NOT NULL CHECK (deadline >= first_deadline), -- in force
    revision           INTEGER NOT NULL DEFAULT 1,
    follows_id         TEXT REFERENCES rectification (id),
    planned_at         TEXT NOT NULL,
    planned_by         TEXT NOT NULL REFERENCES user (id),
    started_at         TEXT,
    done               TEXT,
    submitted_at       TEXT,
    submitted_by       TEXT REFERENCES user (id),
    verified_fact      TEXT,
    verified_reference TEXT,
    verified_at        TEXT,
    verified_by        TEXT REFERENCES user (id),
    next_steps         TEXT,
    closed_at          TEXT,
    closed_by          TEXT REFERENCES user (id),
    withdraw_reason    TEXT,
    withdrawn_at       TEXT,
    withdrawn_by       TEXT REFERENCES user (id),
    CHECK ((owner_kind = 'user') = (owner_user_id IS NOT NULL) AND (owner_kind = 'person') = (owner_name <> '')),
    CHECK (state <> 'submitted' OR (submitted_at IS NOT NULL AND done <> '')),
    CHECK ((state IN ('verified', 'closed')) = (verified_at IS NOT NULL)),
    CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
    CHECK (verified_by IS NULL OR (verified_by <> submitted_by AND verified_by IS NOT owner_user_id)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (next_steps IS NULL)),
    CHECK ((state = 'withdrawn') = (withdraw_reason IS NOT NULL))
  ) STRICT;
  CREATE INDEX rectification_agent ON rectification (agent_id, deadline);
  CREATE INDEX rectification_due ON rectification (deadline) WHERE state IN ('planned', 'inProgress', 'submitted');
  CREATE INDEX rectification_follows ON rectification (follows_id) WHERE follows_id IS NOT NULL;

  CREATE TABLE rectification_finding (
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    finding_id       TEXT NOT NULL,
    joined_at        TEXT NOT NULL,
    PRIMARY KEY (rectification_id, finding_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rectification_finding_finding ON rectification_finding (finding_id);

  CREATE TABLE rectification_move (
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    number           INTEGER NOT NULL CHECK (number > 0),
    move             TEXT NOT NULL,
    from_state       TEXT,
    to_state         TEXT NOT NULL,
    at               TEXT NOT NULL,
    by               TEXT NOT NULL REFERENCES user (id),
    reason           TEXT,
    PRIMARY KEY (rectification_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rectification_extension (
    id               TEXT PRIMARY KEY,
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    from_day         TEXT NOT NULL,
    to_day           TEXT NOT NULL CHECK (to_day > from_day),
    reason           TEXT NOT NULL CHECK (reason <> ''),
    asked_at         TEXT NOT NULL,
    asked_by         TEXT NOT NULL REFERENCES user (id),
    granted          INTEGER CHECK (granted IN (0, 1)),
    decided_at       TEXT,
    decided_by       TEXT REFERENCES user (id) CHECK (decided_by <> asked_by),
    decision_reason  TEXT,
    CHECK ((granted IS NULL) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
      AND (decided_at IS NULL) = (decision_reason IS NULL))
  ) STRICT;
  CREATE INDEX rectification_extension_of ON rectification_extension (rectification_id, asked_at);
  CREATE UNIQUE INDEX rectification_extension_asked ON rectification_extension (rectification_id) WHERE granted IS NULL;

  CREATE TABLE rectification_check (
    id               TEXT PRIMARY KEY,
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    day              TEXT NOT NULL,
    progress         TEXT NOT NULL CHECK (progress IN ('onTrack', 'slow', 'stuck')),
    note             TEXT NOT NULL,
    at               TEXT NOT NULL,
    by               TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX rectification_check_of ON rectification_check (rectification_id, day);

  CREATE TABLE rectification_file (
    id               TEXT PRIMARY KEY,
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    name             TEXT NOT NULL,
    caption          TEXT NOT NULL,
    type             TEXT NOT NULL CHECK (type IN ('image/jpeg', 'application/pdf')),
    sha256           TEXT NOT NULL,
    bytes            INTEGER NOT NULL,
    added_at         TEXT NOT NULL,
    added_by         TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX rectification_file_of ON rectification_file (rectification_id, added_at);

  CREATE TABLE rectification_effect (
    id               TEXT PRIMARY KEY,
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    effect           TEXT NOT NULL CHECK (effect IN ('solved', 'partly', 'notSolved', 'notAssessable')),
    proposed         TEXT NOT NULL,
    reason           TEXT NOT NULL CHECK (reason <> ''),
    before_count     INTEGER NOT NULL,
    before_mean      REAL,
    after_count      INTEGER NOT NULL,
    after_mean       REAL,
    at               TEXT NOT NULL,
    by               TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX rectification_effect_of ON rectification_effect (rectification_id, at);

  CREATE TABLE rectification_telling (
    id               TEXT PRIMARY KEY,
    rectification_id TEXT NOT NULL REFERENCES rectification (id),
    told             TEXT NOT NULL CHECK (told IN ('client', 'manager', 'agent')),
    at               TEXT,
    way              TEXT,
    why              TEXT, -- not told
    recorded_at      TEXT NOT NULL,
    by               TEXT NOT NULL REFERENCES user (id),
    CHECK ((at IS NULL) = (way IS NULL) AND (at IS NULL) = (why IS NOT NULL))
  ) STRICT;
  CREATE INDEX rectification_telling_of ON rectification_telling (rectification_id, told, recorded_at);
`;

const refuse = (table: string, name: string, event: string, when: string, why: string): string => `
  CREATE TRIGGER ${table}_${name} BEFORE ${event} ON ${table} ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

const KEPT_ROWS = ['rectification_move', 'rectification_check', 'rectification_effect', 'rectification_telling'];

const TRIGGERS = [
  ...KEPT_ROWS.flatMap((table) => [
    refuse(table, 'fixed', 'UPDATE', '', 'what was recorded is never changed'),
    refuse(table, 'kept', 'DELETE', '', 'what was recorded is kept'),
  ]),
  refuse('recorded_finding', 'kept', 'DELETE', '', 'findings are kept'),
  refuse(
    // The words may be blanked by a purge of personal data.
    'recorded_finding',
    'fixed',
    `UPDATE OF id, source, source_id, agent_id, branch_id, team, occurred_at, class, criterion, clause, element, severity,
      digest, recorded_at, recorded_by`,
    '',
    'a finding is withdrawn, never changed',
  ),
  refuse('rectification', 'kept', 'DELETE', '', 'rectifications are kept'),
  refuse(
    'rectification',
    'ended',
    'UPDATE',
    `WHEN OLD.state IN ('closed', 'withdrawn')`,
    'the rectification has ended',
  ),
  refuse(
    'rectification',
    'pinned',
    'UPDATE OF agent_id, branch_id, team, first_deadline, follows_id, planned_at, planned_by',
    '',
    'what was planned stays',
  ),
  refuse(
    'rectification',
    'proved',
    'UPDATE OF verified_at, verified_by, verified_fact, verified_reference, deadline',
    'WHEN OLD.verified_at IS NOT NULL',
    'the rectification is verified',
  ),
  refuse('rectification_extension', 'decided', 'UPDATE', 'WHEN OLD.granted IS NOT NULL', 'the extension is decided'),
  refuse('rectification_extension', 'kept', 'DELETE', '', 'extensions are kept'),
  refuse(
    'rectification_file',
    'kept',
    'DELETE',
    `WHEN (SELECT state FROM rectification WHERE id = OLD.rectification_id) NOT IN ('inProgress', 'submitted')`,
    'the evidence is kept',
  ),
  refuse('rectification_finding', 'kept', 'DELETE', '', 'findings stay joined'),
];

export const migration0170: Migration = {
  number: 170,
  up: (db) => {
    db.exec(TABLES);
    db.exec(TRIGGERS.join(''));
  },
};
