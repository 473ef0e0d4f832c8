// Calibration: two or more assessors score one service without seeing each other. Their sessions are observations that
// name the calibration; once it has ended, it and its people stay as they are.
import type { Migration } from './migration.ts';

export const migration0130: Migration = {
  number: 130,
  up: (db) => {
    db.exec(`
      CREATE TABLE calibration (
        id                  TEXT PRIMARY KEY,
        agent_id            TEXT NOT NULL REFERENCES agent (id),
        branch_id           TEXT NOT NULL REFERENCES branch (id), -- of the agent on the service day, as is team
        team                TEXT NOT NULL,
        day                 TEXT NOT NULL,
        service_at          TEXT NOT NULL,
        kind                TEXT NOT NULL,
        occasion            TEXT NOT NULL,
        setting             TEXT NOT NULL,
        place               TEXT NOT NULL,
        client              TEXT NOT NULL, -- as typed; masked whenever it is read
        standard_version_id TEXT NOT NULL REFERENCES standard_version (id),
        state               TEXT NOT NULL CHECK (state IN ('open', 'complete', 'closed')),
        created_at          TEXT NOT NULL,
        created_by          TEXT NOT NULL REFERENCES user (id),
        ended_at            TEXT,
        ended_by            TEXT REFERENCES user (id),
        end_reason          TEXT,
        CHECK ((state = 'open') = (ended_at IS NULL))
      ) STRICT;
      CREATE INDEX calibration_branch ON calibration (branch_id, day, id);
      CREATE TABLE calibration_assessor (
        calibration_id TEXT NOT NULL REFERENCES calibration (id),
        user_id        TEXT NOT NULL REFERENCES user (id),
        PRIMARY KEY (calibration_id, user_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX calibration_assessor_user ON calibration_assessor (user_id);

      ALTER TABLE observation ADD COLUMN calibration_id TEXT REFERENCES calibration (id);
      CREATE UNIQUE INDEX observation_calibration ON observation (calibration_id, assessor_id)
        WHERE calibration_id IS NOT NULL AND state <> 'withdrawn';

      CREATE TRIGGER observation_calibration_fixed BEFORE UPDATE OF calibration_id ON observation
        BEGIN SELECT RAISE(ABORT, 'a session stays in its calibration'); END;
      CREATE TRIGGER calibration_fixed BEFORE UPDATE OF agent_id, branch_id, team, day, service_at, standard_version_id
        ON calibration BEGIN SELECT RAISE(ABORT, 'a calibration is fixed'); END;
      CREATE TRIGGER calibration_ended BEFORE UPDATE ON calibration WHEN OLD.state <> 'open'
        BEGIN SELECT RAISE(ABORT, 'the calibration has ended'); END;
      CREATE TRIGGER calibration_kept BEFORE DELETE ON calibration
        BEGIN SELECT RAISE(ABORT, 'calibrations are kept'); END;
      CREATE TRIGGER calibration_assessor_fixed BEFORE UPDATE ON calibration_assessor
        BEGIN SELECT RAISE(ABORT, 'the assessors of a calibration are fixed'); END;
      CREATE TRIGGER calibration_assessor_kept BEFORE DELETE ON calibration_assessor
        BEGIN SELECT RAISE(ABORT, 'the assessors of a calibration are fixed'); END;
    `);
  },
};
