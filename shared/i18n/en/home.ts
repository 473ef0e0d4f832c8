// Texts of the desk in English.
import type { SameKeys } from '../texts.ts';
import type { home as source } from '../zh-CN/home.ts';

export const home: SameKeys<typeof source> = {
  title: 'Desk',
  start: 'Start an observation',
  drafts: 'Observations to finish',
  draftsEmpty: 'Nothing left unfinished',
  today: 'Planned for today',
  todayEmpty: 'No observation is planned for today',
  redLines: 'Red lines to decide',
  redLinesEmpty: 'No red line is waiting',
  period: 'The period so far',
  backup: 'Last backup',
  backupNever: 'No backup yet',
  backupNow: 'Back up',
  backupToday: 'Backed up today',
  backupDays_one: '{{count}} day ago',
  backupDays_other: '{{count}} days ago',
};
