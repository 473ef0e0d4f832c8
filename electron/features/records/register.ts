// Rows of a frame, all or none: unlike each other, within the sample's days, clients masked.
import { AppError } from '../../../shared/contract/errors.ts';
import { MOST_ROWS, type FrameRowInput } from '../../../shared/contract/records.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { frameOf, type SampleTable } from './rows.ts';

/**
 * Registers rows of a sample that is open. `facts` go into the audit entry.
 * @throws AppError INVALID recordTwice, recordOutside or frameFull
 */
export function registerRows(
  tx: Change,
  id: string,
  rows: readonly FrameRowInput[],
  facts: Readonly<Record<string, string>> = {},
): void {
  const days = tx.get<Pick<SampleTable, 'from_day' | 'to_day'>>(
    sql`SELECT from_day, to_day FROM record_sample WHERE id = ${id}`,
  );
  const frame = frameOf(tx, id);
  if (frame.length + rows.length > MOST_ROWS) throw new AppError('INVALID', 'frameFull', { most: MOST_ROWS });
  const taken = new Set(frame.map(({ reference }) => reference.toLowerCase()));
  let number = frame.at(-1)?.number ?? 0;
  for (const { reference, day, kind, client } of rows) {
    if (taken.has(reference.toLowerCase())) throw new AppError('INVALID', 'recordTwice', { reference });
    if (!days || day < days.from_day || day > days.to_day)
      throw new AppError('INVALID', 'recordOutside', { reference, day });
    taken.add(reference.toLowerCase());
    number += 1;
    tx.run(sql`INSERT INTO record_frame_row (id, sample_id, number, reference, day, kind, client)
      VALUES (${tx.newId()}, ${id}, ${number}, ${reference}, ${day}, ${kind}, ${maskClient(client)})`);
  }
  tx.note({
    action: 'recordSample.registered',
    entity: 'recordSample',
    entityId: id,
    facts: { ...facts, rows: rows.length },
  });
}
