// What appeals give to others: rows of a period for the workbook's sheet 申诉, and how often they are upheld.
import type { AppealRow, OverturnRates } from '../../../shared/contract/appeal.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { overturnRate, overturnRatesBy, type DecidedAppeal } from '../../../shared/domain/appeal/rates.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { appealsWhere, assessorIdsOf } from './known.ts';
import { namesOf } from './items.ts';

/** The appeals against results of the period, by agents of branches (as the results have them) or by agents. */
export const appealsOfPeriod = (
  db: ReadDb,
  whose: { readonly branchIds: readonly string[] } | { readonly agentIds: readonly string[] },
  { kind, start }: Pick<PeriodDays, 'kind' | 'start'>,
): AppealRow[] => {
  const scope =
    'branchIds' in whose ? sql`x.branch_id IN ${among(whose.branchIds)}` : sql`x.agent_id IN ${among(whose.agentIds)}`;
  return appealsWhere(db, sql`${scope} AND a.kind = ${kind} AND a.start_day = ${start}`);
};

/**
 * Appeals decided in the window about agents of the branches: how many were raised, in all, by criterion and by original
 * assessor, with Wilson's 95% intervals.
 */
export function overturnRates(
  db: ReadDb,
  branchIds: readonly string[],
  window: { readonly startsAt: number; readonly endsAt: number },
): OverturnRates {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const rows = appealsWhere(
    db,
    sql`x.state IN ('kept', 'raised') AND x.branch_id IN ${among(branchIds)} AND x.ended_at >= ${from}
      AND x.ended_at < ${to}`,
  );
  const texts = new Map(rows.map(({ criterion, text }) => [criterion, text]));
  const decided = rows.map(({ id, criterion, state }): DecidedAppeal => ({
    criterion,
    assessorIds: assessorIdsOf(db, id),
    raised: state === 'raised',
  }));
  return {
    all: overturnRate(decided),
    byCriterion: overturnRatesBy(decided, ({ criterion }) => [criterion]).map(({ key, ...rate }) => ({
      ...rate,
      criterion: key,
      text: texts.get(key)!,
    })),
    byAssessor: overturnRatesBy(decided, ({ assessorIds }) => assessorIds).map(({ key, ...rate }) => ({
      ...rate,
      assessorId: key,
      name: namesOf(db, [key])[0] ?? '',
    })),
  };
}
