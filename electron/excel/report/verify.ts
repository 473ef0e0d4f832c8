// Whether a report workbook is as it was exported: its cells are digested again and compared with its sheet 校验.
import { openWorkbook, type ReadOptions } from '../read/workbook.ts';
import { readCheckRecord, type CheckRecord } from './checkSheet.ts';
import { digestSheet, totalDigest } from './digest.ts';

/** `values`, `formulas` or both of a sheet differ; it is `missing` or was `added`; or the record itself was changed. */
export type ChangeKind = 'values' | 'formulas' | 'missing' | 'added' | 'record';

export interface WorkbookChange {
  readonly sheet: string;
  readonly what: ChangeKind;
}

export interface WorkbookVerdict {
  /** `noRecord`: not a workbook of ours, or its record was removed. */
  readonly state: 'unchanged' | 'changed' | 'noRecord';
  readonly changes: readonly WorkbookChange[];
  readonly record: CheckRecord | null;
  /** ISO 8601 instant; null without a record. */
  readonly exportedAt: string | null;
  /** The total digest as recorded; null without a record. */
  readonly digest: string | null;
}

/**
 * Verifies a file. Throws the FILE errors of reading and CANCELLED. An unchanged workbook stays unchanged when it is copied
 * or sent. Saved anew by LibreOffice it still verifies; a program that writes formulas in other words, or works values out
 * to other digits, is reported as a change, as it cannot be told from one by hand.
 */
export async function verifyWorkbook(file: string, options: ReadOptions = {}): Promise<WorkbookVerdict> {
  const book = await openWorkbook(file, options);
  const found = await readCheckRecord(book);
  if (found === undefined) return { state: 'noRecord', changes: [], record: null, exportedAt: null, digest: null };
  const { record, sheet: recordSheet } = found;
  const changes: WorkbookChange[] = [];
  for (const expected of record.sheets) {
    if (!book.sheets.some(({ name }) => name === expected.sheet)) {
      changes.push({ sheet: expected.sheet, what: 'missing' });
      continue;
    }
    const actual = await digestSheet(book, expected.sheet, options);
    if (actual.values !== expected.values) changes.push({ sheet: expected.sheet, what: 'values' });
    if (actual.formulas !== expected.formulas) changes.push({ sheet: expected.sheet, what: 'formulas' });
  }
  const known = new Set([recordSheet, ...record.sheets.map(({ sheet }) => sheet)]);
  for (const { name } of book.sheets) if (!known.has(name)) changes.push({ sheet: name, what: 'added' });
  if (totalDigest(record.sheets, record.facts) !== record.total) changes.push({ sheet: recordSheet, what: 'record' });
  return {
    state: changes.length === 0 ? 'unchanged' : 'changed',
    changes,
    record,
    exportedAt: record.facts.find(({ key }) => key === 'exportedAt')?.value ?? null,
    digest: record.total,
  };
}
