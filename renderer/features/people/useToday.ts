// The day in the branch's time zone on which a form was opened.
import { useState } from 'react';
import { dayOf } from '../../../shared/domain/time.ts';
import { useFormat } from '../../format.ts';

export function useToday(): string {
  const { timeZone } = useFormat();
  const [now] = useState(Date.now);
  return dayOf(now, timeZone);
}
