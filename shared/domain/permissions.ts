// Which role may do what (8.1: supervisors; 4.2: third-party assessors see only their own observations).
import type { Permission } from '../contract/permissions.ts';
import type { Role } from '../contract/vocabulary.ts';

const EVERYONE: readonly Permission[] = ['account.use', 'settings.read', 'standard.read'];
const OBSERVE: readonly Permission[] = [
  'branches.read',
  'agents.read',
  'observation.read',
  'observation.write',
  'calibration.read',
];

/** Service-record reviews and daily patrols; a third-party assessor's own alone. */
const INSPECT: readonly Permission[] = ['records.read', 'records.write', 'patrol.read', 'patrol.write'];

const SURVEY: readonly Permission[] = ['survey.read', 'survey.write'];

/** Requests, return visits, figures and feedback of clients: the branch's own work, not a third-party assessor's. */
const CLIENTS: readonly Permission[] = ['responses.read', 'responses.write', 'feedback.read', 'feedback.write'];

/** Filing and handling; whoever assessed the evidence is refused by the appeal itself. */
const APPEALS: readonly Permission[] = ['appeal.read', 'appeal.write', 'appeal.handle'];

/** Courses, plans and records of trainings (7). */
const TRAIN: readonly Permission[] = ['training.read', 'training.write'];

/** Supervision by department and improvement measures; a manager also sets shares, evaluates and issues reports. */
const IMPROVE: readonly Permission[] = ['improvement.read', 'improvement.write'];

/** The ledger of findings and their rectification; a manager also gives more time. */
const RECTIFY: readonly Permission[] = ['findings.read', 'findings.write'];

/** Registering and handling complaints (6.2); what lengthens a term or changes a decision is a manager's. */
const COMPLAINTS: readonly Permission[] = ['complaints.read', 'complaints.write'];

const HELD: Readonly<Record<Role, readonly Permission[]>> = {
  assessor: [...EVERYONE, ...OBSERVE, ...INSPECT, ...SURVEY],
  supervisor: [
    ...EVERYONE,
    ...OBSERVE,
    ...CLIENTS,
    ...INSPECT,
    ...SURVEY,
    'survey.statistics',
    'plan.read',
    'plan.write',
    'agents.manage',
    ...TRAIN,
    'score.read',
    'assessment.read',
    'assessment.write',
    ...APPEALS,
    ...COMPLAINTS,
    ...RECTIFY,
    ...IMPROVE,
    'dashboard.read',
    'report.export',
  ],
  manager: [
    ...EVERYONE,
    ...OBSERVE,
    ...CLIENTS,
    'feedback.confirm',
    ...INSPECT,
    ...SURVEY,
    'survey.statistics',
    'survey.decide',
    'plan.read',
    'plan.write',
    'plan.manage',
    'agents.manage',
    'branches.manage',
    'standard.edit',
    'redLine.decide',
    'calibration.manage',
    'model.edit',
    ...TRAIN,
    'score.read',
    'assessment.read',
    'assessment.write',
    'assessment.decide',
    ...APPEALS,
    ...COMPLAINTS,
    'complaints.decide',
    'complaints.purge',
    ...RECTIFY,
    'findings.decide',
    ...IMPROVE,
    'improvement.decide',
    'dashboard.read',
    'report.export',
    'report.unmask',
    'settings.manage',
    'backup.manage',
    'audit.read',
  ],
  headquarters: [
    ...EVERYONE,
    'branches.read',
    'agents.read',
    'responses.read',
    'feedback.read',
    'observation.read',
    'plan.read',
    'records.read',
    'patrol.read',
    'calibration.read',
    'survey.read',
    'survey.statistics',
    'standard.edit',
    'training.read',
    'score.read',
    'assessment.read',
    'appeal.read',
    'complaints.read',
    'findings.read',
    'improvement.read',
    'dashboard.read',
    'report.export',
    'audit.read',
  ],
  administrator: [
    ...EVERYONE,
    'users.manage',
    'settings.manage',
    'backup.manage',
    'branches.read',
    'branches.manage',
    'audit.read',
  ],
};

/** Whether any of the roles holds the permission. */
export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => HELD[role].includes(permission));

/** A person whose only role is assessor sees their own observations and nobody else's. */
export const seesOnlyOwnObservations = (roles: readonly Role[]): boolean =>
  roles.every((role) => role === 'assessor' || role === 'administrator');
