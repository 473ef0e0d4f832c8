// An agent's trainings of one day together are no longer than the day.
import type { RecordFields } from '../../contract/trainingRows.ts';
import type { HeldRow } from '../sheet/keptPlan.ts';
import type { PlannedTraining } from './importRows.ts';

export const MOST_A_DAY = 24;

/** Hours are kept in hundredths. */
const round = (hours: number): number => Math.round(hours * 100) / 100;

/** Whether hours still fit into a day that has some already. */
export const fitsDay = (existing: number, hours: number): boolean => round(existing + hours) <= MOST_A_DAY;

const keyOf = ({ agentId, day }: Pick<RecordFields, 'agentId' | 'day'>): string => `${agentId} ${day}`;

export interface DaysChecked {
  readonly rows: readonly PlannedTraining[];
  /** Hours that the day has already, by the row of the file that finds no room in it. */
  readonly full: ReadonlyMap<number, number>;
}

/** The rows of a file, those refused that would make a day longer than it is, in the file's order. */
export function refuseFullDays(rows: readonly PlannedTraining[], held: readonly HeldRow<RecordFields>[]): DaysChecked {
  const hours = new Map<string, number>();
  const add = (key: string, more: number) => hours.set(key, round((hours.get(key) ?? 0) + more));
  for (const { state, fields } of held) if (state === 'standing') add(keyOf(fields), fields.hours);
  const full = new Map<number, number>();
  const checked = rows.map((row): PlannedTraining => {
    if (row.fate !== 'new' && row.fate !== 'changed') return row;
    const { fields, source } = row;
    const before = row.fate === 'changed' ? row.held.fields.hours : 0;
    const existing = round((hours.get(keyOf(fields)) ?? 0) - before);
    if (fields.hours > before && !fitsDay(existing, fields.hours)) {
      full.set(source.row, existing);
      return { fate: 'rejected', source, rejections: [source.reject('hours', 'dayFull')] };
    }
    add(keyOf(fields), fields.hours - before);
    return row;
  });
  return { rows: checked, full };
}
