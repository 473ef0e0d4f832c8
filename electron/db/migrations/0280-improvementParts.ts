// Who owned a measure since its start and who measured it then: none of them judges it (4.3). And the version of the standard that a
// measure changes. What measures had before is taken from the audit log.
import type { Migration } from './migration.ts';

/** Entries of started measures that name an owner: the last before the start, and every one after it. */
const PARTS = `
  INSERT OR IGNORE INTO improvement_part (improvement_id, user_id, part, since)
    SELECT i.id, i.owner_id, 'owned', i.started_at FROM improvement i WHERE i.started_at IS NOT NULL;
  INSERT OR IGNORE INTO improvement_part (improvement_id, user_id, part, since)
    SELECT i.id, user.id, 'measured', i.started_at FROM improvement i
      JOIN audit_entry e ON e.entity = 'improvement' AND e.entity_id = i.id AND e.action = 'improvement.started'
      JOIN user ON user.id = e.actor_id;
  INSERT OR IGNORE INTO improvement_part (improvement_id, user_id, part, since)
    SELECT i.id, user.id, 'owned', e.at FROM improvement i
      JOIN audit_entry e ON e.entity = 'improvement' AND e.entity_id = i.id
      JOIN user ON user.id = json_extract(e.details, '$.owner')
    WHERE i.started_at IS NOT NULL AND (e.action = 'improvement.rescheduled' OR e.seq = (
      SELECT max(b.seq) FROM audit_entry b WHERE b.entity = 'improvement' AND b.entity_id = i.id
        AND b.action IN ('improvement.proposed', 'improvement.changed')));
`;

export const migration0280: Migration = {
  number: 280,
  up: (db) => {
    db.exec(`
      CREATE TABLE improvement_part (
        improvement_id TEXT NOT NULL REFERENCES improvement (id),
        user_id        TEXT NOT NULL REFERENCES user (id),
        part           TEXT NOT NULL CHECK (part IN ('owned', 'measured')),
        since          TEXT NOT NULL,
        PRIMARY KEY (improvement_id, user_id, part)
      ) STRICT, WITHOUT ROWID;
      -- A draft may be deleted again, so that nothing refers to it but the link.
      ALTER TABLE improvement ADD COLUMN standard_id TEXT;
    `);
    db.exec(PARTS);
  },
};
