// What Ctrl+K offers to do, beside the screens of the menu: work that begins on a screen of its own, and parts of screens.
import type { TFunction } from 'i18next';
import type { Permission } from '../../../shared/contract/permissions.ts';

interface Action {
  readonly to: string;
  readonly permission: Permission;
  readonly title: (t: TFunction) => string;
}

export const ACTIONS: readonly Action[] = [
  { to: '/observations/start', permission: 'observation.write', title: (t) => t('home.start') },
  { to: '/patrol/start', permission: 'patrol.write', title: (t) => t('patrol.begin') },
  { to: '/surveys/entry', permission: 'survey.write', title: (t) => t('survey.list.enter') },
  { to: '/surveys/client', permission: 'survey.write', title: (t) => t('survey.list.hand') },
  { to: '/complaints/new', permission: 'complaints.write', title: (t) => t('complaint.add') },
  { to: '/findings/new', permission: 'findings.write', title: (t) => t('findings.record') },
  { to: '/people/roster', permission: 'agents.manage', title: (t) => t('people.list.import') },
];

/** Parts of screens, each named after the screen that it belongs to. */
export const PARTS: readonly Action[] = [
  { to: '/findings?tab=ledger', permission: 'findings.read', title: (t) => t('findings.tab.ledger') },
  { to: '/complaints/statistics', permission: 'complaints.read', title: (t) => t('complaint.statistics.table') },
  { to: '/training/records', permission: 'training.read', title: (t) => t('training.tabs.records') },
  { to: '/training/plans', permission: 'training.read', title: (t) => t('training.tabs.plans') },
  { to: '/training/needs', permission: 'training.read', title: (t) => t('training.tabs.needs') },
  { to: '/improvement/supervision', permission: 'improvement.read', title: (t) => t('supervision.title') },
  { to: '/settings/calendar', permission: 'settings.read', title: (t) => t('settings.tabs.calendar') },
  { to: '/settings/model', permission: 'score.read', title: (t) => t('settings.tabs.model') },
  { to: '/settings/backup', permission: 'backup.manage', title: (t) => t('settings.tabs.backup') },
  { to: '/settings/retention', permission: 'complaints.purge', title: (t) => t('settings.tabs.retention') },
];
