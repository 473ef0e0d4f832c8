// 报送总部: who may write which workbook, its log entry, and the check of a workbook that comes back.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ExportRecord } from '../../../shared/contract/exports.ts';
import type { ReportChoice } from '../../../shared/contract/report.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { dayOf, periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { among, sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { recordExport } from '../exports.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import { periodLabel } from './dataset.ts';

/** Periods offered at most. */
const OFFERED = 40;

/** The period that begins on a day. @throws AppError INVALID periodStart when none of the kind begins there */
export function periodStarting(kind: PeriodDays['kind'], start: string): PeriodDays {
  const period = periodOf(kind, start);
  if (period.start !== start) throw new AppError('INVALID', 'periodStart', { day: start });
  return { kind, ...period };
}

/** The periods from the first session of the branch to now, newest first. */
export function reportPeriods(store: Store, branchId: string, kind: PeriodDays['kind']): PeriodDays[] {
  const today = dayOf(store.clock(), readSettings(store.read).timeZone);
  const first = store.read.get<{ day: string | null }>(
    sql`SELECT min(day) AS day FROM observation WHERE branch_id IN ${among(branchAndBelow(store.read, branchId))}
      AND state IN ('submitted', 'withdrawn')`,
  )?.day;
  const periods: PeriodDays[] = [{ kind, ...periodOf(kind, today) }];
  while (first && periods.length < OFFERED && periods.at(-1)!.start > first)
    periods.push({ kind, ...shiftPeriod(kind, periods.at(-1)!.start, -1) });
  return periods;
}

/** 督导报表-上海分公司-2026-Q3.xlsx */
export const reportFileName = (store: Store, choice: ReportChoice): string => {
  const title = choice.language === 'en' ? 'supervision report' : '督导报表';
  const label = periodLabel(periodStarting(choice.kind, choice.start));
  return `${title}-${getBranch(store.read, choice.branchId).name}-${label}.xlsx`;
};

export interface ReportOrder extends ReportChoice {
  readonly unmaskReason: string | null;
}

/** Writes and logs one workbook. @throws AppError FORBIDDEN unmaskNotPermitted, INVALID periodStart, FILE, CANCELLED */
export async function* exportReport(
  store: Store,
  run: RunTask,
  actor: Actor,
  order: ReportOrder & { readonly target: string },
  signal?: AbortSignal,
): AsyncGenerator<Progress, { record: ExportRecord; warnings: string[] }, undefined> {
  const { branchId, language, unmaskReason, target } = order;
  if (unmaskReason !== null && !may(actor.roles, 'report.unmask'))
    throw new AppError('FORBIDDEN', 'unmaskNotPermitted');
  const period = periodStarting(order.kind, order.start);
  const branch = getBranch(store.read, branchId);
  const outcome = yield* run(
    'report.write',
    {
      ...{ file: store.file, target, branchId, period, language },
      timeZone: readSettings(store.read).timeZone,
      now: store.clock(),
      exportedBy: actor.name,
      masking: unmaskReason === null ? { masked: true } : { masked: false, reason: unmaskReason },
    },
    signal,
  );
  const record = recordExport(store, actor, {
    kind: 'report',
    title: `${branch.name} ${periodLabel(period)}`,
    path: target,
    rows: outcome.rows,
    masked: unmaskReason === null,
    reason: unmaskReason,
    digest: outcome.digest,
    facts: { branch: branch.code, period: periodLabel(period), language },
  });
  return { record, warnings: [...outcome.warnings] };
}
