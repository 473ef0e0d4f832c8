// The first step of a roster's import, in the worker: its sheets and where their headers are.
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import type { RosterField } from '../../../shared/contract/roster.ts';
import { findHeaderRow } from '../../../shared/domain/people/rosterHeader.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import { sheetHeads } from '../../excel/sheet/read.ts';
import type { Task } from '../../tasks/task.ts';

/** @throws AppError FILE as openWorkbook; CANCELLED */
export const openRoster: Task<{ readonly path: string; readonly learned: LearnedHeaders<RosterField> }, SheetHead[]> = (
  { path, learned },
  context,
) => sheetHeads(path, (head) => findHeaderRow(head, learned), context);
