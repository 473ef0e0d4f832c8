// The contract between the page and the main process: every route, in one table.
import { account, users } from './account.ts';
import { appeal } from './appeal.ts';
import { assessment } from './assessment.ts';
import { calibration } from './calibration.ts';
import { model } from './model.ts';
import { observation } from './observation.ts';
import { dashboard } from './dashboard.ts';
import { exports } from './exports.ts';
import { standard } from './standardRoutes.ts';
import { feedback } from './feedback.ts';
import { home } from './home.ts';
import { patrol } from './patrol.ts';
import { records } from './records.ts';
import { personalCopy } from './personalCopy.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { agents, branches } from './people.ts';
import { responses } from './responses.ts';
import { roster } from './roster.ts';
import { audit, backup, settings } from './settings.ts';
import { survey } from './survey.ts';

export const contract = {
  account,
  users,
  settings,
  backup,
  audit,
  exports,
  branches,
  agents,
  roster,
  observation,
  records,
  patrol,
  survey,
  calibration,
  responses,
  feedback,
  standard,
  plan,
  home,
  score,
  model,
  assessment,
  appeal,
  personalCopy,
  dashboard,
  report,
};
export type Contract = typeof contract;
