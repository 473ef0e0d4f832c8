// Appeals against items of a finalised result. What was filed and how it ended is never changed, and no row lowers a value.
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE appeal (
    id                  TEXT PRIMARY KEY,
    result_id           TEXT NOT NULL,
    agent_id            TEXT NOT NULL,
    branch_id           TEXT NOT NULL REFERENCES branch (id), -- as the result has it, as is team
    team                TEXT NOT NULL,
    kind                TEXT NOT NULL CHECK (kind IN ('session', 'review', 'redLine')),
    evidence_id         TEXT NOT NULL, -- of the session, the record review or the red line
    criterion           TEXT NOT NULL,
    standard_version_id TEXT NOT NULL REFERENCES standard_version (id),
    before              REAL NOT NULL CHECK (before BETWEEN 0 AND 1),
    score_before        REAL, -- graded composite of the result
    reason              TEXT NOT NULL CHECK (reason <> ''),
    filed_at            TEXT NOT NULL,
    filed_by            TEXT NOT NULL REFERENCES user (id),
    due_day             TEXT NOT NULL, -- last day of the decision
    state               TEXT NOT NULL CHECK (state IN ('filed', 'inHandling', 'kept', 'raised', 'withdrawn')),
    taken_at            TEXT,
    handler_id          TEXT REFERENCES user (id),
    ended_at            TEXT, -- decided or withdrawn
    ended_by            TEXT REFERENCES user (id),
    end_reason          TEXT,
    after               REAL CHECK (after <= 1),
    score_after         REAL,
    FOREIGN KEY (result_id, agent_id) REFERENCES assessment_agent (result_id, agent_id),
    CHECK ((handler_id IS NULL) = (taken_at IS NULL)),
    CHECK (state NOT IN ('inHandling', 'kept', 'raised') OR handler_id IS NOT NULL),
    CHECK ((state IN ('kept', 'raised', 'withdrawn')) = (ended_at IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL)),
    CHECK (state NOT IN ('kept', 'raised') OR ended_by = handler_id),
    CHECK ((state = 'raised') = (after IS NOT NULL) AND (after IS NULL OR after > before))
  ) STRICT;
  CREATE UNIQUE INDEX appeal_item ON appeal (kind, evidence_id, criterion) WHERE state <> 'withdrawn';
  CREATE INDEX appeal_agent ON appeal (agent_id, state);
  CREATE INDEX appeal_result ON appeal (result_id, agent_id);
  CREATE INDEX appeal_open ON appeal (due_day) WHERE state IN ('filed', 'inHandling');

  -- Who made or decided the evidence: none of them handles the appeal.
  CREATE TABLE appeal_assessor (
    appeal_id TEXT NOT NULL REFERENCES appeal (id),
    user_id   TEXT NOT NULL REFERENCES user (id),
    PRIMARY KEY (appeal_id, user_id)
  ) STRICT, WITHOUT ROWID;
`;

const refuse = (name: string, event: string, table: string, when: string, why: string): string => `
  CREATE TRIGGER ${table}_${name} BEFORE ${event} ON ${table} ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END;`;

const FILED = `id, result_id, agent_id, branch_id, team, kind, evidence_id, criterion, standard_version_id, before, score_before,
  reason, filed_at, filed_by, due_day`;

const TRIGGERS = [
  refuse('kept', 'DELETE', 'appeal', '', 'appeals are kept'),
  refuse('fixed', `UPDATE OF ${FILED}`, 'appeal', '', 'what was filed is never changed'),
  refuse('over', 'UPDATE', 'appeal', 'WHEN OLD.ended_at IS NOT NULL', 'the appeal has ended'),
  refuse(
    'frozen',
    'INSERT',
    'appeal',
    `WHEN (SELECT state FROM assessment_result WHERE id = NEW.result_id) <> 'finalised'`,
    'only a finalised result is appealed against',
  ),
  refuse(
    'other',
    'UPDATE OF handler_id',
    'appeal',
    'WHEN EXISTS (SELECT 1 FROM appeal_assessor x WHERE x.appeal_id = NEW.id AND x.user_id = NEW.handler_id)',
    'the original assessor handles no appeal',
  ),
  refuse('kept', 'DELETE', 'appeal_assessor', '', 'appeals are kept'),
  refuse('fixed', 'UPDATE', 'appeal_assessor', '', 'what was filed is never changed'),
];

export const migration0160: Migration = {
  number: 160,
  up: (db) => {
    db.exec(TABLES);
    db.exec(TRIGGERS.join(''));
  },
};
