// Daily patrols (8.2): who was looked at where, cell by cell. What was submitted is locked by triggers.
import type { Connection } from '../connection.ts';
import type { Migration } from './migration.ts';

const TABLES = `
  CREATE TABLE patrol (
    id                  TEXT PRIMARY KEY,
    place               TEXT NOT NULL,
    at                  TEXT NOT NULL,
    day                 TEXT NOT NULL,
    patroller_id        TEXT NOT NULL REFERENCES user (id),
    standard_version_id TEXT NOT NULL REFERENCES standard_version (id),
    criteria            TEXT NOT NULL, -- JSON: codes of those chosen, in order
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
  CREATE INDEX patrol_day ON patrol (day, id);
  CREATE INDEX patrol_patroller ON patrol (patroller_id, day);

  CREATE TABLE patrol_agent (
    patrol_id TEXT NOT NULL REFERENCES patrol (id),
    agent_id  TEXT NOT NULL REFERENCES agent (id),
    number    INTEGER NOT NULL CHECK (number > 0),
    branch_id TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day of the patrol, as is team
    team      TEXT NOT NULL,
    PRIMARY KEY (patrol_id, agent_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX patrol_agent_agent ON patrol_agent (agent_id);

  CREATE TABLE patrol_cell (
    patrol_id   TEXT NOT NULL REFERENCES patrol (id),
    agent_id    TEXT NOT NULL,
    criterion   TEXT NOT NULL,
    passed      INTEGER CHECK (passed IN (0, 1)), -- null: not applicable
    answered_at TEXT NOT NULL,
    PRIMARY KEY (patrol_id, agent_id, criterion),
    FOREIGN KEY (patrol_id, agent_id) REFERENCES patrol_agent (patrol_id, agent_id)
  ) STRICT, WITHOUT ROWID;
`;

const open = (column: string) => (row: string) =>
  `(SELECT state FROM patrol WHERE id = ${row}.${column}) IS NOT 'inProgress'`;

/** Refuses every write to rows of a patrol that is no longer in progress; `when` narrows to those rows. */
const lock = (table: string, locked: (row: string) => string, when: (row: string) => string = () => '1'): string =>
  (
    [
      ['INSERT', ['NEW']],
      ['UPDATE', ['OLD', 'NEW']],
      ['DELETE', ['OLD']],
    ] as const
  )
    .map(
      ([verb, rows]) => `
  CREATE TRIGGER ${table}_patrol_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    WHEN ${rows.map((row) => `(${when(row)} AND ${locked(row)})`).join(' OR ')}
    BEGIN SELECT RAISE(ABORT, 'the patrol is locked'); END;`,
    )
    .join('');

const TRIGGERS = `
  ${lock('patrol_agent', open('patrol_id'))}
  ${lock('patrol_cell', open('patrol_id'))}
  ${lock('inspection_finding', open('source_id'), (row) => `${row}.source = 'patrol'`)}
  CREATE TRIGGER patrol_locked BEFORE UPDATE ON patrol
    WHEN OLD.state = 'withdrawn' OR (OLD.state = 'submitted' AND (NEW.state <> 'withdrawn' OR OLD.digest <> NEW.digest
      OR OLD.submitted_at <> NEW.submitted_at OR OLD.patroller_id <> NEW.patroller_id OR OLD.at <> NEW.at
      OR OLD.place <> NEW.place))
    BEGIN SELECT RAISE(ABORT, 'the patrol is locked'); END;
  CREATE TRIGGER patrol_kept BEFORE DELETE ON patrol
    BEGIN SELECT RAISE(ABORT, 'patrols are kept'); END;
`;

export const migration0090: Migration = {
  number: 90,
  up: (db: Connection) => {
    db.exec(TABLES);
    db.exec(TRIGGERS);
  },
};
