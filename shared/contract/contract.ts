// The contract between the page and the main process: every route, in one table.
import { account, users } from './account.ts';
import { observation } from './observation.ts';
import { exports } from './exports.ts';
import { standard } from './standardRoutes.ts';
import { home } from './home.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { agents, branches } from './people.ts';
import { roster } from './roster.ts';
import { audit, backup, settings } from './settings.ts';

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
  standard,
  home,
  score,
  report,
};
export type Contract = typeof contract;
