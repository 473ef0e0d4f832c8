// When the service took place against when it was entered: a service of an earlier day is a late entry, 补录 (4.2).
import { dayOf } from '../time.ts';

export interface ServiceTime {
  readonly serviceDay: string;
  readonly lateEntry: boolean;
}

/** Instants are epoch milliseconds. Null where the service would lie in the future. */
export function serviceTime(serviceAt: number, enteredAt: number, timeZone: string): ServiceTime | null {
  if (serviceAt > enteredAt) return null;
  const serviceDay = dayOf(serviceAt, timeZone);
  return { serviceDay, lateEntry: serviceDay < dayOf(enteredAt, timeZone) };
}
