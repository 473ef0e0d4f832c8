// Which branch, period and groups the statistics show. They stand in the address, so that coming back from a list of surveys
// leads to the same numbers.
import { useSearchParams } from 'react-router';
import { PeriodKind, type PeriodDays } from '../../../../shared/contract/score.ts';
import { SurveyGroupKind } from '../../../../shared/contract/survey.ts';
import { Id } from '../../../../shared/contract/vocabulary.ts';
import { periodOf, shiftPeriod } from '../../../../shared/domain/time.ts';

/** How far back a period can be chosen. */
const OFFERED: Readonly<Record<PeriodKind, number>> = { month: 24, quarter: 12, year: 6 };

export interface StatisticsChoice {
  /** Null: all branches. */
  readonly branchId: string | null;
  readonly kind: PeriodKind;
  readonly period: PeriodDays;
  /** Newest first. */
  readonly periods: readonly PeriodDays[];
  readonly by: SurveyGroupKind;
  readonly choose: (change: Readonly<Record<string, string | null>>) => void;
}

/** `today` ends what is offered; without a choice the running quarter of all branches by team. */
export function useStatisticsChoice(today: string): StatisticsChoice {
  const [search, setSearch] = useSearchParams();
  const kind = PeriodKind.safeParse(search.get('kind')).data ?? 'quarter';
  const running = periodOf(kind, today).start;
  const periods = Array.from({ length: OFFERED[kind] }, (_, back) => ({ kind, ...shiftPeriod(kind, running, -back) }));
  return {
    branchId: Id.safeParse(search.get('branch')).data ?? null,
    kind,
    period: periods.find(({ start }) => start === search.get('start')) ?? periods[0]!,
    periods,
    by: SurveyGroupKind.safeParse(search.get('by')).data ?? 'team',
    choose: (change) => {
      const next = new URLSearchParams(search);
      // A period's start says nothing about another kind of period.
      if ('kind' in change) next.delete('start');
      for (const [name, value] of Object.entries(change))
        if (value === null) next.delete(name);
        else next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}
