// A limit's name, its end and how it was counted, in words.
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { ClockLimit, LimitName, SkippedDays } from '../../../shared/contract/complaintClocks.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import { useFormat } from '../../format.ts';

export interface LimitWords {
  /** `days`: of the statutory term, where it is known. */
  readonly name: (limit: LimitName, days?: number) => string;
  readonly names: (limits: readonly LimitName[], days?: number) => string;
  /** 2026-02-27 24:00 for an end of days, the minute for hours. */
  readonly end: (limit: Pick<ClockLimit, 'endsAt' | 'count'>) => string;
  readonly at: (endsAt: number) => string;
  readonly counted: (limit: ClockLimit) => readonly string[];
}

type Holiday = keyof typeof zhCN.complaint.holiday;
const HOLIDAYS = Object.keys(zhCN.complaint.holiday) as Holiday[];
const SECOND = 1_000;

/** The announced days carry their Chinese names; known ones are worded in the present language. */
const holidayOf = (name: string | null): Holiday | null =>
  HOLIDAYS.find((one) => name === null || zhCN.complaint.holiday[one] === name) ?? null;

export function useLimitWords(): LimitWords {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const name = (limit: LimitName, days?: number): string => {
      if (limit !== 'decision') return t(`complaint.limit.${limit}`);
      return days === undefined ? t('complaint.limit.decisionShort') : t('complaint.limit.decision', { days });
    };
    const at = (endsAt: number): string => {
      const shown = format.instant(new Date(endsAt).toISOString());
      // A limit of days ends at 24:00 of its last day, which reads better than 0:00 of the next.
      return shown.endsWith(' 00:00') ? `${format.day(new Date(endsAt - SECOND).toISOString())} 24:00` : shown;
    };
    const skipped = ({ name: of, reason, from, to, days, pause }: SkippedDays): string => {
      const place = { from, to, count: days };
      if (reason === 'paused')
        return t('complaint.clocks.pausedRun', { ...place, name: pause ? t(`complaint.pauseKind.${pause}`) : '' });
      const known = of === null ? ('unnamed' as const) : holidayOf(of);
      return t('complaint.clocks.holidayRun', { ...place, name: known ? t(`complaint.holiday.${known}`) : (of ?? '') });
    };
    const counted = ({ count }: ClockLimit): readonly string[] => {
      if (!count) return [];
      if (count.unit === 'hours') return [t('complaint.clocks.hours', { count: count.amount })];
      const weekends = count.skipped
        .filter(({ reason }) => reason === 'weekend')
        .reduce((sum, run) => sum + run.days, 0);
      return [
        t(count.unit === 'working' ? 'complaint.clocks.working' : 'complaint.clocks.natural', {
          ...{ from: count.from, count: count.amount },
        }),
        ...(weekends > 0 ? [t('complaint.clocks.weekends', { count: weekends })] : []),
        ...count.skipped.filter(({ reason }) => reason !== 'weekend').map(skipped),
        ...(count.workedWeekends.length > 0
          ? [t('complaint.clocks.workedWeekends', { days: count.workedWeekends.join(t('complaint.clocks.comma')) })]
          : []),
        ...(count.unknownYears.length > 0
          ? [t('complaint.clocks.unknownYears', { years: count.unknownYears.join(t('complaint.clocks.comma')) })]
          : []),
      ];
    };
    return {
      name,
      names: (limits, days) => limits.map((limit) => name(limit, days)).join(t('complaint.clocks.and')),
      at,
      end: ({ endsAt }) => (endsAt === null ? '' : at(endsAt)),
      counted,
    };
  }, [t, format]);
}
