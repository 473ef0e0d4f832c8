// Texts of the audit screen in English.
import type { SameKeys } from '../texts.ts';
import type { audit as source } from '../zh-CN/audit.ts';

export const audit: SameKeys<typeof source> = {
  title: 'Audit',
  intro:
    'Every change leaves an entry that holds the digest of the one before. A changed or missing entry shows when the chain is checked.',
  seq: 'No.',
  at: 'Time',
  actor: 'By',
  system: 'System',
  action: 'Action',
  entity: 'Object',
  entityId: 'Id',
  details: 'Details',
  hash: 'Digest',
  verify: 'Check the chain',
  verifying: 'Checking',
  intact: 'The chain is whole: {{entries}} entries',
  broken: 'The chain breaks at entry {{seq}}. Keep the data and tell headquarters',
  older: 'Load {{count}} older',
  loaded: 'Newest {{loaded}} of {{total}} entries loaded',
  empty: 'No entries yet',
  emptyHint: 'Sign-ins, changes and exports appear here.',
};
