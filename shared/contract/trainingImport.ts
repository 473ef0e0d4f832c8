// The import of training records from a workbook: file, columns, preview, all of it or nothing.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { ImportCounts, ImportPreview } from './responses.ts';
import { RowFate, SheetColumn, SheetHead } from './sheet.ts';
import { TrainingField, TrainingReason } from './trainingWords.ts';
import { Id, Progress } from './vocabulary.ts';

export const TrainingRejection = z.object({
  cell: z.string(),
  field: TrainingField,
  reason: TrainingReason,
  value: z.string(),
  firstRow: z.int().nullable(),
});
export type TrainingRejection = z.infer<typeof TrainingRejection>;

export const ImportedTraining = z.object({
  row: z.int(),
  fate: RowFate,
  /** As far as they can be read. */
  employeeNumber: z.string(),
  agentName: z.string(),
  day: z.string(),
  title: z.string(),
  hours: z.number().nullable(),
  /** Whether a recorded value is replaced, so that the row before is withdrawn and stays in the history. */
  corrects: z.boolean(),
  changes: z.array(z.object({ field: TrainingField, before: z.string(), after: z.string() })),
  rejections: z.array(TrainingRejection),
  /** Hours that the agent's day has already, where there is no room for the row. */
  dayHours: z.number().nullable(),
});
export type ImportedTraining = z.infer<typeof ImportedTraining>;

export const TrainingImportFile = z.object({
  fileId: Id,
  name: z.string(),
  sheets: z.array(SheetHead),
  learned: z.record(z.string(), TrainingField.nullable()),
});
export type TrainingImportFile = z.infer<typeof TrainingImportFile>;

export const TrainingChoice = z.object({
  fileId: Id,
  sheet: z.string(),
  headerRow: z.int().min(1),
  mapping: z.partialRecord(TrainingField, SheetColumn),
});
export type TrainingChoice = z.infer<typeof TrainingChoice>;

export const trainingImport = {
  /** Lets the user pick a workbook; null when the dialog was closed. */
  open: route('training.write').output(eventIterator(Progress, TrainingImportFile.nullable())),
  preview: route('training.write').input(TrainingChoice).output(eventIterator(Progress, ImportPreview)),
  rows: route('training.write')
    .input(z.object({ previewId: Id, page: z.int().min(0) }))
    .output(z.array(ImportedTraining)),
  apply: route('training.write')
    .input(z.object({ previewId: Id }))
    .output(eventIterator(Progress, ImportCounts)),
  template: route('training.write').output(z.object({ path: z.string().nullable() })),
};
