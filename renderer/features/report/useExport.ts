// Exporting the workbook: the task, which steps it has gone through, and what came out.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../shared/contract/exports.ts';
import type { ReportChoice } from '../../../shared/contract/report.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { api, client, queryClient } from '../../client.ts';
import { useTask, type TaskState } from '../../components/task/useTask.ts';
import { bookTexts } from './bookTexts.ts';

export type ReportOrder = ReportChoice & { readonly unmaskReason: string | null };

export interface Exported {
  readonly record: ExportRecord;
  readonly warnings: readonly string[];
}

/** Steps before the sheets; the sheets' own names follow. */
const FIRST_STEPS = ['scores', 'sessions', 'trend'] as const;
/** In the order in which they are written. */
const SHEETS = [
  'cover',
  'indicators',
  'summary',
  'observations',
  'answers',
  'findings',
  'model',
  'dictionary',
  'check',
] as const;

export interface ReportExport {
  readonly task: { readonly state: TaskState<unknown>; readonly stop: () => void };
  readonly running: boolean;
  /** What the workbook is being written from; the language of its sheets. */
  readonly order: ReportOrder | null;
  readonly exported: Exported | null;
  /** Resolves to whether a workbook was written. */
  readonly start: (order: ReportOrder) => Promise<boolean>;
  /** Puts away what the last export left on the screen. */
  readonly close: () => void;
}

export function useReportExport(): ReportExport {
  const task = useTask((signal, order: ReportOrder) => client.report.export(order, { signal }));
  const [order, setOrder] = useState<ReportOrder | null>(null);
  const { state } = task;
  return {
    task,
    running: state.kind === 'running',
    order,
    exported: state.kind === 'done' ? state.result : null,
    close: task.reset,
    start: async (wanted) => {
      setOrder(wanted);
      const made = await task.start(wanted);
      // The dialog was closed: as if nothing had been asked.
      if (made === null) task.reset();
      if (made) void queryClient.invalidateQueries({ queryKey: api.report.history.key() });
      return made !== null && made !== undefined;
    },
  };
}

export interface Step {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'waiting';
}

/** The steps of an export with how far each is. `stage` is what the task reported last. */
export function useSteps(language: Language, stage: string | undefined): readonly Step[] {
  const { t } = useTranslation();
  const { sheets } = bookTexts(language).book;
  const names = [
    ...FIRST_STEPS.map((key) => ({ key, stage: key, name: t(`report.export.${key}`) })),
    ...SHEETS.map((key) => ({ key, stage: sheets[key], name: sheets[key] })),
  ];
  const now = names.findIndex((one) => one.stage === stage);
  return names.map(({ key, name }, at) => ({
    key,
    name,
    state: at < now ? 'done' : at === now ? 'now' : 'waiting',
  }));
}
