// Users, settings, the audit chain, and the logs of exports and backups.
import type { Migration } from './migration.ts';

export const migration0010: Migration = {
  number: 10,
  up: (db) => {
    db.exec(`
      CREATE TABLE setting (
        key   TEXT PRIMARY KEY,
        value TEXT NOT NULL -- JSON
      ) STRICT;

      CREATE TABLE user (
        id             TEXT PRIMARY KEY,
        login          TEXT NOT NULL COLLATE NOCASE UNIQUE,
        name           TEXT NOT NULL,
        password       TEXT NOT NULL, -- algorithm, parameters, salt and key in one string
        must_change    INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
        status         TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
        failures       INTEGER NOT NULL DEFAULT 0, -- wrong passwords in a row
        locked_until   TEXT,
        last_sign_in   TEXT,
        created_at     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE user_role (
        user_id TEXT NOT NULL REFERENCES user (id),
        role    TEXT NOT NULL CHECK (role IN ('assessor', 'supervisor', 'manager', 'headquarters', 'administrator')),
        PRIMARY KEY (user_id, role)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE recovery_code (
        id         INTEGER PRIMARY KEY CHECK (id = 1),
        hash       TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      -- Hash chain: hash = SHA-256 over the previous hash and this entry. Never personal values, see db/audit.ts.
      CREATE TABLE audit_entry (
        seq       INTEGER PRIMARY KEY,
        at        TEXT NOT NULL,
        actor_id  TEXT,
        action    TEXT NOT NULL,
        entity    TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        details   TEXT NOT NULL,
        hash      TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, seq);
      CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
      CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

      CREATE TABLE audit_salt (
        id    INTEGER PRIMARY KEY CHECK (id = 1),
        value TEXT NOT NULL
      ) STRICT;

      -- Every file that leaves the console: who, when, what, masked or not, with the digest of its data.
      CREATE TABLE export (
        id       TEXT PRIMARY KEY,
        at       TEXT NOT NULL,
        user_id  TEXT NOT NULL REFERENCES user (id),
        kind     TEXT NOT NULL,
        title    TEXT NOT NULL,
        path     TEXT NOT NULL,
        rows     INTEGER NOT NULL,
        masked   INTEGER NOT NULL CHECK (masked IN (0, 1)),
        reason   TEXT, -- why unmasked
        digest   TEXT,
        facts    TEXT NOT NULL -- JSON: branch, period, language, versions
      ) STRICT;
      CREATE INDEX export_at ON export (at);

      CREATE TABLE backup (
        id             TEXT PRIMARY KEY,
        path           TEXT NOT NULL,
        at             TEXT NOT NULL,
        bytes          INTEGER NOT NULL,
        evidence_files INTEGER NOT NULL,
        kind           TEXT NOT NULL CHECK (kind IN ('manual', 'daily', 'beforeMigration'))
      ) STRICT;
    `);
  },
};
