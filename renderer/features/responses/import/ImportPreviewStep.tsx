// Step 3: each row of the file with its agent and time, and what would become of it.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts, ImportedRow, ImportPreview, ResponseKind } from '../../../../shared/contract/responses.ts';
import { api, client, queryClient } from '../../../client.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { PreviewStep } from '../../../components/sheetImport/PreviewStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { useFormat } from '../../../format.ts';
import { importedDetails, shownValue } from './importWords.ts';

export interface ImportPreviewStepProps {
  readonly kind: ResponseKind;
  readonly preview: ImportPreview;
  readonly onBack: () => void;
  readonly onDone: (counts: ImportCounts) => void;
}

export function ImportPreviewStep({ kind, preview, onBack, onDone }: ImportPreviewStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { previewId, pages, counts } = preview;
  const rows = useQuery({
    queryKey: ['responses.rows', previewId],
    queryFn: async () => {
      const read: ImportedRow[] = [];
      for (let page = 0; page < pages; page += 1) read.push(...(await client.responses.rows({ previewId, page })));
      return read;
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const apply = useTask((signal) => client.responses.apply({ previewId }, { signal }));
  const columns = useMemo<readonly Column<ImportedRow>[]>(
    () => [
      { key: 'number', kind: 'text', header: t('responses.field.agent'), value: (r) => r.employeeNumber, width: 110 },
      { key: 'name', kind: 'text', header: t('responses.field.agentName'), value: (r) => r.agentName, width: 96 },
      {
        key: 'when',
        kind: 'text',
        header: t('responses.import.when'),
        value: (r) => shownValue(t, format, kind === 'request' ? 'askedAt' : 'dueOn', r.when),
        width: 140,
      },
      {
        key: 'client',
        kind: 'text',
        header: t('responses.field.client'),
        value: (r) => r.client,
        width: 140,
        hidden: kind === 'figure',
      },
    ],
    [t, format, kind],
  );
  const details = useCallback((row: ImportedRow) => importedDetails(t, format, row), [t, format]);
  const go = async () => {
    const done = await apply.start();
    if (!done) return;
    void queryClient.invalidateQueries({ queryKey: api.responses.key() });
    onDone(done);
  };
  return (
    <PreviewStep
      name="responsesPreview"
      counts={counts}
      query={rows}
      columns={columns}
      details={details}
      hint={t('responses.import.applyHint', { added: counts.new, changed: counts.changed })}
      task={apply}
      onBack={onBack}
      onApply={() => void go()}
    />
  );
}
