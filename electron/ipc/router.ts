// The contract implemented, route by route; a missing one does not compile.
import { accountRoutes, auditRoutes, backupRoutes, exportsRoutes, settingsRoutes, usersRoutes } from './account.ts';
import { appealRoutes } from './appeal.ts';
import { calendarRoutes } from './calendar.ts';
import { complaintRoutes } from './complaint.ts';
import { calibrationRoutes } from './calibration.ts';
import { improvementRoutes, supervisionRoutes } from './improvement.ts';
import { modelRoutes } from './model.ts';
import { dashboardRoutes } from './dashboard.ts';
import { assessmentRoutes } from './assessment.ts';
import { agentsRoutes, branchesRoutes, rosterRoutes } from './people.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Handlers } from './base.ts';
import { patrolRoutes, recordsRoutes } from './inspections.ts';
import { feedbackRoutes } from './feedback.ts';
import { findingsRoutes, rectificationRoutes } from './findings.ts';
import { observationRoutes } from './observation.ts';
import { personalCopyRoutes } from './personalCopy.ts';
import { planRoutes } from './plan.ts';
import { reportRoutes } from './report.ts';
import { homeRoutes, scoreRoutes } from './score.ts';
import { retentionRoutes } from './retention.ts';
import { responsesRoutes } from './responses.ts';
import { standardRoutes } from './standard.ts';
import { surveyRoutes } from './survey.ts';
import { trainingImportRoutes, trainingRoutes } from './training.ts';

export const router: Handlers<Contract> = {
  account: accountRoutes,
  users: usersRoutes,
  settings: settingsRoutes,
  backup: backupRoutes,
  audit: auditRoutes,
  exports: exportsRoutes,
  branches: branchesRoutes,
  agents: agentsRoutes,
  roster: rosterRoutes,
  standard: standardRoutes,
  observation: observationRoutes,
  records: recordsRoutes,
  patrol: patrolRoutes,
  survey: surveyRoutes,
  calendar: calendarRoutes,
  calibration: calibrationRoutes,
  plan: planRoutes,
  responses: responsesRoutes,
  feedback: feedbackRoutes,
  home: homeRoutes,
  score: scoreRoutes,
  model: modelRoutes,
  assessment: assessmentRoutes,
  appeal: appealRoutes,
  personalCopy: personalCopyRoutes,
  complaint: complaintRoutes,
  retention: retentionRoutes,
  findings: findingsRoutes,
  rectification: rectificationRoutes,
  improvement: improvementRoutes,
  supervision: supervisionRoutes,
  training: trainingRoutes,
  trainingImport: trainingImportRoutes,
  dashboard: dashboardRoutes,
  report: reportRoutes,
};
