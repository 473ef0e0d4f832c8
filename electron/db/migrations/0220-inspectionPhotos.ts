// Photos on the problem records of record reviews (4.2) and patrols (8.2), one table for both kinds. They go with their
// record, and with a submitted or withdrawn inspection they are locked by triggers.
import type { Connection } from '../connection.ts';
import type { Migration } from './migration.ts';

const TABLE = `
  CREATE TABLE inspection_photo (
    id         TEXT PRIMARY KEY,
    source     TEXT NOT NULL CHECK (source IN ('record', 'patrol')),
    source_id  TEXT NOT NULL,
    agent_id   TEXT NOT NULL,
    criterion  TEXT NOT NULL,
    caption    TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    consent_at TEXT NOT NULL,
    added_at   TEXT NOT NULL,
    added_by   TEXT NOT NULL REFERENCES user (id),
    FOREIGN KEY (source, source_id, agent_id, criterion)
      REFERENCES inspection_finding (source, source_id, agent_id, criterion)
  ) STRICT;
  CREATE INDEX inspection_photo_source ON inspection_photo (source, source_id);
`;

const open = (row: string): string => `CASE ${row}.source
  WHEN 'record' THEN (SELECT state FROM record_review WHERE id = ${row}.source_id)
  ELSE (SELECT state FROM patrol WHERE id = ${row}.source_id) END`;

const TRIGGERS = (
  [
    ['INSERT', ['NEW']],
    ['UPDATE', ['OLD', 'NEW']],
    ['DELETE', ['OLD']],
  ] as const
)
  .map(
    ([verb, rows]) => `
  CREATE TRIGGER inspection_photo_${verb.toLowerCase()} BEFORE ${verb} ON inspection_photo
    WHEN ${rows.map((row) => `${open(row)} IS NOT 'inProgress'`).join(' OR ')}
    BEGIN SELECT RAISE(ABORT, 'the inspection is locked'); END;`,
  )
  .join('');

export const migration0220: Migration = {
  number: 220,
  up: (db: Connection) => {
    db.exec(TABLE);
    db.exec(TRIGGERS);
  },
};
