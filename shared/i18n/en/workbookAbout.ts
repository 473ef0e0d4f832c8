// The words of the workbook's sheets about itself in English: the dictionary and the check.
import type { SameKeys } from '../texts.ts';
import type { workbookAbout as source } from '../zh-CN/workbookAbout.ts';

export const workbookAbout: SameKeys<typeof source> = {
  dictionary: {
    sheet: { header: 'Sheet', meaning: 'Name of the sheet' },
    column: { header: 'Column', meaning: 'Letter of the column' },
    name: { header: 'Name', meaning: 'Header' },
    meaning: { header: 'Meaning', meaning: 'What the column holds' },
    source: { header: 'Source', meaning: 'Entered, formula or value of the system' },
    sources: { entered: 'entered', formula: 'formula', given: 'value of the system' },
  },
  check: {
    key: 'Key',
    item: 'Item',
    value: 'Content',
    rows: 'Rows',
    cells: 'Cells',
    values: 'Digest of values (SHA-256)',
    formulas: 'Digest of formulas (SHA-256)',
    format: 'Format',
    total: 'Total digest (SHA-256)',
    exportedAt: 'Exported at',
    exportedBy: 'Exported by',
    masked: 'Masked',
    reason: 'Reason for not masking',
    branch: 'Branch',
    period: 'Period',
    model: 'Scoring model',
    standard: 'Standard',
    sheet: 'Sheet',
    warning: 'Note',
    truncated: 'longer than a cell’s 32767 characters, cut',
    removed: 'characters that a cell cannot hold were removed',
  },
  print: { page: 'Page &P of &N' },
};
