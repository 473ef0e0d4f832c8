// What a signed-in person may do. Every route names one; shared/domain/permissions.ts says which roles hold it.
export const PERMISSIONS = [
  'account.use',
  'users.manage',
  'settings.read',
  'settings.manage',
  'backup.manage',
  'branches.read',
  'branches.manage',
  'agents.read',
  'agents.manage',
  'standard.read',
  'standard.edit',
  'observation.read',
  'observation.write',
  'redLine.decide',
  'survey.read',
  'survey.write',
  'survey.statistics',
  'survey.decide',
  'calibration.read',
  'calibration.manage',
  'score.read',
  'model.edit',
  'assessment.read',
  'assessment.write',
  'assessment.decide',
  'report.export',
  'report.unmask',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** `public` is open before sign-in (first run, sign-in); `locked` also while the idle lock is on. */
export type RoutePermission = Permission | 'public';
