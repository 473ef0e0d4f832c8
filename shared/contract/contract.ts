// The contract between the page and the main process: every route, in one table.
import { account, users } from './account.ts';
import { appeal } from './appeal.ts';
import { assessment } from './assessment.ts';
import { calendar } from './calendar.ts';
import { calibration } from './calibration.ts';
import { model } from './model.ts';
import { observation } from './observation.ts';
import { complaint } from './complaint.ts';
import { dashboard } from './dashboard.ts';
import { exports } from './exports.ts';
import { standard } from './standardRoutes.ts';
import { feedback } from './feedback.ts';
import { findings } from './findings.ts';
import { home } from './home.ts';
import { improvement } from './improvement.ts';
import { patrol } from './patrol.ts';
import { records } from './records.ts';
import { personalCopy } from './personalCopy.ts';
import { plan } from './plan.ts';
import { rectification } from './rectification.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { agents, branches } from './people.ts';
import { responses } from './responses.ts';
import { retention } from './retention.ts';
import { roster } from './roster.ts';
import { audit, backup, settings } from './settings.ts';
import { supervision } from './supervision.ts';
import { survey } from './survey.ts';
import { training } from './training.ts';
import { trainingImport } from './trainingImport.ts';

// Written out, since the inferred type of all routes at once is longer than the compiler will write down.
export type Contract = {
  readonly account: typeof account;
  readonly users: typeof users;
  readonly settings: typeof settings;
  readonly backup: typeof backup;
  readonly audit: typeof audit;
  readonly exports: typeof exports;
  readonly branches: typeof branches;
  readonly agents: typeof agents;
  readonly roster: typeof roster;
  readonly observation: typeof observation;
  readonly records: typeof records;
  readonly patrol: typeof patrol;
  readonly survey: typeof survey;
  readonly calendar: typeof calendar;
  readonly calibration: typeof calibration;
  readonly responses: typeof responses;
  readonly feedback: typeof feedback;
  readonly standard: typeof standard;
  readonly plan: typeof plan;
  readonly home: typeof home;
  readonly score: typeof score;
  readonly model: typeof model;
  readonly assessment: typeof assessment;
  readonly appeal: typeof appeal;
  readonly personalCopy: typeof personalCopy;
  readonly complaint: typeof complaint;
  readonly retention: typeof retention;
  readonly findings: typeof findings;
  readonly rectification: typeof rectification;
  readonly training: typeof training;
  readonly trainingImport: typeof trainingImport;
  readonly improvement: typeof improvement;
  readonly supervision: typeof supervision;
  readonly dashboard: typeof dashboard;
  readonly report: typeof report;
};

export const contract: Contract = {
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
  calendar,
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
  complaint,
  retention,
  findings,
  rectification,
  training,
  trainingImport,
  improvement,
  supervision,
  dashboard,
  report,
};
