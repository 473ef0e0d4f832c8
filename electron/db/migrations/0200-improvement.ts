// Improvement measures (4.3, 6.5), departments and their shares of the supervision work, and reports of it (8.1). What was measured,
// set or issued is never changed.
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE improvement (
    id            TEXT PRIMARY KEY,
    number        INTEGER NOT NULL UNIQUE CHECK (number > 0),
    branch_id     TEXT NOT NULL REFERENCES branch (id),
    title         TEXT NOT NULL CHECK (title <> ''),
    kind          TEXT NOT NULL CHECK (kind IN ('process', 'training', 'standard', 'system')),
    state         TEXT NOT NULL CHECK (state IN ('proposed', 'underway', 'done', 'evaluated', 'dropped')),
    problem       TEXT, -- JSON: the frequent problem as it was then
    cause         TEXT NOT NULL CHECK (cause <> ''),
    measure       TEXT NOT NULL CHECK (measure <> ''),
    owner_id      TEXT NOT NULL REFERENCES user (id),
    deadline      TEXT NOT NULL, -- last day
    figure        TEXT NOT NULL, -- JSON
    target        REAL NOT NULL CHECK (target >= 0),
    days          INTEGER NOT NULL CHECK (days > 0),
    measured_before TEXT, -- JSON
    measured_after  TEXT,
    verdict       TEXT CHECK (verdict IN ('met', 'partly', 'not')),
    proposed_at   TEXT NOT NULL,
    proposed_by   TEXT NOT NULL REFERENCES user (id),
    started_at    TEXT,
    done_at       TEXT,
    result        TEXT, -- what was done
    ended_at      TEXT, -- evaluated or dropped
    ended_by      TEXT REFERENCES user (id),
    end_reason    TEXT,
    CHECK ((measured_before IS NULL) = (started_at IS NULL)),
    CHECK (state NOT IN ('underway', 'done', 'evaluated') OR started_at IS NOT NULL),
    CHECK (state NOT IN ('done', 'evaluated') OR done_at IS NOT NULL),
    CHECK ((done_at IS NULL) = (result IS NULL)),
    CHECK ((state = 'evaluated') = (verdict IS NOT NULL) AND (verdict IS NULL) = (measured_after IS NULL)),
    CHECK ((state IN ('evaluated', 'dropped')) = (ended_at IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
  ) STRICT;
  CREATE INDEX improvement_branch ON improvement (branch_id, proposed_at);

  CREATE TABLE supervision_membership (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES user (id),
    department TEXT CHECK (department IN ('customerService', 'compliance', 'humanResources', 'business')), -- null: none
    from_day   TEXT NOT NULL,
    set_at     TEXT NOT NULL,
    set_by     TEXT NOT NULL REFERENCES user (id)
  ) STRICT;
  CREATE INDEX supervision_membership_user ON supervision_membership (user_id, from_day, id);

  CREATE TABLE supervision_shares (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    from_day TEXT NOT NULL,
    shares   TEXT NOT NULL, -- JSON: percent by department, together 100
    reason   TEXT NOT NULL CHECK (reason <> ''),
    set_at   TEXT NOT NULL,
    set_by   TEXT NOT NULL REFERENCES user (id)
  ) STRICT;

  CREATE TABLE supervision_report (
    id         TEXT PRIMARY KEY,
    branch_id  TEXT NOT NULL REFERENCES branch (id),
    kind       TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'year')),
    start_day  TEXT NOT NULL,
    end_day    TEXT NOT NULL, -- the first day after it
    summary    TEXT NOT NULL,
    next_steps TEXT NOT NULL,
    opened_at  TEXT NOT NULL,
    opened_by  TEXT NOT NULL REFERENCES user (id),
    UNIQUE (branch_id, kind, start_day)
  ) STRICT;

  CREATE TABLE supervision_issue (
    report_id TEXT NOT NULL REFERENCES supervision_report (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    content   TEXT NOT NULL, -- canonical JSON
    digest    TEXT NOT NULL, -- SHA-256 of it
    reason    TEXT,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (report_id, number),
    CHECK ((number = 1) = (reason IS NULL))
  ) STRICT, WITHOUT ROWID;
`;

const refuse = (name: string, event: string, table: string, when: string, why: string): string => `
  CREATE TRIGGER ${table}_${name} BEFORE ${event} ON ${table} ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

const PROPOSED =
  'number, branch_id, title, kind, problem, cause, measure, figure, target, days, proposed_at, proposed_by';

const KEPT = ['supervision_membership', 'supervision_shares', 'supervision_issue'].flatMap((table) => [
  refuse('kept', 'DELETE', table, '', 'it is kept'),
  refuse('fixed', 'UPDATE', table, '', 'it is never changed'),
]);

const TRIGGERS = [
  refuse('kept', 'DELETE', 'improvement', '', 'measures are kept'),
  refuse('over', 'UPDATE', 'improvement', 'WHEN OLD.ended_at IS NOT NULL', 'the measure has ended'),
  refuse(
    'fixed',
    `UPDATE OF ${PROPOSED}`,
    'improvement',
    `WHEN OLD.state <> 'proposed'`,
    'figure and target stand from the start',
  ),
  refuse(
    'measured',
    'UPDATE OF measured_before',
    'improvement',
    'WHEN OLD.measured_before IS NOT NULL AND NEW.measured_before IS NOT OLD.measured_before',
    'what was measured before stands',
  ),
  refuse('kept', 'DELETE', 'supervision_report', '', 'reports are kept'),
  refuse(
    'fixed',
    'UPDATE OF id, branch_id, kind, start_day, end_day, opened_at, opened_by',
    'supervision_report',
    '',
    'a report keeps its period',
  ),
  ...KEPT,
];

export const migration0200: Migration = {
  number: 200,
  up: (db) => {
    db.exec(TABLES);
    db.exec(TRIGGERS.join(''));
  },
};
