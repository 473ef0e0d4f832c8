// Export and import of a version as a workbook, with progress, and the bad cells of the last import.
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellProblem } from '../../../shared/contract/standardRoutes.ts';
import { useAppearance } from '../../Appearance.tsx';
import { api, client } from '../../client.ts';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';

export interface Workbooks {
  readonly busy: boolean;
  readonly write: (version: string) => Promise<void>;
  readonly read: () => Promise<void>;
  readonly progress: ReactNode;
  readonly problems: readonly CellProblem[];
  readonly forget: () => void;
}

/** `onDraft` hears of the draft that an import made. */
export function useWorkbooks(onDraft: (id: string) => void): Workbooks {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly CellProblem[]>([]);
  const exporting = useTask((signal, id: string) => client.standard.exportWorkbook({ id, language }, { signal }));
  const importing = useTask((signal) => client.standard.importWorkbook(undefined, { signal }));
  return {
    busy: exporting.state.kind === 'running' || importing.state.kind === 'running',
    write: async (version) => {
      const result = await exporting.start(version);
      if (result && result.path !== null) void message.success(t('standard.file.exported', { path: result.path }));
    },
    read: async () => {
      setProblems([]);
      const result = await importing.start();
      if (!result) return;
      setProblems(result.problems);
      if (!result.draft) return;
      await queries.invalidateQueries({ queryKey: api.standard.key() });
      void message.success(t('standard.file.imported', { title: result.draft.title }));
      onDraft(result.draft.id);
    },
    progress: (
      <>
        <TaskProgress task={exporting} title={t('standard.file.exporting')} />
        <TaskProgress task={importing} title={t('standard.file.importing')} />
      </>
    ),
    problems,
    forget: () => setProblems([]),
  };
}
