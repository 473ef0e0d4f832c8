// Texts that service-record reviews and daily patrols share, in English.
import type { SameKeys } from '../texts.ts';
import type { inspection as source } from '../zh-CN/inspection.ts';

export const inspection: SameKeys<typeof source> = {
  state: { inProgress: 'In progress', submitted: 'Submitted', withdrawn: 'Withdrawn' },
  verdict: { passed: 'Passed', failed: 'Failed', notApplicable: 'N/A' },
  unlooked: 'Not checked',
  recordOpen: 'problem record incomplete',
  savedAt: 'Saved {{time}}',
  answered: '{{done}}/{{all}} checked',
  left: '{{count}} to complete',
  submit: 'Submit and lock',
  withdraw: 'Withdraw',
  reason: 'Reason',
  withdrawn: 'Withdrawn {{time}}: {{reason}}',
  findings: 'Problem records',
  findingsNone: 'No problem records',
  redLines: 'Red lines',
  redLinesNone: 'No red lines',
  redLineOwn: 'This is an inspection of your own; another branch manager must decide.',
  standard: 'Standard',
  version: 'Version {{number}} {{title}}',
  digest: 'Digest',
  code: 'Code',
  part: 'Part',
  check: 'Check',
  outcome: 'Result',
  times: '{{what}} ({{count}} times)',
  keys: { describe: 'describe', photo: 'photo', missing: 'next to complete', move: 'move' },
};
