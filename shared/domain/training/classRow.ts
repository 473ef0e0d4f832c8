// A line of the list in which a course held for several agents is recorded: what was typed, read as the import reads its cells. A day,
// hours or trainer left out is the one of the whole class.
import type { ClassInput } from '../../contract/trainingRows.ts';
import { readDay } from '../sheet/day.ts';
import { readHours } from './importRows.ts';
import { readMark } from './mark.ts';

export const CLASS_FIELDS = [
  ...(['day', 'hours', 'trainer'] as const),
  ...(['theory', 'practical', 'conduct', 'satisfaction', 'note'] as const),
] as const;
export type ClassField = (typeof CLASS_FIELDS)[number];
/** Texts as they were typed; empty where nothing was. */
export type ClassTyped = Readonly<Record<ClassField, string>>;

export const NOTHING_TYPED: ClassTyped = {
  ...{ day: '', hours: '', trainer: '', note: '' },
  ...{ theory: '', practical: '', conduct: '', satisfaction: '' },
};

/** What the whole class has. */
export interface ClassCommon {
  readonly day: string;
  readonly hours: number;
  readonly trainer: string;
}

type ClassFields = Omit<ClassInput['rows'][number], 'agentId' | 'planId'>;

export interface ClassRead {
  readonly fields: ClassFields;
  /** Fields whose text cannot be read; they are not in `fields` as they were meant. */
  readonly bad: readonly ClassField[];
}

/** Reads one line. Days after `today` are bad. */
export function readClassRow(typed: ClassTyped, common: ClassCommon, today: string): ClassRead {
  const bad: ClassField[] = [];
  const taken = <Value>(
    field: ClassField,
    other: Value,
    reader: (cell: {
      kind: 'text';
      value: string;
    }) => { readonly ok: true; readonly value: Value } | { readonly ok: false },
  ): Value => {
    const value = typed[field].trim();
    if (value === '') return other;
    const found = reader({ kind: 'text', value });
    if (found.ok) return found.value;
    bad.push(field);
    return other;
  };
  const mark = (field: ClassField) => taken<string | null>(field, null, readMark);
  const fields: ClassFields = {
    day: taken('day', common.day, (cell) => readDay(cell, today)),
    hours: taken('hours', common.hours, readHours),
    trainer: typed.trainer.trim() || common.trainer,
    theory: mark('theory'),
    practical: mark('practical'),
    conduct: mark('conduct'),
    satisfaction: mark('satisfaction'),
    note: typed.note.trim(),
  };
  return { fields, bad };
}
