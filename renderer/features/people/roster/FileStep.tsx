// Step 1 of a roster's import: the workbook or an empty one.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterFile } from '../../../../shared/contract/roster.ts';
import { api, client } from '../../../client.ts';
import { FileStep as PickFile } from '../../../components/sheetImport/FileStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';

export function FileStep({ onFile }: { readonly onFile: (file: RosterFile) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useTask((signal) => client.roster.open(undefined, { signal }));
  const template = useMutation(
    api.roster.template.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('sheetImport.templateSaved', { path }));
      },
    }),
  );
  const { error, isPending } = template;
  return (
    <PickFile
      hint={t('people.roster.fileHint')}
      open={open}
      onFile={onFile}
      template={{ error, isPending, write: () => template.mutate(undefined) }}
    />
  );
}
