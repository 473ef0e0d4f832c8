// Findings and rectifications of one agent are found without a walk over everybody's.
import type { Migration } from './migration.ts';

export const migration0250: Migration = {
  number: 250,
  up: (db) => db.exec('CREATE INDEX inspection_finding_agent ON inspection_finding (agent_id)'),
};
