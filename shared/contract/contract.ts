// The contract between the page and the main process: every route, in one table.
import { account, users } from './account.ts';
import { observation } from './observation.ts';
import { exports } from './exports.ts';
import { audit, backup, settings } from './settings.ts';

export const contract = { account, users, settings, backup, audit, exports, observation };
export type Contract = typeof contract;
