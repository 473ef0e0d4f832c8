// All areas in Chinese, the source of keys. One line per area.
import { account } from './account.ts';
import { appeal } from './appeal.ts';
import { assessment } from './assessment.ts';
import { audit } from './audit.ts';
import { calendar } from './calendar.ts';
import { calibration } from './calibration.ts';
import { complaint } from './complaint.ts';
import { complaintCase } from './complaintCase.ts';
import { complaintDesk } from './complaintDesk.ts';
import { dashboard } from './dashboard.ts';
import { errors } from './errors.ts';
import { feedback } from './feedback.ts';
import { findings } from './findings.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { improvement } from './improvement.ts';
import { inspection } from './inspection.ts';
import { model } from './model.ts';
import { observation } from './observation.ts';
import { patrol } from './patrol.ts';
import { people } from './people.ts';
import { records } from './records.ts';
import { plan } from './plan.ts';
import { rectification } from './rectification.ts';
import { report } from './report.ts';
import { responses } from './responses.ts';
import { retention } from './retention.ts';
import { score } from './score.ts';
import { settings } from './settings.ts';
import { sheetImport } from './sheetImport.ts';
import { standard } from './standard.ts';
import { supervision } from './supervision.ts';
import { survey } from './survey.ts';
import { training } from './training.ts';
import { words } from './words.ts';

export const zhCN = {
  account,
  appeal,
  assessment,
  audit,
  calendar,
  calibration,
  complaint,
  complaintCase,
  complaintDesk,
  dashboard,
  errors,
  feedback,
  findings,
  frame,
  home,
  improvement,
  inspection,
  model,
  observation,
  patrol,
  people,
  records,
  plan,
  rectification,
  report,
  responses,
  retention,
  score,
  settings,
  sheetImport,
  standard,
  supervision,
  survey,
  training,
  words,
} as const;
