// The import of a roster under way: the general desk with the roster's steps and checks.
import type { Actor } from '../../../shared/contract/account.ts';
import type {
  RosterChoice,
  RosterCounts,
  RosterField,
  RosterFile,
  RosterPreview,
  RosterRows,
} from '../../../shared/contract/roster.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { headersToLearn } from '../../../shared/domain/people/rosterHeader.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { readSettings } from '../settings.ts';
import { ImportDesk, type Steps } from '../sheetImport/importDesk.ts';
import { getBranch } from './branches.ts';
import { learnedHeaders } from './rosterHeaders.ts';

export class RosterDesk {
  private readonly desk = new ImportDesk<RosterField, RosterChoice, RosterCounts, RosterRows>();

  /** Reads the head of a workbook. @throws AppError FILE as openWorkbook; CANCELLED */
  open(store: Store, run: RunTask, path: string, signal?: AbortSignal): Steps<RosterFile> {
    const learned = learnedHeaders(store.read);
    return this.desk.open(store, path, learned, run('roster.open', { path, learned }, signal));
  }

  /**
   * @throws AppError NOT_FOUND importGone, branchUnknown; INVALID rosterColumnsMissing, dayInFuture, as checkColumns; FILE;
   *   CANCELLED
   */
  preview(store: Store, run: RunTask, choice: RosterChoice, signal?: AbortSignal): Steps<RosterPreview> {
    return this.desk.preview(store, choice, (path) => {
      if (choice.mapping.number === null || choice.mapping.name === null)
        throw new AppError('INVALID', 'rosterColumnsMissing');
      getBranch(store.read, choice.branchId);
      if (choice.fromDay > dayOf(store.clock(), readSettings(store.read).timeZone))
        throw new AppError('INVALID', 'dayInFuture', { day: choice.fromDay });
      return run('roster.preview', { database: store.file, path, choice }, signal);
    });
  }

  /** @throws AppError NOT_FOUND importGone */
  rows(previewId: string, page: number): RosterRows {
    return this.desk.rows(previewId, page);
  }

  /** @throws AppError NOT_FOUND importGone; CONFLICT importFileChanged, importStoreChanged; FILE; CANCELLED */
  apply(store: Store, run: RunTask, actor: Actor, previewId: string, signal?: AbortSignal): Steps<RosterCounts> {
    return this.desk.apply(previewId, ({ path, choice, sha256, digest, headers, learned }) =>
      run(
        'roster.apply',
        {
          ...{ database: store.file, path, choice, sha256, digest, actorId: actor.userId, now: store.clock() },
          learned: headersToLearn(headers, choice.mapping, learned),
        },
        signal,
      ),
    );
  }
}
