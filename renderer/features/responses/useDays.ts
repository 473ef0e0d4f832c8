// The days that a list shows: from the beginning of the month two months ago, until shortly ahead.
import { useState } from 'react';
import { addDays, addMonths, periodOf } from '../../../shared/domain/time.ts';
import { useToday } from '../people/useToday.ts';

export interface DaysShown {
  readonly from: string;
  readonly to: string;
}

/** @param ahead days after today */
export function useDays(ahead: number): readonly [DaysShown, (days: DaysShown) => void] {
  const today = useToday();
  const [days, setDays] = useState<DaysShown>({
    from: addMonths(periodOf('month', today).start, -2),
    to: addDays(today, ahead),
  });
  return [days, setDays];
}
