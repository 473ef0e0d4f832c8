// Assessments of a branch and period with their numbered results. What was computed is never changed; a finalised result is
// locked by triggers with its reviews and decisions, whatever the code above does.
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE assessment (
    id         TEXT PRIMARY KEY,
    branch_id  TEXT NOT NULL REFERENCES branch (id), -- with those below it
    kind       TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'year')),
    start_day  TEXT NOT NULL,
    end_day    TEXT NOT NULL CHECK (end_day > start_day), -- the first day after it
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES user (id),
    UNIQUE (branch_id, kind, start_day)
  ) STRICT;

  CREATE TABLE assessment_result (
    id            TEXT PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessment (id),
    number        INTEGER NOT NULL CHECK (number > 0),
    state         TEXT NOT NULL CHECK (state IN ('computed', 'inReview', 'finalised', 'superseded')),
    reason        TEXT, -- why it was computed again
    as_of         TEXT NOT NULL,
    computed_by   TEXT NOT NULL REFERENCES user (id),
    time_zone     TEXT NOT NULL,
    model_version INTEGER NOT NULL REFERENCES scoring_model (version),
    model_digest  TEXT NOT NULL,
    agents        INTEGER NOT NULL,
    finalised_at  TEXT,
    finalised_by  TEXT REFERENCES user (id),
    digest        TEXT, -- SHA-256 over the frozen result
    UNIQUE (assessment_id, number),
    CHECK (number = 1 OR reason IS NOT NULL),
    CHECK ((state = 'finalised') = (finalised_at IS NOT NULL)),
    CHECK ((state = 'finalised') = (finalised_by IS NOT NULL)),
    CHECK ((state = 'finalised') = (digest IS NOT NULL))
  ) STRICT;

  -- An agent's line of a result. score: all that was computed; evidence: what it was computed from, as JSON.
  CREATE TABLE assessment_agent (
    result_id     TEXT NOT NULL REFERENCES assessment_result (id),
    position      INTEGER NOT NULL, -- by employee number
    agent_id      TEXT NOT NULL REFERENCES agent (id),
    branch_id     TEXT NOT NULL REFERENCES branch (id), -- on the period's last day, as is team
    team          TEXT NOT NULL,
    composite     REAL,
    graded        REAL,
    grade         TEXT NOT NULL,
    vetoed        INTEGER NOT NULL CHECK (vetoed IN (0, 1)),
    sufficient    INTEGER NOT NULL CHECK (sufficient IN (0, 1)),
    sessions      INTEGER NOT NULL,
    coverage      REAL NOT NULL,
    low           REAL,
    high          REAL,
    ranking_value REAL,
    band          TEXT CHECK (band IN ('front', 'middle', 'rear')),
    pending       INTEGER NOT NULL, -- red lines that waited for a decision
    counts        TEXT NOT NULL, -- JSON: pieces of evidence by kind
    score         TEXT NOT NULL,
    evidence      TEXT NOT NULL,
    digest        TEXT NOT NULL, -- SHA-256 over the line
    PRIMARY KEY (result_id, agent_id)
  ) STRICT;
  CREATE INDEX assessment_agent_agent ON assessment_agent (agent_id);

  CREATE TABLE assessment_review (
    result_id   TEXT NOT NULL,
    agent_id    TEXT NOT NULL,
    reviewed_at TEXT NOT NULL,
    reviewed_by TEXT NOT NULL REFERENCES user (id),
    remark      TEXT NOT NULL,
    PRIMARY KEY (result_id, agent_id),
    FOREIGN KEY (result_id, agent_id) REFERENCES assessment_agent (result_id, agent_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE assessment_decision (
    id                TEXT PRIMARY KEY,
    result_id         TEXT NOT NULL,
    agent_id          TEXT NOT NULL,
    kind              TEXT NOT NULL CHECK (kind IN ('bonus', 'title', 'promotion', 'criticism', 'rectification', 'demotion')),
    name              TEXT NOT NULL,
    reason            TEXT NOT NULL CHECK (reason <> ''),
    decided_at        TEXT NOT NULL,
    decided_by        TEXT NOT NULL REFERENCES user (id),
    withdrawn_at      TEXT,
    withdrawn_by      TEXT REFERENCES user (id),
    withdrawal_reason TEXT,
    FOREIGN KEY (result_id, agent_id) REFERENCES assessment_agent (result_id, agent_id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
  ) STRICT;
  CREATE INDEX assessment_decision_agent ON assessment_decision (result_id, agent_id);
`;

const refuse = (name: string, event: string, table: string, when: string, why: string): string => `
  CREATE TRIGGER ${table}_${name} BEFORE ${event} ON ${table} ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

const kept = (table: string): string => refuse('kept', 'DELETE', table, '', 'assessments are kept');
const fixed = (table: string): string => refuse('fixed', 'UPDATE', table, '', 'what was computed is never changed');

/** Refuses writes to rows whose result is no longer open. */
const closed = (row: string, states: string): string =>
  `WHEN (SELECT state FROM assessment_result WHERE id = ${row}.result_id) NOT IN (${states})`;

const OPEN = `'computed', 'inReview'`;
const WHY = 'the result is closed';

const TRIGGERS = [
  ...['assessment', 'assessment_result', 'assessment_agent', 'assessment_decision'].map(kept),
  ...['assessment', 'assessment_agent'].map(fixed),
  refuse(
    'fixed',
    'UPDATE OF id, assessment_id, number, reason, as_of, computed_by, time_zone, model_version, model_digest, agents',
    'assessment_result',
    '',
    'what was computed is never changed',
  ),
  refuse('locked', 'UPDATE', 'assessment_result', `WHEN OLD.state NOT IN (${OPEN})`, WHY),
  refuse('locked_insert', 'INSERT', 'assessment_agent', closed('NEW', `'computed'`), WHY),
  ...['assessment_review', 'assessment_decision'].flatMap((table) => [
    refuse('locked_insert', 'INSERT', table, closed('NEW', OPEN), WHY),
    refuse('locked_update', 'UPDATE', table, closed('OLD', OPEN), WHY),
  ]),
  refuse('moved', 'UPDATE OF result_id, agent_id', 'assessment_review', '', WHY),
  refuse('locked_delete', 'DELETE', 'assessment_review', closed('OLD', OPEN), WHY),
  refuse(
    'said',
    'UPDATE OF id, result_id, agent_id, kind, name, reason, decided_at, decided_by',
    'assessment_decision',
    '',
    'a decision is withdrawn, not changed',
  ),
  refuse('over', 'UPDATE', 'assessment_decision', 'WHEN OLD.withdrawn_at IS NOT NULL', 'the decision is withdrawn'),
];

export const migration0120: Migration = {
  number: 120,
  up: (db) => {
    db.exec(TABLES);
    db.exec(TRIGGERS.join(''));
  },
};
